// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/jsonhighlighter.h"

#include "ui/theme/theme.h"

#include <QRegularExpression>

namespace rocketdesk::ui {

JsonHighlighter::JsonHighlighter(Theme &theme, QTextDocument *document) : QSyntaxHighlighter(document), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::setOn(bool on)
{
    if (m_on == on)
        return;
    m_on = on;
    rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (!m_on)
        return;
    // a string followed by a colon is a key; the parts exclude each other, so their order is that of the groups
    static const QRegularExpression token(QStringLiteral(R"RE(("(?:[^"\\]|\\.)*"\s*:)|("(?:[^"\\]|\\.)*"?)|(-?\b\d[\d.eE+-]*)|\b(true|false|null)\b)RE"));
    static constexpr Role roles[] = {Role::JsonKey, Role::JsonString, Role::JsonNumber, Role::JsonWord};
    auto matches = token.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const int group = match.lastCapturedIndex();
        const auto length = static_cast<int>(match.capturedLength(group)) - (group == 1 ? 1 : 0);
        setFormat(static_cast<int>(match.capturedStart(group)), length, m_theme.color(roles[group - 1]));
    }
}

} // namespace rocketdesk::ui
