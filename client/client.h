// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"
#include "client/cluster/asker.h"
#include "client/runningseries.h"
#include "client/values.h"
#include "client/watch.h"

#include <QObject>

#include <atomic>

namespace rocketdesk {

class ClientCore;
class Groups;
class LitePullConsumer;
class MessageProducer;
class PopConsumer;
class PushConsumer;
class Search;
class SendHook;
class TransactionListener;
class TransactionProducer;
struct ConsumerOptions;
struct LitePullOptions;
struct MessageListener;
struct PopOptions;

/// One open profile. May be called from any thread that runs an event loop and is answered there; its signals come on the
/// thread that made it. What is behind it lives on the network thread and is never touched from outside. When it dies,
/// calls that still run end with Cancelled.
class Client final : public QObject
{
    Q_OBJECT
public:
    struct Secrets {
        Secret secretKey;
        Secret securityToken;
    };
    /// What the call log has to tell since it was asked last.
    struct Calls {
        std::vector<CallRecord> fresh; ///< begun since, oldest first
        std::vector<CallRecord> ended; ///< those of `unfinished` that have ended
    };
    struct CallDetail {
        QString remark; ///< the server's words, of a failure
        QByteArray fields; ///< of the request, "name=value" a line; empty for sends and pulls
    };

    /// `network` outlives the client. Opens no socket before the first call.
    Client(Mailbox::Address network, Profile profile, Secrets secrets = {}, QObject *parent = nullptr);
    ~Client() override;

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const ClientState &state() const { return m_state; }
    /// Calls that wait for answers now.
    [[nodiscard]] int runningCalls() const;
    /// A visible tab wants its connection kept awake and, when lost, retried.
    void setWanted(bool wanted);
    /// Tries a lost connection at once.
    void tryNow();

    /// Sends one command. ReadOnly where the profile forbids it, before the socket.
    template <typename C>
    [[nodiscard]] Pending<typename C::Reply> ask(C command, Target at = Target::nameServer(), Ask how = {})
    {
        return run([command = std::move(command), at = std::move(at), how](Asker &asker) { return asker.ask(command, at, how); });
    }

    /// Asks every broker of the set at once. `each(answer, asked)` comes once per broker, on the calling thread, while `context`
    /// lives, always before the end; the result has every broker's answer. Fails only where nobody could be asked.
    template <typename C, typename Each>
    [[nodiscard]] Pending<std::vector<BrokerAnswer<typename C::Reply>>> askEach(C command, BrokerSet set, Ask how, const QObject *context, Each each)
    {
        auto forward = forwarder<const BrokerAnswer<typename C::Reply> &, int>(context, std::move(each));
        return run([command = std::move(command), set = std::move(set), how, forward = std::move(forward)](Asker &asker) {
            return asker.askEach<C>(command, set, how, forward);
        });
    }

    /// Messages of topics as they arrive, from where the options say. The brokers keep no trace of it. Is to die before the client.
    [[nodiscard]] std::unique_ptr<Watch> watch(WatchOptions options);
    /// A member of a consumer group, not started yet (client/pushconsumer.h). Is to die before the client.
    [[nodiscard]] std::unique_ptr<PushConsumer> pushConsumer(ConsumerOptions options, MessageListener listener);
    /// One message by its place, in memory of its own. NotFound where there is none (any more).
    [[nodiscard]] Pending<protocol::StoredMessage> openMessage(TopicName topic, QueueRef queue, QueueOffset offset, Ask how = {});

    /// A consumer that is polled (client/litepullconsumer.h). Is to die before the client.
    [[nodiscard]] std::unique_ptr<LitePullConsumer> litePullConsumer(LitePullOptions options);
    /// Takes messages by POP (client/popconsumer.h). Is to die before the client.
    [[nodiscard]] std::unique_ptr<PopConsumer> popConsumer(PopOptions options);

    /// Sends one message; see Producer::send for what it fails with.
    [[nodiscard]] Pending<SendReceipt> send(OutgoingMessage message, SendOptions options = {});
    /// Sends messages in batches; the receipts come in the order of the messages.
    [[nodiscard]] Pending<BatchReceipts> sendBatch(std::vector<OutgoingMessage> messages, SendOptions options = {}, int perRequest = defaultBatchCount);
    /// A producer with a group and settings of its own. `hooks` are called on the network thread. Is to die before the client.
    [[nodiscard]] std::unique_ptr<MessageProducer> producer(ProducerOptions options, std::vector<std::shared_ptr<SendHook>> hooks = {});
    /// A producer of transactions; `listener` is asked in the calling thread. Is to die before the client.
    [[nodiscard]] std::unique_ptr<TransactionProducer> transactionProducer(TransactionOptions options, std::shared_ptr<TransactionListener> listener);
    /// Sends a message that asks for an answer and ends with it; Timeout where nobody replies within the limit.
    [[nodiscard]] Pending<protocol::StoredMessage> request(OutgoingMessage message, milliseconds limit, SendOptions options = {});
    /// Answers a request that was consumed. NotFound where it asks for no answer.
    [[nodiscard]] Pending<SendReceipt> reply(protocol::StoredMessage request, QByteArray body, SendOptions options = {});
    /// Takes a timer message back by the handle of its receipt; ends with its unique id.
    [[nodiscard]] Pending<QString> recall(TopicName topic, QString handle, Ask how = {});
    /// Writes what is not in the trace topic yet; Timeout where that takes longer.
    [[nodiscard]] Pending<void> flushTrace(milliseconds limit);
    /// Sends many messages alike. Is to die before the client.
    [[nodiscard]] std::unique_ptr<RunningSeries> startSeries(SeriesPlan plan);
    /// Ends when the network has taken all that was sent one-way.
    [[nodiscard]] Pending<void> allWritten(milliseconds limit);

    /// Consumer groups and their offsets: client/groups.h.
    [[nodiscard]] Groups groups();
    /// Stored messages by key, id and time: client/search.h.
    [[nodiscard]] Search search();

    // Clusters and topics: client/admin. `seen` is called on the calling thread, while `context` lives, always before the end.

    /// Every broker process, silent ones too; `seen` gets each as it answers. 1 + B calls.
    [[nodiscard]] Pending<ClusterOverview> readCluster(Ask how = {}, const QObject *context = nullptr, BrokerSeen seen = {});
    /// All topics: 1 + B calls, and one more where the brokers were not asked for in the last 30 s. `seen` is told how many
    /// brokers have answered, of how many.
    [[nodiscard]] Pending<TopicsOverview> readTopics(Ask how = {}, const QObject *context = nullptr, std::function<void(int answered, int asked)> seen = {});
    /// One topic; `seen` gets what is known so far whenever a part has come.
    [[nodiscard]] Pending<TopicDetail> readTopic(TopicName topic, Ask how = {}, const QObject *context = nullptr, TopicDetailSeen seen = {});

    /// Numbers of topics in the order given, at most 8 calls at a time; ends with how many were read. Cancel it to stop.
    [[nodiscard]] Pending<int> readNumbers(std::vector<TopicPlace> topics, Reading reading, Ask how, const QObject *context, TopicNumbersSeen seen);
    /// The topic's configuration at each broker, for previewTopic().
    [[nodiscard]] Pending<std::vector<TopicConfigAnswer>> readConfigs(TopicName topic, std::vector<BrokerRef> brokers, Ask how = {});
    /// Creates or changes a topic as the previews say; nothing is written where one is out of date.
    [[nodiscard]] Pending<std::vector<StepResult>> writeTopic(std::vector<TopicPreview> previews, Ask how = {}, const QObject *context = nullptr, StepSeen seen = {});
    /// What deleting the topic would take away.
    [[nodiscard]] Pending<TopicRemoval> previewRemoval(TopicName topic, Ask how = {});
    /// Deletes the topic at the brokers, and when all have done so at every name server.
    [[nodiscard]] Pending<std::vector<StepResult>> removeTopic(TopicName topic, std::vector<BrokerRef> brokers, Ask how = {}, const QObject *context = nullptr, StepSeen seen = {});
    /// Tries a profile hop by hop with sockets of its own, saved or not. Ends with every hop reached; cancel it to stop.
    [[nodiscard]] static Pending<std::vector<Hop>> test(const Mailbox::Address &network, Profile profile, Secrets secrets, const QObject *context, HopSeen seen);

    [[nodiscard]] Pending<Calls> calls(quint64 after, std::vector<quint64> unfinished, std::size_t most = 20'000);
    [[nodiscard]] Pending<CallDetail> explain(quint64 call);

Q_SIGNALS:
    void stateChanged(const rocketdesk::ClientState &state);

private:
    friend class Groups;
    friend class Search;
    struct Link;

    /// Runs `work(Asker &) -> Pending<T>` on the network thread.
    template <typename Work>
    auto run(Work work)
    {
        return onThread(m_network, [link = m_link, work = std::move(work)]() mutable -> std::invoke_result_t<Work &, Asker &> {
            using T = typename std::invoke_result_t<Work &, Asker &>::Value;
            Asker *const asker = askerOf(*link);
            return asker ? work(*asker) : readyFailed<T>({.kind = Error::Kind::Cancelled});
        });
    }
    /// The same with everything that is behind the facade.
    template <typename Work>
    auto runCore(Work work);

    /// A function for the network thread that calls `fn` on this one, while `context` lives.
    template <typename... Args, typename Fn>
    static auto forwarder(const QObject *context, Fn fn)
    {
        return [home = Mailbox::ofThisThread(), guard = std::make_shared<QPointer<const QObject>>(context),
                   fn = std::make_shared<Fn>(std::move(fn))](Args... args) {
            home.post([guard, fn, kept = std::tuple<std::decay_t<Args>...>(args...)]() mutable {
                if (*guard)
                    std::apply(*fn, std::move(kept));
            });
        };
    }
    static Asker *askerOf(Link &link);

    Mailbox::Address m_network;
    Profile m_profile;
    ClientState m_state;
    std::shared_ptr<Link> m_link;
};

} // namespace rocketdesk
