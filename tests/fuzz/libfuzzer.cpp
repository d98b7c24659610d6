// SPDX-License-Identifier: Apache-2.0
// Built by clang with -fsanitize=fuzzer only; ROCKETDESK_FUZZ_TARGET in the environment names the target.
#include "tests/fuzz/fuzztargets.h"

#include <QByteArray>

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto *target = rocketdesk::tests::fuzzTarget(qgetenv("ROCKETDESK_FUZZ_TARGET"));
    if (!target)
        qFatal("ROCKETDESK_FUZZ_TARGET names no target");
    target->run(QByteArrayView(data, static_cast<qsizetype>(size)));
    return 0;
}
