// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/sandboxthread.h"
#include "client/client.h"
#include "client/networkthread.h"

#include <QRandomGenerator>
#include <QTimer>

namespace rocketdesk::tests {

struct ChaosPlan {
    milliseconds duration{3000};
    quint32 seed = 1;
    bool silentPulls = false; ///< pulls may get no answer: then catching up takes up to a minute
};

/// What came of it, in messages.
struct ChaosReport {
    int sent = 0;
    int acknowledged = 0;
    int stored = 0;
    int received = 0; ///< by the watch, each counted once
    int again = 0; ///< stored more than once: a try whose answer was lost
    int lost = 0; ///< acknowledged, but not stored
    int missed = 0; ///< stored, but never received
    int hung = 0; ///< sends that did not end
    int faults = 0; ///< set
    QMap<QString, int> failed; ///< sends by kind of error
    QString trouble; ///< why there is no result

    [[nodiscard]] bool isWell() const { return trouble.isEmpty() && acknowledged > 0 && lost == 0 && missed == 0 && hung == 0; }
    [[nodiscard]] QString text() const; ///< one line
};

/// Sends to and watches a topic of two brokers whose answers are delayed, split, replaced, refused or cut at random.
class ChaosRun final : public QObject
{
    Q_OBJECT
public:
    explicit ChaosRun(const ChaosPlan &plan);
    ~ChaosRun() override;

    /// Blocks, with an event loop, for the plan's duration and until all has been caught up with.
    [[nodiscard]] ChaosReport run();

private:
    /// One message by its number.
    struct Fate {
        bool acknowledged = false;
        int stored = 0;
        bool received = false;
    };

    [[nodiscard]] bool begin();
    void storm();
    void calmDown();
    void judge();
    void send();
    void turnFaults();
    void take(Watch &watch, const std::function<void(Fate &)> &note);
    [[nodiscard]] qint64 storedOffsets(Client &client);
    void readStored();
    int random(int below) { return static_cast<int>(m_random.bounded(below)); }

    const ChaosPlan m_plan;
    QRandomGenerator m_random;
    sandbox::SandboxThread m_sandbox;
    NetworkThread m_network;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<Watch> m_watch;
    std::vector<Fate> m_messages;
    int m_running = 0;
    qint64 m_read = 0; ///< records of the last reader
    ChaosReport m_report;
};

} // namespace rocketdesk::tests
