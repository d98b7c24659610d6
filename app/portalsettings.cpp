// SPDX-License-Identifier: Apache-2.0
#include "app/portalsettings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace rocketdesk::app {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");

/// Read wraps its value in one variant more than SettingChanged does.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

PortalSettings::PortalSettings(bool hasBus, QObject *parent)
    : DesktopSettings(parent)
    , m_hasBus(hasBus)
{
    if (m_hasBus)
        QDBusConnection::sessionBus().connect(service, path, interface, QStringLiteral("SettingChanged"), this, SLOT(settingChanged(QString,QString,QDBusVariant)));
}

void PortalSettings::ask(const QString &group, const QString &key)
{
    if (!m_hasBus)
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    call << group << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher *ended) {
        ended->deleteLater();
        if (const QDBusPendingReply<QDBusVariant> reply = *ended; !reply.isError()) // no portal, or one that does not know the key
            Q_EMIT told(group, key, unwrapped(reply.value().variant()));
    });
}

void PortalSettings::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    Q_EMIT told(group, key, unwrapped(value.variant()));
}

} // namespace rocketdesk::app
