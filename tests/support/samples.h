// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/paths.h"

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace rocketdesk::tests {

/// A file below tests/data; empty when it is not there.
inline QByteArray dataFile(const QString &name)
{
    QFile file(rocketdesk::tests::sourceFolder() + QStringLiteral("/tests/data/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Bytes that a real server sent, kept as hexadecimal text.
inline QByteArray hexFile(const QString &name)
{
    return QByteArray::fromHex(dataFile(name));
}

inline QJsonArray jsonArrayFile(const QString &name)
{
    return QJsonDocument::fromJson(dataFile(name)).array();
}

} // namespace rocketdesk::tests
