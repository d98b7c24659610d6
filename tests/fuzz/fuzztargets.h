// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <vector>

namespace rocketdesk::tests {

/// One way in for bytes from the network. Any input must come back, without a crash and in bounded memory.
struct FuzzTarget {
    const char *name;
    void (*run)(QByteArrayView input);
};

/// frame, messages, batch, properties, bodies, texts.
[[nodiscard]] const std::vector<FuzzTarget> &fuzzTargets();
/// The target of this name, or null.
[[nodiscard]] const FuzzTarget *fuzzTarget(QByteArrayView name);

/// Reads the input as the body of every command's request and answer.
void fuzzBodies(QByteArrayView input);

} // namespace rocketdesk::tests
