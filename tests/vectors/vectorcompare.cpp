// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorcompare.h"

#include "tests/vectors/vectorvalues.h"

#include "client/protocol/frame.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace rocketdesk::tests {

namespace {

enum class Objects { Subset, Exact };
enum class Arrays { Ordered, Sets };

struct Rules {
    Objects objects = Objects::Subset;
    Arrays arrays = Arrays::Ordered;
    bool hex = false;
};

bool equal(const QJsonValue &expected, const QJsonValue &actual, const Rules &rules);

bool isAbsent(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

bool isComment(const QString &key)
{
    return key == u"note" || key == u"source" || key == u"where";
}

/// Results whose type in the contract is a map, or a list of maps.
bool isMap(const QString &area, const QString &key)
{
    static const QSet<QString> keys{QStringLiteral("assignments"), QStringLiteral("extFields"), QStringLiteral("parsed"),
                                    QStringLiteral("requests"), QStringLiteral("offsets"), QStringLiteral("properties")};
    return keys.contains(key) && !area.startsWith(QLatin1StringView("transaction."));
}

bool isSet(const QString &area, const QString &key)
{
    static const QSet<QString> keys{QStringLiteral("json"), QStringLiteral("value"), QStringLiteral("tagsSet"), QStringLiteral("codeSet"),
                                    QStringLiteral("transKeys"), QStringLiteral("brokersPicked"), QStringLiteral("keys")};
    return keys.contains(key) && area != u"message.sysflag-transaction";
}

bool isHex(const QString &key)
{
    return key == u"hex" || key.endsWith(QLatin1StringView("Hex"));
}

bool equalNumbers(const QJsonValue &expected, const QJsonValue &actual)
{
    const double a = expected.toDouble();
    const double b = actual.toDouble();
    if (a == std::floor(a) && b == std::floor(b) && std::abs(a) < 9e18 && std::abs(b) < 9e18)
        return expected.toInteger(qint64(a)) == actual.toInteger(qint64(b));
    return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

bool equalTextAndNumber(const QString &text, const QJsonValue &number)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok && text == QString::number(value) && value == number.toInteger(value ^ 1); // the default is any other number
}

bool equalObjects(const QJsonObject &expected, const QJsonObject &actual, const Rules &rules)
{
    const bool exact = rules.objects == Objects::Exact;
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (exact && !actual.contains(it.key()))
            return false;
        if (!isComment(it.key()) && !equal(it.value(), actual.value(it.key()), {Objects::Subset, rules.arrays, rules.hex}))
            return false;
    }
    return !exact || expected.size() == actual.size();
}

bool equalSets(const QJsonArray &expected, QJsonArray actual, const Rules &rules)
{
    for (const QJsonValue &wanted : expected) {
        qsizetype found = 0;
        while (found < actual.size() && !equal(wanted, actual.at(found), rules))
            ++found;
        if (found == actual.size())
            return false;
        actual.removeAt(found);
    }
    return actual.isEmpty();
}

bool equalArrays(const QJsonArray &expected, const QJsonArray &actual, const Rules &rules)
{
    if (expected.size() != actual.size())
        return false;
    if (rules.arrays == Arrays::Sets)
        return equalSets(expected, actual, rules);
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (!equal(expected.at(i), actual.at(i), rules))
            return false;
    }
    return true;
}

bool equal(const QJsonValue &expected, const QJsonValue &actual, const Rules &rules)
{
    if (isAbsent(expected) || isAbsent(actual))
        return isAbsent(expected) && isAbsent(actual);
    if (expected.isDouble() && actual.isDouble())
        return equalNumbers(expected, actual);
    if (expected.isString() && actual.isDouble())
        return equalTextAndNumber(expected.toString(), actual);
    if (expected.isDouble() && actual.isString())
        return equalTextAndNumber(actual.toString(), expected);
    if (expected.isString() && actual.isString() && rules.hex)
        return expected.toString().compare(actual.toString(), Qt::CaseInsensitive) == 0;
    if (expected.isObject() && actual.isObject())
        return equalObjects(expected.toObject(), actual.toObject(), rules);
    if (expected.isArray() && actual.isArray())
        return equalArrays(expected.toArray(), actual.toArray(), rules);
    return expected == actual;
}

/// What a frame says, order and spelling of its header apart.
QJsonObject decodedFrame(const QString &hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    const protocol::Split split = protocol::splitFrame(bytes);
    const auto frame = protocol::parseFrame(split.payload);
    if (!frame)
        return failure(frame.error());
    return {{QStringLiteral("encoding"), int(frame->encoding)},
            {QStringLiteral("code"), frame->code},
            {QStringLiteral("language"), int(frame->language)},
            {QStringLiteral("version"), frame->version},
            {QStringLiteral("opaque"), frame->opaque},
            {QStringLiteral("flag"), frame->flag},
            {QStringLiteral("remark"), textOrNull(frame->remark.toString())},
            {QStringLiteral("extFields"), fieldsObject(frame->extFields)},
            {QStringLiteral("body"), toHex(frame->body)}};
}

bool containsEach(const QJsonArray &texts, const QJsonValue &actual)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString ours = actual.isArray() ? actual.toArray().at(i).toString() : actual.toString();
        if (!texts.at(i).isNull() && !ours.contains(texts.at(i).toString()))
            return false;
    }
    return true;
}

bool lacksEach(const QJsonArray &keys, const QJsonObject &actual)
{
    const QJsonObject properties = actual.value(QLatin1StringView("properties")).toObject();
    return std::none_of(keys.begin(), keys.end(), [&](const QJsonValue &key) { return properties.contains(key.toString()); });
}

bool hasEach(const QJsonArray &keys, const QJsonArray &actual)
{
    return std::all_of(keys.begin(), keys.end(), [&](const QJsonValue &key) { return actual.contains(key); });
}

/// Bounds and patterns instead of values; unset where the key is an ordinary one.
std::optional<bool> meetsBound(const QString &area, const QString &key, const QJsonValue &expected, const QJsonObject &actual)
{
    const QJsonValue ours = actual.value(key);
    if (key == u"timeErrorMsMax")
        return ours.isDouble() && ours.toDouble() <= expected.toDouble();
    if (key == u"idPattern")
        return QRegularExpression(QRegularExpression::anchoredPattern(expected.toString())).match(ours.toString()).hasMatch();
    if (key == u"textContains" || key == u"remarkContains")
        return containsEach(expected.toArray(), ours);
    if (key == u"removed")
        return lacksEach(expected.toArray(), actual);
    if (key == u"index" && expected.isNull())
        return true;
    if (key == u"keys" && area == u"body.running-info-entry")
        return hasEach(expected.toArray(), ours.toArray());
    if (key == u"frameHex")
        return decodedFrame(expected.toString()) == decodedFrame(ours.toString());
    return std::nullopt;
}

bool meets(const QString &area, const QString &key, const QJsonValue &expected, const QJsonObject &actual)
{
    if (const auto bound = meetsBound(area, key, expected, actual))
        return *bound;
    const Rules rules{isMap(area, key) ? Objects::Exact : Objects::Subset, isSet(area, key) ? Arrays::Sets : Arrays::Ordered,
                      isHex(key)};
    if (!isMap(area, key) || !expected.isArray())
        return equal(expected, actual.value(key), rules);
    const QJsonArray wanted = expected.toArray();
    const QJsonArray ours = actual.value(key).toArray();
    bool same = wanted.size() == ours.size();
    for (qsizetype i = 0; same && i < wanted.size(); ++i)
        same = equal(wanted.at(i), ours.at(i), rules);
    return same;
}

QString shown(const QJsonValue &value)
{
    constexpr qsizetype most = 1500;
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return value.isUndefined() ? QStringLiteral("nothing") : QString::fromUtf8(text.mid(1, text.size() - 2)).left(most);
}

} // namespace

QStringList compareVector(const QString &area, const QJsonObject &expected, const QJsonObject &actual)
{
    QStringList differences;
    const bool shouldFail = !isAbsent(expected.value(QLatin1StringView("error")));
    const bool failed = !isAbsent(actual.value(QLatin1StringView("error")));
    if (shouldFail != failed)
        differences.append(QStringLiteral("error: expected %1, got %2")
                               .arg(shouldFail ? QStringLiteral("an error") : QStringLiteral("none"), shown(actual)));
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const QString &key = it.key();
        if (key == u"error" || isComment(key) || meets(area, key, it.value(), actual))
            continue;
        differences.append(QStringLiteral("%1: expected %2, got %3").arg(key, shown(it.value()), shown(actual.value(key))));
    }
    return differences;
}

} // namespace rocketdesk::tests
