// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settings.h"
#include "ui/widgets/sheet.h"

#include <QHash>

class QHBoxLayout;
class QVBoxLayout;

namespace rocketdesk::ui {

/// Every setting a user may see. Changes hold at once and are kept; there is nothing to apply.
class SettingsDialog final : public Sheet
{
    Q_OBJECT

public:
    SettingsDialog(Theme &theme, Settings &settings, QWidget *parent = nullptr);

    void focusOn(QLatin1StringView key); ///< the setting of this key

private:
    struct Choice {
        QString text;
        QVariant value;
    };

    void fill();
    void addHeading(const QString &text);
    void addHint(const QString &text); ///< of both fields above it
    void endRow();
    template <typename T>
    void addChoice(const QString &label, const Setting<T> &setting, const QList<Choice> &choices, const QString &hint = {});
    void addNumber(const QString &label, const Setting<int> &setting, int least, int most, int step, const QString &unit);
    void addField(const QString &label, QWidget *box, const char *key, const QString &hint);

    Settings &m_settings;
    QVBoxLayout *m_column;
    QVBoxLayout *m_group = nullptr; ///< the last row and its hint
    QHBoxLayout *m_row = nullptr; ///< that has room for a second field
    QHash<QString, QWidget *> m_boxes; ///< by their setting's key
};

} // namespace rocketdesk::ui
