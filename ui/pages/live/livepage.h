// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "ui/pages/live/livemodel.h"
#include "ui/pages/page.h"

#include <memory>
#include <vector>

namespace rocketdesk::ui {

class LiveStream;
class LiveView;
class MessageDetail;
class StreamBar;
class TopicsBar;

/// Messages of one or several topics as they arrive. Brokers keep no trace of it: no group, no offset, no heartbeat.
class LivePage final : public Page
{
    Q_OBJECT

public:
    LivePage(const PageContext &context, QWidget *parent = nullptr);
    ~LivePage() override;

    void refresh() override; ///< the names for completion; what is watched goes on by itself
    void cancelRunning() override { stop(); }
    [[nodiscard]] bool hasRunning() const override { return m_starting; }
    /// `key` is a topic, added and watched. With details `broker`, `queue` and `offset` that one message is opened.
    void openTarget(const Target &target) override;
    [[nodiscard]] Target currentTarget() const override;
    void goOnFrom(Page &before) override;
    bool prepareScene(const QString &scene) override;
    [[nodiscard]] bool sceneReached(const QString &scene) const override;

    /// Asks for a file, and writes the selected rows, or all that show; as JSON whole messages, else what the columns say.
    void exportMainTable() override;
    [[nodiscard]] QString exportTo(const QString &path) const; ///< without asking; empty is success
    void start(); ///< watches all topics of the bar, from where the bar says
    void stop(); ///< rows stay
    [[nodiscard]] bool isWatching() const { return !m_watches.empty(); }
    [[nodiscard]] LiveModel &model() const { return *m_model; }
    [[nodiscard]] TopicsBar &topicsBar() const { return *m_topics; }
    [[nodiscard]] StreamBar &streamBar() const { return *m_stream; }
    [[nodiscard]] LiveView &view() const { return *m_view; }

protected:
    void activeChanged(bool active) override;

private:
    struct Running {
        std::unique_ptr<Watch> watch;
        QStringList topics;
        WatchProgress progress;
        int queues = 0;
    };

    /// A watch that came to its end beside others that go on.
    struct Ended {
        QStringList topics;
        Error error;
    };

    void buildHeader();
    void buildBars();
    void buildDock();
    void buildActions();
    void watch(const QStringList &topics, WatchFrom from);
    void listen(Running &running);
    void takeWatched(); ///< what the watches bring, from here on
    void topicsChanged();
    void applyLimits();
    void takeNames(const Result<commands::TopicListReply> &names);
    void takeTrouble(const watchnews::Trouble &trouble);
    void takeRecovered(const BrokerName &broker);
    void takeMissing(const watchnews::TopicMissing &missing);
    void takeFound(const TopicName &topic);
    void presentMissing();
    void presentMissing(const QString &topic, const Error &error);
    void presentEnded();
    void forgetEnded();
    void forgetTroubles();
    void takeEnd(const Watch *ended, const Error &error);
    void showEnd(const Error &error); ///< of the last watch
    void takeClientState(const ClientState &state);
    void markGap();
    void offerGroup();
    void askForGroup();
    void updateState();
    void showIdle();
    [[nodiscard]] QStringList lastTopics() const; ///< of this connection, watched the last time
    void keepTopics();
    void updateHeader();
    void togglePause();
    void openRow(const LiveRow &row);
    void openMessage(const Target &target);
    void fillRowMenu(QMenu &menu, const LiveRow &row);
    void sendAgain();
    void openScene();
    [[nodiscard]] std::vector<LiveModel::Batch> drain();

    LiveModel *m_model;
    LiveStream *m_counts;
    LiveView *m_view;
    TopicsBar *m_topics;
    StreamBar *m_stream;
    MessageDetail *m_detail;
    DockPanel *m_dock = nullptr;
    QPushButton *m_startButton = nullptr;
    std::vector<std::unique_ptr<Running>> m_watches;
    std::optional<ConsumerGroup> m_asGroup;
    std::shared_ptr<const protocol::StoredMessage> m_chosen;
    ScopedCall m_names;
    ScopedCall m_opening;
    QHash<QString, watchnews::Trouble> m_troubled; ///< by broker
    QHash<QString, watchnews::TopicMissing> m_missing; ///< by topic, those that the bar no longer has as well: a watch tells of it once
    std::vector<Ended> m_ended;
    quint64 m_missed = 0; ///< dropped by feeds of watches that are over
    qint64 m_lostAt = 0; ///< epoch ms since when nothing can come; 0 where all is well
    bool m_starting = false;
    bool m_sceneWanted = false; ///< a picture waits for topics
    bool m_sceneOpens = false; ///< and then for a message to open
};

} // namespace rocketdesk::ui
