// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/testregistry.h"

/// The whole of a room's main.cpp: ROCKETDESK_TEST_MAIN(QCoreApplication) or (QApplication).
#define ROCKETDESK_TEST_MAIN(Application)                                                                              \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        Application application(argc, argv);                                                                           \
        return rocketdesk::tests::TestRegistry::run(application.arguments());                                          \
    }
