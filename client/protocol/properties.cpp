// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/properties.h"

#include "client/protocol/sysflag.h"

#include <QHash>

#include <algorithm>
#include <cstring>

namespace rocketdesk::protocol {

namespace {

constexpr char nameEnd = '\x01';
constexpr char valueEnd = '\x02';

const char *findByte(const char *from, const char *end, char byte)
{
    return static_cast<const char *>(std::memchr(from, byte, static_cast<size_t>(end - from)));
}

/// Calls visit(name, value) for each pair [MessageDecoder.string2messageProperties].
template <typename Visit>
void eachPair(QByteArrayView block, Visit visit)
{
    const char *at = block.data();
    const char *const end = at + block.size();
    while (at < end) {
        const char *stop = findByte(at, end, valueEnd);
        if (stop == nullptr)
            stop = end;
        const char *split = findByte(at, stop, nameEnd);
        if (split != nullptr && split > at && split < stop - 1)
            visit(QByteArrayView(at, split - at), QByteArrayView(split + 1, stop - split - 1));
        at = stop + 1;
    }
}

bool hasSeparator(QStringView text)
{
    return text.contains(QLatin1Char(nameEnd)) || text.contains(QLatin1Char(valueEnd));
}

Failure unwritable(const Property &property)
{
    return failed(Error::Kind::InvalidArgument, QStringLiteral("the property \"%1\" has no name or a character that separates properties (0x01, 0x02)").arg(property.name));
}

} // namespace

Properties::Properties(std::initializer_list<Property> properties)
{
    for (const Property &property : properties)
        set(property.name, property.value);
}

Properties Properties::fromBlock(QByteArrayView block)
{
    Properties read;
    QHash<QByteArrayView, size_t> places; // a block of 32 KiB can have thousands of names
    eachPair(block, [&](QByteArrayView name, QByteArrayView value) {
        const auto known = places.constFind(name);
        if (known != places.constEnd()) {
            read.m_entries[*known].value = QString::fromUtf8(value);
            return;
        }
        places.insert(name, read.m_entries.size());
        read.m_entries.push_back({QString::fromUtf8(name), QString::fromUtf8(value)});
    });
    return read;
}

Result<QByteArray> Properties::toBlock() const
{
    QByteArray block;
    for (const Property &property : m_entries) {
        if (property.value.isNull())
            continue;
        if (property.name.isEmpty() || hasSeparator(property.name) || hasSeparator(property.value))
            return unwritable(property);
        block += property.name.toUtf8() + nameEnd + property.value.toUtf8() + valueEnd;
    }
    if (block.size() > maxPropertyBlock)
        return failed(Error::Kind::TooLarge, QStringLiteral("the properties take %1 bytes, %2 is the most").arg(block.size()).arg(maxPropertyBlock));
    return block;
}

qsizetype Properties::blockSize() const
{
    qsizetype size = 0;
    for (const Property &property : m_entries) {
        if (!property.value.isNull())
            size += property.name.toUtf8().size() + property.value.toUtf8().size() + 2;
    }
    return size;
}

void Properties::set(const QString &name, const QString &value)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&name](const Property &entry) { return entry.name == name; });
    if (found != m_entries.end())
        found->value = value;
    else
        m_entries.push_back({name, value});
}

bool Properties::remove(QAnyStringView name)
{
    return std::erase_if(m_entries, [name](const Property &entry) { return QAnyStringView(entry.name) == name; }) > 0;
}

const Property *Properties::find(QAnyStringView name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [name](const Property &entry) { return QAnyStringView(entry.name) == name; });
    return found == m_entries.end() ? nullptr : &*found;
}

std::optional<QString> Properties::value(QAnyStringView name) const
{
    const Property *found = find(name);
    return found == nullptr ? std::nullopt : std::optional(found->value);
}

std::optional<QByteArrayView> findProperty(QByteArrayView block, QByteArrayView name)
{
    std::optional<QByteArrayView> found;
    eachPair(block, [&](QByteArrayView here, QByteArrayView value) {
        if (here == name)
            found = value;
    });
    return found;
}

std::optional<QByteArrayView> findProperty(QByteArrayView block, QLatin1StringView name)
{
    return findProperty(block, QByteArrayView(name.data(), name.size()));
}

QString joinKeys(const QStringList &keys)
{
    return keys.join(u' ');
}

QStringList splitKeys(QStringView keys)
{
    QStringList list;
    for (const QStringView key : keys.split(u' ', Qt::SkipEmptyParts))
        list << key.toString();
    return list;
}

int sysFlagOf(const Properties &properties)
{
    return isTrue(properties.value(property::TransactionPrepared, QString())) ? sysflag::TransactionPrepared : 0;
}

bool waitsForStore(const Properties &properties)
{
    const auto wait = properties.value(property::Wait);
    return !wait || isTrue(*wait);
}

} // namespace rocketdesk::protocol
