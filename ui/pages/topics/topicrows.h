// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/column.h"

namespace rocketdesk::ui {

/// One topic of the list, with the numbers that are read only when it is in sight.
struct TopicLine {
    TopicRow topic;
    std::optional<TopicNumbers> numbers;
    int reading = 0; ///< which reading of the list the numbers belong to; older ones show until they are read again

    /// Nothing can be read of a topic that no broker has.
    [[nodiscard]] bool isLazy() const { return !topic.brokers.empty(); }
};

/// What a chip of the filter bar stands for.
enum class TopicKind { All, Normal, Fifo, Delay, Transaction, Other, RetryAndDead, System };

[[nodiscard]] TopicKind kindOf(TopicType type);
/// All is every topic: the chip's number is the one that the header and the status line tell.
[[nodiscard]] bool belongsTo(TopicType type, TopicKind kind);
[[nodiscard]] QString typeWord(TopicType type);
[[nodiscard]] Icon typeIcon(TopicType type);
[[nodiscard]] Tone typeTone(TopicType type);

/// Columns that are filled lazily: sorting by them needs every row read.
[[nodiscard]] bool isLazyColumn(const QString &id);
[[nodiscard]] std::vector<Column<TopicLine>> topicColumns();

} // namespace rocketdesk::ui
