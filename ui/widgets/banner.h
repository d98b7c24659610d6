// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace rocketdesk::ui {

class Label;
class Sign;
class Spinner;

/// What a banner says: the fact in bold, the reason behind it, and up to two ways out.
struct BannerText {
    QString id; ///< a banner with the same id replaces the old one, and clearing it takes it away
    Tone tone = Tone::Warning;
    QString fact;
    QString reason;
    bool running = false; ///< a spinner instead of the tone's sign
    bool closable = true;
};

/// One line under a page's header.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    Banner(Theme &theme, const BannerText &text, QWidget *parent = nullptr);

    void set(const BannerText &text);
    [[nodiscard]] const BannerText &text() const { return m_text; }
    /// The button is the banner's; connect to its clicked().
    QPushButton *addButton(const QString &text, Icon icon = Icon::None, bool plain = true);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    BannerText m_text;
    QHBoxLayout *m_row;
    Sign *m_sign;
    Spinner *m_spinner;
    Label *m_label;
    QWidget *m_close;
};

/// The banners of a page: two at most, the others are counted.
class BannerStack final : public QWidget
{
    Q_OBJECT

public:
    explicit BannerStack(Theme &theme, QWidget *parent = nullptr);

    /// Shows or replaces the banner of this id; buttons are those added to what it returns.
    Banner *put(const BannerText &text);
    void clear(const QString &id);
    void clearAll();
    [[nodiscard]] Banner *banner(const QString &id) const; ///< null where none of this id shows

private:
    void arrange();

    Theme &m_theme;
    QVBoxLayout *m_column;
    QList<Banner *> m_banners;
    Label *m_more;
};

} // namespace rocketdesk::ui
