// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/sheet.h"

class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace rocketdesk::ui {

class Label;

/// The frame of every dialog that changes something: what changes (the preview), what it costs, the verb with its reach. Without
/// a verb it only tells something.
/// Opened with open(), never exec(). The verb does not close it: results are shown in place, see verbPressed().
class ConfirmDialog : public Sheet
{
    Q_OBJECT

public:
    enum class Severity {
        Reversible, ///< preview only
        Dangerous, ///< filled red verb
        Named, ///< red, and the object's name has to be typed
    };

    /// `title` names object and connection: `Change topic order-created on staging-eu`.
    ConfirmDialog(Theme &theme, const QString &title, QWidget *parent = nullptr);

    /// `verb` says what and where: `Write to 2 brokers`.
    void setVerb(const QString &verb, Severity severity, Icon icon = Icon::None);
    /// For Severity::Named: the verb wakes when exactly this has been typed; `prompt` asks for it.
    void setNameToType(const QString &prompt, const QString &name);
    /// What Cancel is called where that says too little; Enter gives this answer then.
    void setDefaultCancel(const QString &text);
    /// Takes ownership: form and preview of the change; it scrolls when it has no room.
    void setContent(QWidget *content);
    /// The same for what keeps its own height.
    void setLowContent(QWidget *content);
    void addNote(Tone tone, const QString &text); ///< a sign and a sentence with `**bold**` parts
    void clearNotes();
    void setCalls(const QString &text); ///< `2 calls: 17 to broker-a, broker-b`
    /// Shows *Copy as command*.
    void setCommand(const QString &command);
    /// Why the verb cannot be pressed now; empty when it can.
    void setBlocked(const QString &why);
    [[nodiscard]] bool isBlocked() const { return !m_blocked.isEmpty(); }
    /// While writing: the verb sleeps, Cancel says Stop.
    void setWriting(bool writing);
    [[nodiscard]] QPushButton *verbButton() const { return m_verb; }

Q_SIGNALS:
    void verbPressed();
    void stopRequested(); ///< Esc or Stop while writing

protected:
    /// As high as all of the content, where that is possible: once what it shows is known.
    void growToContent();
    void reject() override;
    void showEvent(QShowEvent *event) override;

private:
    void updateVerb();
    [[nodiscard]] QWidget *makeFoot();

    QVBoxLayout *m_body;
    QScrollArea *m_area = nullptr;
    QWidget *m_notes;
    QWidget *m_naming;
    Label *m_prompt;
    QLineEdit *m_typed;
    Label *m_calls;
    QPushButton *m_copy;
    QPushButton *m_cancel;
    QPushButton *m_verb;
    QString m_cancelText;
    QString m_name;
    QString m_command;
    QString m_blocked;
    bool m_writing = false;
};

} // namespace rocketdesk::ui
