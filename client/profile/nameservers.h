// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"
#include "client/base/wording.h"

#include <vector>

namespace rocketdesk {

inline constexpr quint16 nameServerPort = 9876;

/// What a pasted text says about name servers.
struct NameServerList {
    struct Problem {
        QString entry; ///< as pasted, at most 100 characters of it
        Wording words; ///< one sentence
    };
    QList<Endpoint> endpoints; ///< in their order, each once
    std::vector<Problem> problems;

    /// "a:9876;b:9876", as RocketMQ's own programs take it.
    [[nodiscard]] QString toString() const;
};

/// Understands a list (separated by ';', ',', blanks, lines), [export|set] NAMESRV_ADDR=..., namesrvAddr=... of a broker's
/// settings, an mqadmin or rocketctl command line with -n, --namesrvAddr or --namesrv, quotation marks, and addresses with a
/// scheme (rocketmq://, tcp://, http:// without a path). A missing port is 9876. An empty text is an empty list.
[[nodiscard]] NameServerList parseNameServers(const QString &pasted);

} // namespace rocketdesk
