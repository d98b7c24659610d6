// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "app/logging.h"
#include "app/screenshot.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

using namespace rocketdesk;

namespace {

struct Arguments {
    QString screenshotFolder;
    QString only; ///< part of the pictures' names
    bool sandbox = false; ///< the embedded cluster is open at the start
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
    const QCommandLineOption sandbox(QStringLiteral("sandbox"), QCoreApplication::translate("main", "Opens the embedded sandbox cluster; so does a start without saved connections."));
    parser.addOption(only);
    parser.addOption(sandbox);
    parser.process(application);
    return {parser.value(screenshot), parser.value(only), parser.isSet(sandbox)};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication qt(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Rocketdesk"));
    QApplication::setApplicationVersion(QStringLiteral(ROCKETDESK_VERSION));
    const Arguments arguments = parse(qt);
    const QTemporaryDir fresh; // pictures neither read nor change what is the user's
    if (!arguments.screenshotFolder.isEmpty())
        qputenv("ROCKETDESK_HOME", fresh.path().toLocal8Bit());
    const Places places = Places::fromEnvironment();
    // without its file the log still goes to standard error
    const auto logging = installLogging({.folder = places.logFolder()});
    app::Application application(qt, places);
    if (arguments.screenshotFolder.isEmpty()) {
        ui::MainWindow &window = application.window();
        window.restoreSession();
        if (arguments.sandbox || application.profiles().profiles().empty())
            window.openSandbox();
        window.show();
        return QApplication::exec();
    }
    QList<app::Scene> scenes = app::allScenes();
    scenes.removeIf([&arguments](const app::Scene &scene) { return !scene.fileName().contains(arguments.only); });
    app::Screenshots screenshots(application, arguments.screenshotFolder, scenes);
    QObject::connect(&screenshots, &app::Screenshots::finished, &qt, [](int failures) { QApplication::exit(std::min(failures, 1)); }, Qt::QueuedConnection);
    QTimer::singleShot(0, &screenshots, &app::Screenshots::start);
    return QApplication::exec();
}
