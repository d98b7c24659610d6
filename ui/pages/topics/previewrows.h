// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/column.h"

namespace rocketdesk::ui {

/// One setting of a topic as it is at each broker, and as it will be.
struct PreviewRow {
    QString key;
    QStringList before; ///< one a broker; null where the topic or the setting is new there
    QString after; ///< of all brokers; each by name where they will differ
    int changes = 0; ///< at how many brokers it changes
};

[[nodiscard]] std::vector<PreviewRow> previewRows(const std::vector<TopicPreview> &previews);
[[nodiscard]] int changedSettings(const std::vector<PreviewRow> &rows);
/// "After" says in words whether brokers that differed are made alike.
[[nodiscard]] std::vector<Column<PreviewRow>> previewColumns(const QStringList &brokers);

/// What deleting a topic takes away at one place.
struct LossRow {
    QString where;
    QString what;
    std::optional<qint64> messages;
};

[[nodiscard]] std::vector<LossRow> lossRows(const TopicRemoval &removal, qint64 nowMs);
/// What a broker that failed leaves open.
[[nodiscard]] QString unknownText(const BrokerFailure &failure);
[[nodiscard]] std::vector<Column<LossRow>> lossColumns();

/// What became of a step, as a note of a dialog: its tone and a sentence with `**bold**` parts.
[[nodiscard]] std::pair<Tone, QString> stepNote(const StepResult &step);

} // namespace rocketdesk::ui
