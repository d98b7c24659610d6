// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "app/screenshot.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <algorithm>

using namespace rocketdesk;

namespace {

struct Arguments {
    QString screenshotFolder;
    QString only; ///< part of the pictures' names
};

Arguments parse(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "A console for Apache RocketMQ."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption screenshot(QStringLiteral("screenshot"), QCoreApplication::translate("main", "Draws a picture of each page into the folder, and ends."), QStringLiteral("folder"));
    const QCommandLineOption only(QStringLiteral("only"), QCoreApplication::translate("main", "With --screenshot: only pictures whose name has this in it."), QStringLiteral("text"));
    parser.addOption(screenshot);
    parser.addOption(only);
    parser.process(application);
    return {parser.value(screenshot), parser.value(only)};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication qt(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Rocketdesk"));
    QApplication::setApplicationVersion(QStringLiteral(ROCKETDESK_VERSION));
    const Arguments arguments = parse(qt);
    app::Application application(qt, Places::fromEnvironment());
    if (arguments.screenshotFolder.isEmpty()) {
        const auto window = application.makeWindow();
        window->restoreSession();
        window->show();
        return QApplication::exec();
    }
    QList<app::Scene> scenes = app::allScenes();
    scenes.removeIf([&arguments](const app::Scene &scene) { return !scene.fileName().contains(arguments.only); });
    app::Screenshots screenshots(application, arguments.screenshotFolder, scenes);
    QObject::connect(&screenshots, &app::Screenshots::finished, &qt, [](int failures) { QApplication::exit(std::min(failures, 1)); }, Qt::QueuedConnection);
    QTimer::singleShot(0, &screenshots, &app::Screenshots::start);
    return QApplication::exec();
}
