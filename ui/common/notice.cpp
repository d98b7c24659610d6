// SPDX-License-Identifier: Apache-2.0
#include "ui/common/notice.h"

#include <QMessageBox>

namespace rocketdesk::ui {

void showNotice(QWidget *parent, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace rocketdesk::ui
