// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"
#include "client/cluster/sharedcall.h"
#include "client/cluster/target.h"

#include <functional>

namespace rocketdesk {

/// Gets the answer of one call: the reply's frame, a view that lives for the callback, and who was asked, in words.
using AnswerDone = Callback<void(Result<const protocol::FrameView *>, const QString &where), 64>;

/// Asks servers typed questions. The typed part is all here, in templates; finding and reaching them is one class behind it.
class Asker
{
public:
    /// Finds the target and asks it. `done` is called exactly once, or dropped where this dies.
    virtual void startCall(SharedCall call, Target target, Ask how, AnswerDone done) = 0;
    /// The brokers of the set: from 106 for masters and all, from the route for a topic's.
    [[nodiscard]] virtual Pending<std::vector<BrokerRef>> brokers(BrokerSet set, Ask how) = 0;

    template <typename C>
    [[nodiscard]] Pending<typename C::Reply> ask(C command, Target target, Ask how)
    {
        using Reply = typename C::Reply;
        Promise<Reply> promise;
        auto pending = promise.pending();
        startCall(SharedCall(std::move(command)), std::move(target), how,
            [promise = std::move(promise)](Result<const protocol::FrameView *> frame, const QString &where) mutable {
                if (!promise.isFinished()) // cancelled: a late reply is not worth decoding
                    promise.finish(replyOf<C>(std::move(frame), where));
            });
        return pending;
    }

    /// Asks every broker of the set at once. `each(answer, asked)` comes once per broker; the result has all, in the set's
    /// order. Fails only where nobody could be asked.
    template <typename C>
    [[nodiscard]] Pending<std::vector<BrokerAnswer<typename C::Reply>>> askEach(
        C command, BrokerSet set, Ask how, std::function<void(const BrokerAnswer<typename C::Reply> &, int asked)> each = {})
    {
        return askEachWith<C>([command = std::move(command)](const BrokerRef &) { return command; }, std::move(set), how, std::move(each));
    }

    /// The same with a command of its own for each broker: `commandFor(const BrokerRef &) -> C`.
    template <typename C, typename Make>
    [[nodiscard]] Pending<std::vector<BrokerAnswer<typename C::Reply>>> askEachWith(
        Make commandFor, BrokerSet set, Ask how, std::function<void(const BrokerAnswer<typename C::Reply> &, int asked)> each = {})
    {
        auto gathering = std::make_shared<Gathering<C>>();
        gathering->each = std::move(each);
        auto pending = gathering->promise.pending();
        gathering->promise.onCancel([weak = std::weak_ptr<Gathering<C>>(gathering)] {
            if (const auto running = weak.lock())
                running->each = {};
        });
        whenDone(brokers(std::move(set), how), &m_context, [this, gathering, how, commandFor = std::move(commandFor)](Result<std::vector<BrokerRef>> list) {
            if (!list)
                gathering->promise.finish(failed(std::move(list.error())));
            else
                gathering->start(*this, std::move(*list), how, commandFor);
        });
        return pending;
    }

protected:
    ~Asker() = default;
    [[nodiscard]] QObject *context() { return &m_context; }

private:
    template <typename C>
    static Result<typename C::Reply> replyOf(Result<const protocol::FrameView *> frame, const QString &where)
    {
        Result<typename C::Reply> reply = frame ? protocol::decodeReply<C>(**frame) : Result<typename C::Reply>(failed(std::move(frame.error())));
        if (!reply) {
            reply.error().where = where;
            reply.error().operation = QString::fromLatin1(C::request.name);
        }
        return reply;
    }

    /// The answers of one fan-out, until the last is there.
    template <typename C>
    struct Gathering : std::enable_shared_from_this<Gathering<C>> {
        using Answer = BrokerAnswer<typename C::Reply>;

        template <typename Make>
        void start(Asker &asker, std::vector<BrokerRef> list, Ask how, const Make &commandFor)
        {
            missing = list.size();
            answers.resize(list.size());
            asked = static_cast<int>(list.size());
            if (list.empty())
                finish();
            for (std::size_t i = 0; i < list.size(); ++i) {
                asker.startCall(SharedCall(commandFor(list[i])), Target::at(list[i].address), how,
                    [self = this->shared_from_this(), i, broker = list[i]](Result<const protocol::FrameView *> frame, const QString &) {
                        self->note(i, Answer{broker, replyOf<C>(std::move(frame), broker.label())});
                    });
            }
        }
        void note(std::size_t index, Answer answer)
        {
            if (each)
                each(answer, asked);
            answers[index].emplace(std::move(answer));
            if (--missing == 0)
                finish();
        }
        void finish()
        {
            std::vector<Answer> all;
            for (auto &answer : answers)
                all.push_back(std::move(*answer));
            promise.finish(std::move(all));
        }

        Promise<std::vector<Answer>> promise;
        std::function<void(const Answer &, int)> each;
        std::vector<std::optional<Answer>> answers;
        std::size_t missing = 0;
        int asked = 0;
    };

    QObject m_context;
};

} // namespace rocketdesk
