// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testmain.h"

#include <QApplication>

ROCKETDESK_TEST_MAIN(QApplication)
