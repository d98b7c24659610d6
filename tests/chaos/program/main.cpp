// SPDX-License-Identifier: Apache-2.0
// chaos [MINUTES] [SEED]: 0 when nothing that was acknowledged was lost and nothing hung.
#include "tests/chaos/chaosrun.h"

#include <QCoreApplication>

#include <cstdio>

using namespace rocketdesk::tests;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    bool known = true;
    const double minutes = arguments.size() > 1 ? arguments.at(1).toDouble(&known) : 1;
    const quint32 seed = known && arguments.size() > 2 ? arguments.at(2).toUInt(&known) : 1;
    if (!known || minutes <= 0 || arguments.size() > 3) {
        std::fputs("chaos [MINUTES] [SEED]\n", stderr);
        return 2;
    }
    ChaosRun run({.duration = std::chrono::milliseconds(static_cast<qint64>(minutes * 60'000)), .seed = seed, .silentPulls = true});
    const ChaosReport report = run.run();
    std::printf("%s\n", qPrintable(report.text()));
    return report.isWell() ? 0 : 1;
}
