// SPDX-License-Identifier: Apache-2.0
// The part of the facade that goes to client/admin.
#include "client/admin/connectiontest.h"
#include "client/clientlink.h"
#include "client/groups.h"
#include "client/search.h"

namespace rocketdesk {

Groups Client::groups()
{
    return Groups(*this);
}

Search Client::search()
{
    return Search(*this);
}

Pending<ClusterOverview> Client::readCluster(Ask how, const QObject *context, BrokerSeen seen)
{
    BrokerSeen there;
    if (seen)
        there = forwarder<const BrokerStatus &, int>(context, std::move(seen));
    return runCore([how, there](ClientCore &core) { return core.admin().clusters().read(how, there); });
}

Pending<TopicsOverview> Client::readTopics(Ask how, const QObject *context, std::function<void(int answered, int asked)> seen)
{
    AnswersSeen there;
    if (seen)
        there = forwarder<int, int>(context, std::move(seen));
    return runCore([how, there](ClientCore &core) { return core.admin().topics().readAll(how, there); });
}

Pending<TopicDetail> Client::readTopic(TopicName topic, Ask how, const QObject *context, TopicDetailSeen seen)
{
    TopicDetailSeen there;
    if (seen)
        there = forwarder<const TopicDetail &>(context, std::move(seen));
    return runCore([topic, how, there](ClientCore &core) { return core.admin().topics().readDetail(topic, how, there); });
}

Pending<int> Client::readNumbers(std::vector<TopicPlace> topics, Reading reading, Ask how, const QObject *context, TopicNumbersSeen seen)
{
    TopicNumbersSeen there = forwarder<const TopicNumbers &, int, int>(context, std::move(seen));
    return runCore([topics = std::move(topics), reading, how, there](ClientCore &core) { return core.admin().numbers().read(topics, reading, how, there); });
}

Pending<std::vector<TopicConfigAnswer>> Client::readConfigs(TopicName topic, std::vector<BrokerRef> brokers, Ask how)
{
    return runCore([topic, brokers = std::move(brokers), how](ClientCore &core) { return core.admin().topics().readConfigs(topic, brokers, how); });
}

Pending<std::vector<StepResult>> Client::writeTopic(std::vector<TopicPreview> previews, Ask how, const QObject *context, StepSeen seen)
{
    StepSeen there;
    if (seen)
        there = forwarder<const StepResult &>(context, std::move(seen));
    return runCore([previews = std::move(previews), how, there](ClientCore &core) { return core.admin().writer().write(previews, how, there); });
}

Pending<TopicRemoval> Client::previewRemoval(TopicName topic, Ask how)
{
    return runCore([topic, how](ClientCore &core) { return core.admin().writer().previewRemoval(topic, how); });
}

Pending<std::vector<StepResult>> Client::removeTopic(TopicName topic, std::vector<BrokerRef> brokers, Ask how, const QObject *context, StepSeen seen)
{
    StepSeen there;
    if (seen)
        there = forwarder<const StepResult &>(context, std::move(seen));
    return runCore([topic, brokers = std::move(brokers), how, there](ClientCore &core) { return core.admin().writer().remove(topic, brokers, how, there); });
}

namespace {

/// Runs a test that lives until it has ended or is cancelled.
Pending<std::vector<Hop>> runTest(const Profile &profile, const Client::Secrets &secrets, HopSeen seen)
{
    const auto test = std::make_shared<ConnectionTest>(ConnectionTest::Options{.remoting = remotingOptions(profile, secrets),
        .nameServers = {profile.nameServers.cbegin(), profile.nameServers.cend()}, .requestTimeout = profile.timeouts.request});
    Promise<std::vector<Hop>> promise;
    auto pending = promise.pending();
    const auto answer = std::make_shared<Promise<std::vector<Hop>>>(std::move(promise));
    Call running = whenDone(test->run(std::move(seen)), test.get(), [test, answer](Result<std::vector<Hop>> hops) { answer->finish(std::move(hops)); });
    answer->onCancel([running]() mutable { running.cancel(); });
    return pending;
}

} // namespace

Pending<std::vector<Hop>> Client::test(const Mailbox::Address &network, Profile profile, Secrets secrets, const QObject *context, HopSeen seen)
{
    HopSeen there;
    if (seen)
        there = forwarder<const Hop &>(context, std::move(seen));
    return onThread(network, [profile = std::move(profile), secrets = std::move(secrets), there] { return runTest(profile, secrets, there); });
}

} // namespace rocketdesk
