// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <functional>

namespace rocketdesk {

/// A text with a meaning of its own: a topic is never passed where a group is meant.
template <typename Tag>
class Name final
{
public:
    Name() = default;
    explicit Name(QString text) : m_text(std::move(text)) {}

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Name &, const Name &) = default;
    friend std::strong_ordering operator<=>(const Name &a, const Name &b) { return a.m_text.compare(b.m_text) <=> 0; }
    friend size_t qHash(const Name &name, size_t seed = 0) { return qHash(name.m_text, seed); }

private:
    QString m_text;
};

/// A number with a meaning of its own.
template <typename Tag, typename T>
class Number final
{
public:
    using Value = T;
    constexpr Number() = default;
    constexpr explicit Number(T value) : m_value(value) {}

    [[nodiscard]] constexpr T value() const { return m_value; }

    friend constexpr auto operator<=>(const Number &, const Number &) = default;
    friend size_t qHash(const Number &number, size_t seed = 0) { return qHash(number.m_value, seed); }

private:
    T m_value = 0;
};

using TopicName = Name<struct TopicTag>;
using ConsumerGroup = Name<struct ConsumerGroupTag>;
using ProducerGroup = Name<struct ProducerGroupTag>;
using BrokerName = Name<struct BrokerTag>;
using ClusterName = Name<struct ClusterTag>;
using ClientId = Name<struct ClientIdTag>;

using QueueId = Number<struct QueueIdTag, int>; ///< 0 up; -1 lets the broker choose
using QueueOffset = Number<struct QueueOffsetTag, qint64>; ///< logical offset in one queue
using CommitLogOffset = Number<struct CommitLogOffsetTag, qint64>; ///< physical offset in a broker's commit log
using BrokerId = Number<struct BrokerIdTag, qint64>; ///< 0 is the master

} // namespace rocketdesk

template <typename Tag>
struct std::hash<rocketdesk::Name<Tag>> {
    size_t operator()(const rocketdesk::Name<Tag> &name) const noexcept { return qHash(name.text()); }
};

template <typename Tag, typename T>
struct std::hash<rocketdesk::Number<Tag, T>> {
    size_t operator()(const rocketdesk::Number<Tag, T> &number) const noexcept { return std::hash<T>()(number.value()); }
};
