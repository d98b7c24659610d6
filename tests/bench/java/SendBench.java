// SPDX-License-Identifier: Apache-2.0
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;

/** SendBench async|sync|batch NAMESRV TOPIC COUNT WARM_UP SIZE IN_FLIGHT PER_REQUEST; prints one line as bench_client does. */
final class SendBench {
    private final DefaultMQProducer producer;
    private final String topic;
    private final byte[] body;
    private final int inFlight;
    private final int perRequest;
    private final AtomicLong failed = new AtomicLong();

    private SendBench(DefaultMQProducer producer, String[] args) {
        this.producer = producer;
        topic = args[2];
        body = new byte[Integer.parseInt(args[5])];
        Arrays.fill(body, (byte) 'x');
        inFlight = Integer.parseInt(args[6]);
        perRequest = Integer.parseInt(args[7]);
    }

    public static void main(String[] args) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("bench");
        producer.setNamesrvAddr(args[1]);
        producer.start();
        SendBench bench = new SendBench(producer, args);
        bench.run(args[0], Long.parseLong(args[4]));
        bench.failed.set(0);
        long count = Long.parseLong(args[3]);
        Figures figures = new Figures();
        bench.run(args[0], count);
        figures.print(count - bench.failed.get(), bench.failed.get());
        producer.shutdown();
        System.exit(0);
    }

    private void run(String mode, long count) throws Exception {
        if (mode.equals("async")) {
            async(count);
        } else {
            one(count);
        }
    }

    private void async(long count) throws Exception {
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

    /** One request after the other: single messages, or batches. */
    private void one(long count) throws Exception {
        for (long i = 0; i < count; i += perRequest) {
            if (perRequest == 1) {
                producer.send(new Message(topic, body));
                continue;
            }
            List<Message> batch = new ArrayList<>(perRequest);
            for (int k = 0; k < perRequest; k++) {
                batch.add(new Message(topic, body));
            }
            producer.send(batch);
        }
    }
}
