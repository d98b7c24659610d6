// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/settings.h"
#include "ui/widgets/sheet.h"

class QVBoxLayout;

namespace rocketdesk::ui {

/// Every setting a user may see. Changes hold at once and are kept; there is nothing to apply.
class SettingsDialog final : public Sheet
{
    Q_OBJECT

public:
    SettingsDialog(Theme &theme, Settings &settings, QWidget *parent = nullptr);

private:
    struct Choice {
        QString text;
        QVariant value;
    };

    void addHeading(const QString &text);
    template <typename T>
    void addChoice(const QString &label, const Setting<T> &setting, const QList<Choice> &choices, const QString &hint = {});
    void addNumber(const QString &label, const Setting<int> &setting, int least, int most, int step, const QString &unit, const QString &hint = {});

    Settings &m_settings;
    QVBoxLayout *m_column;
};

} // namespace rocketdesk::ui
