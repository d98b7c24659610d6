// SPDX-License-Identifier: Apache-2.0
// What the topics page shows in pictures.
#include "ui/pages/topics/topicdialog.h"
#include "ui/pages/topics/topicspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/tableview.h"

#include <QMenu>
#include <QSpinBox>

namespace rocketdesk::ui {

namespace {

const QString contextMenu = QStringLiteral("context-menu");
const QString changeDialog = QStringLiteral("change-topic");
const QString deleteDialog = QStringLiteral("delete-topic");
const QString longNames = QStringLiteral("long");
const QString missingTopic = QStringLiteral("missing");

/// What is open where names are long, and what is without.
bool isLong(const QString &scene)
{
    return scene.startsWith(longNames);
}

bool opens(const QString &scene, const QString &part)
{
    return scene.endsWith(part);
}

} // namespace

bool TopicsPage::prepareScene(const QString &scene)
{
    const bool own = scene == contextMenu || opens(scene, changeDialog) || opens(scene, deleteDialog);
    if (own || isLong(scene) || scene == QStringLiteral("ready")) {
        m_scene = scene;
        openTarget({id(), isLong(scene) ? QStringLiteral("customer-profile_address-verification-requested_v2_eu-central-1") : QStringLiteral("order-created"), {}});
    }
    if (scene == missingTopic)
        openTarget({id(), QStringLiteral("order-creatd"), {}});
    if (scene == QStringLiteral("empty"))
        m_filter->setText(QStringLiteral("inventory-2027"));
    return own || scene == missingTopic || Page::prepareScene(scene);
}

void TopicsPage::openScene()
{
    const QString scene = std::exchange(m_scene, {});
    if (opens(scene, changeDialog))
        changeTopic();
    else if (opens(scene, deleteDialog))
        deleteTopic();
    else if (scene == contextMenu)
        m_table->openMenu();
    if (auto *dialog = findChild<TopicDialog *>())
        connect(dialog, &TopicDialog::filled, dialog, [dialog] { dialog->findChild<QSpinBox *>()->setValue(12); }); // so that it changes something
}

bool TopicsPage::sceneReached(const QString &scene) const
{
    if (scene == contextMenu)
        return m_table->findChild<QMenu *>() != nullptr;
    if (opens(scene, changeDialog) || opens(scene, deleteDialog)) {
        const auto *dialog = findChild<ConfirmDialog *>();
        return dialog && !dialog->isBlocked();
    }
    if (scene == missingTopic)
        return banners().banner(missingTopic) != nullptr;
    return Page::sceneReached(scene);
}

} // namespace rocketdesk::ui
