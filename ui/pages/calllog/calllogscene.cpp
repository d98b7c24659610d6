// SPDX-License-Identifier: Apache-2.0
// The call log's picture: what two pages ask, and one call that was refused.
#include "client/commands/nameserver.h"
#include "ui/pages/calllog/calllogpage.h"
#include "ui/widgets/tableview.h"

namespace rocketdesk::ui {

namespace {

Ask asPage(int number)
{
    return {.origin = static_cast<Origin>(static_cast<int>(Origin::FirstPage) + number)};
}

} // namespace

bool CallLogPage::prepareScene(const QString &scene)
{
    const commands::GetRouteInfoByTopic missing{.topic = TopicName(QStringLiteral("order-creatd"))};
    m_sceneCalls[0] = whenDone(client().readCluster(asPage(0)), this, [](const Result<ClusterOverview> &) {});
    m_sceneCalls[1] = whenDone(client().readTopics(asPage(1)), this, [](const Result<TopicsOverview> &) {});
    m_sceneCalls[2] = whenDone(client().ask(missing, rocketdesk::Target::nameServer(), asPage(2)), this, [](const auto &) {});
    m_explainsRefused = true;
    return Page::prepareScene(scene);
}

bool CallLogPage::sceneReached(const QString &scene) const
{
    return Page::sceneReached(scene) && isDockShown() && !m_sceneCalls[0].isRunning() && !m_sceneCalls[1].isRunning();
}

/// The refused call, once the log has brought it.
void CallLogPage::explainScene()
{
    const auto &rows = m_model->rows();
    const auto refused = std::find_if(rows.cbegin(), rows.cend(), [](const CallRecord &call) { return passes(call, CallFilter::Failed); });
    if (refused == rows.cend())
        return;
    m_explainsRefused = false;
    openTarget({id(), callKey(*refused), {}});
}

} // namespace rocketdesk::ui
