// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/calllog/calltable.h"

#include "ui/pages/calllog/callwords.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace rocketdesk::ui {

namespace {

constexpr double fullBarMs = 1000; // the bar grows with the logarithm up to here
constexpr qint64 rateWindowMs = 10'000;

double milliseconds(const CallRecord &call)
{
    return std::chrono::duration<double, std::milli>(call.cost).count();
}

SortValue cost(const CallRecord &call)
{
    return call.cost.count() < 0 ? SortValue() : SortValue(milliseconds(call));
}

BarValue costBar(const CallRecord &call)
{
    if (call.cost.count() < 0)
        return {};
    return {.share = std::clamp(std::log1p(milliseconds(call)) / std::log1p(fullBarMs), 0.03, 1.0)};
}

Tone costTone(const CallRecord &call)
{
    if (callwords::failed(call))
        return callwords::tone(call);
    return callwords::slow(call) ? Tone::Warning : Tone::Normal;
}

SortValue size(int bytes)
{
    return bytes > 0 ? SortValue(static_cast<qint64>(bytes)) : SortValue();
}

double percentile(std::vector<double> &values, double share)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace

std::vector<Column<CallRecord>> callColumns(const QStringList &pages)
{
    using C = CallRecord;
    return {
        {.id = QStringLiteral("time"), .title = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Time")), .kind = ColumnKind::Time, .width = 102,
            .value = [](const C &call) -> SortValue { return call.startedMs; }},
        {.id = QStringLiteral("code"), .title = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Code")), .kind = ColumnKind::Number, .width = 50,
            .text = [](const C &call) { return QString::number(call.code); }, .value = [](const C &call) -> SortValue { return qint64(call.code); }},
        {.id = QStringLiteral("name"), .title = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Name")), .kind = ColumnKind::Mono, .width = 224, .flexible = true,
            .text = [](const C &call) { return QString::fromUtf8(call.name); }},
        {.id = QStringLiteral("answer"), .title = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Answer")), .kind = ColumnKind::State, .width = 188, .flexible = true,
            .text = callwords::answer, .tone = callwords::tone},
        {.id = QStringLiteral("cost"), .title = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Cost ms")), .kind = ColumnKind::NumberBar, .width = 90,
            .value = cost, .tone = costTone, .bar = costBar},
        {.id = QStringLiteral("address"), .title = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Address")), .kind = ColumnKind::Mono, .width = 132,
            .text = [](const C &call) { return call.address.toString(); }},
        {.id = QStringLiteral("out"), .title = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Out B")), .kind = ColumnKind::Number, .width = 72, .hidden = true, .summed = true,
            .sumTitle = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "bytes out")), .value = [](const C &call) { return size(call.bytesOut); }},
        {.id = QStringLiteral("in"), .title = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "In B")), .kind = ColumnKind::Number, .width = 64, .summed = true,
            .sumTitle = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "bytes in")), .value = [](const C &call) { return size(call.bytesIn); }},
        {.id = QStringLiteral("origin"), .title = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Asked by")), .kind = ColumnKind::Text, .width = 82,
            .text = [pages](const C &call) { return callwords::origin(call.origin, pages); }, .tone = [](const C &) { return Tone::Muted; }},
    };
}

QString callKey(const CallRecord &call)
{
    return QString::number(call.number);
}

QString filterId(CallFilter filter)
{
    static const QStringList ids = {QStringLiteral("all"), QStringLiteral("running"), QStringLiteral("slow"), QStringLiteral("failed"), QStringLiteral("changing")};
    return ids.at(static_cast<int>(filter));
}

QString filterTitle(CallFilter filter)
{
    switch (filter) {
    case CallFilter::Running: return callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Running"));
    case CallFilter::Slow: return callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Slow"));
    case CallFilter::Failed: return callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Failed"));
    case CallFilter::Changing: return callwords::translated(QT_TRANSLATE_NOOP("CallLog", "Changing"));
    case CallFilter::All: break;
    }
    return callwords::translated(QT_TRANSLATE_NOOP("CallLog", "All"));
}

bool passes(const CallRecord &call, CallFilter filter)
{
    switch (filter) {
    case CallFilter::Running: return call.ended == CallRecord::End::Running;
    case CallFilter::Slow: return callwords::slow(call);
    case CallFilter::Failed: return callwords::failed(call);
    case CallFilter::Changing: return callwords::changing(call);
    case CallFilter::All: break;
    }
    return true;
}

QString callSummary(const std::vector<CallRecord> &calls, qint64 nowMs)
{
    if (calls.empty())
        return callwords::translated(QT_TRANSLATE_NOOP("CallLog", "No calls yet"));
    std::vector<double> costs;
    qint64 recent = 0;
    for (const CallRecord &call : calls) {
        recent += call.startedMs > nowMs - rateWindowMs ? 1 : 0;
        if (call.ended == CallRecord::End::Answered && !call.incoming)
            costs.push_back(milliseconds(call));
    }
    const QString since = QDateTime::fromMSecsSinceEpoch(calls.front().startedMs).toString(QStringLiteral("HH:mm"));
    const QString counted = callwords::translated(QT_TRANSLATE_NOOP("CallLog", "%1 calls since %2")).arg(format::number(static_cast<qint64>(calls.size())), since);
    const double rate = static_cast<double>(recent) * 1000 / static_cast<double>(rateWindowMs);
    QString summary = counted + QStringLiteral(" · %1/s").arg(rate < 10 ? format::decimal(rate) : format::number(std::llround(rate)));
    if (!costs.empty())
        summary += QStringLiteral(" · p50 %1 ms · p99 %2 ms").arg(format::decimal(percentile(costs, 0.5)), format::decimal(percentile(costs, 0.99)));
    return summary;
}

} // namespace rocketdesk::ui
