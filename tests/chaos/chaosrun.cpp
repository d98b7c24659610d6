// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/chaosrun.h"

#include "client/commands/topics.h"

#include <QTest>

#include <algorithm>
#include <array>

namespace rocketdesk::tests {

namespace {

using sandbox::Fault;

constexpr milliseconds sendLimit{3000};
constexpr int mostRunning = 64;
constexpr int sendCode = 310;
constexpr int pullCode = 11;
constexpr int routeCode = 105;

TopicName topic()
{
    return TopicName(QStringLiteral("chaos"));
}

sandbox::SandboxOptions sandboxOptions()
{
    return {.brokers = 2, .demoData = false, .rate = 0, .topicLimit = 512LL << 20};
}

Profile profileOf(const Endpoint &nameServer)
{
    Profile profile;
    profile.name = QStringLiteral("chaos");
    profile.nameServers = {nameServer};
    return profile;
}

/// Refusals that pass: a watch may end on the others.
int refusalFor(int code, int dice)
{
    if (code == sendCode) {
        constexpr std::array codes{1, 2, 2, 14, 16, 17, 205};
        return codes[static_cast<std::size_t>(dice) % codes.size()];
    }
    return 1 + dice % 2;
}

} // namespace

QString ChaosReport::text() const
{
    QString line = QStringLiteral("sent %1, acknowledged %2, stored %3, stored again %4, received %5, lost %6, missed %7, hung %8, faults set %9")
                       .arg(sent).arg(acknowledged).arg(stored).arg(again).arg(received).arg(lost).arg(missed).arg(hung).arg(faults);
    for (auto it = failed.cbegin(); it != failed.cend(); ++it)
        line += QStringLiteral(", failed %1 %2").arg(it.key()).arg(it.value());
    return trouble.isEmpty() ? line : QStringLiteral("%1: %2").arg(trouble, line);
}

ChaosRun::ChaosRun(const ChaosPlan &plan) : m_plan(plan), m_random(plan.seed), m_sandbox(sandboxOptions()) {}

ChaosRun::~ChaosRun() = default;

ChaosReport ChaosRun::run()
{
    if (begin()) {
        storm();
        calmDown();
        judge();
    }
    return m_report;
}

bool ChaosRun::begin()
{
    if (const auto &started = m_sandbox.started(); !started) {
        m_report.trouble = started.error().remark;
        return false;
    }
    m_client = std::make_unique<Client>(m_network.address(), profileOf(m_sandbox.nameServer()));
    for (int i = 0; i < 16; ++i) // the topic comes into being at both brokers
        send();
    if (!QTest::qWaitFor([this] { return m_running == 0; }, 10'000) || m_report.acknowledged != m_report.sent) {
        m_report.trouble = QStringLiteral("the first sends failed");
        return false;
    }
    m_watch = m_client->watch({.topics = {topic()}, .from = WatchFrom::oldest(), .whenFull = MessageFeed::WhenFull::Wait});
    connect(m_watch.get(), &Watch::filled, this, [this] { take(*m_watch, [](Fate &fate) { fate.received = true; }); });
    connect(m_watch.get(), &Watch::ended, this, [this](const Error &error) { m_report.trouble = QStringLiteral("the watch ended: ") + error.remark; });
    if (!QTest::qWaitFor([this] { return m_messages.front().received; }, 10'000))
        m_report.trouble = QStringLiteral("the watch did not begin");
    return m_report.trouble.isEmpty();
}

void ChaosRun::send()
{
    const std::size_t number = m_messages.size();
    m_messages.emplace_back();
    ++m_report.sent;
    ++m_running;
    const OutgoingMessage message{.topic = topic(), .body = QByteArray::number(static_cast<qulonglong>(number))};
    whenDone(m_client->send(message, {.limit = sendLimit}), this, [this, number](const Result<SendReceipt> &receipt) {
        --m_running;
        m_messages[number].acknowledged = receipt.has_value();
        if (receipt)
            ++m_report.acknowledged;
        else
            ++m_report.failed[kindName(receipt.error().kind)];
    });
}

void ChaosRun::storm()
{
    QTimer sending;
    connect(&sending, &QTimer::timeout, this, [this] {
        for (int i = 0; i < 2 && m_running < mostRunning; ++i)
            send();
    });
    sending.start(5);
    QTimer turning;
    connect(&turning, &QTimer::timeout, this, [&] {
        turnFaults();
        turning.start(20 + random(150));
    });
    turning.start(20);
    (void)QTest::qWaitFor([this] { return !m_report.trouble.isEmpty(); }, static_cast<int>(m_plan.duration.count()));
    m_sandbox.faults().clear();
}

void ChaosRun::turnFaults()
{
    using Kind = Fault::Kind;
    constexpr std::array codes{sendCode, sendCode, pullCode, pullCode, routeCode};
    constexpr std::array kinds{Kind::Delay, Kind::Split, Kind::Garbage, Kind::Break, Kind::Oversize, Kind::Refusal, Kind::Silence, Kind::WrongOpaque};
    if (random(3) == 0) {
        m_sandbox.faults().clear();
        return;
    }
    const int code = codes[static_cast<std::size_t>(random(static_cast<int>(codes.size())))];
    const bool answers = code == pullCode && !m_plan.silentPulls;
    const Kind kind = kinds[static_cast<std::size_t>(random(static_cast<int>(kinds.size()) - (answers ? 2 : 0)))];
    const Fault fault{.kind = kind, .delay = milliseconds(random(answers ? 100 : 1500)), .bytes = random(200), .code = refusalFor(code, random(100)),
        .remark = QStringLiteral("refused by the test")};
    m_sandbox.faults().add({.code = code, .server = random(2) == 0 ? QStringLiteral("broker-a") : QString(), .times = random(4) == 0 ? -1 : 1 + random(6)}, fault);
    ++m_report.faults;
}

void ChaosRun::take(Watch &watch, const std::function<void(Fate &)> &note)
{
    for (const auto &batch : watch.drain()) {
        for (const protocol::StoredMessage &message : batch->messages) {
            const auto number = message.body.view().toByteArray().toULongLong();
            if (number < m_messages.size())
                note(m_messages[number]);
        }
    }
}

void ChaosRun::calmDown()
{
    (void)QTest::qWaitFor([this] { return m_running == 0; }, 2 * static_cast<int>(sendLimit.count()));
    m_report.hung = m_running;
    readStored();
    const auto caughtUp = [this] {
        return std::all_of(m_messages.cbegin(), m_messages.cend(), [](const Fate &fate) { return fate.received || fate.stored == 0; });
    };
    (void)QTest::qWaitFor(caughtUp, m_plan.silentPulls ? 90'000 : 30'000);
}

/// Reads everything with a client that saw no fault.
void ChaosRun::readStored()
{
    Client reader(m_network.address(), profileOf(m_sandbox.nameServer()));
    const qint64 expected = storedOffsets(reader);
    const auto watch = reader.watch({.topics = {topic()}, .from = WatchFrom::oldest(), .whenFull = MessageFeed::WhenFull::Wait});
    connect(watch.get(), &Watch::filled, this, [this, &watch] {
        take(*watch, [this](Fate &fate) {
            ++fate.stored;
            ++m_read;
        });
    });
    if (!QTest::qWaitFor([&] { return m_read >= expected; }, 60'000))
        m_report.trouble = QStringLiteral("%1 of %2 stored messages could be read").arg(m_read).arg(expected);
}

qint64 ChaosRun::storedOffsets(Client &client)
{
    std::optional<qint64> sum;
    const auto add = [&sum](const auto &answers) {
        sum = 0;
        for (const auto &answer : answers.value_or(std::vector<BrokerAnswer<commands::GetTopicStatsInfo::Reply>>())) {
            for (const auto &offsets : answer.reply ? answer.reply->body.offsetTable.values() : QList<commands::TopicOffset>())
                *sum += offsets.maxOffset.value();
        }
    };
    whenDone(client.askEach(commands::GetTopicStatsInfo{topic()}, {.kind = BrokerSet::Kind::Masters}, {}, this, [](const auto &, int) {}), this, add);
    (void)QTest::qWaitFor([&sum] { return sum.has_value(); });
    return sum.value_or(0);
}

void ChaosRun::judge()
{
    for (const Fate &fate : m_messages) {
        m_report.stored += fate.stored > 0;
        m_report.again += fate.stored > 1;
        m_report.received += fate.received;
        m_report.lost += fate.acknowledged && fate.stored == 0;
        m_report.missed += fate.stored > 0 && !fate.received;
    }
}

} // namespace rocketdesk::tests
