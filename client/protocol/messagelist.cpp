// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/messagelist.h"

#include "client/base/remarks.h"
#include "client/protocol/batch.h"
#include "client/protocol/bytereader.h"
#include "client/protocol/sysflag.h"

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

/// A record of the first format with nothing in it: what is shorter is no record.
constexpr qsizetype smallestRecord = 91;

/// Reads one list; the rules of where a record may break off are those of decodeMessageList().
class ListReader final
{
public:
    ListReader(const Bytes &records, qsizetype batchLimit) : m_records(records), m_batchLeft(batchLimit) {}

    MessageList run()
    {
        reserve();
        while (m_start < m_records.size()) {
            if (const char *why = readRecord()) {
                m_list.error = ListError{{.kind = Error::Kind::Malformed, .remark = remarks::unreadableRecord + QStringLiteral("%1 %2").arg(m_start).arg(QString::fromLatin1(why))}, m_start};
                break;
            }
        }
        return std::move(m_list);
    }

private:
    void reserve()
    {
        ByteReader reader(m_records.view());
        if (!reader.has(4))
            return;
        const qsizetype first = std::max<qsizetype>(reader.number<qint32>(), smallestRecord);
        m_list.messages.reserve(static_cast<size_t>(std::min<qsizetype>(m_records.size() / first + 1, 1024)));
    }

    /// Null, or why the list ends here.
    const char *readRecord()
    {
        const QByteArrayView rest = m_records.view().sliced(m_start);
        if (rest.size() < smallestRecord)
            return "is cut";
        const qsizetype size = qFromBigEndian<qint32>(rest.data());
        if (size < smallestRecord || size > rest.size())
            return "has a size that cannot be";
        const auto magic = qFromBigEndian<qint32>(rest.data() + 4);
        if (magic != recordMagicV1 && magic != recordMagicV2)
            return "has an unknown magic number";
        StoredMessage &message = m_list.messages.emplace_back();
        message.storeSize = static_cast<int>(size);
        ByteReader reader(rest.first(size));
        const char *why = readHead(reader, message);
        if (why == nullptr)
            why = readTail(reader, message, magic == recordMagicV2);
        if (why != nullptr) {
            m_list.messages.pop_back();
            return why;
        }
        m_start += size;
        if (sysflag::isInnerBatch(message.sysFlag))
            unwrapLast();
        return nullptr;
    }

    const char *readHead(ByteReader &reader, StoredMessage &message)
    {
        (void)reader.bytes(8);
        message.bodyCrc = reader.number<qint32>();
        message.queueId = QueueId(reader.number<qint32>());
        message.flag = reader.number<qint32>();
        message.queueOffset = QueueOffset(reader.number<qint64>());
        message.commitLogOffset = CommitLogOffset(reader.number<qint64>());
        message.sysFlag = reader.number<qint32>();
        message.bornTimestamp = reader.number<qint64>();
        if (!readHost(reader, message.bornHost, message.sysFlag & sysflag::BornHostV6) || !reader.has(8))
            return "is too short for its addresses";
        message.storeTimestamp = reader.number<qint64>();
        if (!readHost(reader, message.storeHost, message.sysFlag & sysflag::StoreHostV6) || !reader.has(16))
            return "is too short for its addresses";
        message.reconsumeTimes = reader.number<qint32>();
        message.preparedTransactionOffset = CommitLogOffset(reader.number<qint64>());
        return nullptr;
    }

    const char *readTail(ByteReader &reader, StoredMessage &message, bool wideTopic)
    {
        const auto bodySize = reader.number<qint32>();
        if (!reader.has(bodySize))
            return "has a body length that does not fit";
        message.body = part(reader, bodySize);
        if (!reader.has(wideTopic ? 2 : 1))
            return "has no room for its topic";
        const int topicSize = wideTopic ? reader.number<qint16>() : reader.number<qint8>();
        if (!reader.has(topicSize))
            return "has a topic length that does not fit";
        message.topic = topicOf(reader.bytes(topicSize));
        const int blockSize = reader.has(2) ? reader.number<qint16>() : -1;
        if (reader.has(blockSize))
            message.properties = part(reader, blockSize);
        else
            message.fault = MessageFault::Properties;
        return nullptr;
    }

    static bool readHost(ByteReader &reader, PackedEndpoint &host, int wide)
    {
        const qsizetype length = wide != 0 ? 16 : 4;
        if (!reader.has(length + 4))
            return false;
        const QByteArrayView address = reader.bytes(length);
        std::copy(address.begin(), address.end(), host.address.begin());
        host.length = static_cast<quint8>(length);
        host.port = reader.number<qint32>();
        return true;
    }

    [[nodiscard]] Bytes part(ByteReader &reader, qsizetype size) const
    {
        const Bytes taken = m_records.sliced(m_start + reader.position(), size);
        (void)reader.bytes(size);
        return taken;
    }

    /// Neighbours mostly share their topic: then they share its text too.
    TopicName topicOf(QByteArrayView utf8)
    {
        if (utf8 != m_lastTopicBytes || m_lastTopic.isEmpty()) {
            m_lastTopicBytes = utf8;
            m_lastTopic = TopicName(QString::fromUtf8(utf8));
        }
        return m_lastTopic;
    }

    /// Puts the members of a batch in the place of the record that holds them [MessageDecoder.decodeMessage].
    void unwrapLast()
    {
        const StoredMessage wrapper = m_list.messages.back();
        const auto body = decodedBody(wrapper, m_batchLeft);
        const qsizetype inflated = body && wrapper.isCompressed() ? body->size() : 0;
        constexpr qsizetype each = sizeof(StoredMessage);
        auto members = body ? decodeBatch(*body, static_cast<size_t>((m_batchLeft - inflated) / each)) : Result<std::vector<BatchMember>>(failed(body.error()));
        if (!members) {
            m_list.messages.back().fault = MessageFault::Body;
            return;
        }
        m_batchLeft -= inflated + static_cast<qsizetype>(members->size()) * each;
        m_list.inflated += inflated;
        m_list.messages.pop_back();
        for (size_t i = 0; i < members->size(); ++i)
            m_list.messages.push_back(memberOf(wrapper, (*members)[i], static_cast<qint64>(i)));
    }

    static StoredMessage memberOf(const StoredMessage &wrapper, BatchMember &member, qint64 index)
    {
        StoredMessage single(wrapper);
        single.queueOffset = QueueOffset(wrapper.queueOffset.value() + index);
        single.sysFlag &= ~sysflag::Compressed;
        single.flag = member.flag;
        single.reconsumeTimes = 0;
        single.preparedTransactionOffset = CommitLogOffset();
        single.bodyCrc = 0;
        single.storeSize = static_cast<int>(member.size);
        single.body = std::move(member.body);
        single.properties = std::move(member.properties);
        return single;
    }

    const Bytes &m_records;
    qsizetype m_batchLeft; ///< bytes; never negative
    qsizetype m_start = 0;
    MessageList m_list;
    QByteArrayView m_lastTopicBytes;
    TopicName m_lastTopic;
};

} // namespace

MessageList decodeMessageList(const Bytes &records, qsizetype batchLimit)
{
    return ListReader(records, batchLimit).run();
}

} // namespace rocketdesk::protocol
