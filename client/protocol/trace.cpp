// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/trace.h"

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

constexpr char fieldEnd = '\x01';
constexpr char recordEnd = '\x02';

/// How one field of a record is written and read.
struct Column {
    QByteArray (*write)(const TraceRecord &record);
    void (*read)(TraceRecord &record, QByteArrayView field);
};

template <auto Member>
constexpr Column text{[](const TraceRecord &record) { return (record.*Member).toUtf8(); },
                      [](TraceRecord &record, QByteArrayView field) { record.*Member = field == "null" ? QString() : QString::fromUtf8(field); }};

template <auto Member>
constexpr Column number{[](const TraceRecord &record) { return QByteArray::number(qint64{record.*Member}); },
                        [](TraceRecord &record, QByteArrayView field) {
                            using T = std::remove_reference_t<decltype(record.*Member)>;
                            record.*Member = static_cast<T>(field.toByteArray().toLongLong());
                        }};

template <auto Member>
constexpr Column flag{[](const TraceRecord &record) { return QByteArray(record.*Member ? "true" : "false"); },
                      [](TraceRecord &record, QByteArrayView field) { record.*Member = field == "true"; }};

constexpr Column messageType{[](const TraceRecord &record) { return QByteArray::number(static_cast<int>(record.messageType)); },
                             [](TraceRecord &record, QByteArrayView field) {
                                 const int ordinal = field.toByteArray().toInt();
                                 const bool known = ordinal >= 0 && ordinal <= static_cast<int>(TraceMessageType::Order);
                                 record.messageType = known ? static_cast<TraceMessageType>(ordinal) : TraceMessageType::Normal;
                             }};

constexpr Column state{[](const TraceRecord &record) { return QByteArray(transactionStateName(record.transactionState).data()); },
                       [](TraceRecord &record, QByteArrayView field) {
                           record.transactionState = transactionStateNamed(QString::fromUtf8(field)).value_or(TransactionState::Unknown);
                       }};

using R = TraceRecord;

constexpr Column pubColumns[] = {
    number<&R::timeStamp>, text<&R::regionId>, text<&R::groupName>, text<&R::topic>, text<&R::messageId>, text<&R::tags>, text<&R::keys>,
    text<&R::storeHost>, number<&R::bodyLength>, number<&R::costTime>, messageType, text<&R::offsetMessageId>, flag<&R::success>, text<&R::clientHost>};
/// The Go and Python clients end the record with the client's host; Java does not, and so do we not.
constexpr size_t pubWritten = std::size(pubColumns) - 1;
/// Before 4.2 there was no offset id.
constexpr Column oldPubColumns[] = {
    number<&R::timeStamp>, text<&R::regionId>, text<&R::groupName>, text<&R::topic>, text<&R::messageId>, text<&R::tags>, text<&R::keys>,
    text<&R::storeHost>, number<&R::bodyLength>, number<&R::costTime>, messageType, flag<&R::success>};
constexpr Column beforeColumns[] = {
    number<&R::timeStamp>, text<&R::regionId>, text<&R::groupName>, text<&R::requestId>, text<&R::messageId>, number<&R::retryTimes>, text<&R::keys>};
constexpr Column afterColumns[] = {
    text<&R::requestId>, text<&R::messageId>, number<&R::costTime>, flag<&R::success>, text<&R::keys>, number<&R::contextCode>,
    number<&R::timeStamp>, text<&R::groupName>};
/// Cloud services get neither time nor group.
constexpr size_t afterInCloud = std::size(afterColumns) - 2;
constexpr Column endColumns[] = {
    number<&R::timeStamp>, text<&R::regionId>, text<&R::groupName>, text<&R::topic>, text<&R::messageId>, text<&R::tags>, text<&R::keys>,
    text<&R::storeHost>, messageType, text<&R::transactionId>, state, flag<&R::fromTransactionCheck>};
constexpr Column recallColumns[] = {
    number<&R::timeStamp>, text<&R::regionId>, text<&R::groupName>, text<&R::topic>, text<&R::messageId>, flag<&R::success>};

struct Layout {
    TraceKind kind;
    QLatin1StringView name;
    std::span<const Column> columns;
    size_t least; ///< fields behind the name that a reader needs
};

constexpr Layout layouts[] = {
    {TraceKind::Pub, QLatin1StringView("Pub"), pubColumns, std::size(oldPubColumns)},
    {TraceKind::SubBefore, QLatin1StringView("SubBefore"), beforeColumns, std::size(beforeColumns) - 1},
    {TraceKind::SubAfter, QLatin1StringView("SubAfter"), afterColumns, 5},
    {TraceKind::EndTransaction, QLatin1StringView("EndTransaction"), endColumns, std::size(endColumns)},
    {TraceKind::Recall, QLatin1StringView("Recall"), recallColumns, std::size(recallColumns)},
};

const Layout &layoutOf(TraceKind kind)
{
    return *std::find_if(std::begin(layouts), std::end(layouts), [kind](const Layout &each) { return each.kind == kind; });
}

std::vector<QByteArrayView> split(QByteArrayView text, char separator)
{
    std::vector<QByteArrayView> parts;
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
        parts.push_back(text.sliced(from, at - from));
        from = at + 1;
    }
    parts.push_back(text.sliced(from));
    return parts;
}

void appendRecord(QByteArray &body, const TraceRecord &record, TraceAccess access)
{
    const Layout &layout = layoutOf(record.kind);
    const bool cloud = record.kind == TraceKind::SubAfter && access == TraceAccess::Cloud;
    std::span<const Column> columns = layout.columns;
    if (record.kind == TraceKind::Pub)
        columns = columns.first(pubWritten);
    else if (cloud)
        columns = columns.first(afterInCloud);
    body.append(layout.name.data(), layout.name.size());
    for (const Column &column : columns)
        body.append(fieldEnd).append(column.write(record));
    if (cloud)
        body.append(fieldEnd);
    body.append(recordEnd);
}

std::optional<TraceRecord> readRecord(QByteArrayView text)
{
    const auto fields = split(text, fieldEnd);
    const auto layout = std::find_if(std::begin(layouts), std::end(layouts), [&fields](const Layout &each) { return fields.front() == QByteArrayView(each.name.data(), each.name.size()); });
    if (layout == std::end(layouts) || fields.size() - 1 < layout->least)
        return std::nullopt;
    TraceRecord record;
    record.kind = layout->kind;
    record.fieldCount = static_cast<int>(fields.size());
    const bool old = record.kind == TraceKind::Pub && fields.size() - 1 == std::size(oldPubColumns);
    const std::span<const Column> columns = old ? std::span<const Column>(oldPubColumns) : layout->columns;
    for (size_t i = 0; i < std::min(columns.size(), fields.size() - 1); ++i)
        columns[i].read(record, fields[i + 1]);
    return record;
}

} // namespace

QByteArray encodeTrace(std::span<const TraceRecord> records, TraceAccess access)
{
    QByteArray body;
    for (const TraceRecord &record : records)
        appendRecord(body, record, access);
    return body;
}

std::vector<TraceRecord> decodeTrace(QByteArrayView body)
{
    std::vector<TraceRecord> records;
    for (const QByteArrayView text : split(body, recordEnd)) {
        if (auto record = readRecord(text))
            records.push_back(std::move(*record));
    }
    return records;
}

QStringList traceKeys(std::span<const TraceRecord> records)
{
    QStringList keys;
    for (const TraceRecord &record : records)
        keys << record.messageId << splitKeys(record.keys);
    keys.removeAll(QStringLiteral("")); // a record that names no message
    keys.removeDuplicates();
    return keys;
}

TopicName traceTopic(TraceAccess access, const QString &region)
{
    return TopicName(access == TraceAccess::Cloud ? QStringLiteral("rmq_sys_TRACE_DATA_") + region : QStringLiteral("RMQ_SYS_TRACE_TOPIC"));
}

QLatin1StringView traceKindName(TraceKind kind)
{
    return layoutOf(kind).name;
}

std::optional<TraceMessageType> traceMessageTypeNamed(QStringView name)
{
    static constexpr QLatin1StringView names[] = {
        QLatin1StringView("Normal_Msg"), QLatin1StringView("Trans_Msg_Half"), QLatin1StringView("Trans_msg_Commit"),
        QLatin1StringView("Delay_Msg"), QLatin1StringView("Order_Msg")};
    const auto found = std::find(std::begin(names), std::end(names), name);
    return found == std::end(names) ? std::nullopt : std::optional(static_cast<TraceMessageType>(found - std::begin(names)));
}

} // namespace rocketdesk::protocol
