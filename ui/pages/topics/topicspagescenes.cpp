// SPDX-License-Identifier: Apache-2.0
// What the topics page shows in pictures.
#include "ui/pages/topics/topicdialog.h"
#include "ui/pages/topics/topicspage.h"
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

} // namespace

bool TopicsPage::prepareScene(const QString &scene)
{
    const bool own = scene == contextMenu || scene == changeDialog || scene == deleteDialog;
    if (own || scene == QStringLiteral("ready")) {
        m_scene = scene;
        openTarget({id(), QStringLiteral("order-created"), {}});
    }
    if (scene == QStringLiteral("empty"))
        m_filter->setText(QStringLiteral("inventory-2027"));
    return own || Page::prepareScene(scene);
}

void TopicsPage::openScene()
{
    const QString scene = std::exchange(m_scene, {});
    if (scene == changeDialog)
        changeTopic();
    else if (scene == deleteDialog)
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
    if (scene == changeDialog || scene == deleteDialog) {
        const auto *dialog = findChild<ConfirmDialog *>();
        return dialog && !dialog->isBlocked();
    }
    return Page::sceneReached(scene);
}

} // namespace rocketdesk::ui
