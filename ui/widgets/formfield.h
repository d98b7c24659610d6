// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace rocketdesk::ui {

class Label;

/// A sign and a sentence, of an error or a warning; hidden while there is none.
class ErrorLine final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Error, Warning };

    explicit ErrorLine(Theme &theme, QWidget *parent = nullptr, Kind kind = Kind::Error);

    void setText(const QString &error);

private:
    Label *m_text;
};

/// A label above a field, a hint or an error under it. Checked on leaving the field, and on typing once it was wrong.
class FormField final : public QWidget
{
    Q_OBJECT

public:
    /// One sentence that says what to do; empty where all is well.
    using Check = std::function<QString()>;

    /// Takes ownership of the field: a QLineEdit, QComboBox, QSpinBox, QPlainTextEdit or any widget.
    FormField(Theme &theme, const QString &label, QWidget *field, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    void setOptional(bool optional); ///< says so behind the label
    void setCheck(Check check);
    /// Shows or takes away an error that came from elsewhere.
    void setError(const QString &error);
    bool validate(); ///< runs the check and shows what it says
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QWidget *field() const { return m_field; }

Q_SIGNALS:
    void errorChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchTyping();
    void revalidateIfWrong();

    QWidget *m_field;
    QString m_title;
    Label *m_label;
    Label *m_hint;
    ErrorLine *m_errorLine;
    Check m_check;
    QString m_error;
};

/// Checks all fields and gives focus to the first wrong one; true when none is.
bool validateAll(const QList<FormField *> &fields);
[[nodiscard]] int countErrors(const QList<FormField *> &fields);

} // namespace rocketdesk::ui
