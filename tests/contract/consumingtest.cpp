// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/consumingtest.h"

#include <QDateTime>

namespace rocketdesk::tests {

void ConsumingTest::init()
{
    QFETCH(const QString, target);
    m_target = &TargetCluster::named(target);
    const auto nameServer = m_target->nameServer();
    QVERIFY2(nameServer.has_value(), words(nameServer).constData());
    m_caller = std::make_unique<Caller>(*nameServer);
}

bool ConsumingTest::begin(const QString &topic, int queues)
{
    m_topic = TopicName(topic);
    return m_target->createTopic(topic, queues);
}

QString ConsumingTest::freshGroup()
{
    return QStringLiteral("contract-%1-%2").arg(QDateTime::currentMSecsSinceEpoch()).arg(++m_groups);
}

bool ConsumingTest::send(const QByteArray &body, int queue, const QString &tag)
{
    OutgoingMessage message{.topic = m_topic, .body = body};
    if (!tag.isEmpty())
        message.properties.set(QString(protocol::property::Tags), tag);
    const auto sent = result(client().send(message, {.queue = this->queue(queue)}));
    if (!sent)
        qWarning("%s", words(sent).constData());
    return sent.has_value();
}

bool ConsumingTest::sendMany(int count, int queue, int first)
{
    for (int i = first; i < first + count; ++i) {
        if (!send(QByteArray::number(i), queue))
            return false;
    }
    return true;
}

} // namespace rocketdesk::tests
