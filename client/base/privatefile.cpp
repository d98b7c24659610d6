// SPDX-License-Identifier: Apache-2.0
#include "client/base/privatefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace rocketdesk {

namespace {

Failure notWritten(const QString &path, const QString &why)
{
    return failed(Error{.kind = Error::Kind::Local, .remark = why, .where = path, .operation = QStringLiteral("write")});
}

} // namespace

Result<void> makePrivateFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (folder.isDir())
        return {};
    if (const QString above = folder.path(); above != path) {
        if (auto made = makePrivateFolder(above); !made)
            return made;
    }
    QDir parent(folder.path());
    if (parent.mkdir(folder.fileName(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner) || QFileInfo(path).isDir())
        return {};
    return notWritten(path, QStringLiteral("the folder can't be made"));
}

Result<void> writePrivateFile(const QString &path, const QByteArray &content)
{
    if (auto made = makePrivateFolder(QFileInfo(path).path()); !made)
        return made;
    QSaveFile file(path);
    // A QSaveFile takes over the permissions of the file it replaces: set ours before the first byte is in it.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit())
        return notWritten(path, file.errorString());
    return {};
}

} // namespace rocketdesk
