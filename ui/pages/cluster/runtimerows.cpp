// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/cluster/runtimerows.h"

#include "ui/common/words.h"

#include <QCoreApplication>

#include <cmath>

namespace rocketdesk::ui {

namespace {

using Unit = RuntimeValue::Unit;

struct Values {
    Q_DECLARE_TR_FUNCTIONS(BrokerValues)
};

QString averages(const QString &value)
{
    QStringList texts;
    for (const QString &part : value.split(u' ', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double number = part.toDouble(&isNumber);
        texts << (isNumber ? format::decimal(number) : part);
    }
    return texts.join(QStringLiteral("  "));
}

QString wholeText(Unit unit, qint64 number)
{
    switch (unit) {
    case Unit::Milliseconds: return QStringLiteral("%1 ms").arg(format::number(number));
    case Unit::Seconds: return QStringLiteral("%1 s").arg(format::number(number));
    case Unit::Time: return number > 0 ? format::fullTime(number) : QString::number(number);
    default: return format::number(number);
    }
}

QString amountText(Unit unit, double amount)
{
    switch (unit) {
    case Unit::Bytes:
    case Unit::Size: return format::bytes(qRound64(amount));
    case Unit::Time: return format::duration(qRound64(amount));
    case Unit::PerSecond: return format::decimal(amount);
    case Unit::Ratio: return format::decimal(amount, 2);
    default: return amount == std::floor(amount) ? format::number(qRound64(amount)) : format::decimal(amount);
    }
}

QString orNone(const std::optional<QString> &value)
{
    return value ? *value : format::none();
}

} // namespace

std::vector<RuntimeRow> runtimeRows(const std::vector<RuntimeValue> &values)
{
    std::vector<RuntimeRow> rows;
    rows.reserve(values.size() + 6);
    for (const RuntimeValue &value : values) {
        if (rows.empty() || rows.back().value.group != value.group)
            rows.push_back({RuntimeValue{.key = {}, .value = {}, .group = value.group, .unit = Unit::Text, .meaning = {}, .change = {}}, true});
        rows.push_back({value, false});
    }
    return rows;
}

QString runtimeKey(const RuntimeRow &row)
{
    return row.heading ? QStringLiteral("group/%1").arg(static_cast<int>(row.value.group)) : row.value.key;
}

QString runtimeText(const RuntimeValue &value)
{
    if (value.unit == Unit::PerSecond)
        return averages(value.value);
    bool isWhole = false;
    const qint64 number = value.value.toLongLong(&isWhole);
    if (!isWhole || value.unit == Unit::Text || value.unit == Unit::Ratio)
        return value.value;
    return wholeText(value.unit, number);
}

QString changeText(const RuntimeValue &value)
{
    if (!value.change)
        return format::none();
    if (*value.change == 0)
        return QStringLiteral("0");
    const QString amount = amountText(value.unit, std::abs(*value.change));
    return (*value.change > 0 ? u'+' : QChar(0x2212)) + amount;
}

std::vector<Column<RuntimeRow>> runtimeColumns()
{
    return {
        {.id = QStringLiteral("value"), .title = Values::tr("Value"), .kind = ColumnKind::Mono, .width = 260,
            .text = [](const RuntimeRow &row) { return row.heading ? words(groupTitle(row.value.group)) : row.value.key; }},
        {.id = QStringLiteral("now"), .title = Values::tr("Now"), .kind = ColumnKind::Mono, .width = 280, .flexible = true,
            .text = [](const RuntimeRow &row) { return row.heading ? QString() : runtimeText(row.value); },
            .cellTooltip = [](const RuntimeRow &row) { return row.value.value; }},
        {.id = QStringLiteral("change"), .title = Values::tr("Change"), .kind = ColumnKind::Number, .width = 110,
            .tooltip = Values::tr("Difference to the refresh before"),
            .text = [](const RuntimeRow &row) { return row.heading ? QString() : changeText(row.value); },
            .value = [](const RuntimeRow &row) { return row.value.change ? SortValue(*row.value.change) : SortValue(); }},
        {.id = QStringLiteral("meaning"), .title = Values::tr("What it means"), .width = 300, .flexible = true,
            .text = [](const RuntimeRow &row) { return row.value.meaning.isEmpty() ? QString() : words(row.value.meaning); },
            .tone = [](const RuntimeRow &) { return Tone::Muted; }},
    };
}

std::vector<SettingRow> settingRows(const BrokerSettings &settings)
{
    std::vector<SettingRow> rows;
    for (auto it = settings.cbegin(); it != settings.cend(); ++it)
        rows.push_back({it.key(), it.value()});
    return rows;
}

std::vector<Column<SettingRow>> settingColumns()
{
    return {
        {.id = QStringLiteral("setting"), .title = Values::tr("Setting"), .kind = ColumnKind::Mono, .width = 360, .text = [](const SettingRow &row) { return row.key; }},
        {.id = QStringLiteral("value"), .title = Values::tr("Value"), .kind = ColumnKind::Mono, .width = 400, .flexible = true,
            .text = [](const SettingRow &row) { return row.value; }},
    };
}

std::vector<Column<SettingPair>> comparisonColumns(const QString &a, const QString &b)
{
    const auto tone = [](const SettingPair &row) { return row.differs ? Tone::Normal : Tone::Muted; };
    return {
        {.id = QStringLiteral("setting"), .title = Values::tr("Setting"), .kind = ColumnKind::Mono, .width = 300, .text = [](const SettingPair &row) { return row.key; }},
        {.id = QStringLiteral("difference"), .title = Values::tr("Comparison"), .kind = ColumnKind::State, .width = 110,
            .text = [](const SettingPair &row) { return row.differs ? Values::tr("Differs") : Values::tr("Same"); },
            .tone = [](const SettingPair &row) { return row.differs ? Tone::Warning : Tone::Ok; }},
        {.id = QStringLiteral("a"), .title = a, .kind = ColumnKind::Mono, .width = 260, .flexible = true,
            .text = [](const SettingPair &row) { return orNone(row.a); }, .tone = tone},
        {.id = QStringLiteral("b"), .title = b, .kind = ColumnKind::Mono, .width = 260, .flexible = true,
            .text = [](const SettingPair &row) { return orNone(row.b); }, .tone = tone},
    };
}

} // namespace rocketdesk::ui
