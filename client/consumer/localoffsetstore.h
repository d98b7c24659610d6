// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/consumer/offsetstore.h"

namespace rocketdesk {

/// Offsets of a broadcasting group in a file of this machine, "<folder>/<group>.offsets.json" (0600). What was there before is
/// kept beside it as ".bak". Files of the Java and the Go client are read too. Written whole or not at all. [LocalFileOffsetStore]
class LocalOffsetStore final : public OffsetStore
{
public:
    /// `folder` may begin with "~". Reads the file.
    LocalOffsetStore(const Clock &clock, const QString &folder, ConsumerGroup group);

    [[nodiscard]] Pending<qint64> stored(commands::MessageQueue queue) override;
    /// Local where the file can't be written.
    [[nodiscard]] Pending<void> persist(Queues queues) override;

private:
    [[nodiscard]] Result<void> write(const QByteArray &text);

    const Clock &m_clock;
    const ConsumerGroup m_group;
    QString m_path;
    OffsetMap m_stored; ///< as the file has them, queues of others included
};

} // namespace rocketdesk
