// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/networkthread.h"
#include "client/profile/profile.h"
#include "tests/support/awaited.h"
#include "tests/support/rawserver.h"

#include <QTest>

#include <map>
#include <memory>
#include <optional>

namespace rocketdesk::tests {

/// A name server and brokers on loopback that answer by request code, and count what they are asked.
class FakeCluster final
{
public:
    /// What one server answers: code, body, header fields, remark. Nothing: it stays silent.
    struct Answer {
        int code = 0;
        QByteArray body = {};
        QByteArray fields = "{}";
        QByteArray remark = {};
    };
    using Answers = std::function<std::optional<Answer>(int code, const QByteArray &frame)>;

    /// Brokers "broker-a", "broker-b" ... of cluster "DefaultCluster", each a master.
    explicit FakeCluster(int brokers, int nameServers = 1);

    /// Of this cluster as it is now: only a server that is silent is soon given up.
    [[nodiscard]] Profile profile() const;
    [[nodiscard]] Endpoint broker(int index) const { return m_brokers.at(static_cast<std::size_t>(index))->endpoint(); }
    [[nodiscard]] static QByteArray brokerName(int index) { return QByteArray("broker-") + static_cast<char>('a' + index); }

    /// A code that every broker, or every name server, answers so.
    void brokersAnswer(int code, Answer answer) { m_brokerAnswers[code] = [answer](int, const QByteArray &) { return answer; }; }
    void nameServersAnswer(int code, Answer answer) { m_nameServerAnswers[code] = [answer](int, const QByteArray &) { return answer; }; }
    /// The same with a function of the broker's or name server's number and the request's frame.
    void brokersAnswer(int code, Answers answers) { m_brokerAnswers[code] = std::move(answers); }
    void nameServersAnswer(int code, Answers answers) { m_nameServerAnswers[code] = std::move(answers); }
    void silence(int broker) { m_silent = broker; }

    /// How often a code was asked, at all servers together.
    [[nodiscard]] int asked(int code) const { return m_asked.value(code); }
    [[nodiscard]] int asked() const;
    void forgetAsked() { m_asked.clear(); }
    /// Most calls that waited at once for brokers' answers since hold().
    [[nodiscard]] int mostWaiting() const { return m_mostWaiting; }
    /// From now on brokers answer only when told to.
    void hold() { m_holding = true; }
    /// Answers what is held back, `count` calls.
    void release(int count = 1'000'000);
    [[nodiscard]] int waiting() const { return static_cast<int>(m_held.size()); }

private:
    using Table = std::map<int, Answers>;
    void serve(QTcpSocket &socket, QByteArray &received, const Table &table, int index, bool broker);
    [[nodiscard]] QByteArray clusterInfo() const;

    Table m_brokerAnswers;
    Table m_nameServerAnswers;
    QMap<int, int> m_asked;
    int m_silent = -1;
    bool m_holding = false;
    int m_mostWaiting = 0;
    std::vector<std::pair<QPointer<QTcpSocket>, QByteArray>> m_held;
    std::vector<std::unique_ptr<RawServer>> m_brokers;
    std::vector<std::unique_ptr<RawServer>> m_nameServers;
};

} // namespace rocketdesk::tests
