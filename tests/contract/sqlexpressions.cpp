// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/sqlexpressions.h"

#include <numeric>
#include <utility>

namespace rocketdesk::tests {

namespace {

QString wireForm(std::initializer_list<std::pair<QString, QString>> properties)
{
    QString text;
    for (const auto &[name, value] : properties)
        text += name + QChar(1) + value + QChar(2);
    return text;
}

QList<int> everything()
{
    QList<int> all(sqlMessages().size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

SqlAnswer matches(QList<int> messages)
{
    return {0, std::move(messages)};
}

/// 46 refuses it, and the pull, from which the broker drops it, delivers everything.
SqlAnswer broken()
{
    return {23, everything()};
}

SqlCase same(QString expression, SqlAnswer both)
{
    return {std::move(expression), both, both};
}

} // namespace

const QStringList &sqlMessages()
{
    static const QStringList messages = {
        wireForm({}), // 0
        wireForm({{u"n"_qs, u"1"_qs}}), // 1
        wireForm({{u"n"_qs, u"2"_qs}, {u"a"_qs, u"x"_qs}}), // 2
        wireForm({{u"n"_qs, u"3"_qs}, {u"a"_qs, u"y"_qs}, {u"TAGS"_qs, u"tagA"_qs}}), // 3
        wireForm({{u"n"_qs, u"10"_qs}, {u"f"_qs, u"2.5"_qs}, {u"b"_qs, u"true"_qs}}), // 4
        wireForm({{u"n"_qs, u"abc"_qs}, {u"a"_qs, u"it's"_qs}}), // 5
        wireForm({{u"n"_qs, u"-5"_qs}, {u"a"_qs, u"xyz"_qs}}), // 6
        wireForm({{u"a"_qs, u"X"_qs}, {u"KEYS"_qs, u"k1 k2"_qs}, {u"b"_qs, u"false"_qs}}), // 7
        wireForm({{u"n"_qs, u"9223372036854775807"_qs}, {u"f"_qs, u"-0.5"_qs}}), // 8
        wireForm({{u"n"_qs, u" 2 "_qs}, {u"a"_qs, u"大小"_qs}}), // 9
    };
    return messages;
}

const QList<SqlCase> &sqlCases()
{
    static const QList<SqlCase> cases = {
        // Numbers. A literal within 32 bits is compared only with properties that are such numbers, one with a point with all numbers.
        same(u"n = 2"_qs, matches({2})),
        same(u"n <> 2"_qs, matches({1, 3, 4, 6})),
        same(u"n > 2"_qs, matches({3, 4})),
        same(u"n >= 2"_qs, matches({2, 3, 4})),
        same(u"n < 2"_qs, matches({1, 6})),
        same(u"n <= 2"_qs, matches({1, 2, 6})),
        same(u"n > 2.5"_qs, matches({3, 4, 8})),
        same(u"n > -6"_qs, matches({1, 2, 3, 4, 6})),
        same(u"n = +2"_qs, matches({2})),
        same(u"n = 9223372036854775807"_qs, matches({8})),
        same(u"n = 9223372036854775808"_qs, broken()),
        same(u"f > 2"_qs, matches({})),
        same(u"f = 2.5"_qs, matches({4})),
        same(u"f = -0.5"_qs, matches({8})),
        same(u"f > 1e0"_qs, matches({4})),
        // Texts: names count their case, and only equality is defined.
        same(u"a = 'x'"_qs, matches({2})),
        same(u"a <> 'x'"_qs, matches({3, 5, 6, 7, 9})),
        same(u"a = 'it''s'"_qs, matches({5})),
        same(u"a = '大小'"_qs, matches({9})),
        same(u"A = 'x'"_qs, matches({})),
        same(u"n = '2'"_qs, matches({2})),
        same(u"n = 'abc'"_qs, matches({5})),
        same(u"a = 2"_qs, matches({})),
        // Truth values.
        same(u"b = TRUE"_qs, matches({4})),
        same(u"b = true"_qs, matches({4})),
        same(u"b = FALSE"_qs, matches({7})),
        same(u"b <> TRUE"_qs, matches({7})),
        same(u"b"_qs, matches({})),
        same(u"NOT b"_qs, matches({4, 7})),
        same(u"b = 'true'"_qs, matches({4})),
        same(u"TRUE"_qs, matches(everything())),
        same(u"FALSE"_qs, matches({})),
        // Ranges, lists and what is not there.
        same(u"n BETWEEN 2 AND 3"_qs, matches({2, 3})),
        same(u"n NOT BETWEEN 2 AND 3"_qs, matches({1, 4, 6})),
        same(u"n between 2 and 3"_qs, matches({2, 3})),
        same(u"n BETWEEN 3 AND 2"_qs, broken()),
        same(u"a IN ('x', 'y')"_qs, matches({2, 3})),
        same(u"a NOT IN ('x', 'y')"_qs, matches({5, 6, 7, 9})),
        same(u"a IN ('x')"_qs, matches({2})),
        same(u"a IN ()"_qs, broken()),
        same(u"n IN (1, 2)"_qs, broken()),
        same(u"a IS NULL"_qs, matches({0, 1, 4, 8})),
        same(u"a IS NOT NULL"_qs, matches({2, 3, 5, 6, 7, 9})),
        same(u"nobody IS NULL"_qs, matches(everything())),
        same(u"nobody = 1"_qs, matches({})),
        same(u"nobody <> 1"_qs, matches({})),
        // Combined. NOT binds closer than a comparison.
        same(u"NOT (n > 2)"_qs, matches({1, 2, 6})),
        same(u"NOT n > 2"_qs, broken()),
        same(u"n > 2 AND a = 'y'"_qs, matches({3})),
        same(u"n > 2 OR a = 'x'"_qs, matches({2, 3, 4})),
        same(u"a = 'x' OR a = 'y' AND n = 3"_qs, matches({2, 3})),
        same(u"(a = 'x' OR a = 'y') AND n = 3"_qs, matches({3})),
        same(u"(n > 2"_qs, broken()),
        same(u"n > 2)"_qs, matches({3, 4})),
        same(u"n > 2 AND"_qs, broken()),
        same(u"n == 2"_qs, broken()),
        same(u"n != 2"_qs, broken()),
        // Both sides; values that cannot be compared; constants.
        same(u"n = n"_qs, matches(everything())),
        same(u"n > f"_qs, matches({4, 8})),
        same(u"2 = n"_qs, matches({2})),
        same(u"n > '2'"_qs, broken()),
        same(u"a > 'x'"_qs, broken()),
        same(u"a BETWEEN 'x' AND 'z'"_qs, broken()),
        same(u"1"_qs, broken()),
        same(u"'x'"_qs, broken()),
        same(u"1 = 1"_qs, matches(everything())),
        same(u"NULL"_qs, matches({})),
        same(u"n + 1 = 3"_qs, matches({})),
        // What stands behind the first complete expression is not looked at, as long as its words are words.
        same(u"n > 2 -- comment"_qs, matches({3, 4})),
        same(u"n > /* comment */ 2"_qs, matches({3, 4})),
        same(u"n > 2 garbage"_qs, matches({3, 4})),
        same(u"n > 2 like 'x'"_qs, matches({3, 4})),
        same(u"nonsense nonsense"_qs, matches({})),
        same(u"a LIKE 'x%'"_qs, matches({})),
        same(u"abs(n) > 1"_qs, matches({})),
        same(u";"_qs, broken()),
        same(u"n > 2;"_qs, broken()),
        // New in 5.0: on 4.9.7 a name, with words behind it that nobody reads.
        {u"a CONTAINS 'y'"_qs, matches({3, 6}), matches({})},
        {u"a NOT CONTAINS 'y'"_qs, matches({2, 5, 7, 9}), broken()},
        {u"a STARTSWITH 'x'"_qs, matches({2, 6}), matches({})},
        {u"a NOT STARTSWITH 'x'"_qs, matches({3, 5, 7, 9}), broken()},
        {u"a ENDSWITH 'z'"_qs, matches({6}), matches({})},
        {u"a NOT ENDSWITH 'z'"_qs, matches({2, 3, 5, 7, 9}), broken()},
        {u"a contains 'y'"_qs, matches({3, 6}), matches({})},
        same(u"a CONTAINS ''"_qs, matches({})),
        {u"a CONTAINS y"_qs, broken(), matches({})},
        // RocketMQ's own properties, and odd names, numbers and quotes. 5.5.0 gives each message a UNIQ_KEY, 4.9.7 does not.
        same(u"TAGS = 'tagA'"_qs, matches({3})),
        same(u"TAGS IS NOT NULL"_qs, matches({3})),
        same(u"KEYS = 'k1 k2'"_qs, matches({7})),
        same(u"$n = 2"_qs, matches({})),
        same(u"_n IS NULL"_qs, matches(everything())),
        same(u"2n = 2"_qs, broken()),
        same(u"n = 0x2"_qs, matches({})),
        same(u"n = 02"_qs, matches({})),
        same(u"n = 2L"_qs, matches({2})),
        same(u"\"a\" = 'x'"_qs, broken()),
        same(u"a = \"x\""_qs, broken()),
        same(u"a = 'x"_qs, broken()),
        same(u"n > 2 AND (a IS NULL OR b = TRUE)"_qs, matches({4})),
        same(u"(((n = 2)))"_qs, matches({2})),
        same(u"NOT NOT n = 2"_qs, matches({})),
        same(u"n = -(-2)"_qs, matches({2})),
        {u"UNIQ_KEY IS NULL"_qs, matches({}), matches(everything())},
    };
    return cases;
}

} // namespace rocketdesk::tests
