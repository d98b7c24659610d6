// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/registry.h"

#include <QObject>
#include <QSize>
#include <QString>

#include <memory>

namespace rocketdesk::ui {
class MainWindow;
}

namespace rocketdesk::app {

class Application;

/// One picture.
struct Scene {
    QString page; ///< of the registry, or "welcome", "palette", "settings", "connection", "closing"
    QString state;
    QString theme; ///< light, dark, contrast
    QString language; ///< en, zh_CN
    QSize size;
    ui::PageScene::Cluster cluster = ui::PageScene::Cluster::Well;

    [[nodiscard]] QString fileName() const; ///< PAGE-STATE-THEME-LANGUAGE-WxH.png
};

/// Every page and state in every language and size, light and dark; some in high contrast.
[[nodiscard]] QList<Scene> allScenes();

/// Takes the pictures one after the other, each on a cluster of its own; each has 5 s to reach its state.
class Screenshots final : public QObject
{
    Q_OBJECT

public:
    Screenshots(Application &application, QString folder, QList<Scene> scenes, QObject *parent = nullptr);
    ~Screenshots() override;

    void start();

Q_SIGNALS:
    void finished(int failures);

private:
    void next();
    void openCluster();
    [[nodiscard]] bool prepare();
    void prepareEditor();
    void prepareClosing();
    void check();
    void take();
    [[nodiscard]] bool reached() const;

    Application &m_application;
    QString m_folder;
    QList<Scene> m_scenes;
    qsizetype m_at = -1;
    int m_waited = 0;
    bool m_prepared = false;
    int m_failures = 0;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace rocketdesk::app
