// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/sandboxthread.h"
#include "client/client.h"
#include "client/networkthread.h"
#include "tests/support/patience.h"
#include "ui/common/runningcalls.h"
#include "ui/pages/page.h"
#include "ui/settings/settings.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/actionregistry.h"

#include <QTemporaryDir>

namespace rocketdesk::tests {

/// Everything that a page is made with, on a sandbox cluster of its own.
struct PageFixture {
    explicit PageFixture(int brokers = 2, int topics = 0, bool readOnly = false, std::chrono::milliseconds limit = std::chrono::milliseconds(Patience))
        : sandbox({.brokers = brokers, .topics = topics, .rate = 0})
        , client(network.address(), profileFor(sandbox, readOnly, limit))
    {
    }

    [[nodiscard]] static Profile profileFor(const sandbox::SandboxThread &sandbox, bool readOnly, std::chrono::milliseconds limit)
    {
        Profile profile;
        profile.name = QStringLiteral("sandbox");
        profile.nameServers = {sandbox.nameServer()};
        profile.readOnly = readOnly;
        profile.timeouts.request = limit;
        return profile;
    }

    [[nodiscard]] ui::PageContext context()
    {
        return {&client, theme, settings, actions, running, QStringLiteral("sandbox"), environment, client.profile().readOnly};
    }

    QTemporaryDir folder;
    ui::GivenAppearance appearance;
    ui::Theme theme{appearance};
    ui::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    ui::ActionRegistry actions{theme, settings};
    ui::RunningCalls running;
    ui::Environment environment = ui::Environment::Local;
    sandbox::SandboxThread sandbox;
    NetworkThread network;
    Client client;
};

} // namespace rocketdesk::tests
