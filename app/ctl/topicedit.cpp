// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/topicedit.h"

#include "app/ctl/stepline.h"
#include "client/protocol/validation.h"

#include <QSet>

#include <algorithm>

namespace rocketdesk::ctl {

namespace {

constexpr qint64 MostQueues = 65'536;
constexpr int MayRead = 4;
constexpr int MayWrite = 2;

Result<std::optional<int>> permOf(const Arguments &arguments)
{
    const auto text = arguments.value("--perm");
    if (!text)
        return std::nullopt;
    const QString word = text->toUpper();
    if (word == QLatin1StringView("RW") || word == QLatin1StringView("6"))
        return MayRead | MayWrite;
    if (word == QLatin1StringView("R") || word == QLatin1StringView("4"))
        return MayRead;
    if (word == QLatin1StringView("W") || word == QLatin1StringView("2"))
        return MayWrite;
    return wrongUsage(QStringLiteral("--perm takes RW, R or W, not \"%1\"").arg(*text));
}

Result<QMap<QString, QString>> attributesOf(const Arguments &arguments)
{
    QMap<QString, QString> attributes;
    for (const QString &pair : arguments.values("--attribute")) {
        const qsizetype at = pair.indexOf(u'=');
        if (at < 1 || pair.contains(u','))
            return wrongUsage(QStringLiteral("--attribute takes NAME=VALUE without a comma, not \"%1\"").arg(pair));
        attributes.insert(pair.left(at), pair.sliced(at + 1));
    }
    if (const auto type = arguments.value("--type"))
        attributes.insert(QStringLiteral("message.type"), type->toUpper());
    return attributes;
}

Result<std::optional<bool>> orderOf(const Arguments &arguments)
{
    const auto text = arguments.value("--order");
    if (!text)
        return std::nullopt;
    if (*text == QLatin1StringView("true") || *text == QLatin1StringView("false"))
        return *text == QLatin1StringView("true");
    return wrongUsage(QStringLiteral("--order takes true or false, not \"%1\"").arg(*text));
}

Result<TopicEdit> editOf(const Arguments &arguments)
{
    const auto queues = arguments.number("--queues", 1, MostQueues);
    const auto read = arguments.number("--read-queues", 0, MostQueues);
    const auto write = arguments.number("--write-queues", 0, MostQueues);
    const auto perm = permOf(arguments);
    const auto attributes = attributesOf(arguments);
    const auto order = orderOf(arguments);
    for (const Error *error : {queues ? nullptr : &queues.error(), read ? nullptr : &read.error(), write ? nullptr : &write.error(), perm ? nullptr : &perm.error(),
             attributes ? nullptr : &attributes.error(), order ? nullptr : &order.error()}) {
        if (error)
            return failed(*error);
    }
    const auto count = [&](const std::optional<qint64> &own) {
        const auto number = own ? own : *queues;
        return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
    };
    TopicEdit edit;
    edit.readQueues = count(*read);
    edit.writeQueues = count(*write);
    edit.perm = *perm;
    edit.order = *order;
    edit.attributes = *attributes;
    edit.removedAttributes = arguments.values("--remove-attribute");
    return edit;
}

/// Reads, compares and writes.
class EditRun final : public QObject
{
public:
    EditRun(Session &session, TopicVerb verb, TopicName topic, TopicEdit edit, bool dryRun)
        : QObject(&session)
        , m_session(session)
        , m_verb(verb)
        , m_topic(std::move(topic))
        , m_edit(std::move(edit))
        , m_dryRun(dryRun)
    {
    }

    Pending<int> start(const Arguments &arguments)
    {
        auto asking = m_session.client().ask(commands::GetBrokerClusterInfo(), Target::nameServer(), m_session.how());
        whenDone(std::move(asking), this, [this, arguments](Result<commands::GetBrokerClusterInfo::Reply> info) {
            const auto brokers = info ? chosenBrokers(arguments, info->body) : Result<std::vector<BrokerRef>>(failed(info.error()));
            if (!brokers)
                return void(m_exitCode.finish(m_session.fail(brokers.error())));
            read(*brokers);
        });
        return m_exitCode.pending();
    }

private:
    void read(const std::vector<BrokerRef> &brokers)
    {
        whenDone(m_session.client().readConfigs(m_topic, brokers, m_session.how()), this, [this](Result<std::vector<TopicConfigAnswer>> answers) {
            if (!answers)
                return void(m_exitCode.finish(m_session.fail(answers.error())));
            compare(*answers);
        });
    }

    void compare(const std::vector<TopicConfigAnswer> &answers)
    {
        std::vector<TopicPreview> previews;
        std::vector<BrokerFailure> failures;
        for (const TopicConfigAnswer &answer : answers) {
            if (!answer.reply) {
                failures.push_back({answer.broker, answer.reply.error()});
                continue;
            }
            TopicPreview preview = previewTopic(m_topic, answer.broker, *answer.reply, m_edit);
            if (m_verb == TopicVerb::Create && preview.before)
                refuse(answer.broker, "EXISTS");
            else if (m_verb == TopicVerb::Update && !preview.before)
                refuse(answer.broker, "MISSING");
            else if (!preview.changes())
                print(answer.broker, "UNCHANGED");
            else
                previews.push_back(std::move(preview));
        }
        m_failed = m_session.exitAfter(failures) != Done || m_failed;
        if (m_dryRun)
            return dryRun(previews);
        if (previews.empty())
            return finish();
        m_session.onInterrupt([] {}); // what was begun is finished
        whenDone(m_session.client().writeTopic(previews, m_session.how()), this, [this](Result<std::vector<StepResult>> steps) { written(steps); });
    }

    void dryRun(const std::vector<TopicPreview> &previews)
    {
        for (const TopicPreview &preview : previews) {
            print(preview.broker, m_verb == TopicVerb::Create ? "WOULD_CREATE" : "WOULD_CHANGE");
            for (const SettingChange &change : preview.settings) {
                if (change.changes)
                    m_session.out().note(QStringLiteral("%1: %2 %3 -> %4").arg(preview.broker.name.text(), change.key,
                        change.before.isNull() ? QStringLiteral("(none)") : change.before, change.after.isNull() ? QStringLiteral("(none)") : change.after));
            }
        }
        finish();
    }

    void written(const Result<std::vector<StepResult>> &steps)
    {
        if (!steps)
            return void(m_exitCode.finish(m_session.fail(steps.error())));
        const int code = printSteps(m_session, *steps, commands::UpdateAndCreateTopic::request.code, m_verb == TopicVerb::Create ? "CREATED" : "CHANGED");
        m_failed = m_failed || code != Done;
        if (m_edit.attributes.isEmpty())
            return finish();
        std::vector<BrokerRef> brokers;
        for (const StepResult &step : *steps)
            brokers.push_back(step.server);
        whenDone(m_session.client().readConfigs(m_topic, brokers, m_session.how()), this, [this](Result<std::vector<TopicConfigAnswer>> answers) { checkAttributes(answers); });
    }

    /// A broker before 5.0 takes them with success and forgets them.
    void checkAttributes(const Result<std::vector<TopicConfigAnswer>> &answers)
    {
        for (const TopicConfigAnswer &answer : answers ? *answers : std::vector<TopicConfigAnswer>()) {
            if (!answer.reply || !*answer.reply || (*answer.reply)->attributes)
                continue;
            m_failed = true;
            m_session.out().note(QStringLiteral("rocketctl: %1 has no types and attributes of topics, which came with 5.0: they were left out").arg(answer.broker.label()));
        }
        finish();
    }

    void refuse(const BrokerRef &broker, const char *why)
    {
        m_failed = true;
        ++m_refused;
        print(broker, why);
    }

    void finish()
    {
        if (m_refused > 0)
            m_session.out().note(m_verb == TopicVerb::Create ? QStringLiteral("rocketctl: the topic %1 exists already: topic update changes it").arg(m_topic.text())
                                                             : QStringLiteral("rocketctl: the topic %1 is not there: topic create makes it").arg(m_topic.text()));
        m_exitCode.finish(m_failed ? Failed : Done);
    }

    void print(const BrokerRef &broker, const char *result) { m_session.out().row(Line().add("brokerName", broker.name).add("result", QString::fromLatin1(result))); }

    Session &m_session;
    const TopicVerb m_verb;
    const TopicName m_topic;
    const TopicEdit m_edit;
    const bool m_dryRun;
    bool m_failed = false;
    int m_refused = 0;
    Promise<int> m_exitCode;
};

} // namespace

const std::vector<Option> &topicEditOptions()
{
    static const std::vector<Option> options = {
        {"--queues", "N", "queues for reading and for writing; 8 for a new topic"},
        {"--read-queues", "N", "queues for reading"},
        {"--write-queues", "N", "queues for writing"},
        {"--perm", "RW|R|W", "what clients may do"},
        {"--type", "TYPE", "NORMAL, FIFO, DELAY, TRANSACTION ...; 5.x only"},
        {"--attribute", "NAME=VALUE", "another attribute, such as cleanup.policy=COMPACTION; 5.x only; repeatable", true},
        {"--order", "true|false", "whether its queues keep a fixed order"},
        {"--broker", "NAME", "at this broker only; repeatable", true},
        {"--cluster", "NAME", "at the brokers of this cluster"},
        {"--dry-run", nullptr, "show what would be written"},
    };
    return options;
}

Pending<int> runTopicEdit(const Arguments &arguments, Session &session, TopicVerb verb)
{
    const TopicName topic(arguments.positional().front());
    const auto edit = editOf(arguments);
    const auto name = protocol::checkNewTopic(topic);
    if (!edit || !name)
        return session.failNow(name ? edit.error() : name.error());
    return (new EditRun(session, verb, topic, *edit, arguments.has("--dry-run")))->start(arguments);
}

Result<std::vector<BrokerRef>> chosenBrokers(const Arguments &arguments, const commands::ClusterInfo &info)
{
    std::vector<BrokerRef> brokers = brokersOf(info, false);
    QSet<ClusterName> clusters;
    for (const BrokerRef &broker : brokers)
        clusters.insert(broker.cluster);
    const auto cluster = arguments.value("--cluster");
    if (cluster && !clusters.contains(ClusterName(*cluster)))
        return wrongUsage(QStringLiteral("there is no cluster \"%1\"").arg(*cluster));
    const QStringList names = arguments.values("--broker");
    if (!cluster && names.isEmpty() && clusters.size() > 1)
        return wrongUsage(QStringLiteral("there are %1 clusters: say which with --cluster, or name brokers with --broker").arg(clusters.size()));
    for (const QString &name : names) {
        if (std::none_of(brokers.cbegin(), brokers.cend(), [&](const BrokerRef &broker) { return broker.name.text() == name; }))
            return wrongUsage(QStringLiteral("there is no broker \"%1\"").arg(name));
    }
    std::erase_if(brokers, [&](const BrokerRef &broker) {
        return (cluster && broker.cluster.text() != *cluster) || (!names.isEmpty() && !names.contains(broker.name.text()));
    });
    return brokers;
}

} // namespace rocketdesk::ctl
