// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/fuzztargets.h"

#include "client/base/endpoint.h"
#include "client/cluster/route.h"
#include "client/protocol/batch.h"
#include "client/protocol/frame.h"
#include "client/protocol/json.h"
#include "client/protocol/messageids.h"
#include "client/protocol/messagelist.h"
#include "client/protocol/pop.h"
#include "client/protocol/properties.h"
#include "client/protocol/recall.h"
#include "client/protocol/sql92.h"

namespace rocketdesk::tests {

namespace {

using namespace protocol;

constexpr qsizetype inflateLimit = 1 << 20;

void fuzzFrame(QByteArrayView input)
{
    for (Split split = splitFrame(input); split.status == SplitStatus::Complete; split = splitFrame(input)) {
        if (const auto frame = parseFrame(split.payload)) {
            const ExtFields fields(frame->extFields);
            (void)frame->remark.toString();
            (void)frame->extFields.value("queueId");
        }
        input = input.sliced(split.consumed);
    }
    (void)parseFrame(input);
    (void)parseBinaryHeader(input);
}

void fuzzMessages(QByteArrayView input)
{
    const MessageList list = decodeMessageList(Bytes(input.toByteArray()));
    for (const StoredMessage &message : list.messages) {
        (void)decodedBody(message, inflateLimit);
        (void)message.tags();
        (void)message.keys();
        (void)message.offsetMessageId();
    }
}

void fuzzBatch(QByteArrayView input)
{
    (void)decodeBatch(Bytes(input.toByteArray()));
}

void fuzzProperties(QByteArrayView input)
{
    const Properties properties = Properties::fromBlock(input);
    (void)properties.toBlock();
    (void)findProperty(input, QByteArrayView("KEYS"));
    (void)splitKeys(QString::fromUtf8(input));
}

void fuzzTexts(QByteArrayView input)
{
    const QString text = QString::fromUtf8(input);
    (void)parseOffsetId(text);
    (void)UniqueId::parse(text);
    (void)RecallHandle::parse(text);
    (void)PopReceipt::parse(text);
    (void)Endpoint::parse(text);
    (void)Sql92::parse(text);
    if (auto route = readJson<commands::TopicRouteData>(input))
        (void)makeRoute(TopicName(QStringLiteral("t")), std::move(*route), std::chrono::nanoseconds(0));
}

} // namespace

const std::vector<FuzzTarget> &fuzzTargets()
{
    static const std::vector<FuzzTarget> targets = {{"frame", fuzzFrame}, {"messages", fuzzMessages}, {"batch", fuzzBatch},
        {"properties", fuzzProperties}, {"bodies", fuzzBodies}, {"texts", fuzzTexts}};
    return targets;
}

const FuzzTarget *fuzzTarget(QByteArrayView name)
{
    for (const FuzzTarget &target : fuzzTargets()) {
        if (name == target.name)
            return &target;
    }
    return nullptr;
}

} // namespace rocketdesk::tests
