// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/column.h"

namespace rocketdesk::ui {

/// One queue of a topic, beside the others.
struct QueueRow {
    QueueStatus queue;
    double share = 0; ///< of the fullest queue, 0 to 1
    double average = 0; ///< the average queue's share of the fullest
    bool uneven = false;
};

[[nodiscard]] std::vector<QueueRow> queueRows(const std::vector<QueueStatus> &queues);
[[nodiscard]] QString queueTitle(const QueueStatus &queue); ///< "broker-a / 0"
[[nodiscard]] std::vector<Column<QueueRow>> queueColumns();
/// What is uneven, in a sentence; empty where nothing is.
[[nodiscard]] QString skewSentence(const std::vector<QueueStatus> &queues);

/// One broker process of a topic's route.
struct RouteRow {
    QString broker;
    qint64 id = 0;
    QString address;
    int readQueues = 0;
    int writeQueues = 0;
    int perm = 0;
};

[[nodiscard]] std::vector<RouteRow> routeRows(const commands::TopicRouteData &route);
[[nodiscard]] std::vector<Column<RouteRow>> routeColumns();

/// One setting at each broker; the column of a broker is titled with its name.
[[nodiscard]] std::vector<Column<ConfigRow>> configColumns(const QStringList &brokers);

/// Whether the name servers agree, in a sentence, and the tone of it.
[[nodiscard]] std::pair<QString, Tone> routeAgreement(const std::vector<RouteAnswer> &routes);

} // namespace rocketdesk::ui
