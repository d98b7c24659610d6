// SPDX-License-Identifier: Apache-2.0
#include "client/base/ownremarks.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace rocketdesk {

namespace {

/// The more special ones first: the first that fits is it.
constexpr std::array known = {
    QT_TRANSLATE_NOOP("Words", "the SQL expression is empty"),
    QT_TRANSLATE_NOOP("Words", "the SQL expression is broken at column %1: %2"),
    QT_TRANSLATE_NOOP("Words", "%1 needs brokers from 5.0 on, and this topic has an older one"),
    QT_TRANSLATE_NOOP("Words", "the filter is longer than %1 characters"),
    QT_TRANSLATE_NOOP("Words", "NULL is not compared with = or <>: write IS NULL or IS NOT NULL"),
    QT_TRANSLATE_NOOP("Words", "TRUE and FALSE are not compared with this"),
    QT_TRANSLATE_NOOP("Words", "the upper bound is below the lower one"),
    QT_TRANSLATE_NOOP("Words", "IN looks at a property: its name stands before IN"),
    QT_TRANSLATE_NOOP("Words", "only numbers are compared by <, <=, >, >= and BETWEEN"),
    QT_TRANSLATE_NOOP("Words", "the comment is not closed"),
    QT_TRANSLATE_NOOP("Words", "the text is not closed by a quote"),
    QT_TRANSLATE_NOOP("Words", "\"%1\" has no meaning here"),
    QT_TRANSLATE_NOOP("Words", "the filter is nested too deeply"),
    QT_TRANSLATE_NOOP("Words", "brokers refuse %1: zero is written 0, and the rest must fit a double"),
    QT_TRANSLATE_NOOP("Words", "%1 does not fit 64 bits"),
    QT_TRANSLATE_NOOP("Words", "this is no condition: compare it with something"),
    QT_TRANSLATE_NOOP("Words", "\"%1\" alone is never true: compare it with something"),
    QT_TRANSLATE_NOOP("Words", "the filter ends where %1 is missing"),
    QT_TRANSLATE_NOOP("Words", "\"%1\" stands where %2 belongs"),
    QT_TRANSLATE_NOOP("Words", "AND, OR or the end"),
    QT_TRANSLATE_NOOP("Words", "NULL or NOT NULL"),
    QT_TRANSLATE_NOOP("Words", "AND and the upper bound"),
    QT_TRANSLATE_NOOP("Words", "a property, a value or a bracket"),
    QT_TRANSLATE_NOOP("Words", "a text in single quotes"),
    QT_TRANSLATE_NOOP("Words", "a watch filters by tags or by SQL, not by both"),
    QT_TRANSLATE_NOOP("Words", "%1 has no consumer group \"%2\", and reading as it would create it"),
    QT_TRANSLATE_NOOP("Words", "no name server knows a broker of this name"),
    QT_TRANSLATE_NOOP("Words", "the broker has no master, which alone gives locks"),
    QT_TRANSLATE_NOOP("Words", "no name server knows the topic %1"),
    QT_TRANSLATE_NOOP("Words", "no queue of the topic may be read"),
    QT_TRANSLATE_NOOP("Words", "no queue of the topic %1 may be written"),
    QT_TRANSLATE_NOOP("Words", "the topic %1 has no queue %2 on %3 that may be written"),
    QT_TRANSLATE_NOOP("Words", "no broker of %1 is known"),
    QT_TRANSLATE_NOOP("Words", "the route of %1 names %2 queues or more"),
    QT_TRANSLATE_NOOP("Words", "there is no message at offset %1; queue %2 has %3 up to %4"),
    QT_TRANSLATE_NOOP("Words", "no broker has a message %1 (any more)"),
    QT_TRANSLATE_NOOP("Words", "the profile names no name server"),
    QT_TRANSLATE_NOOP("Words", "another profile is named \"%1\""),
    QT_TRANSLATE_NOOP("Words", "there is no such profile"),
    QT_TRANSLATE_NOOP("Words", "both sides of a mapping are needed"),
    QT_TRANSLATE_NOOP("Words", "signing needs a secret key"),
    QT_TRANSLATE_NOOP("Words", "%1 holds no certificate in PEM form"),
    QT_TRANSLATE_NOOP("Words", "%1 holds no unencrypted RSA or EC key in PEM form"),
    QT_TRANSLATE_NOOP("Words", "its configuration has changed since it was read"),
    QT_TRANSLATE_NOOP("Words", "no broker is chosen"),
    QT_TRANSLATE_NOOP("Words", "delivery times need RocketMQ 5.0: this broker would deliver at once"),
    QT_TRANSLATE_NOOP("Words", "%1 sends were on their way the whole time"),
    QT_TRANSLATE_NOOP("Words", "%1 sends are on their way and %2 wait"),
    QT_TRANSLATE_NOOP("Words", "the body has %1 bytes"),
    QT_TRANSLATE_NOOP("Words", "the body inflates to more than %1 bytes"),
    QT_TRANSLATE_NOOP("Words", "the sysFlag %1 names no known compression"),
    QT_TRANSLATE_NOOP("Words", "the body is no message"),
    QT_TRANSLATE_NOOP("Words", "a header of %1 bytes"),
    QT_TRANSLATE_NOOP("Words", "field %1 is missing"),
    QT_TRANSLATE_NOOP("Words", "field %1 has the value \"%2\""),
    QT_TRANSLATE_NOOP("Words", "the client was closed"),
    QT_TRANSLATE_NOOP("Words", "nothing came for %1"),
    QT_TRANSLATE_NOOP("Words", "the batch has more than %1 messages"),
    QT_TRANSLATE_NOOP("Words", "it is larger than %1 bytes"),
    QT_TRANSLATE_NOOP("Words", "it is no JSON at byte %1: %2"),
    QT_TRANSLATE_NOOP("Words", "it was written by a newer version of this program (format %1, known up to %2)"),
    QT_TRANSLATE_NOOP("Words", "it is no list of profiles"),
    QT_TRANSLATE_NOOP("Words", "it has more than %1 profiles"),
    QT_TRANSLATE_NOOP("Words", "entry %1 of its list is no profile"),
    QT_TRANSLATE_NOOP("Words", "%1 of %2 profiles can't be read and stay in it as they are; the first is %3"),
    QT_TRANSLATE_NOOP("Words", "it holds %1 profiles and %2 bytes at most"),
    QT_TRANSLATE_NOOP("Words", "is no text"),
    QT_TRANSLATE_NOOP("Words", "is longer than %1 characters"),
    QT_TRANSLATE_NOOP("Words", "has a control character"),
    QT_TRANSLATE_NOOP("Words", "is neither true nor false"),
    QT_TRANSLATE_NOOP("Words", "is no number of milliseconds from %1 to %2"),
    QT_TRANSLATE_NOOP("Words", "is \"%1\", which this version does not know"),
    QT_TRANSLATE_NOOP("Words", "is no list"),
    QT_TRANSLATE_NOOP("Words", "has more than %1 entries"),
    QT_TRANSLATE_NOOP("Words", "is no object"),
    QT_TRANSLATE_NOOP("Words", "has an entry that is no address: %1"),
    QT_TRANSLATE_NOOP("Words", "has an entry that is no rule: %1"),
    QT_TRANSLATE_NOOP("Words", "is missing"),
    QT_TRANSLATE_NOOP("Words", "\"%1\" is no address for a mapping: %2"),
    QT_TRANSLATE_NOOP("Words", "it is longer than any address"),
    QT_TRANSLATE_NOOP("Words", "write an IPv6 address in brackets"),
    QT_TRANSLATE_NOOP("Words", "it has two ports"),
    QT_TRANSLATE_NOOP("Words", "the host to connect to is whole, or one * that keeps the announced host"),
    QT_TRANSLATE_NOOP("Words", "\"%1\" is no address: %2"),
    QT_TRANSLATE_NOOP("Words", "the bracket is not closed"),
    QT_TRANSLATE_NOOP("Words", "a port follows the bracket after a colon"),
    QT_TRANSLATE_NOOP("Words", "the host is missing"),
    QT_TRANSLATE_NOOP("Words", "the host has a character that no host has"),
    QT_TRANSLATE_NOOP("Words", "the port is missing"),
    QT_TRANSLATE_NOOP("Words", "the port is a number from 1 to 65535"),
    QT_TRANSLATE_NOOP("Words", "\"%1\" %2"),
};

/// What stands in `text` where `pattern` has %1, %2 ..., in this order; nothing where the rest differs.
std::optional<QStringList> filledIn(const QString &text, const QString &pattern)
{
    QStringList filled;
    qsizetype at = 0;
    qsizetype done = 0; // of the pattern
    bool quoted = false; // what is filled in next
    for (int number = 1;; ++number) {
        const QString place = u'%' + QString::number(number);
        const qsizetype next = pattern.indexOf(place, done);
        const auto literal = QStringView(pattern).sliced(done, (next < 0 ? pattern.size() : next) - done);
        const bool isLast = next < 0;
        const qsizetype found = number == 1 ? (text.startsWith(literal) ? 0 : -1) : isLast ? (text.endsWith(literal) ? text.size() - literal.size() : -1) : text.indexOf(literal, at);
        if (found < at)
            return std::nullopt;
        if (number > 1)
            filled << text.sliced(at, found - at);
        if (quoted && literal.startsWith(u'"') && filled.last().contains(u'"'))
            return std::nullopt; // it goes beyond its quotes: this is another text
        quoted = literal.endsWith(u'"');
        at = found + literal.size();
        if (isLast)
            return at == text.size() ? std::optional(filled) : std::nullopt;
        done = next + place.size();
    }
}

} // namespace

QString translatedRemark(const QString &remark, const Translate &translate)
{
    if (!translate)
        return remark;
    for (const char *const pattern : known) {
        auto filled = filledIn(remark, QString::fromUtf8(pattern));
        if (!filled)
            continue;
        for (QString &part : *filled)
            part = translatedRemark(part, translate);
        return Wording{pattern, *filled}.text(translate);
    }
    return remark;
}

std::span<const char *const> knownRemarks()
{
    return known;
}

} // namespace rocketdesk
