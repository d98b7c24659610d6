// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/send/senddraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace rocketdesk::ui {

class ErrorLine;
class FormField;
class Segments;
class Theme;
class TopicCompleter;

/// What to send, and how: everything of a draft but the body and the series.
class SendForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SendForm(Theme &theme, QWidget *parent = nullptr);

    void setKnownTopics(const QStringList &topics); ///< for completion
    void setQueues(const std::vector<QueueRef> &queues); ///< of the topic; keeps the choice where it is still there
    void setTopicHint(const QString &hint); ///< under the topic: what it is
    void setTopicWarning(const QString &warning);
    void setTopicMissing(const QString &warning, bool mayCreate); ///< with a way to make it
    void setDraft(const SendDraft &draft);
    void fill(SendDraft &draft) const;
    [[nodiscard]] QString topic() const;
    /// Each sentence under its field; how many there are.
    int showProblems(const std::vector<SendProblem> &problems, const std::optional<Wording> &tag);
    bool focusFirstProblem(); ///< false where the form has none

Q_SIGNALS:
    void changed();
    void topicChanged();
    void createTopicRequested();

private:
    /// The widgets of one property, owned by their parent.
    struct PropertyLine {
        QWidget *widget;
        QCheckBox *used;
        QLineEdit *name;
        QLineEdit *value;
        QToolButton *remove;
    };

    void setUpTexts();
    void setUpChoices();
    void build();
    void connectParts();
    void addProperty(const SendDraft::UserProperty &property);
    void updateParts();
    [[nodiscard]] FormField *fieldOf(const SendProblem &problem) const;

    Theme &m_theme;
    QLineEdit *m_topic;
    TopicCompleter *m_known;
    QComboBox *m_queue;
    QLineEdit *m_tag;
    QLineEdit *m_keys;
    QLineEdit *m_sharding;
    Segments *m_how;
    QSpinBox *m_perRequest;
    Segments *m_when;
    QComboBox *m_level;
    QDateTimeEdit *m_time;
    FormField *m_topicField;
    QPushButton *m_create;
    ErrorLine *m_topicWarning;
    FormField *m_tagField;
    FormField *m_queueField;
    FormField *m_shardingField;
    FormField *m_whenField;
    QPushButton *m_add;
    QVBoxLayout *m_lines;
    QList<PropertyLine> m_properties;
    ErrorLine *m_propertyError;
    std::vector<QueueRef> m_queues;
};

} // namespace rocketdesk::ui
