// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/selectorhash.h"

#include <cstdlib>

namespace rocketdesk::protocol {

qint32 javaHashCode(QStringView text)
{
    quint32 hash = 0;
    for (const QChar c : text)
        hash = 31 * hash + c.unicode();
    return static_cast<qint32>(hash);
}

quint32 fnv1a32(QByteArrayView bytes)
{
    quint32 hash = 2166136261U;
    for (const char byte : bytes)
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619U;
    return hash;
}

int queueIndexByJavaHash(QStringView key, int queues)
{
    // The remainder comes first: the smallest integer has no absolute value.
    return queues > 0 ? std::abs(javaHashCode(key) % queues) : 0;
}

int queueIndexByGoHash(QStringView key, int queues)
{
    return queues > 0 ? static_cast<int>(fnv1a32(key.toUtf8()) % static_cast<quint32>(queues)) : 0;
}

std::optional<QString> orderKey(const Properties &properties)
{
    for (const QLatin1StringView name : {property::ShardingKey, property::ShardingKeyOfOthers}) {
        const auto key = properties.value(name);
        if (key && !key->isEmpty())
            return key;
    }
    const QStringList keys = splitKeys(properties.value(property::Keys, QString()));
    return keys.isEmpty() ? std::nullopt : std::optional(keys.front());
}

} // namespace rocketdesk::protocol
