// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/theme/theme.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QMenu;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace rocketdesk::ui {

class FilterField;
class FoldingRow;
class Label;
class LiveStream;
class TopicCompleter;
class TopicPill;

/// The upper bar: topics that are watched, and where a watch begins.
class TopicsBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopicsBar(Theme &theme, QWidget *parent = nullptr);

    void setKnownTopics(const QStringList &topics); ///< for completion
    void addTopics(const QStringList &topics);
    void removeTopic(const QString &topic);
    [[nodiscard]] QStringList topics() const;
    [[nodiscard]] QSet<QString> muted() const;
    void showRates(const LiveStream &stream, const std::function<int(const QString &)> &seriesOf);
    [[nodiscard]] WatchFrom from() const;
    void setFrom(const WatchFrom &from);
    void copyFrom(const TopicsBar &other); ///< topics, muted ones, and where to begin
    void focusTopic();
    [[nodiscard]] const QList<TopicPill *> &pills() const { return m_pills; }

Q_SIGNALS:
    void topicsChanged();
    void mutedChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    class AddField;

    void takeTyped();
    void giveWay();
    void addToMenu(QMenu &menu, TopicPill &pill);

    Theme &m_theme;
    FoldingRow *m_pillRow;
    QList<TopicPill *> m_pills;
    AddField *m_add;
    TopicCompleter *m_known;
    Label *m_fromLabel;
    QComboBox *m_from;
    QDateTimeEdit *m_time;
    QSpinBox *m_count;
};

/// The lower bar: pause, clear, follow, the brokers' filter, our filter, and the rate.
class StreamBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StreamBar(Theme &theme, QWidget *parent = nullptr);

    void setPaused(bool paused, bool running);
    void setFollowing(bool following);
    void showRate(const LiveStream &stream);
    [[nodiscard]] QString tags() const; ///< empty where the filter is SQL92, or none
    [[nodiscard]] QString sql() const;
    void setFilterError(const QString &error); ///< of the brokers' filter
    [[nodiscard]] FilterField *rowFilter() const { return m_rows; }
    void copyFrom(const StreamBar &other); ///< both filters

Q_SIGNALS:
    void pauseToggled();
    void clearRequested();
    void followRequested();
    void brokerFilterChanged(); ///< Enter, or another kind

private:
    class Rate;

    Theme &m_theme;
    QPushButton *m_pause;
    QToolButton *m_follow;
    QComboBox *m_kind;
    QLineEdit *m_expression;
    FilterField *m_rows;
    Label *m_rate;
    Rate *m_line;
};

} // namespace rocketdesk::ui
