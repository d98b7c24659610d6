// SPDX-License-Identifier: Apache-2.0
#include "tests/admin/fakecluster.h"

#include <QRegularExpression>

namespace rocketdesk::tests {

namespace {

int codeOf(const QByteArray &frame)
{
    static const QRegularExpression code(QStringLiteral("\"code\":(\\d+)"));
    return code.match(QString::fromUtf8(frame)).captured(1).toInt();
}

} // namespace

FakeCluster::FakeCluster(int brokers, int nameServers)
{
    for (int i = 0; i < brokers; ++i) {
        m_brokers.push_back(std::make_unique<RawServer>(
            [this, i](QTcpSocket &socket, QByteArray &received) { serve(socket, received, m_brokerAnswers, i, true); }));
    }
    for (int i = 0; i < nameServers; ++i) {
        m_nameServers.push_back(std::make_unique<RawServer>(
            [this, i](QTcpSocket &socket, QByteArray &received) { serve(socket, received, m_nameServerAnswers, i, false); }));
    }
    nameServersAnswer(106, {.body = clusterInfo()});
}

Profile FakeCluster::profile() const
{
    Profile profile;
    for (const auto &server : m_nameServers)
        profile.nameServers << server->endpoint();
    profile.timeouts.request = std::chrono::milliseconds(m_silent < 0 ? Patience : 700);
    return profile;
}

int FakeCluster::asked() const
{
    int all = 0;
    for (const int count : m_asked)
        all += count;
    return all;
}

void FakeCluster::serve(QTcpSocket &socket, QByteArray &received, const Table &table, int index, bool broker)
{
    for (QByteArray frame = RawServer::takeFrame(received); !frame.isEmpty(); frame = RawServer::takeFrame(received)) {
        const int code = codeOf(frame);
        ++m_asked[code];
        if (broker && index == m_silent)
            continue;
        const auto known = table.find(code);
        const auto answer = known == table.end() ? std::optional(Answer{.code = 3, .remark = " request type not supported"}) : known->second(index, frame);
        if (!answer)
            continue;
        const QByteArray bytes = RawServer::answer(RawServer::opaqueOf(frame), answer->code, answer->body, answer->fields, answer->remark);
        if (broker && m_holding) {
            m_held.emplace_back(&socket, bytes);
            m_mostWaiting = std::max(m_mostWaiting, waiting());
        } else {
            socket.write(bytes);
        }
    }
}

void FakeCluster::release(int count)
{
    for (; count > 0 && !m_held.empty(); --count) {
        const auto held = m_held.front();
        m_held.erase(m_held.begin());
        if (held.first)
            held.first->write(held.second);
    }
}

QByteArray FakeCluster::clusterInfo() const
{
    QByteArrayList brokers;
    QByteArrayList names;
    for (int i = 0; i < static_cast<int>(m_brokers.size()); ++i) {
        const QByteArray name = brokerName(i);
        names << '"' + name + '"';
        brokers << '"' + name + R"(":{"brokerAddrs":{0:")" + broker(i).toString().toUtf8() + R"("},"brokerName":")" + name + R"(","cluster":"DefaultCluster"})";
    }
    return R"({"brokerAddrTable":{)" + brokers.join(',') + R"(},"clusterAddrTable":{"DefaultCluster":[)" + names.join(',') + "]}}";
}

} // namespace rocketdesk::tests
