// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testmain.h"

#include <QCoreApplication>

ROCKETDESK_TEST_MAIN(QCoreApplication)
