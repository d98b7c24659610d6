// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/exportfile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace rocketdesk::ui {

namespace {

struct Exports {
    Q_DECLARE_TR_FUNCTIONS(Exports)
};

} // namespace

CopyFormat formatOf(const QString &path)
{
    static const std::array<std::pair<QLatin1StringView, CopyFormat>, 3> endings = {{
        {QLatin1StringView(".csv"), CopyFormat::Csv},
        {QLatin1StringView(".json"), CopyFormat::Json},
        {QLatin1StringView(".md"), CopyFormat::Markdown},
    }};
    const auto ending = std::find_if(endings.cbegin(), endings.cend(), [&path](const auto &each) { return path.endsWith(each.first, Qt::CaseInsensitive); });
    return ending == endings.cend() ? CopyFormat::Text : ending->second;
}

QString writeExport(const QString &path, const std::function<bool(QIODevice &)> &write)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && write(file) && file.commit();
    return written ? QString() : Exports::tr("%1 could not be written: %2").arg(path, file.errorString());
}

void chooseExport(QWidget &parent, const QString &title, std::function<void(const QString &path)> chosen)
{
    auto *chooser = new QFileDialog(&parent, title);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({Exports::tr("CSV (*.csv)"), Exports::tr("JSON (*.json)"), Exports::tr("Markdown (*.md)"), Exports::tr("Text (*.txt)")});
    static const std::array<const char *, 4> suffixes = {"csv", "json", "md", "txt"};
    chooser->setDefaultSuffix(QLatin1StringView(suffixes.front()));
    QObject::connect(chooser, &QFileDialog::filterSelected, chooser, [chooser](const QString &filter) {
        const qsizetype at = chooser->nameFilters().indexOf(filter);
        chooser->setDefaultSuffix(QLatin1StringView(suffixes.at(static_cast<std::size_t>(std::max<qsizetype>(0, at)))));
    });
    QObject::connect(chooser, &QFileDialog::fileSelected, &parent, [chosen = std::move(chosen)](const QString &path) { chosen(path); });
    chooser->open();
}

} // namespace rocketdesk::ui
