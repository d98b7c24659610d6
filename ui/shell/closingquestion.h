// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/confirmdialog.h"

namespace rocketdesk::ui {

class ConnectionView;

/// Asks before what connections write ends with them. It goes by itself when nothing is written any more: nothing closes then.
class ClosingQuestion final : public ConfirmDialog
{
    Q_OBJECT

public:
    /// `views` outlive it; `title` names what closes.
    ClosingQuestion(Theme &theme, const QString &title, const QList<ConnectionView *> &views, QWidget *parent);

    [[nodiscard]] static QStringList writingOf(const QList<ConnectionView *> &views);
};

} // namespace rocketdesk::ui
