// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QStringList>

#include <concepts>

namespace rocketdesk {

/// Reads options from environment variables "ROCKETDESK_" + name. What is absent stays as it is; what can't be read too, with a warning.
class EnvironmentReader final
{
public:
    EnvironmentReader(const QMap<QString, QString> &environment, QStringList *warnings) : m_environment(environment), m_warnings(warnings) {}

    template <typename T>
    void read(const char *name, T &value)
    {
        const QString key = QStringLiteral("ROCKETDESK_") + QLatin1StringView(name);
        const auto found = m_environment.constFind(key);
        if (found == m_environment.cend())
            return;
        if constexpr (std::same_as<T, QString>) {
            value = *found;
        } else {
            bool ok = false;
            const qint64 number = found->toLongLong(&ok);
            if (ok && std::in_range<T>(number) && number >= 0)
                value = static_cast<T>(number);
            else if (m_warnings)
                m_warnings->append(QStringLiteral("%1 is \"%2\", which is no number that fits: the default stays").arg(key, *found));
        }
    }

private:
    const QMap<QString, QString> &m_environment;
    QStringList *m_warnings;
};

} // namespace rocketdesk
