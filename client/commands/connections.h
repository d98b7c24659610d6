// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/clientdata.h"
#include "client/protocol/json.h"

template <>
struct rocketdesk::protocol::JsonCodec<rocketdesk::commands::ConsumerIds> {
    static bool read(JsonReader &reader, commands::ConsumerIds &value)
    {
        JsonReader::Key key;
        if (!reader.enterObject())
            return false;
        while (reader.nextMember(key))
            key.text.equals("consumerIdList") && reader.peek() == JsonReader::Kind::Array ? readIds(reader, value)
                                                                                          : reader.skip();
        return reader.ok();
    }
    static void write(JsonWriter &writer, const commands::ConsumerIds &value)
    {
        writer.beginObject();
        writer.key("consumerIdList");
        JsonCodec<QList<ClientId>>::write(writer, value.consumerIdList);
        writer.endObject();
    }

private:
    static bool readIds(JsonReader &reader, commands::ConsumerIds &value)
    {
        if (!reader.enterArray())
            return false;
        while (reader.nextElement()) {
            if (reader.peek() != JsonReader::Kind::String)
                reader.skip();
            else if (reader.charge(sizeof(ClientId)))
                JsonCodec<ClientId>::read(reader, value.consumerIdList.emplaceBack());
        }
        return reader.ok();
    }
};

namespace rocketdesk::commands {

/// Says that this client is there, and for which groups. A consumer entry creates the group and its retry topic.
struct HeartBeat {
    static constexpr Request request{34, "HEART_BEAT", Effect::Depends};
    HeartbeatData body;
    [[nodiscard]] bool writes(const Known &) const { return !body.consumerDataSet.isEmpty(); }
    struct Reply {
        std::optional<bool> supportsHeartBeatV2;
        std::optional<bool> subscriptionChange;
        static constexpr auto fields()
        {
            return protocol::fields(field("IS_SUPPORT_HEART_BEAT_V2", &Reply::supportsHeartBeatV2),
                                    field("IS_SUB_CHANGE", &Reply::subscriptionChange));
        }
    };
};

/// Takes the client out of its groups. An unknown consumer group is created by it.
struct UnregisterClient {
    static constexpr Request request{35, "UNREGISTER_CLIENT", Effect::Depends};
    ClientId clientId;
    std::optional<ProducerGroup> producerGroup;
    std::optional<ConsumerGroup> consumerGroup;
    static constexpr auto fields()
    {
        using T = UnregisterClient;
        return protocol::fields(field("clientID", &T::clientId), field("producerGroup", &T::producerGroup),
                                field("consumerGroup", &T::consumerGroup));
    }
    [[nodiscard]] bool writes(const Known &known) const { return consumerGroup && !known.group(*consumerGroup); }
    using Reply = NoReply;
};

/// 1 where nobody of the group is there.
struct GetConsumerListByGroup {
    static constexpr Request request{38, "GET_CONSUMER_LIST_BY_GROUP", Effect::Reads};
    ConsumerGroup consumerGroup;
    static constexpr auto fields()
    {
        return protocol::fields(field("consumerGroup", &GetConsumerListByGroup::consumerGroup));
    }
    struct Reply {
        ConsumerIds body;
    };
};

/// Takes the locks of these queues for an orderly consumer.
struct LockBatchMq {
    static constexpr Request request{41, "LOCK_BATCH_MQ", Effect::Writes};
    LockRequest body;
    struct Reply {
        LockedQueues body;
    };
};

struct UnlockBatchMq {
    static constexpr Request request{42, "UNLOCK_BATCH_MQ", Effect::Writes};
    LockRequest body;
    using Reply = NoReply;
};

/// Does the broker understand this subscription? 23 for a broken expression; text after a whole one goes unseen.
struct CheckClientConfig {
    static constexpr Request request{46, "CHECK_CLIENT_CONFIG", Effect::Reads};
    ClientConfigCheck body;
    using Reply = NoReply;
};

/// 206 where nobody of the group is there.
struct GetConsumerConnectionList {
    static constexpr Request request{203, "GET_CONSUMER_CONNECTION_LIST", Effect::Reads};
    ConsumerGroup consumerGroup;
    static constexpr auto fields()
    {
        return protocol::fields(field("consumerGroup", &GetConsumerConnectionList::consumerGroup));
    }
    struct Reply {
        ConsumerConnection body;
    };
};

/// 1 where nobody of the group is there.
struct GetProducerConnectionList {
    static constexpr Request request{204, "GET_PRODUCER_CONNECTION_LIST", Effect::Reads};
    ProducerGroup producerGroup;
    static constexpr auto fields()
    {
        return protocol::fields(field("producerGroup", &GetProducerConnectionList::producerGroup));
    }
    struct Reply {
        ProducerConnection body;
    };
};

/// Every producer that is connected to this broker, by group.
struct GetAllProducerInfo {
    static constexpr Request request{328, "GET_ALL_PRODUCER_INFO", Effect::Reads};
    struct Reply {
        ProducerTable body;
    };
};

} // namespace rocketdesk::commands
