// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/all.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rocketdesk::tests {

/// Takes what a table of fields writes, with its types.
class TypedFields final
{
public:
    void field(QByteArrayView name, QByteArrayView utf8) { m_object.insert(QString::fromUtf8(name), QString::fromUtf8(utf8)); }
    void field(QByteArrayView name, QStringView text) { m_object.insert(QString::fromUtf8(name), text.toString()); }
    void field(QByteArrayView name, qint64 number) { m_object.insert(QString::fromUtf8(name), number); }
    void field(QByteArrayView name, bool value) { m_object.insert(QString::fromUtf8(name), value); }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

private:
    QJsonObject m_object;
};

template <typename T>
[[nodiscard]] QJsonObject typedFields(const T &value)
{
    TypedFields fields;
    protocol::encodeFields(value, fields);
    return fields.object();
}

/// Fills a struct by its table from an object of fields.
template <typename T>
[[nodiscard]] Result<T> structOf(const QJsonObject &fields)
{
    const QByteArray text = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    const protocol::ExtFieldsView view(protocol::HeaderEncoding::Json, QByteArrayView(text).sliced(1, text.size() - 2));
    return protocol::decodeFields<T>(view, protocol::Strictness::Lenient);
}

/// Writes the command of this code, with these fields, into a FrameWriter or ExtFields.
template <typename Sink>
void encodeCommand(int code, const QJsonObject &fields, Sink &sink)
{
    commands::eachCommand([&]<typename C>(std::type_identity<C>) {
        if (C::request.code != code)
            return;
        if (const Result<C> command = structOf<C>(fields))
            protocol::encodeFields(*command, sink);
    });
}

} // namespace rocketdesk::tests
