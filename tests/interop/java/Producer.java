// SPDX-License-Identifier: Apache-2.0
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.TransactionListener;
import org.apache.rocketmq.client.producer.TransactionMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * Sends with the Java client.
 *   --namesrv A --topic T [--group G] [--namespace NS] [--count 1] [--size BYTES | --body TEXT] [--tag TAG] [--key KEY]
 *   [--kind plain|full|oneway|async|batch|orderly|delay|timer|transaction, or several joined by commas] [--level 1] [--after MS]
 *   [--end commit|rollback|unknown] [--check commit|rollback]
 * Each message has its number and kind in its properties n and kind. Prints `sent` for each, `failed` for one that did not go, `checked` for a transaction's check-back, `done` in the end.
 */
final class Producer {
    private final Arguments arguments;
    private final AtomicInteger failures = new AtomicInteger();
    private final CountDownLatch checks;
    private String kind;

    private Producer(Arguments arguments) {
        this.arguments = arguments;
        boolean waits = arguments.text("end", "commit").equals("unknown");
        this.checks = new CountDownLatch(waits ? arguments.number("count", 1) : 0);
    }

    public static void main(String[] args) throws Exception {
        System.exit(new Producer(new Arguments(args)).run());
    }

    private int run() throws Exception {
        DefaultMQProducer producer = made();
        producer.setNamesrvAddr(arguments.text("namesrv", null));
        producer.setUseTLS(Boolean.getBoolean("tls.enable"));
        producer.setSendMsgTimeout(10_000);
        if (arguments.has("namespace")) {
            producer.setNamespace(arguments.text("namespace", null));
        }
        producer.start();
        for (String one : kinds()) {
            kind = one;
            sendAll(producer);
        }
        boolean allChecked = checks.await(90, TimeUnit.SECONDS);
        producer.shutdown();
        Arguments.print("done", "failures", failures.get(), "checked", allChecked);
        return failures.get() == 0 && allChecked ? 0 : 1;
    }

    private DefaultMQProducer made() {
        String group = arguments.text("group", "interop-producer");
        if (!kinds().contains("transaction")) {
            return new DefaultMQProducer(group, Arguments.signature());
        }
        TransactionMQProducer producer = new TransactionMQProducer(group, Arguments.signature());
        producer.setTransactionListener(new Listener());
        return producer;
    }

    private List<String> kinds() {
        return Arrays.asList(arguments.text("kind", "plain").split(","));
    }

    private void sendAll(DefaultMQProducer producer) throws Exception {
        int count = arguments.number("count", 1);
        if (kind.equals("batch")) {
            List<Message> batch = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                batch.add(message(i));
            }
            report(producer.send(batch));
        } else if (kind.equals("async")) {
            sendAsynchronously(producer, count);
        } else {
            for (int i = 0; i < count; i++) {
                sendOne(producer, i);
            }
        }
    }

    private void sendOne(DefaultMQProducer producer, int i) {
        try {
            Message message = message(i);
            switch (kind) {
                case "oneway":
                    producer.sendOneway(message);
                    Arguments.print("sent", "id", message.getProperty("UNIQ_KEY"), "status", "ONEWAY");
                    break;
                case "orderly":
                    report(producer.send(message, (queues, m, key) -> queues.get(0), "key"));
                    break;
                case "transaction":
                    report(producer.sendMessageInTransaction(message, null));
                    break;
                default:
                    report(producer.send(message));
            }
        } catch (Exception e) {
            fail(e);
        }
    }

    private void sendAsynchronously(DefaultMQProducer producer, int count) throws Exception {
        CountDownLatch all = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            producer.send(message(i), new SendCallback() {
                @Override public void onSuccess(SendResult result) {
                    report(result);
                    all.countDown();
                }

                @Override public void onException(Throwable e) {
                    fail(e);
                    all.countDown();
                }
            });
        }
        all.await(60, TimeUnit.SECONDS);
    }

    private Message message(int i) {
        Message message = new Message(arguments.text("topic", null), body(i));
        if (arguments.has("tag")) {
            message.setTags(arguments.text("tag", null));
        }
        if (arguments.has("key")) {
            message.setKeys(arguments.text("key", null));
        }
        message.putUserProperty("n", String.valueOf(i));
        message.putUserProperty("kind", kind);
        if (kind.equals("full")) {
            message.setFlag(7);
            message.setTags("full");
            message.setKeys("key-" + i + " other-" + i);
            message.putUserProperty("text", "größe 大小");
            message.putUserProperty("equal", "a=b");
        } else if (kind.equals("delay")) {
            message.setDelayTimeLevel(arguments.number("level", 1));
        } else if (kind.equals("timer")) {
            // 4.9.7 has no setter for it.
            long at = System.currentTimeMillis() + arguments.number("after", 2000);
            MessageAccessor.putProperty(message, "TIMER_DELIVER_MS", String.valueOf(at));
        }
        return message;
    }

    private byte[] body(int i) {
        if (!arguments.has("size")) {
            return (arguments.text("body", "message") + " " + i).getBytes(StandardCharsets.UTF_8);
        }
        byte[] body = new byte[arguments.number("size", 0)];
        for (int at = 0; at < body.length; at++) {
            body[at] = (byte) ('a' + at % 26);
        }
        return body;
    }

    private void report(SendResult result) {
        Arguments.print("sent", "id", result.getMsgId(), "offsetId", result.getOffsetMsgId(), "broker", result.getMessageQueue().getBrokerName(),
            "queue", result.getMessageQueue().getQueueId(), "offset", result.getQueueOffset(), "status", result.getSendStatus(),
            "transaction", result.getTransactionId());
    }

    private void fail(Throwable e) {
        failures.incrementAndGet();
        Arguments.print("failed", "error", e);
    }

    private final class Listener implements TransactionListener {
        @Override public LocalTransactionState executeLocalTransaction(Message message, Object argument) {
            return state(arguments.text("end", "commit"));
        }

        @Override public LocalTransactionState checkLocalTransaction(MessageExt message) {
            Arguments.print("checked", "id", message.getProperty("UNIQ_KEY"), "times", message.getProperty("TRANSACTION_CHECK_TIMES"));
            checks.countDown();
            return state(arguments.text("check", "commit"));
        }

        private LocalTransactionState state(String name) {
            switch (name) {
                case "commit": return LocalTransactionState.COMMIT_MESSAGE;
                case "rollback": return LocalTransactionState.ROLLBACK_MESSAGE;
                default: return LocalTransactionState.UNKNOW;
            }
        }
    }
}
