// SPDX-License-Identifier: Apache-2.0
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.utils.MessageUtil;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * One side of a request and its reply.
 *   --namesrv A --topic T --side ask [--body TEXT]: sends a request, prints `reply` with the body of what came back.
 *   --namesrv A --topic T --side answer --group G: prints `ready`, replies "re: " and the body to the first request, prints `answered`.
 */
final class RequestReply {
    private RequestReply() { }

    public static void main(String[] args) throws Exception {
        Arguments arguments = new Arguments(args);
        System.exit(arguments.text("side", "ask").equals("ask") ? ask(arguments) : answer(arguments));
    }

    private static DefaultMQProducer producer(Arguments arguments) throws Exception {
        DefaultMQProducer producer = new DefaultMQProducer("request-reply-" + arguments.text("side", "ask"));
        producer.setNamesrvAddr(arguments.text("namesrv", null));
        producer.start();
        return producer;
    }

    private static int ask(Arguments arguments) throws Exception {
        DefaultMQProducer producer = producer(arguments);
        Message request = new Message(arguments.text("topic", null), arguments.text("body", "question").getBytes(StandardCharsets.UTF_8));
        Message reply = producer.request(request, 20000);
        Arguments.print("reply", "body", new String(reply.getBody(), StandardCharsets.UTF_8));
        producer.shutdown();
        return 0;
    }

    private static int answer(Arguments arguments) throws Exception {
        DefaultMQProducer producer = producer(arguments);
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(arguments.text("group", "request-reply-group"));
        consumer.setNamesrvAddr(arguments.text("namesrv", null));
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setPollNameServerInterval(1000);
        consumer.subscribe(arguments.text("topic", null), "*");
        CountDownLatch answered = new CountDownLatch(1);
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            for (MessageExt message : messages) {
                if (message.getProperty("CORRELATION_ID") != null) {
                    reply(producer, message);
                    answered.countDown();
                }
            }
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        });
        consumer.start();
        Arguments.print("ready");
        boolean done = answered.await(40, TimeUnit.SECONDS);
        Arguments.print("answered", "done", done);
        consumer.shutdown();
        producer.shutdown();
        return done ? 0 : 1;
    }

    private static void reply(DefaultMQProducer producer, MessageExt request) {
        try {
            String body = "re: " + new String(request.getBody(), StandardCharsets.UTF_8);
            producer.send(MessageUtil.createReplyMessage(request, body.getBytes(StandardCharsets.UTF_8)), 3000);
        } catch (Exception e) {
            Arguments.print("failed", "why", e);
        }
    }
}
