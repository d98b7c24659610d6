// SPDX-License-Identifier: Apache-2.0
#include "client/base/clock.h"
#include "client/base/flow.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <set>

using namespace rocketdesk;

namespace {

/// What may end a call; several at once where they race.
enum Event : quint8 { Answered = 1, TimedOut = 2, CalledOff = 4, OwnerGone = 8 };

class Race;

/// Has flows, and dies of what happens in them.
class Owner final
{
public:
    explicit Owner(Race &race) : m_race(race) {}
    [[nodiscard]] Pending<int> work(int number, int depth);
    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Race &m_race;
    Scope m_scope;
};

/// Calls through flows of several owners. Each deed is drawn: a call begins, is answered, called off or dropped, time passes, an
/// owner or a context dies; also from inside flows and completions. After each turn a call has ended exactly where something has
/// ended it, and as that says. The seed settles all of it.
class Race final
{
public:
    Race(int calls, quint32 seed) : m_random(seed)
    {
        m_calls.reserve(static_cast<std::size_t>(calls));
        for (auto &owner : m_owners)
            owner = std::make_unique<Owner>(*this);
        for (auto &context : m_contexts)
            context = std::make_unique<QObject>();
    }

    void run()
    {
        while (m_calls.size() < m_calls.capacity() && wrong.isEmpty()) {
            if (random(4) > 0) {
                const Turn turn;
                for (int deeds = 1 + random(4); deeds > 0; --deeds)
                    deed();
            } else {
                deed();
                QCoreApplication::processEvents(); // without a turn an event delivers
            }
            check();
        }
        {
            const Turn turn;
            for (int owner = 0; owner < int(m_owners.size()); ++owner)
                endOwner(owner);
            m_leaves.clear();
        }
        check();
        if (m_token.use_count() != 1)
            wrong << QStringLiteral("%1 completions are left").arg(m_token.use_count() - 1);
    }

    [[nodiscard]] Pending<int> goOn(int number, int depth)
    {
        const int owner = random(int(m_owners.size()));
        at(number).owners |= 1U << owner;
        return m_owners[std::size_t(owner)]->work(number, depth);
    }
    /// Ends with the number, or by its deadline.
    [[nodiscard]] Pending<int> leaf(int number)
    {
        Promise<int> promise;
        auto pending = promise.pending();
        m_leaves.insert_or_assign(number, std::move(promise));
        whenDone(m_clock.after(milliseconds(1 + random(30))), &m_clock, [this, number](const Result<void> &passed) {
            if (passed)
                end(number, TimedOut);
        });
        return pending;
    }
    void mischief()
    {
        if (random(8) == 0)
            deed();
    }

    QStringList wrong;
    std::map<QString, int> ends;
    int unseen = 0; ///< their context was gone

private:
    struct One {
        quint8 events = 0;
        quint32 owners = 0; ///< a bit each
        int context = 0;
        bool contextGone = false;
        int ends = 0;
        Call call;
    };

    [[nodiscard]] int random(int below) { return int(m_random.bounded(below)); }
    [[nodiscard]] One &at(int number) { return m_calls[std::size_t(number)]; }

    void deed()
    {
        const int dice = random(100);
        if (dice < 35 || m_calls.empty())
            return begin();
        const int recent = std::min(int(m_calls.size()), 64);
        const int number = int(m_calls.size()) - 1 - random(recent);
        if (dice < 65)
            end(number, Answered);
        else if (dice < 72)
            cancel(number);
        else if (dice < 77)
            end(number, CalledOff);
        else if (dice < 92)
            m_clock.advance(milliseconds(1 + random(3)));
        else if (dice < 96)
            endOwner(random(int(m_owners.size())));
        else
            endContext(random(int(m_contexts.size())));
    }
    void begin()
    {
        if (m_calls.size() == m_calls.capacity())
            return;
        const int number = int(m_calls.size());
        const int context = random(int(m_contexts.size()));
        m_calls.emplace_back().context = context;
        m_open.insert(number);
        auto work = goOn(number, random(3));
        at(number).call = whenDone(std::move(work), m_contexts[std::size_t(context)].get(), [this, number, token = m_token](Result<int> result) { ended(number, result); });
    }
    void end(int number, Event how)
    {
        auto leaf = m_leaves.extract(number);
        if (!leaf)
            return;
        note(number, how);
        if (how == Answered)
            leaf.mapped().finish(number);
        else if (how == TimedOut)
            leaf.mapped().finish(failed(Error::Kind::Timeout));
    }
    void cancel(int number)
    {
        note(number, CalledOff);
        at(number).call.cancel();
    }
    void endOwner(int owner)
    {
        for (const int number : m_open) {
            if (at(number).owners & (1U << owner))
                note(number, OwnerGone);
        }
        m_owners[std::size_t(owner)] = std::make_unique<Owner>(*this);
    }
    void endContext(int context)
    {
        for (const int number : m_open)
            at(number).contextGone = at(number).contextGone || at(number).context == context;
        m_contexts[std::size_t(context)] = std::make_unique<QObject>();
    }
    void note(int number, Event event)
    {
        at(number).events |= event;
        m_touched.push_back(number);
    }
    void ended(int number, const Result<int> &result)
    {
        One &one = at(number);
        const int by = result ? Answered : result.error().kind == Error::Kind::Timeout ? TimedOut : CalledOff | OwnerGone;
        if (++one.ends > 1 || one.contextGone || !(one.events & by) || (result && *result != number))
            wrong << QStringLiteral("call %1 ends as %2, for the time no. %3, after %4, its context %5").arg(number).arg(by).arg(one.ends).arg(one.events).arg(one.contextGone ? u"gone" : u"there");
        ++ends[result ? QStringLiteral("success") : kindName(result.error().kind)];
        m_open.erase(number);
        mischief();
    }
    void check()
    {
        for (const int number : std::exchange(m_touched, {})) {
            if (at(number).ends == 0 && !at(number).contextGone)
                wrong << QStringLiteral("call %1 has not ended, after %2").arg(number).arg(at(number).events);
            if (at(number).contextGone && m_open.erase(number) > 0)
                ++unseen;
        }
    }

    QRandomGenerator m_random;
    ManualClock m_clock;
    std::vector<One> m_calls; ///< never more than were reserved: references stay
    std::set<int> m_open;
    std::vector<int> m_touched;
    std::unordered_map<int, Promise<int>> m_leaves;
    std::array<std::unique_ptr<Owner>, 16> m_owners;
    std::array<std::unique_ptr<QObject>, 8> m_contexts;
    std::shared_ptr<int> m_token = std::make_shared<int>(0); ///< in every completion
};

Pending<int> Owner::work(int number, int depth)
{
    Race &race = m_race; // the owner may be gone when it is used
    auto inner = depth > 0 ? race.goOn(number, depth - 1) : race.leaf(number);
    const auto value = co_await inner;
    race.mischief();
    auto nothing = ready<int>(0);
    (void)co_await nothing; // where its owner died of it, the flow ends here
    co_return value;
}

} // namespace

/// Answers, deadlines, cancellations and deaths in any order, in one thread: what comes first decides, and exactly once.
class RaceStormTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesFirstEndsACallOnce_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void whatComesFirstEndsACallOnce()
    {
        QFETCH(const quint32, seed);
        Race race(10'000, seed);
        race.run();
        QVERIFY2(race.wrong.isEmpty(), qPrintable(race.wrong.join(u'\n')));
        for (const char *const how : {"success", "Timeout", "Cancelled"})
            QVERIFY2(race.ends[QLatin1StringView(how)] > 100, how);
        QVERIFY(race.unseen > 100);
    }
};

ROCKETDESK_TEST(RaceStormTest)

#include "tst_racestorm.moc"
