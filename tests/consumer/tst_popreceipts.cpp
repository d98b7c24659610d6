// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/popreceipts.h"
#include "client/protocol/messagelist.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QTest>

using namespace rocketdesk;

namespace {

const TopicName topic(QStringLiteral("t"));
const BrokerName broker(QStringLiteral("a"));

/// A record that carries its own receipt; of a kind that nobody knows where it can't be read.
QByteArray record(qint64 offset, bool readable = true)
{
    const protocol::PopReceipt receipt{0, 1, 60'000, 0, QStringLiteral("0"), broker, QueueId(0), QueueOffset(offset), -1};
    protocol::Properties properties;
    properties.set(protocol::property::PopCheckPoint, receipt.toString());
    protocol::StoredMessage message;
    message.topic = topic;
    message.queueOffset = QueueOffset(offset);
    message.body = protocol::Bytes(QByteArray::number(offset));
    message.properties = protocol::Bytes(properties.toBlock().value_or(QByteArray()));
    QByteArray bytes;
    (void)protocol::appendStored(bytes, message);
    if (!readable)
        bytes[4] = 0;
    return bytes;
}

} // namespace

class PopReceiptsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesBeforeAnUnreadableOneAreTaken()
    {
        commands::PopMessage::Reply reply;
        reply.body = record(0) + record(1) + record(2, false) + record(3);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("a: a message of t can't be read")));
        const auto popped = poppedMessages(std::move(reply), topic, broker);
        QVERIFY(popped);
        QCOMPARE(popped->size(), std::size_t(2));
        QCOMPARE(popped->back().ticket.receipt.queueOffset, QueueOffset(1));
    }

    void nothingReadableIsNoEmptyAnswer()
    {
        commands::PopMessage::Reply reply;
        reply.body = record(0, false) + record(1);
        const auto popped = poppedMessages(std::move(reply), topic, broker);
        QVERIFY(!popped);
        QCOMPARE(popped.error().kind, Error::Kind::Malformed);
        QVERIFY2(popped.error().remark.startsWith(QLatin1StringView("the record at byte 0")), qPrintable(popped.error().remark));
    }
};

ROCKETDESK_TEST(PopReceiptsTest)

#include "tst_popreceipts.moc"
