// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/tone.h"
#include "ui/pages/send/senddraft.h"

#include <deque>

namespace rocketdesk::ui {

/// One send that is over: what was sent, and how it ended.
struct SendRecord {
    qint64 at = 0; ///< epoch ms
    Tone tone = Tone::Ok;
    QString result; ///< "b / 5 · 14,889,002", or the code's name
    qint64 costMicros = 0;
    QString topic;
    QString messageId;
    std::optional<QueueRef> queue; ///< where it lies
    qint64 offset = -1;
    SendDraft draft;
};

/// Draft and history of one connection, in files that are replaced as a whole: a crash loses at most the last moment.
class SendStore final
{
public:
    static constexpr std::size_t mostRecords = 1000;
    static constexpr qint64 mostBytes = 64 << 20;

    /// `folder` need not exist; `connection` names the files.
    SendStore(const QString &folder, const QString &connection);

    [[nodiscard]] SendDraft loadDraft() const; ///< an empty one where there is none, or it cannot be read
    [[nodiscard]] Result<void> saveDraft(const SendDraft &draft) const;

    [[nodiscard]] const std::deque<SendRecord> &history() const { return m_history; } ///< the newest first
    /// The oldest go where there are too many, or their bodies are too much.
    void add(const SendRecord &record);
    void clearHistory();
    [[nodiscard]] Result<void> saveHistory() const;

private:
    void loadHistory();
    void trim();

    QString m_draftFile;
    QString m_historyFile;
    std::deque<SendRecord> m_history;
    qint64 m_bytes = 0;
};

} // namespace rocketdesk::ui
