// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/profilefiles.h"

#include "client/profile/places.h"
#include "client/profile/profilestore.h"
#include "ui/common/words.h"
#include "ui/widgets/notice.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace rocketdesk::ui {

namespace {

QString translated(const char *source, int n = -1)
{
    return QCoreApplication::translate("ProfileFiles", source, nullptr, n);
}

QString summaryOf(const ImportedProfiles &imported)
{
    QStringList lines = {translated(QT_TRANSLATE_N_NOOP("ProfileFiles", "%n connections were added."), static_cast<int>(imported.added.size()))};
    for (const auto &[wanted, given] : imported.renamed)
        lines << translated(QT_TRANSLATE_NOOP("ProfileFiles", "%1 is now %2: the name was taken.")).arg(wanted, given);
    for (const Error &refused : imported.refused)
        lines << QStringLiteral("%1: %2").arg(refused.where, remarkWords(refused.remark));
    lines << translated(QT_TRANSLATE_NOOP("ProfileFiles", "Secrets are not in such a file: type them in each connection that needs them."));
    return lines.join(u'\n');
}

void importFrom(Theme &theme, ProfileStore &profiles, const QString &path, QWidget *parent)
{
    const QString title = translated(QT_TRANSLATE_NOOP("ProfileFiles", "Import connections"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return showNotice(theme, title, QStringLiteral("%1: %2").arg(path, file.errorString()), parent);
    // one byte over the limit is enough for the store to refuse it
    const Result<ImportedProfiles> imported = profiles.import(file.read(profileFileBytes + 1), QFileInfo(path).fileName());
    showNotice(theme, title, imported ? summaryOf(*imported) : words(imported.error()).line(), parent);
}

QFileDialog *makeDialog(QWidget *parent, const QString &title)
{
    auto *dialog = new QFileDialog(parent, title, {}, translated(QT_TRANSLATE_NOOP("ProfileFiles", "Connections (*.json);;All files (*)")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

} // namespace

void importProfiles(Theme &theme, ProfileStore &profiles, QWidget *parent)
{
    QFileDialog *dialog = makeDialog(parent, translated(QT_TRANSLATE_NOOP("ProfileFiles", "Import connections")));
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&theme, &profiles, parent](const QString &path) { importFrom(theme, profiles, path, parent); });
    dialog->open();
}

void exportProfiles(Theme &theme, ProfileStore &profiles, const QStringList &ids, QWidget *parent)
{
    const QString title = translated(QT_TRANSLATE_NOOP("ProfileFiles", "Export connections without secrets"));
    QFileDialog *dialog = makeDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&theme, &profiles, ids, parent, title](const QString &path) {
        if (const Result<void> written = writePrivateFile(path, profiles.exported(ids)); !written)
            showNotice(theme, title, words(written.error()).line(), parent);
    });
    dialog->open();
}

} // namespace rocketdesk::ui
