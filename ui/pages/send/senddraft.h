// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace rocketdesk::ui {

/// Everything that stands in the form.
struct SendDraft {
    enum class How { Normal, OneWay, Batch };
    enum class When { Now, Level, Time };
    struct UserProperty {
        bool used = true;
        QString name;
        QString value;
        friend bool operator==(const UserProperty &, const UserProperty &) = default;
    };

    QString topic;
    QString tag;
    QString keys; ///< space between
    std::vector<UserProperty> properties;
    QByteArray body;
    How how = How::Normal;
    int perRequest = defaultBatchCount; ///< where Batch
    QString shardingKey;
    std::optional<QueueRef> queue;
    When when = When::Now;
    int delayLevel = 3;
    qint64 deliverAt = 0; ///< epoch ms
    qint64 count = 1;
    double perSecond = 0; ///< 0 = as fast as it goes

    [[nodiscard]] OutgoingMessage message() const;
    [[nodiscard]] SendOptions options() const;
    [[nodiscard]] SeriesPlan plan() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static SendDraft fromJson(const QJsonObject &json);
    friend bool operator==(const SendDraft &, const SendDraft &) = default;
};

} // namespace rocketdesk::ui
