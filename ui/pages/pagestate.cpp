// SPDX-License-Identifier: Apache-2.0
// Which of content and panes shows, and what a page says while its connection is lost.
#include "ui/pages/page.h"

#include "ui/common/format.h"
#include "ui/common/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QPushButton>
#include <QStackedLayout>

#include <utility>

namespace rocketdesk::ui {

namespace {

const QString lostBanner = QStringLiteral("lost");
const QString rereadBanner = QStringLiteral("failed"); // of pages that could not be read again

bool showsContent(PageState state)
{
    return state == PageState::Ready || state == PageState::Partial;
}

} // namespace

void Page::setLost(bool lost, qint64 sinceMs, int secondsToTry)
{
    m_lostSinceMs = sinceMs;
    m_secondsToTry = secondsToTry;
    const bool same = std::exchange(m_lost, lost) == lost;
    if (!same && m_table)
        m_table->setStale(lost);
    if (!same && lost)
        m_banners->clear(rereadBanner); // the same fault in other words
    if (lost && m_lostPane)
        presentLost(); // the seconds go down
    if (same)
        return;
    setState(m_state);
    if (lost)
        return;
    if (m_begun && m_active)
        refresh();
    else
        m_begun = false; // what shows is from before: the next look reads it again
}

/// One place says that the connection is lost: the pane where the page has nothing to show for want of it, else a banner.
void Page::setState(PageState state)
{
    const bool changed = std::exchange(m_state, state) != state;
    const bool lostPane = m_lost && state == PageState::Failed;
    if (lostPane)
        presentLost();
    m_header->setPrimaryQuiet(state == PageState::Failed); // the filled button is the pane's
    m_stack->setCurrentWidget(widgetFor(state));
    if (!m_lost || lostPane || state == PageState::Loading)
        m_banners->clear(lostBanner);
    else
        presentLostBanner();
    if (m_focusFrom && (window()->focusWidget() != m_focusFrom || focusContent()))
        m_focusFrom = nullptr;
    if (changed)
        Q_EMIT stateChanged(state);
}

QWidget *Page::widgetFor(PageState state) const
{
    if (m_lost && state == PageState::Failed)
        return m_lostPane;
    return showsContent(state) && m_content ? m_content : m_pane;
}

void Page::presentLost()
{
    const QString title = m_secondsToTry > 0 ? tr("Connection lost, trying again in %1 s").arg(m_secondsToTry) : tr("Connection lost, trying again");
    const QString text = tr("No name server has answered since %1. What was running goes on when one does.").arg(format::time(m_lostSinceMs));
    if (m_lostPane)
        return m_lostPane->retell(title, text);
    m_lostPane = new StatePane(theme());
    m_stack->addWidget(m_lostPane);
    m_lostPane->showFailed(title, text, Tone::Warning, Icon::Plug);
    connect(m_lostPane->addButton(tr("Try now"), Icon::Refresh, ButtonLook::Primary), &QPushButton::clicked, this, &Page::tryNowRequested);
    if (m_context.testable)
        connect(m_lostPane->addButton(tr("Test connection…"), Icon::Plug), &QPushButton::clicked, this, &Page::testRequested);
}

void Page::presentLostBanner()
{
    const QString fact = tr("Connection lost at %1.").arg(format::time(m_lostSinceMs));
    const QString reason = showsContent(m_state) ? tr("No name server answers. What shows is from before, and is read again when one does.") : tr("No name server answers.");
    if (const Banner *shown = m_banners->banner(lostBanner); shown && shown->text().fact == fact && shown->text().reason == reason)
        return;
    Banner *banner = m_banners->put({.id = lostBanner, .tone = Tone::Error, .fact = fact, .reason = reason, .closable = false});
    connect(banner->addButton(tr("Try now"), Icon::Refresh), &QPushButton::clicked, this, &Page::tryNowRequested);
}

void Page::showFailure(const Error &error)
{
    const ErrorText text = words(error);
    if (!text.refused || error.code == 0)
        return m_pane->showFailed(text.sentence, sentences({text.reason, text.wayOut}));
    const QString who = error.where.section(QStringLiteral(" ("), 0, 0);
    m_pane->showFailed(tr("%1 refused: %2").arg(who, responseCodeText(error.code, error.operation)), sentences({text.sentence, text.reason, text.wayOut}));
}

QString Page::answersText(int answered, int asked)
{
    return tr("%1 of %n brokers have answered.", nullptr, asked).arg(answered);
}

void Page::showAnswers(int answered, int asked)
{
    m_pane->setProgress(answersText(answered, asked), answered, asked);
}

} // namespace rocketdesk::ui
