// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/closingquestion.h"

#include "ui/shell/connectionview.h"
#include "ui/widgets/label.h"

namespace rocketdesk::ui {

ClosingQuestion::ClosingQuestion(Theme &theme, const QString &title, const QList<ConnectionView *> &views, QWidget *parent)
    : ConfirmDialog(theme, title, parent)
{
    auto *text = new Label(theme, TextStyle::Body, Role::Text);
    text->setWordWrap(true);
    setLowContent(text);
    setVerb(tr("Stop and close"), Severity::Dangerous, Icon::Stop);
    setDefaultCancel(tr("Keep open"));
    const auto tell = [this, text, views] {
        const QStringList writing = writingOf(views);
        if (writing.isEmpty())
            return reject();
        text->setText(writing.join(u'\n') + u'\n' + tr("Closing stops it: the rest is not sent."));
    };
    for (const ConnectionView *view : views)
        connect(view, &ConnectionView::writingChanged, this, tell);
    tell();
}

QStringList ClosingQuestion::writingOf(const QList<ConnectionView *> &views)
{
    QStringList writing;
    for (const ConnectionView *view : views)
        writing << view->writing();
    return writing;
}

} // namespace rocketdesk::ui
