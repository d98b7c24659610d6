// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <mutex>
#include <optional>
#include <vector>

namespace rocketdesk::sandbox {

/// What is done to an answer instead of sending it as it is.
struct Fault {
    enum class Kind {
        Delay, ///< sent `delay` later
        Split, ///< its first `bytes` at once, the rest `delay` later
        Garbage, ///< bytes that are no frame
        Silence, ///< nothing; the connection stays open
        HalfClose, ///< its first `bytes`, then the sending side ends; requests are still read
        Break, ///< its first `bytes`, then the connection ends
        WrongOpaque, ///< the answer to a request that nobody made
        Oversize, ///< a length word above every limit, then silence
        Refusal, ///< `code` and `remark`; the request is not carried out
    };
    Kind kind = Kind::Silence;
    std::chrono::milliseconds delay{20};
    qsizetype bytes = 0;
    int code = 1;
    QString remark;
};

/// Which answers are spoilt, and how. May be used from any thread, while the cluster serves.
class Faults final
{
public:
    struct Where {
        int code = 0; ///< of the request; 0 = every one
        QString server; ///< a master's name ("broker-a"), a replica's ("broker-a/1"), or "namesrv"; empty = every one
        int times = -1; ///< so many answers, then no more; -1 = all
    };

    void add(Where where, Fault fault);
    void clear();
    /// The fault for the next answer to this request, counted off; the newest rule that fits wins.
    [[nodiscard]] std::optional<Fault> take(const QString &server, int code);

private:
    struct Rule {
        Where where;
        Fault fault;
    };
    std::mutex m_mutex;
    std::vector<Rule> m_rules;
};

} // namespace rocketdesk::sandbox
