// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/tablemodel.h"

#include <vector>

namespace rocketdesk::tests {

/// A row like a topic's, for tables in tests.
struct FakeRow {
    QString name;
    QString kind;
    qint64 queues = 0;
    qint64 messages = 0;
    double rate = 0;
    ui::Tone tone = ui::Tone::Ok;
    bool loaded = true;
};

[[nodiscard]] inline std::vector<ui::Column<FakeRow>> fakeColumns()
{
    using namespace ui;
    return {
        {.id = QStringLiteral("name"), .title = QStringLiteral("Topic"), .kind = ColumnKind::Name, .width = 220, .flexible = true,
            .text = [](const FakeRow &row) { return row.name; }},
        {.id = QStringLiteral("kind"), .title = QStringLiteral("Type"), .kind = ColumnKind::Kind, .width = 110,
            .text = [](const FakeRow &row) { return row.kind; }, .icon = [](const FakeRow &row) { return row.kind == QStringLiteral("FIFO") ? Icon::Ordered : Icon::Topic; }},
        {.id = QStringLiteral("state"), .title = QStringLiteral("State"), .kind = ColumnKind::State, .width = 120,
            .text = [](const FakeRow &row) { return row.tone == Tone::Ok ? QStringLiteral("Up") : row.tone == Tone::Warning ? QStringLiteral("Behind") : QStringLiteral("No answer"); },
            .tone = [](const FakeRow &row) { return row.tone; }},
        {.id = QStringLiteral("queues"), .title = QStringLiteral("Queues"), .kind = ColumnKind::Number, .width = 70,
            .value = [](const FakeRow &row) -> SortValue { return row.queues; }},
        {.id = QStringLiteral("messages"), .title = QStringLiteral("Messages"), .kind = ColumnKind::Number, .width = 110, .summed = true,
            .value = [](const FakeRow &row) -> SortValue { return row.messages; }, .loading = [](const FakeRow &row) { return !row.loaded; }},
        {.id = QStringLiteral("rate"), .title = QStringLiteral("In /s"), .kind = ColumnKind::Number, .width = 90,
            .value = [](const FakeRow &row) -> SortValue { return row.rate; }},
    };
}

[[nodiscard]] inline std::vector<FakeRow> fakeRows(int count)
{
    std::vector<FakeRow> rows;
    for (int i = 0; i < count; ++i) {
        const auto tone = i % 11 == 5 ? ui::Tone::Error : i % 7 == 3 ? ui::Tone::Warning : ui::Tone::Ok;
        rows.push_back({QStringLiteral("order-topic.%1.region-eu-central").arg(i), i % 3 == 0 ? QStringLiteral("FIFO") : QStringLiteral("Normal"),
            i % 16 + 1, static_cast<qint64>(i) * 7919 % 100003, (i * 31 % 997) / 10.0, tone, i % 13 != 4});
    }
    return rows;
}

} // namespace rocketdesk::tests
