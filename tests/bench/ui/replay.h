// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/ui/frames.h"
#include "ui/common/runningcalls.h"
#include "ui/pages/live/livestream.h"
#include "ui/settings/settings.h"
#include "ui/theme/appearance.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionregistry.h"

#include <QTemporaryDir>
#include <QTimer>

#include <sys/resource.h>

namespace rocketdesk {
class Client;
}

namespace rocketdesk::ui {
class LivePage;
}

namespace rocketdesk::bench {

/// One topic read from its oldest message into a Live page of 1440x900, at a rate, until all of it has come.
class Replay final : public QObject
{
    Q_OBJECT
public:
    struct Plan {
        QString topic;
        qint64 count = 0; ///< messages in the topic
        int perSecond = 0; ///< 0 = as fast as they come
    };

    Replay(FrameApplication &application, Client &client, Plan plan);
    ~Replay() override;
    void start();

Q_SIGNALS:
    /// The figures are printed; whether every message is accounted for.
    void done(bool complete);

private:
    void look();
    void finish();
    /// What the header says was dropped: by the feed and by the page's limits.
    [[nodiscard]] qint64 droppedInHeader() const;

    FrameApplication &m_application;
    Client &m_client;
    Plan m_plan;
    QTemporaryDir m_folder;
    ui::GivenAppearance m_appearance;
    ui::Theme m_theme{m_appearance};
    ui::Settings m_settings{m_folder.filePath(QStringLiteral("settings.ini"))};
    ui::ActionRegistry m_actions{m_theme, m_settings};
    ui::RunningCalls m_running;
    std::unique_ptr<ui::LivePage> m_page;
    ui::LiveStream *m_stream = nullptr;
    QTimer m_looking;
    QElapsedTimer m_since; ///< the first message
    qint64 m_seen = 0; ///< at the last look
    qint64 m_before = 0; ///< at the first look that saw any
    int m_stillFor = 0; ///< looks without anything new
    rusage m_usage{};
};

} // namespace rocketdesk::bench
