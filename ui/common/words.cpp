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

} // namespace rocketdesk::ui
