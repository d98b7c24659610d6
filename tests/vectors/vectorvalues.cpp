// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorvalues.h"

#include <QJsonDocument>

#include <zlib.h>

namespace rocketdesk::tests {

qint64 longOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

QByteArray hexOf(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

QString toHex(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex());
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &element : array.toArray())
        texts.append(element.toString());
    return texts;
}

QJsonObject bytesValue(QByteArrayView bytes)
{
    const auto crc = ::crc32(0, reinterpret_cast<const Bytef *>(bytes.data()), uInt(bytes.size()));
    return {{QStringLiteral("length"), bytes.size()}, {QStringLiteral("crc32"), qint64(crc & 0x7fffffff)}};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue parsedJson(const QByteArray &text)
{
    const QJsonDocument wrapped = QJsonDocument::fromJson("[" + text + "]"); // a text or number alone is JSON, too
    return wrapped.isArray() ? wrapped.array().at(0) : QJsonValue(QJsonValue::Undefined);
}

QJsonObject failure(const Error &error)
{
    return {{QStringLiteral("error"), true},
            {QStringLiteral("errorKind"), kindName(error.kind)},
            {QStringLiteral("remark"), error.remark}};
}

QJsonObject failure()
{
    return {{QStringLiteral("error"), true}};
}

QJsonObject fieldsObject(const protocol::ExtFieldsView &fields)
{
    QJsonObject out;
    protocol::ExtFieldsView::Cursor cursor(fields);
    protocol::ExtFieldsView::Entry entry;
    while (cursor.next(entry))
        out.insert(entry.key.toString(), textOrNull(entry.value.toString()));
    return out;
}

QJsonObject fieldsObject(const protocol::ExtFields &fields)
{
    QJsonObject out;
    for (const auto &entry : fields.entries())
        out.insert(QString::fromUtf8(entry.name), QString::fromUtf8(entry.value));
    return out;
}

} // namespace rocketdesk::tests
