// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/line.h"

#include "client/protocol/textview.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rocketdesk::ctl {

Line &Line::add(const char *name, const QString &text)
{
    if (text.isNull())
        return *this;
    QByteArray json;
    protocol::appendJsonText(json, QStringView(text));
    m_values.push_back({name, json, text});
    return *this;
}

Line &Line::add(const char *name, const QStringList &texts)
{
    m_values.push_back({name, QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact), texts.join(QStringLiteral(", "))});
    return *this;
}

Line &Line::add(const char *name, const QJsonObject &object)
{
    QStringList members;
    for (auto member = object.begin(); member != object.end(); ++member)
        members << member.key() + u'=' + member.value().toVariant().toString();
    m_values.push_back({name, QJsonDocument(object).toJson(QJsonDocument::Compact), members.join(QStringLiteral(", "))});
    return *this;
}

Line &Line::add(const char *name, double number)
{
    const QByteArray json = QJsonDocument(QJsonArray{number}).toJson(QJsonDocument::Compact);
    m_values.push_back({name, json.sliced(1, json.size() - 2), QString::number(number, 'f', 2), true});
    return *this;
}

Line &Line::add(const char *name, bool yes)
{
    m_values.push_back({name, yes ? "true" : "false", yes ? QStringLiteral("yes") : QStringLiteral("no")});
    return *this;
}

Line &Line::addInteger(const char *name, qint64 number)
{
    m_values.push_back({name, QByteArray::number(number), QString::number(number), true});
    return *this;
}

Line &Line::addUtf8(const char *name, QByteArrayView utf8)
{
    QByteArray json;
    protocol::appendJsonText(json, utf8);
    m_values.push_back({name, json, QString::fromUtf8(utf8)});
    return *this;
}

QByteArray Line::toJson() const
{
    QByteArray json = "{";
    for (const Value &value : m_values) {
        if (json.size() > 1)
            json += ',';
        json += '"';
        json += value.name;
        json += "\":";
        json += value.json;
    }
    return json += '}';
}

} // namespace rocketdesk::ctl
