// SPDX-License-Identifier: Apache-2.0
#include "ui/common/words.h"

#include "client/base/ownremarks.h"

#include <QCoreApplication>

namespace rocketdesk::ui {

QString words(const char *source)
{
    return QCoreApplication::translate("Words", source);
}

QString words(const Wording &wording)
{
    return wording.text([](const char *source) { return words(source); });
}

ErrorText words(const Error &error)
{
    return wordsFor(error, [](const char *source) { return words(source); });
}

QString remarkWords(const QString &remark)
{
    return translatedRemark(remark, [](const char *source) { return words(source); });
}

QString shortBroker(const QString &broker)
{
    const QLatin1StringView common("broker-");
    const QString own = broker.size() > common.size() && broker.startsWith(common) ? broker.mid(common.size()) : broker;
    constexpr qsizetype mostLetters = 12;
    return own.size() > mostLetters ? u'…' + own.right(4) : own; // long names of one cluster differ at their end
}

QString shortened(const QString &name, qsizetype mostLetters)
{
    if (name.size() <= mostLetters)
        return name;
    const qsizetype left = mostLetters / 2;
    return name.left(left) + u'…' + name.right(mostLetters - left - 1);
}

QString sentences(const QStringList &sentences)
{
    static const QString wide = QStringLiteral("。，；：！？");
    QString text;
    for (const QString &sentence : sentences) {
        if (!text.isEmpty() && !sentence.isEmpty() && !wide.contains(text.back()))
            text += u' ';
        text += sentence;
    }
    return text;
}

} // namespace rocketdesk::ui
