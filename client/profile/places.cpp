// SPDX-License-Identifier: Apache-2.0
#include "client/profile/places.h"

#include <QDir>

namespace rocketdesk {

namespace {

QString processVariable(const char *name)
{
    return qEnvironmentVariable(name);
}

/// The XDG specification: a value that is no absolute path counts as not set.
QString baseFolder(const Places::Variables &variables, const char *name, const char *otherwise)
{
    const QString set = variables(name);
    if (QDir::isAbsolutePath(set))
        return QDir::cleanPath(set);
    const QString home = variables("HOME");
    return (home.isEmpty() ? QDir::homePath() : home) + QLatin1StringView(otherwise);
}

} // namespace

Places Places::fromEnvironment(const Variables &given)
{
    const Variables variables = given ? given : Variables(processVariable);
    if (const QString home = variables("ROCKETDESK_HOME"); !home.isEmpty()) {
        const QString folder = QDir::cleanPath(QDir::current().absoluteFilePath(home));
        return {folder, folder, folder};
    }
    const auto ours = QLatin1StringView("/rocketdesk");
    return {baseFolder(variables, "XDG_CONFIG_HOME", "/.config") + ours, baseFolder(variables, "XDG_DATA_HOME", "/.local/share") + ours,
        baseFolder(variables, "XDG_STATE_HOME", "/.local/state") + ours};
}

QString Places::profilesFile() const
{
    return config + QLatin1StringView("/profiles.json");
}

QString Places::settingsFile() const
{
    return config + QLatin1StringView("/settings.ini");
}

QString Places::logFolder() const
{
    return state + QLatin1StringView("/log");
}

} // namespace rocketdesk
