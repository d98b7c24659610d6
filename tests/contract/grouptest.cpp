// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/grouptest.h"

namespace rocketdesk::tests {

QStringList numbered(int from, int count)
{
    QStringList bodies;
    for (int i = from; i < from + count; ++i)
        bodies << QStringLiteral("%1").arg(i, 4, 10, QLatin1Char('0'));
    return bodies;
}

void GroupTest::init()
{
    QFETCH(const QString, target);
    m_target = &TargetCluster::named(target);
    const auto nameServer = m_target->nameServer();
    QVERIFY2(nameServer.has_value(), qPrintable(nameServer ? QString() : nameServer.error().remark));
    m_nameServer = *nameServer;
    m_caller = std::make_unique<Caller>(m_nameServer);
    m_topic = QStringLiteral("contract-%1-%2").arg(QString::fromLatin1(metaObject()->className()).section(QStringLiteral("::"), -1)).arg(++m_number);
    QVERIFY(m_target->createTopic(m_topic, 4));
}

void GroupTest::cleanup()
{
    m_caller.reset();
}

void GroupTest::sendOne(const QString &body, const SendOptions &options, const protocol::Properties &properties)
{
    const OutgoingMessage message{.topic = TopicName(m_topic), .properties = properties, .body = body.toUtf8()};
    const auto receipt = Caller::result(m_caller->client().send(message, options));
    QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : wordsFor(receipt.error()).line()));
}

void GroupTest::send(int from, int count)
{
    for (const QString &body : numbered(from, count))
        sendOne(body);
}

QStringList GroupTest::together(Members members)
{
    QStringList all;
    for (const Consuming *member : members)
        all << member->bodies();
    all.sort();
    return all;
}

QStringList GroupTest::unique(Members members)
{
    QStringList all = together(members);
    all.removeDuplicates();
    return all;
}

} // namespace rocketdesk::tests
