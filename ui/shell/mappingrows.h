// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/profile/profiledraft.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace rocketdesk::ui {

/// Rows of an announced address and where to connect instead, with Add and Remove.
class MappingRows final : public QWidget
{
    Q_OBJECT

public:
    explicit MappingRows(Theme &theme, QWidget *parent = nullptr);

    void setMappings(const QList<ProfileDraft::Mapping> &mappings);
    [[nodiscard]] QList<ProfileDraft::Mapping> mappings() const;

Q_SIGNALS:
    void changed();
    void left(); ///< one of the fields lost the focus

private:
    struct Row {
        QWidget *widget;
        QLineEdit *from;
        QLineEdit *to;
    };
    void add(const ProfileDraft::Mapping &mapping);
    void remove(QWidget *widget);
    [[nodiscard]] QLineEdit *makeLine(const QString &text, const QString &name, const QString &example);

    Theme &m_theme;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace rocketdesk::ui
