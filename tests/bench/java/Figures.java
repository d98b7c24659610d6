// SPDX-License-Identifier: Apache-2.0
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Time and CPU of this process since it was made; printed as the one line that the script reads. */
final class Figures {
    private final long began = System.nanoTime();
    private final long cpu = cpuNanos();

    void print(long messages, long failed) {
        double seconds = (System.nanoTime() - began) / 1e9;
        long all = messages + failed;
        System.out.printf("messages=%d failed=%d seconds=%.3f cpuMicrosPerMessage=%.3f perSecond=%.0f%n",
            messages, failed, seconds, (cpuNanos() - cpu) / 1e3 / all, all / seconds);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
