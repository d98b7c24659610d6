// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/icon.h"
#include "ui/pages/page.h"

#include <functional>
#include <memory>
#include <vector>

namespace rocketdesk::ui {

/// A page of the rail. The order of the registry is the order of the rail and of Ctrl+1 … Ctrl+0.
struct PageEntry {
    QString id;
    QString title;
    Icon icon = Icon::None;
    int group = 0; ///< a line separates groups in the rail
    std::function<Page *(const PageContext &, QWidget *parent)> make;
};

/// A picture that `rocketdesk --screenshot` takes.
struct PageScene {
    /// How the cluster behind it is.
    enum class Cluster {
        Well,
        SilentBroker, ///< one of two does not answer
        SilentNameServer,
        Refusing, ///< its brokers refuse every call
        Slow, ///< two of four brokers take a minute to answer
        LongNames, ///< of connection, brokers, topics and groups
    };
    QString page;
    QString state; ///< see Page::prepareScene
    Cluster cluster = Cluster::Well;
};

/// Every page of the console, in the language of the moment.
[[nodiscard]] std::vector<PageEntry> allPages();
/// Every scene of every page; each is taken in light and dark, in every language and size.
[[nodiscard]] std::vector<PageScene> allScenes();

} // namespace rocketdesk::ui
