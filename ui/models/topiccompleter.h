// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCompleter>

class QLineEdit;
class QStringListModel;

namespace rocketdesk::ui {

/// Offers the topics whose names contain what is typed into a field: the user's own first, then those of retries, dead letters and
/// RocketMQ itself, each by name.
class TopicCompleter final : public QCompleter
{
    Q_OBJECT

public:
    /// Dies with the field.
    explicit TopicCompleter(QLineEdit &field);

    void setTopics(QStringList topics);
    /// Opens the list of all, whatever is typed.
    void offerAll();

private:
    QStringListModel *m_topics;
};

} // namespace rocketdesk::ui
