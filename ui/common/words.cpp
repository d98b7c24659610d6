// SPDX-License-Identifier: Apache-2.0
#include "ui/common/words.h"

#include <QCoreApplication>

namespace rocketdesk::ui {

namespace {

QString translated(const char *source)
{
    return QCoreApplication::translate("Words", source);
}

} // namespace

QString words(const Wording &wording)
{
    return wording.text(translated);
}

ErrorText words(const Error &error)
{
    return wordsFor(error, translated);
}

} // namespace rocketdesk::ui
