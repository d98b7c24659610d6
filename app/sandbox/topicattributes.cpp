// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/topicattributes.h"

namespace rocketdesk::sandbox {

namespace {

/// A key of [TopicAttributes].
struct Attribute {
    QString name;
    bool changeable;
    QStringList values; ///< empty: a number
};

const QList<Attribute> &knownAttributes()
{
    static const QList<Attribute> known = {
        {QStringLiteral("queue.type"), false, {QStringLiteral("SimpleCQ"), QStringLiteral("BatchCQ")}},
        {QStringLiteral("cleanup.policy"), false, {QStringLiteral("DELETE"), QStringLiteral("COMPACTION")}},
        {QStringLiteral("message.type"), true,
         {QStringLiteral("UNSPECIFIED"), QStringLiteral("NORMAL"), QStringLiteral("FIFO"), QStringLiteral("DELAY"),
          QStringLiteral("TRANSACTION"), QStringLiteral("PRIORITY"), QStringLiteral("LITE")}},
        {QStringLiteral("reserve.time"), true, {}},
        {QStringLiteral("lite.topic.expiration"), true, {}},
    };
    return known;
}

const Attribute *findAttribute(const QString &name)
{
    for (const Attribute &attribute : knownAttributes()) {
        if (attribute.name == name)
            return &attribute;
    }
    return nullptr;
}

bool isValue(const Attribute &attribute, const QString &value)
{
    bool isNumber = false;
    (void)value.toLongLong(&isNumber);
    return attribute.values.isEmpty() ? isNumber : attribute.values.contains(value);
}

QString problem(const QString &text)
{
    return QStringLiteral("java.lang.RuntimeException: ") + text;
}

} // namespace

tl::expected<QMap<QString, QString>, Refusal> changedAttributes(QMap<QString, QString> attributes, const QString &change, bool isNew)
{
    using protocol::AnswerCode;
    for (const QString &part : change.split(u',', Qt::SkipEmptyParts)) {
        const bool adds = part.startsWith(u'+');
        const QString name = part.section(u'=', 0, 0).mid(1);
        const QString value = part.section(u'=', 1);
        if (!adds && !part.startsWith(u'-'))
            return refused(AnswerCode::SystemError, problem(QStringLiteral("add/alter/delete attribute format is wrong: ") + part));
        const Attribute *const known = findAttribute(name);
        if (!known)
            return refused(AnswerCode::SystemError, problem(QStringLiteral("unsupported key: ") + name));
        if (isNew && !adds)
            return refused(AnswerCode::SystemError, problem(QStringLiteral("only add attribute is supported while creating topic. key: ") + name));
        if (adds && !isValue(*known, value))
            return refused(AnswerCode::SystemError, problem(QStringLiteral("value is not in set: ") + value));
        if (!isNew && !known->changeable && attributes.value(name) != value)
            return refused(AnswerCode::SystemError, problem(QStringLiteral("attempt to update an unchangeable attribute. key: ") + name));
        if (adds)
            attributes.insert(name, value);
        else
            attributes.remove(name);
    }
    return attributes;
}

} // namespace rocketdesk::sandbox
