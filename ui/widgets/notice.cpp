// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/notice.h"

#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>

namespace rocketdesk::ui {

void showNotice(Theme &theme, const QString &title, const QString &text, QWidget *parent)
{
    auto *notice = new ConfirmDialog(theme, title, parent);
    auto *label = new Label(theme, TextStyle::Body, Role::Text, text);
    label->setWordWrap(true);
    notice->setContent(label); // it may list many things
    notice->setDefaultCancel(QCoreApplication::translate("Dialogs", "Close"));
    notice->open();
}

} // namespace rocketdesk::ui
