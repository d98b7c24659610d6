// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/cluster/brokerrows.h"

#include "ui/common/words.h"

#include <QCoreApplication>

namespace rocketdesk::ui {

namespace {

struct Brokers {
    Q_DECLARE_TR_FUNCTIONS(Brokers)
};

SortValue known(const std::optional<double> &value)
{
    return value ? SortValue(*value) : SortValue();
}

SortValue known(const std::optional<qint64> &value)
{
    return value ? SortValue(*value) : SortValue();
}

SortValue rate(const BrokerRow &row, BrokerRuntime::Rate BrokerRuntime::*which)
{
    return row.answered() ? known(((*row.status.runtime).*which).last10s) : SortValue();
}

/// Whole numbers above 100: nobody reads tenths there.
QString rateText(const SortValue &value)
{
    const auto number = numberIn(value);
    return !number ? format::none() : *number == 0 || *number >= 100 ? format::number(qRound64(*number)) : format::decimal(*number);
}

SortValue disk(const BrokerRow &row)
{
    return row.answered() ? known(row.status.runtime->diskRatio) : SortValue();
}

Tone diskTone(const BrokerRow &row)
{
    const double share = numberIn(disk(row)).value_or(0);
    return share >= diskFull ? Tone::Error : share >= diskNearlyFull ? Tone::Warning : Tone::Normal;
}

double costMs(const BrokerRow &row)
{
    return static_cast<double>(row.status.cost.count()) / 1e6;
}

QString upText(const BrokerRow &row)
{
    const auto boot = row.answered() ? row.status.runtime->bootMs : std::nullopt;
    return boot && row.readMs > *boot ? format::duration(row.readMs - *boot) : format::none();
}

/// How busy a broker is.
std::vector<Column<BrokerRow>> loadColumns()
{
    const auto in = [](const BrokerRow &row) { return rate(row, &BrokerRuntime::in); };
    const auto out = [](const BrokerRow &row) { return rate(row, &BrokerRuntime::out); };
    const auto queued = [](const BrokerRow &row) { return row.answered() ? known(row.status.runtime->sendsQueued) : SortValue(); };
    return {
        {.id = QStringLiteral("in"), .title = Brokers::tr("In /s"), .kind = ColumnKind::Number, .width = 60, .summed = true,
            .tooltip = Brokers::tr("Messages stored a second, over the last 10 s"), .sumTitle = Brokers::tr("in/s"),
            .text = [in](const BrokerRow &row) { return rateText(in(row)); }, .value = in},
        {.id = QStringLiteral("out"), .title = Brokers::tr("Out /s"), .kind = ColumnKind::Number, .width = 60, .summed = true,
            .tooltip = Brokers::tr("Messages handed to consumers a second, over the last 10 s"), .sumTitle = Brokers::tr("out/s"),
            .text = [out](const BrokerRow &row) { return rateText(out(row)); }, .value = out},
        {.id = QStringLiteral("disk"), .title = Brokers::tr("Disk"), .kind = ColumnKind::BarNumber, .width = 100,
            .tooltip = Brokers::tr("Share in use of the disk that holds the commit log; writes stop at 90 %"),
            .text = [](const BrokerRow &row) { const auto share = numberIn(disk(row)); return share ? format::percent(*share) : format::none(); },
            .value = [](const BrokerRow &row) { return disk(row); }, .tone = diskTone,
            .bar = [](const BrokerRow &row) { const auto share = numberIn(disk(row)); return share ? BarValue{*share, diskFull} : BarValue{}; }},
        {.id = QStringLiteral("queued"), .title = Brokers::tr("Queued"), .kind = ColumnKind::Number, .width = 62,
            .tooltip = Brokers::tr("Sends that wait for a thread"), .value = queued},
        {.id = QStringLiteral("cost"), .title = Brokers::tr("Round trip ms"), .kind = ColumnKind::Number, .width = 95,
            .text = [](const BrokerRow &row) { return costMs(row) >= 100 ? format::number(qRound64(costMs(row))) : format::decimal(costMs(row)); },
            .value = [](const BrokerRow &row) { return SortValue(costMs(row)); },
            .tone = [](const BrokerRow &row) { return row.answered() ? Tone::Normal : Tone::Error; }},
        {.id = QStringLiteral("up"), .title = Brokers::tr("Up for"), .width = 94, .text = upText,
            .value = [](const BrokerRow &row) { return row.answered() && row.status.runtime->bootMs ? SortValue(row.readMs - *row.status.runtime->bootMs) : SortValue(); }},
    };
}

} // namespace

QString brokerKey(const BrokerRef &broker)
{
    return QStringLiteral("%1/%2/%3").arg(broker.cluster.text(), broker.name.text()).arg(broker.id.value());
}

QString brokerTitle(const BrokerRef &broker)
{
    return broker.id.value() == 0 ? broker.name.text() : QStringLiteral("%1 / %2").arg(broker.name.text()).arg(broker.id.value());
}

QString roleWord(const BrokerRef &broker)
{
    return broker.id.value() == 0 ? Brokers::tr("Master") : Brokers::tr("Slave %1").arg(broker.id.value());
}

QString failureWord(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Timeout: return Brokers::tr("No answer");
    case Error::Kind::Unreachable: return Brokers::tr("Not reachable");
    case Error::Kind::Closed: return Brokers::tr("Connection ended");
    case Error::Kind::TlsFailed: return Brokers::tr("TLS failed");
    case Error::Kind::NotAuthorised: return Brokers::tr("Not authorised");
    case Error::Kind::Cancelled: return Brokers::tr("Cancelled");
    case Error::Kind::Malformed:
    case Error::Kind::TooLarge: return Brokers::tr("Not understood");
    default: return Brokers::tr("Refused");
    }
}

std::pair<QString, Tone> brokerState(const BrokerRow &row)
{
    if (!row.answered())
        return {failureWord(row.status.runtime.error()), Tone::Error};
    const BrokerRuntime &runtime = *row.status.runtime;
    if (runtime.diskRatio.value_or(0) >= diskFull)
        return {Brokers::tr("Disk full"), Tone::Error};
    if (runtime.diskRatio.value_or(0) >= diskNearlyFull)
        return {Brokers::tr("Disk nearly full"), Tone::Warning};
    return {Brokers::tr("Up"), Tone::Ok};
}

std::vector<Column<BrokerRow>> brokerColumns()
{
    const auto isMaster = [](const BrokerRow &row) { return row.status.isMaster(); };
    std::vector<Column<BrokerRow>> columns = {
        {.id = QStringLiteral("broker"), .title = Brokers::tr("Broker"), .kind = ColumnKind::Name, .width = 96, .flexible = true,
            .text = [](const BrokerRow &row) { return row.status.broker.name.text(); }},
        {.id = QStringLiteral("cluster"), .title = Brokers::tr("Cluster"), .kind = ColumnKind::Name, .width = 120, .hidden = true, // until there are several
            .text = [](const BrokerRow &row) { return row.status.broker.cluster.text(); },
            .tone = [](const BrokerRow &) { return Tone::Muted; }},
        {.id = QStringLiteral("role"), .title = Brokers::tr("Role"), .kind = ColumnKind::Kind, .width = 86,
            .text = [](const BrokerRow &row) { return roleWord(row.status.broker); },
            .value = [](const BrokerRow &row) { return SortValue(row.status.broker.id.value()); },
            .icon = [isMaster](const BrokerRow &row) { return isMaster(row) ? Icon::Broker : Icon::Copy; }},
        {.id = QStringLiteral("state"), .title = Brokers::tr("State"), .kind = ColumnKind::State, .width = 128,
            .text = [](const BrokerRow &row) { return brokerState(row).first; },
            .tone = [](const BrokerRow &row) { return brokerState(row).second; },
            .cellTooltip = [](const BrokerRow &row) { return row.answered() ? QString() : words(row.status.runtime.error()).line(); }},
        {.id = QStringLiteral("address"), .title = Brokers::tr("Address"), .kind = ColumnKind::Mono, .width = 132,
            .text = [](const BrokerRow &row) { return row.status.broker.address.toString(); }},
        {.id = QStringLiteral("version"), .title = Brokers::tr("Version"), .width = 62,
            .text = [](const BrokerRow &row) { return row.answered() && !row.status.runtime->version.isEmpty() ? row.status.runtime->version : format::none(); }},
    };
    for (Column<BrokerRow> &column : loadColumns())
        columns.push_back(std::move(column));
    return columns;
}

} // namespace rocketdesk::ui
