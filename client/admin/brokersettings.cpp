// SPDX-License-Identifier: Apache-2.0
#include "client/admin/brokersettings.h"

namespace rocketdesk {

BrokerSettings parseSettings(const QString &text)
{
    BrokerSettings settings;
    for (const auto &line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype cut = line.indexOf(u'=');
        if (cut <= 0)
            continue;
        const auto value = line.mid(cut + 1);
        settings.insert(line.left(cut).trimmed().toString(), (value.endsWith(u'\r') ? value.chopped(1) : value).toString());
    }
    return settings;
}

std::vector<SettingPair> compareSettings(const BrokerSettings &a, const BrokerSettings &b)
{
    const auto valueIn = [](const BrokerSettings &settings, const QString &key) {
        const auto found = settings.constFind(key);
        return found == settings.cend() ? std::nullopt : std::optional(*found);
    };
    BrokerSettings both = a;
    both.insert(b);
    std::vector<SettingPair> pairs;
    for (auto setting = both.cbegin(); setting != both.cend(); ++setting) {
        SettingPair pair{.key = setting.key(), .a = valueIn(a, setting.key()), .b = valueIn(b, setting.key())};
        pair.differs = pair.a != pair.b;
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

} // namespace rocketdesk
