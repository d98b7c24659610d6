// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/interop/lineprogram.h"

namespace rocketdesk::tests {

/// The running program of tests/interop/go, built when first asked for. Its comment has the arguments.
class GoProgram final : public LineProgram
{
public:
    GoProgram(const QString &side, const Endpoint &nameServer, const QStringList &arguments);
};

} // namespace rocketdesk::tests
