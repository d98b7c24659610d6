// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/registry.h"

#include "ui/pages/calllog/calllogpage.h"
#include "ui/pages/cluster/clusterpage.h"
#include "ui/pages/live/livepage.h"
#include "ui/pages/send/sendpage.h"
#include "ui/pages/topics/topicspage.h"

#include <QCoreApplication>

namespace rocketdesk::ui {

namespace {

/// For the lines below: makes the page of a class whose constructor takes (const PageContext &, QWidget *).
template <typename T>
[[maybe_unused]] Page *make(const PageContext &context, QWidget *parent)
{
    return new T(context, parent);
}

[[maybe_unused]] QString title(const char *text)
{
    return QCoreApplication::translate("pages", text);
}

} // namespace

// A page is an include above and a line here:
//     {QStringLiteral("topics"), title(QT_TRANSLATE_NOOP("pages", "Topics")), Icon::Topic, 0, &make<TopicsPage>},
std::vector<PageEntry> allPages()
{
    return {
        {QStringLiteral("cluster"), title(QT_TRANSLATE_NOOP("pages", "Cluster")), Icon::Cluster, 0, &make<ClusterPage>},
        {QStringLiteral("topics"), title(QT_TRANSLATE_NOOP("pages", "Topics")), Icon::Topic, 0, &make<TopicsPage>},
        {QStringLiteral("send"), title(QT_TRANSLATE_NOOP("pages", "Send")), Icon::Send, 1, &make<SendPage>},
        {QStringLiteral("live"), title(QT_TRANSLATE_NOOP("pages", "Live")), Icon::Live, 1, &make<LivePage>},
        {QStringLiteral("calllog"), title(QT_TRANSLATE_NOOP("pages", "Call log")), Icon::CallLog, 2, &make<CallLogPage>},
    };
}

// A picture is a line here: {QStringLiteral("topics"), QStringLiteral("ready")},
std::vector<PageScene> allScenes()
{
    using Cluster = PageScene::Cluster;
    return {
        {QStringLiteral("cluster"), QStringLiteral("ready")},
        {QStringLiteral("cluster"), QStringLiteral("partial"), Cluster::SilentBroker},
        {QStringLiteral("cluster"), QStringLiteral("loading"), Cluster::SilentNameServer},
        {QStringLiteral("cluster"), QStringLiteral("failed"), Cluster::SilentNameServer},
        {QStringLiteral("cluster"), QStringLiteral("waiting"), Cluster::Slow},
        {QStringLiteral("cluster"), QStringLiteral("long"), Cluster::LongNames},
        {QStringLiteral("topics"), QStringLiteral("ready")},
        {QStringLiteral("topics"), QStringLiteral("partial"), Cluster::SilentBroker},
        {QStringLiteral("topics"), QStringLiteral("empty")},
        {QStringLiteral("topics"), QStringLiteral("missing")},
        {QStringLiteral("topics"), QStringLiteral("loading"), Cluster::SilentNameServer},
        {QStringLiteral("topics"), QStringLiteral("failed"), Cluster::SilentNameServer},
        {QStringLiteral("topics"), QStringLiteral("waiting"), Cluster::Slow},
        {QStringLiteral("topics"), QStringLiteral("long"), Cluster::LongNames},
        {QStringLiteral("topics"), QStringLiteral("long-change-topic"), Cluster::LongNames},
        {QStringLiteral("topics"), QStringLiteral("long-delete-topic"), Cluster::LongNames},
        {QStringLiteral("topics"), QStringLiteral("context-menu")},
        {QStringLiteral("topics"), QStringLiteral("change-topic")},
        {QStringLiteral("topics"), QStringLiteral("delete-topic")},
        {QStringLiteral("send"), QStringLiteral("ready")},
        {QStringLiteral("send"), QStringLiteral("missing")},
        {QStringLiteral("send"), QStringLiteral("long"), Cluster::LongNames},
        {QStringLiteral("live"), QStringLiteral("idle")},
        {QStringLiteral("live"), QStringLiteral("ready")},
        {QStringLiteral("live"), QStringLiteral("empty")},
        {QStringLiteral("live"), QStringLiteral("group")},
        {QStringLiteral("live"), QStringLiteral("missing")},
        {QStringLiteral("live"), QStringLiteral("failed"), Cluster::Refusing},
        {QStringLiteral("live"), QStringLiteral("long"), Cluster::LongNames},
        {QStringLiteral("calllog"), QStringLiteral("ready")},
    };
}

} // namespace rocketdesk::ui
