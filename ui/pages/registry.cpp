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
    return {
        {QStringLiteral("cluster"), QStringLiteral("ready")},
        {QStringLiteral("topics"), QStringLiteral("ready")},
        {QStringLiteral("send"), QStringLiteral("ready")},
        {QStringLiteral("live"), QStringLiteral("idle")},
        {QStringLiteral("live"), QStringLiteral("ready")},
        {QStringLiteral("calllog"), QStringLiteral("ready")},
    };
}

} // namespace rocketdesk::ui
