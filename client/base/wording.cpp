// SPDX-License-Identifier: Apache-2.0
#include "client/base/wording.h"

namespace rocketdesk {

QString Wording::text(const Translate &translate) const
{
    const QString pattern = translate ? translate(source) : QString::fromUtf8(source);
    QString text;
    text.reserve(pattern.size());
    // One pass, so that a %2 in the words of a server stays what it is.
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int number = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (number >= 1 && number <= arguments.size()) {
            text += arguments.at(number - 1);
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

} // namespace rocketdesk
