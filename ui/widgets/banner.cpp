// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/banner.h"

#include "ui/common/words.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signs.h"
#include "ui/widgets/spinner.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

Role fillRole(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return Role::OkFill;
    case Tone::Warning: return Role::WarningFill;
    case Tone::Error: return Role::ErrorFill;
    default: return Role::Accent;
    }
}

} // namespace

Banner::Banner(Theme &theme, const BannerText &text, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_sign(new Sign(theme, Icon::InfoFill, Role::Accent, 14, this))
    , m_spinner(new Spinner(theme, 16, this))
    , m_label(new Label(theme, TextStyle::Small, Role::Text, {}, this))
{
    auto *close = makeIconButton(theme, Icon::Close, tr("Close"), this);
    m_close = close;
    connect(close, &QToolButton::clicked, this, &Banner::closed);
    m_label->setMarkup(true);
    m_label->setWordWrap(true); // what went wrong is read whole, in a small window too
    m_row->setContentsMargins(14, 4, 8, 4);
    m_row->setSpacing(8);
    m_row->addWidget(m_sign);
    m_row->addWidget(m_spinner);
    m_row->addWidget(m_label, 1);
    m_row->addWidget(m_close);
    set(text);
}

void Banner::set(const BannerText &text)
{
    m_text = text;
    m_sign->set(Theme::stateIcon(text.tone == Tone::Normal ? Tone::Accent : text.tone), fillRole(text.tone));
    m_sign->setVisible(!text.running);
    m_spinner->setVisible(text.running);
    m_close->setVisible(text.closable);
    m_label->setText(text.fact.isEmpty() ? text.reason : sentences({QStringLiteral("**%1**").arg(text.fact), text.reason}));
    setAccessibleName(m_label->text());
    setMinimumHeight(m_theme.scaled(38));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    update();
}

QPushButton *Banner::addButton(const QString &text, Icon icon, bool plain)
{
    auto *button = makeButton(m_theme, text, icon, plain ? ButtonLook::Plain : ButtonLook::Flat, this);
    m_row->insertWidget(m_row->count() - 1, button);
    return button;
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.soft(m_text.tone == Tone::Normal ? Tone::Accent : m_text.tone));
}

BannerStack::BannerStack(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_more(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
    m_column->addWidget(m_more);
    m_more->setContentsMargins(14, 0, 0, 0);
    hide();
}

Banner *BannerStack::put(const BannerText &text)
{
    clear(text.id);
    auto *banner = new Banner(m_theme, text, this);
    connect(banner, &Banner::closed, this, [this, id = text.id] { clear(id); });
    m_banners << banner;
    arrange();
    return banner;
}

Banner *BannerStack::banner(const QString &id) const
{
    const auto found = std::find_if(m_banners.cbegin(), m_banners.cend(), [&id](const Banner *each) { return each->text().id == id; });
    return found == m_banners.cend() ? nullptr : *found;
}

void BannerStack::clear(const QString &id)
{
    Banner *gone = banner(id);
    if (!gone)
        return;
    m_banners.removeOne(gone);
    m_column->removeWidget(gone);
    gone->hide();
    gone->deleteLater();
    arrange();
}

void BannerStack::clearAll()
{
    const QList<Banner *> all = m_banners;
    for (const Banner *each : all)
        clear(each->text().id);
}

void BannerStack::arrange()
{
    for (qsizetype i = 0; i < m_banners.size(); ++i) {
        m_column->insertWidget(static_cast<int>(i), m_banners.at(i));
        m_banners.at(i)->setVisible(i < 2);
    }
    const auto folded = static_cast<int>(std::max<qsizetype>(0, m_banners.size() - 2));
    m_more->setText(tr("and %n more", nullptr, folded));
    m_more->setVisible(folded > 0);
    setVisible(!m_banners.isEmpty());
}

} // namespace rocketdesk::ui
