// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mappingrows.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace rocketdesk::ui {

MappingRows::MappingRows(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(4);
    m_column->setSpacing(4);
    outer->addLayout(m_column);
    QPushButton *adding = makeButton(theme, tr("Add"), Icon::Add, ButtonLook::Link, this);
    outer->addWidget(adding, 0, Qt::AlignLeft);
    connect(adding, &QPushButton::clicked, this, [this] {
        add({});
        m_rows.constLast().from->setFocus();
        Q_EMIT changed();
    });
}

QLineEdit *MappingRows::makeLine(const QString &text, const QString &name, const QString &example)
{
    auto *line = new QLineEdit(text);
    line->setFont(m_theme.font(TextStyle::Mono));
    line->setAccessibleName(name);
    line->setToolTip(name);
    line->setPlaceholderText(example);
    connect(line, &QLineEdit::textChanged, this, &MappingRows::changed);
    connect(line, &QLineEdit::editingFinished, this, &MappingRows::left);
    return line;
}

void MappingRows::add(const ProfileDraft::Mapping &mapping)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    QLineEdit *from = makeLine(mapping.from, tr("Broker announces"), QStringLiteral("172.17.0.*:*"));
    QLineEdit *to = makeLine(mapping.to, tr("Connect to"), QStringLiteral("127.0.0.1:*"));
    QToolButton *removing = makeIconButton(m_theme, Icon::Delete, tr("Remove this mapping"), row);
    line->addWidget(from, 1);
    line->addWidget(to, 1);
    line->addWidget(removing);
    m_column->addWidget(row);
    m_rows.append({row, from, to});
    connect(removing, &QToolButton::clicked, this, [this, row] {
        remove(row);
        Q_EMIT changed();
    });
}

void MappingRows::remove(QWidget *widget)
{
    m_rows.removeIf([widget](const Row &row) { return row.widget == widget; });
    widget->hide();
    widget->deleteLater();
}

void MappingRows::setMappings(const QList<ProfileDraft::Mapping> &mappings)
{
    while (!m_rows.isEmpty())
        remove(m_rows.constLast().widget);
    for (const ProfileDraft::Mapping &mapping : mappings)
        add(mapping);
}

QList<ProfileDraft::Mapping> MappingRows::mappings() const
{
    QList<ProfileDraft::Mapping> mappings;
    for (const Row &row : m_rows)
        mappings.append({row.from->text(), row.to->text()});
    return mappings;
}

} // namespace rocketdesk::ui
