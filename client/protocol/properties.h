// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/protocol/propertynames.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <optional>
#include <vector>

namespace rocketdesk::protocol {

/// A property block is at most this long; the broker adds some of its own, so leave about 500 bytes.
inline constexpr qsizetype maxPropertyBlock = 32767;

struct Property {
    QString name;
    QString value;
    friend bool operator==(const Property &, const Property &) = default;
};

/// Properties of a message in their order; each name once. On the wire: name 0x01 value 0x02 ... in UTF-8.
class Properties final
{
public:
    Properties() = default;
    Properties(std::initializer_list<Property> properties);

    /// Reads a block as Java does: what has no name or no value is dropped, the last of two equal names wins.
    [[nodiscard]] static Properties fromBlock(QByteArrayView block);
    /// InvalidArgument for a character that would corrupt the block or an empty name, TooLarge past maxPropertyBlock.
    [[nodiscard]] Result<QByteArray> toBlock() const;
    /// Size of the block in bytes, whether it may be sent or not.
    [[nodiscard]] qsizetype blockSize() const;

    /// Replaces the value, or adds at the end. A null value leaves the block without the property.
    void set(const QString &name, const QString &value);
    bool remove(QAnyStringView name);
    void clear() { m_entries.clear(); }

    [[nodiscard]] std::optional<QString> value(QAnyStringView name) const;
    [[nodiscard]] QString value(QAnyStringView name, const QString &otherwise) const { return value(name).value_or(otherwise); }
    [[nodiscard]] bool contains(QAnyStringView name) const { return find(name) != nullptr; }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_entries.size()); }
    [[nodiscard]] auto begin() const { return m_entries.cbegin(); }
    [[nodiscard]] auto end() const { return m_entries.cend(); }

    friend bool operator==(const Properties &, const Properties &) = default;

private:
    [[nodiscard]] const Property *find(QAnyStringView name) const;
    std::vector<Property> m_entries;
};

/// The value of one property of a block, without reading the others into a map.
[[nodiscard]] std::optional<QByteArrayView> findProperty(QByteArrayView block, QLatin1StringView name);
[[nodiscard]] std::optional<QByteArrayView> findProperty(QByteArrayView block, QByteArrayView name);

/// KEYS of a list of keys, and back. A key itself has no space.
[[nodiscard]] QString joinKeys(const QStringList &keys);
[[nodiscard]] QStringList splitKeys(QStringView keys);

/// Bits of sysFlag that the properties ask for: a half message.
[[nodiscard]] int sysFlagOf(const Properties &properties);
/// Whether the sender waits until the broker has stored it safely: WAIT, true when absent.
[[nodiscard]] bool waitsForStore(const Properties &properties);
/// A text means true as Java reads one: "true" in any case.
[[nodiscard]] inline bool isTrue(QStringView text) { return text.compare(QLatin1StringView("true"), Qt::CaseInsensitive) == 0; }

} // namespace rocketdesk::protocol
