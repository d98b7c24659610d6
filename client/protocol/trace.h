// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/protocol/transaction.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace rocketdesk::protocol {

enum class TraceKind {
    Pub, ///< a message was sent
    SubBefore, ///< a consumer begins with a message
    SubAfter, ///< a consumer is done with it; requestId tells with which SubBefore it belongs
    EndTransaction,
    Recall,
};

/// Kind of the message in a record; the value is Java's ordinal.
enum class TraceMessageType { Normal, Half, Commit, Delay, Order };

/// One record of a trace message [TraceDataEncoder]. Each kind uses some of the members; texts that say "null" are null.
struct TraceRecord {
    TraceKind kind = TraceKind::Pub;
    qint64 timeStamp = 0; ///< ms since 1970
    QString regionId;
    QString groupName;
    QString topic;
    QString messageId; ///< of a batch: all ids, joined by commas
    QString offsetMessageId;
    QString tags;
    QString keys;
    QString storeHost;
    QString clientHost; ///< only in records of the Go and Python clients
    QString requestId;
    QString transactionId;
    TransactionState transactionState = TransactionState::Unknown;
    TraceMessageType messageType = TraceMessageType::Normal;
    int bodyLength = 0; ///< bytes, not compressed
    int costTime = 0; ///< ms
    int retryTimes = 0;
    int contextCode = 0; ///< 0 success, 1 timeout, 2 exception, 3 returned null, 4 failed
    bool success = true;
    bool fromTransactionCheck = false;
    int fieldCount = 0; ///< of the record that was read
};

/// Where traces go: cloud services have topics of their own and shorter records.
enum class TraceAccess { Local, Cloud };

[[nodiscard]] QByteArray encodeTrace(std::span<const TraceRecord> records, TraceAccess access = TraceAccess::Local);
/// Reads what it knows; a record of another kind, or with too few fields, is left out.
[[nodiscard]] std::vector<TraceRecord> decodeTrace(QByteArrayView body);
/// Keys of the message that carries these records: the ids and keys in them, each once.
[[nodiscard]] QStringList traceKeys(std::span<const TraceRecord> records);
[[nodiscard]] TopicName traceTopic(TraceAccess access, const QString &region = {});

[[nodiscard]] QLatin1StringView traceKindName(TraceKind kind);
[[nodiscard]] std::optional<TraceMessageType> traceMessageTypeNamed(QStringView name);

} // namespace rocketdesk::protocol
