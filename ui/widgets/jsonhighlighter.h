// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSyntaxHighlighter>

namespace rocketdesk::ui {

class Theme;

/// Colours keys, strings, numbers and words of JSON, a line at a time.
class JsonHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    JsonHighlighter(Theme &theme, QTextDocument *document);

    void setOn(bool on);

protected:
    void highlightBlock(const QString &text) override;

private:
    Theme &m_theme;
    bool m_on = true;
};

} // namespace rocketdesk::ui
