// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/bodytext.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace rocketdesk::ui {

class JsonHighlighter;
class Label;
class NumberedText;
class Segments;
class Theme;

/// The body of a message as JSON, tree, text or hex, chosen by content. Shows the first 256 KiB until asked for all.
class BodyView final : public QWidget
{
    Q_OBJECT

public:
    explicit BodyView(Theme &theme, QWidget *parent = nullptr);

    void setBody(const QByteArray &body);
    void clear();
    /// `json`, `tree`, `text`, `hex`: keep it per topic if the user changes it (see formChosen).
    void setForm(const QString &form);
    [[nodiscard]] QString form() const;
    void find(); ///< Ctrl+F: opens the find field
    void setWrap(bool wrap);

Q_SIGNALS:
    void formChosen(const QString &form);
    void saveFailed(const QString &reason);

private:
    [[nodiscard]] QWidget *makeBar();
    void follow();
    void render();
    void fillTree(const QByteArray &json);
    void findNext(const QString &text);
    void save();
    void showNote(const QString &note);
    [[nodiscard]] QByteArray shown() const;

    Theme &m_theme;
    Segments *m_forms;
    QStackedWidget *m_stack;
    NumberedText *m_text;
    QTreeWidget *m_tree;
    JsonHighlighter *m_highlighter;
    QLineEdit *m_find;
    Label *m_note;
    QPushButton *m_all;
    QByteArray m_body;
    bool m_showAll = false;
};

} // namespace rocketdesk::ui
