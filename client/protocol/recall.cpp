// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/recall.h"

#include <QStringList>

namespace rocketdesk::protocol {

namespace {

constexpr QLatin1StringView version("v1");

} // namespace

QString RecallHandle::toString() const
{
    const QStringList parts{QString(version), topic.text(), brokerName.text(), QString::number(deliverAt), messageId};
    return QString::fromLatin1(parts.join(u' ').toUtf8().toBase64(QByteArray::Base64UrlEncoding));
}

Result<RecallHandle> RecallHandle::parse(const QString &text)
{
    const auto bytes = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QStringList parts = QString::fromUtf8(bytes.decoded).split(u' ');
    bool isTime = false;
    const qint64 time = parts.value(3).toLongLong(&isTime);
    if (!bytes || parts.size() != 5 || parts.front() != version || !isTime)
        return failed(Error::Kind::InvalidArgument, QStringLiteral("\"%1\" is no recall handle").arg(text));
    return RecallHandle{TopicName(parts.at(1)), BrokerName(parts.at(2)), time, parts.at(4)};
}

} // namespace rocketdesk::protocol
