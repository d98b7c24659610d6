// SPDX-License-Identifier: Apache-2.0
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.consumer.rebalance.AllocateMessageQueueAveragely;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * Consumes with the Java client's push consumer.
 *   --namesrv A --topic T --group G [--namespace NS] [--filter TAGS | --sql EXPRESSION] [--from first|last] [--model clustering|broadcasting]
 *   [--listener concurrent|orderly] [--fail-first N] [--later-level LEVEL] [--max N] [--for SECONDS]
 * Prints `ready`, then `message` for each delivery (body as base64, properties as p.NAME), `done` in the end.
 * --fail-first: the first N deliveries are answered "later", to come again at the broker's choice or after that delay
 * level. Ends after --max messages handled or --for seconds.
 */
final class PushConsumer {
    private final Arguments arguments;
    private final CountDownLatch wanted;
    private final AtomicInteger toFail;

    private PushConsumer(Arguments arguments) {
        this.arguments = arguments;
        this.wanted = new CountDownLatch(arguments.number("max", 1));
        this.toFail = new AtomicInteger(arguments.number("fail-first", 0));
    }

    public static void main(String[] args) throws Exception {
        System.exit(new PushConsumer(new Arguments(args)).run());
    }

    private int run() throws Exception {
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(
            arguments.text("group", "interop-consumer"), Arguments.signature(), new AllocateMessageQueueAveragely());
        consumer.setNamesrvAddr(arguments.text("namesrv", null));
        consumer.setUseTLS(Boolean.getBoolean("tls.enable"));
        boolean first = arguments.text("from", "first").equals("first");
        consumer.setConsumeFromWhere(first ? ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET : ConsumeFromWhere.CONSUME_FROM_LAST_OFFSET);
        consumer.setPollNameServerInterval(1000); // a topic made after the start is found at once, not after 30 s
        setModel(consumer, arguments.text("model", "clustering").toUpperCase());
        if (arguments.has("namespace")) {
            consumer.setNamespace(arguments.text("namespace", null));
        }
        subscribe(consumer);
        listen(consumer);
        consumer.start();
        Arguments.print("ready", "client", consumer.buildMQClientId());
        boolean all = wanted.await(arguments.number("for", 60), TimeUnit.SECONDS);
        consumer.shutdown();
        Arguments.print("done", "all", all);
        return all ? 0 : 1;
    }

    /** By name, since the enum is in another package in 5.x than in 4.9. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void setModel(DefaultMQPushConsumer consumer, String name) throws Exception {
        for (Method method : DefaultMQPushConsumer.class.getMethods()) {
            if (method.getName().equals("setMessageModel")) {
                method.invoke(consumer, Enum.valueOf((Class<Enum>) method.getParameterTypes()[0], name));
            }
        }
    }

    private void subscribe(DefaultMQPushConsumer consumer) throws Exception {
        String topic = arguments.text("topic", null);
        if (arguments.has("sql")) {
            consumer.subscribe(topic, MessageSelector.bySql(arguments.text("sql", null)));
        } else {
            consumer.subscribe(topic, arguments.text("filter", "*"));
        }
    }

    private void listen(DefaultMQPushConsumer consumer) {
        if (arguments.text("listener", "concurrent").equals("orderly")) {
            consumer.registerMessageListener((MessageListenerOrderly) (messages, context) ->
                handled(messages) ? ConsumeOrderlyStatus.SUCCESS : ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT);
        } else {
            consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
                context.setDelayLevelWhenNextConsume(arguments.number("later-level", 0));
                return handled(messages) ? ConsumeConcurrentlyStatus.CONSUME_SUCCESS : ConsumeConcurrentlyStatus.RECONSUME_LATER;
            });
        }
    }

    private boolean handled(List<MessageExt> messages) {
        boolean later = toFail.getAndDecrement() > 0;
        for (MessageExt message : messages) {
            print(message, later);
            if (!later) {
                wanted.countDown();
            }
        }
        return !later;
    }

    private static void print(MessageExt message, boolean later) {
        List<Object> line = new ArrayList<>(Arrays.asList("topic", message.getTopic(), "broker", message.getBrokerName(), "queue", message.getQueueId(),
            "offset", message.getQueueOffset(), "id", message.getMsgId(), "flag", message.getFlag(), "reconsumeTimes", message.getReconsumeTimes(),
            "bornTimestamp", message.getBornTimestamp(), "storeTimestamp", message.getStoreTimestamp(), "answer", later ? "later" : "success",
            "body", Base64.getEncoder().encodeToString(message.getBody())));
        for (Map.Entry<String, String> property : message.getProperties().entrySet()) {
            line.add("p." + property.getKey());
            line.add(property.getValue());
        }
        Arguments.print("message", line.toArray());
    }
}
