// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/target.h"
#include "ui/widgets/sheet.h"

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace rocketdesk::ui {

class FormField;

/// Asks for the place of one message: topic, broker, queue and offset. A place pasted as a whole fills all of them.
class OpenMessageDialog final : public Sheet
{
    Q_OBJECT

public:
    /// `topics` are for completion, `connection` stands in the title.
    OpenMessageDialog(Theme &theme, const QStringList &topics, const QString &connection, QWidget *parent = nullptr);

    /// "topic broker queue offset", as the Live page copies it; false where it is none.
    bool takePlace(const QString &text);
    void choose(); ///< where nothing is wrong

Q_SIGNALS:
    void chosen(const rocketdesk::ui::Target &target);

private:
    void layOut(Theme &theme, const QString &title);
    void setChecks();

    QLineEdit *m_topic;
    QLineEdit *m_broker;
    QSpinBox *m_queue;
    QLineEdit *m_offset;
    QList<FormField *> m_fields;
};

} // namespace rocketdesk::ui
