// SPDX-License-Identifier: Apache-2.0
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;

/** SendBench NAMESRV TOPIC COUNT WARM_UP SIZE IN_FLIGHT: asynchronous sends; prints one line as bench_client does. */
final class SendBench {
    private final DefaultMQProducer producer;
    private final String topic;
    private final byte[] body;
    private final int inFlight;
    private final AtomicLong failed = new AtomicLong();

    private SendBench(DefaultMQProducer producer, String topic, byte[] body, int inFlight) {
        this.producer = producer;
        this.topic = topic;
        this.body = body;
        this.inFlight = inFlight;
    }

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("bench");
        producer.setNamesrvAddr(args[0]);
        producer.start();
        byte[] body = new byte[Integer.parseInt(args[4])];
        Arrays.fill(body, (byte) 'x');
        SendBench bench = new SendBench(producer, args[1], body, Integer.parseInt(args[5]));
        bench.send(Integer.parseInt(args[3]));
        bench.failed.set(0);
        long count = Long.parseLong(args[2]);
        long cpu = cpuNanos();
        long began = System.nanoTime();
        bench.send(count);
        double seconds = (System.nanoTime() - began) / 1e9;
        double micros = (cpuNanos() - cpu) / 1e3 / count;
        System.out.printf("messages=%d failed=%d seconds=%.3f cpuMicrosPerMessage=%.3f perSecond=%.0f%n",
            count - bench.failed.get(), bench.failed.get(), seconds, micros, count / seconds);
        producer.shutdown();
        System.exit(0);
    }

    private void send(long count) throws Exception {
        Semaphore window = new Semaphore(inFlight);
        for (long i = 0; i < count; i++) {
            window.acquire();
            producer.send(new Message(topic, body), new SendCallback() {
                @Override
                public void onSuccess(SendResult result) {
                    window.release();
                }

                @Override
                public void onException(Throwable error) {
                    failed.incrementAndGet();
                    window.release();
                }
            });
        }
        window.acquire(inFlight);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
