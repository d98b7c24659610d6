// SPDX-License-Identifier: Apache-2.0
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.rocketmq.client.consumer.DefaultLitePullConsumer;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;

/** ReadBench lite|push NAMESRV TOPIC COUNT WARM_UP: reads a filled topic from its beginning; prints one line as bench_client does. */
final class ReadBench {
    private static final int BATCH = 32;
    private final String namesrv;
    private final String topic;
    private final long count;
    private final long warmUp;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Figures figures;

    private ReadBench(String[] args) {
        namesrv = args[1];
        topic = args[2];
        count = Long.parseLong(args[3]);
        warmUp = Long.parseLong(args[4]);
    }

    public static void main(String[] args) throws Exception {
        ReadBench bench = new ReadBench(args);
        if (args[0].equals("lite")) {
            bench.lite();
        } else {
            bench.push();
        }
        System.exit(bench.bytes.get() > 0 ? 0 : 1);
    }

    private void note(List<MessageExt> messages) {
        for (MessageExt message : messages) {
            bytes.addAndGet(message.getBody().length);
        }
        long before = read.getAndAdd(messages.size());
        long now = before + messages.size();
        if (before < warmUp && now >= warmUp) {
            figures = new Figures();
        }
        if (before < warmUp + count && now >= warmUp + count) {
            figures.print(count, 0);
            done.countDown();
        }
    }

    private void lite() throws Exception {
        DefaultLitePullConsumer consumer = new DefaultLitePullConsumer("bench-lite-" + System.currentTimeMillis());
        consumer.setNamesrvAddr(namesrv);
        consumer.setPullBatchSize(BATCH);
        consumer.setAutoCommit(false);
        consumer.start();
        List<MessageQueue> queues = List.copyOf(consumer.fetchMessageQueues(topic));
        consumer.assign(queues);
        for (MessageQueue queue : queues) {
            consumer.seekToBegin(queue);
        }
        while (done.getCount() > 0) {
            note(consumer.poll(1000));
        }
    }

    private void push() throws Exception {
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer("bench-push-" + System.currentTimeMillis());
        consumer.setNamesrvAddr(namesrv);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.subscribe(topic, "*");
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            note(messages);
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        consumer.start();
        done.await();
    }
}
