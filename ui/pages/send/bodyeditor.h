// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace rocketdesk::ui {

class JsonHighlighter;
class Label;
class NumberedText;
class Segments;
class Sign;
class Theme;

/// Writes a body as JSON, text or hex, or takes a file's. Says whether it is valid, its charset and its size of the limit.
class BodyEditor final : public QWidget
{
    Q_OBJECT

public:
    /// What brokers take, whatever is in it.
    static constexpr qint64 limit = 4 << 20;

    explicit BodyEditor(Theme &theme, QWidget *parent = nullptr);

    void setBody(const QByteArray &body);
    /// As it would be sent; where the hex is none, the last one that was.
    [[nodiscard]] QByteArray body() const { return m_body; }
    /// Why it cannot be sent as it stands; empty where it can. JSON that is none may be sent.
    [[nodiscard]] QString error() const { return m_error; }
    /// What keeps this body from being sent, found by whoever knows the limits; empty where nothing does.
    void setProblem(const QString &problem);
    void focusText();

Q_SIGNALS:
    void changed();

private:
    void layOut();
    [[nodiscard]] QHBoxLayout *makeBar();
    [[nodiscard]] QHBoxLayout *makeFoot();
    void chooseFile();
    void takeText();
    void showBody();
    void changeForm(const QString &form);
    void updateFoot();
    void formatJson();

    Theme &m_theme;
    Segments *m_forms;
    QPushButton *m_format;
    NumberedText *m_text;
    JsonHighlighter *m_highlighter;
    Sign *m_sign;
    Label *m_validity;
    Label *m_facts;
    QByteArray m_body;
    QString m_error;
    QString m_problem;
    QString m_form;
};

} // namespace rocketdesk::ui
