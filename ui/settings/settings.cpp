// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

namespace rocketdesk::ui {

namespace {

constexpr QLatin1StringView versionKey("version");

/// What turns a file of version n into one of version n + 1, by n. A key that moves gets a line here.
using Migration = void (*)(QSettings &);
constexpr std::array<Migration, 1> migrations = {
    [](QSettings &) {}, // 0: a new file
};

} // namespace

Settings::Settings(const QString &path, QObject *parent) : QObject(parent), m_file(path, QSettings::IniFormat)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    migrate();
    m_file.sync();
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void Settings::migrate()
{
    const int current = static_cast<int>(migrations.size());
    for (int version = m_file.value(versionKey, 0).toInt(); version < current; ++version)
        migrations[static_cast<std::size_t>(version)](m_file);
    m_file.setValue(versionKey, current);
}

void Settings::write(const QString &key, const QVariant &value)
{
    if (m_file.value(key) == value)
        return;
    m_file.setValue(key, value);
    Q_EMIT changed(key);
}

QByteArray Settings::remembered(const QString &group, const QString &key) const
{
    return m_file.value(group + u'/' + key).toByteArray();
}

void Settings::remember(const QString &group, const QString &key, const QByteArray &state)
{
    m_file.setValue(group + u'/' + key, state);
}

void Settings::forget(const QString &group, const QString &key)
{
    m_file.remove(group + u'/' + key);
}

} // namespace rocketdesk::ui
