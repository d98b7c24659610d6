// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/bodytext.h"

#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

namespace rocketdesk::ui::body {

namespace {

/// Writes the tokens of a JSON text again with line breaks: nothing but white space outside strings changes.
class Indenter final
{
public:
    [[nodiscard]] QString run(const QString &json)
    {
        m_out.reserve(json.size() * 2);
        for (qsizetype i = 0; i < json.size(); ++i) {
            const QChar c = json.at(i);
            if (m_inString)
                string(c);
            else if (!c.isSpace())
                token(c, json, i);
        }
        return m_out;
    }

private:
    void string(QChar c)
    {
        m_out += c;
        if (m_escaped)
            m_escaped = false;
        else if (c == u'\\')
            m_escaped = true;
        else if (c == u'"')
            m_inString = false;
    }

    void token(QChar c, const QString &json, qsizetype &i)
    {
        if (c == u'{' || c == u'[')
            return open(c, json, i);
        if (c == u'}' || c == u']') {
            --m_depth;
            newLine();
        }
        m_out += c;
        m_inString = c == u'"';
        if (c == u',')
            newLine();
        else if (c == u':')
            m_out += u' ';
    }

    void open(QChar c, const QString &json, qsizetype &i)
    {
        m_out += c;
        qsizetype next = i + 1;
        while (next < json.size() && json.at(next).isSpace())
            ++next;
        if (next < json.size() && (json.at(next) == u'}' || json.at(next) == u']')) {
            m_out += json.at(next);
            i = next;
            return;
        }
        ++m_depth;
        newLine();
    }

    void newLine()
    {
        m_out += u'\n';
        m_out += QString(std::max(m_depth, 0) * 2, u' ');
    }

    QString m_out;
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
};

QString hexLine(const QByteArray &bytes, qsizetype from)
{
    const QByteArray part = bytes.mid(from, 16);
    QString line = QStringLiteral("%1  ").arg(from, 8, 16, QLatin1Char('0'));
    QString characters;
    for (qsizetype i = 0; i < 16; ++i) {
        const bool there = i < part.size();
        const auto byte = there ? static_cast<uchar>(part.at(i)) : uchar(0);
        line += there ? QStringLiteral("%1 ").arg(byte, 2, 16, QLatin1Char('0')) : QStringLiteral("   ");
        if (i == 7)
            line += u' ';
        if (there)
            characters += byte >= 0x20 && byte < 0x7f ? QChar(char16_t(byte)) : QChar(u'.');
    }
    return line + u' ' + characters;
}

} // namespace

bool isUtf8(const QByteArray &bytes, bool cut)
{
    QStringDecoder decoder(QStringDecoder::Utf8, cut ? QStringDecoder::Flag::Default : QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    Q_UNUSED(text)
    return !decoder.hasError();
}

Form formOf(const QByteArray &bytes)
{
    if (!isUtf8(bytes))
        return Form::Hex;
    const QByteArray trimmed = bytes.trimmed();
    const bool bracketed = trimmed.startsWith('{') || trimmed.startsWith('[');
    return bracketed && !QJsonDocument::fromJson(trimmed).isNull() ? Form::Json : Form::Text;
}

QString indented(const QString &json)
{
    return Indenter().run(json);
}

QString hexDump(const QByteArray &bytes)
{
    QStringList lines;
    for (qsizetype from = 0; from < bytes.size(); from += 16)
        lines << hexLine(bytes, from);
    return lines.join(u'\n');
}

} // namespace rocketdesk::ui::body
