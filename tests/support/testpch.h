// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtNetwork>
#include <QtTest>
#include <QtWidgets>
