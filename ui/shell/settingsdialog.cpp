// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/settingsdialog.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace rocketdesk::ui {

SettingsDialog::SettingsDialog(Theme &theme, Settings &settings, QWidget *parent)
    : Sheet(theme, parent)
    , m_settings(settings)
    , m_column(new QVBoxLayout)
{
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *body = new QWidget;
    body->setLayout(m_column);
    m_column->setContentsMargins(18, 14, 18, 14);
    m_column->setSpacing(10);
    fill();
    m_column->addStretch();
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // else it takes the focus, and shows nothing of it
    area->setWidget(body);
    focusOn(QLatin1StringView(setting::theme.key));
    auto *close = makeButton(theme, tr("Close"), Icon::None, ButtonLook::Plain, this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(18, 10, 18, 10);
    foot->addStretch();
    foot->addWidget(close);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(makeDialogHead(theme, windowTitle(), *this));
    outer->addWidget(makeLine(theme, Qt::Horizontal, this));
    outer->addWidget(area, 1);
    outer->addWidget(makeLine(theme, Qt::Horizontal, this));
    outer->addLayout(foot);
    resize(theme.scaled(620), std::min(theme.scaled(640), 640));
}

void SettingsDialog::fill()
{
    addHeading(tr("Look"));
    addChoice(tr("Theme"), setting::theme, {{tr("As the desktop"), QStringLiteral("system")}, {tr("Light"), QStringLiteral("light")}, {tr("Dark"), QStringLiteral("dark")}, {tr("High contrast"), QStringLiteral("contrast")}});
    addChoice(tr("Language"), setting::language, {{tr("As the desktop"), QString()}, {QStringLiteral("English"), QStringLiteral("en")}, {QStringLiteral("简体中文"), QStringLiteral("zh_CN")}});
    addChoice(tr("Text size"), setting::textScale, {{QStringLiteral("90 %"), 90}, {QStringLiteral("100 %"), 100}, {QStringLiteral("110 %"), 110}, {QStringLiteral("125 %"), 125}});
    addChoice(tr("Rows of tables"), setting::comfortableRows, {{tr("Dense, 24 px"), false}, {tr("Comfortable, 30 px"), true}});
    addHeading(tr("Calls"));
    addNumber(tr("Time-out to connect"), setting::connectTimeout, 500, 60000, 500, tr(" ms"));
    addNumber(tr("Time-out of a call"), setting::requestTimeout, 500, 60000, 500, tr(" ms"));
    addHint(tr("Of new connections; each connection has its own."));
    addChoice(tr("Refresh automatically"), setting::refreshSeconds, {{tr("Off"), 0}, {tr("Every 5 s"), 5}, {tr("Every 10 s"), 10}, {tr("Every 30 s"), 30}}, tr("Rests while a page is not in sight."));
    addHeading(tr("Live"));
    addNumber(tr("Memory for messages"), setting::liveMemory, 16, 4096, 16, tr(" MiB"));
    addNumber(tr("Messages kept"), setting::liveRows, 1000, 2'000'000, 1000, {});
    addHint(tr("Above the limit that is reached first the oldest messages are dropped, and counted."));
    addNumber(tr("Messages a second at most"), setting::livePerSecond, 0, 1'000'000, 10, {});
    addHint(tr("Slows reading down to what you can follow; 0 is no limit. Holds from the next start of a watch on."));
}

void SettingsDialog::focusOn(QLatin1StringView key)
{
    if (QWidget *box = m_boxes.value(key))
        box->setFocus(Qt::OtherFocusReason);
}

void SettingsDialog::addHeading(const QString &text)
{
    if (m_column->count() > 0)
        m_column->addSpacing(8);
    endRow();
    m_column->addWidget(new Label(theme(), TextStyle::SmallStrong, Role::Text, text, this));
}

/// One field alone is as wide as one of two.
void SettingsDialog::endRow()
{
    if (m_row)
        m_row->addWidget(new QWidget(this), 1);
    m_row = nullptr;
}

void SettingsDialog::addHint(const QString &text)
{
    auto *hint = new Label(theme(), TextStyle::Small, Role::Text2, text, this);
    hint->setWordWrap(true);
    endRow();
    m_group->addWidget(hint);
}

template <typename T>
void SettingsDialog::addChoice(const QString &label, const Setting<T> &setting, const QList<Choice> &choices, const QString &hint)
{
    auto *box = new QComboBox;
    for (const Choice &choice : choices)
        box->addItem(choice.text, choice.value);
    box->setCurrentIndex(std::max(0, box->findData(QVariant::fromValue(m_settings.get(setting)))));
    connect(box, &QComboBox::activated, this, [this, box, setting] { m_settings.set(setting, box->currentData().value<T>()); });
    addField(label, box, setting.key, hint);
}

void SettingsDialog::addNumber(const QString &label, const Setting<int> &setting, int least, int most, int step, const QString &unit)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setGroupSeparatorShown(true);
    box->setSuffix(unit);
    box->setValue(m_settings.get(setting));
    connect(box, &QSpinBox::valueChanged, this, [this, setting](int value) { m_settings.set(setting, value); });
    addField(label, box, setting.key, {});
}

/// Two short ones side by side.
void SettingsDialog::addField(const QString &label, QWidget *box, const char *key, const QString &hint)
{
    auto *field = new FormField(theme(), label, box, this);
    field->setHint(hint);
    m_boxes.insert(QLatin1StringView(key), box);
    if (m_row) {
        m_row->addWidget(field, 1, Qt::AlignTop);
        m_row = nullptr;
        return;
    }
    m_row = new QHBoxLayout;
    m_row->setSpacing(10);
    m_row->addWidget(field, 1, Qt::AlignTop);
    m_group = new QVBoxLayout;
    m_group->setSpacing(4); // as a field has to its own hint
    m_group->addLayout(m_row);
    m_column->addLayout(m_group);
}

} // namespace rocketdesk::ui
