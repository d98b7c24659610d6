// SPDX-License-Identifier: Apache-2.0
// What request codes are for: one line each.
#include "ui/pages/calllog/callwords.h"

#include <algorithm>
#include <array>

namespace rocketdesk::ui::callwords {

namespace {

struct Meaning {
    int code;
    const char *sentence;
};

/// By code.
constexpr std::array meanings = {
    Meaning{10, QT_TRANSLATE_NOOP("CallLog", "Stores one message in a queue.")},
    Meaning{11, QT_TRANSLATE_NOOP("CallLog", "Reads messages of a queue from an offset on; the broker may hold it until there are some.")},
    Meaning{12, QT_TRANSLATE_NOOP("CallLog", "Finds messages by key or unique id in a broker's index.")},
    Meaning{14, QT_TRANSLATE_NOOP("CallLog", "Reads how far a group has come in a queue.")},
    Meaning{15, QT_TRANSLATE_NOOP("CallLog", "Notes how far a group has come in a queue.")},
    Meaning{17, QT_TRANSLATE_NOOP("CallLog", "Creates a topic on a broker, or changes it.")},
    Meaning{21, QT_TRANSLATE_NOOP("CallLog", "Lists a broker's topics with their queues and permission.")},
    Meaning{25, QT_TRANSLATE_NOOP("CallLog", "Changes settings of a broker.")},
    Meaning{26, QT_TRANSLATE_NOOP("CallLog", "Reads the settings of a broker.")},
    Meaning{28, QT_TRANSLATE_NOOP("CallLog", "Reads what a broker tells of itself: version, rates, disk, thread pools.")},
    Meaning{29, QT_TRANSLATE_NOOP("CallLog", "Finds the offset of a queue that belongs to a time.")},
    Meaning{30, QT_TRANSLATE_NOOP("CallLog", "Reads the offset that the next message of a queue will have.")},
    Meaning{31, QT_TRANSLATE_NOOP("CallLog", "Reads the offset of the oldest message a queue still has.")},
    Meaning{32, QT_TRANSLATE_NOOP("CallLog", "Reads when the oldest message of a queue was stored.")},
    Meaning{33, QT_TRANSLATE_NOOP("CallLog", "Reads one message by its place in the store.")},
    Meaning{34, QT_TRANSLATE_NOOP("CallLog", "Tells a broker which producers and groups this client has.")},
    Meaning{35, QT_TRANSLATE_NOOP("CallLog", "Tells a broker that this client leaves.")},
    Meaning{36, QT_TRANSLATE_NOOP("CallLog", "Gives a message back, to be delivered again later.")},
    Meaning{37, QT_TRANSLATE_NOOP("CallLog", "Commits a transaction's message or rolls it back.")},
    Meaning{38, QT_TRANSLATE_NOOP("CallLog", "Lists the clients of a group that are online.")},
    Meaning{40, QT_TRANSLATE_NOOP("CallLog", "The broker says that the clients of a group have changed.")},
    Meaning{41, QT_TRANSLATE_NOOP("CallLog", "Locks queues for one client that reads in order.")},
    Meaning{42, QT_TRANSLATE_NOOP("CallLog", "Unlocks queues that were read in order.")},
    Meaning{43, QT_TRANSLATE_NOOP("CallLog", "Reads how far all groups of a broker have come.")},
    Meaning{46, QT_TRANSLATE_NOOP("CallLog", "Has a broker check a filter before it is used.")},
    Meaning{101, QT_TRANSLATE_NOOP("CallLog", "Reads a value that name servers keep.")},
    Meaning{105, QT_TRANSLATE_NOOP("CallLog", "Asks a name server where a topic's queues are.")},
    Meaning{106, QT_TRANSLATE_NOOP("CallLog", "Asks a name server for all clusters and brokers.")},
    Meaning{200, QT_TRANSLATE_NOOP("CallLog", "Creates a consumer group on a broker, or changes it.")},
    Meaning{201, QT_TRANSLATE_NOOP("CallLog", "Lists a broker's consumer groups.")},
    Meaning{202, QT_TRANSLATE_NOOP("CallLog", "Reads the offsets and the last write of every queue of a topic on a broker.")},
    Meaning{203, QT_TRANSLATE_NOOP("CallLog", "Reads which clients of a group are connected, and what they subscribe to.")},
    Meaning{204, QT_TRANSLATE_NOOP("CallLog", "Reads which producers of a group are connected.")},
    Meaning{205, QT_TRANSLATE_NOOP("CallLog", "Takes the write permission from a broker, at a name server.")},
    Meaning{206, QT_TRANSLATE_NOOP("CallLog", "Lists all topics that a name server knows.")},
    Meaning{207, QT_TRANSLATE_NOOP("CallLog", "Deletes a consumer group on a broker.")},
    Meaning{208, QT_TRANSLATE_NOOP("CallLog", "Reads how far a group is behind, queue by queue.")},
    Meaning{215, QT_TRANSLATE_NOOP("CallLog", "Deletes a topic on a broker, with its messages.")},
    Meaning{216, QT_TRANSLATE_NOOP("CallLog", "Deletes a topic's route at a name server.")},
    Meaning{219, QT_TRANSLATE_NOOP("CallLog", "Lists values that name servers keep; it also shows that one is alive.")},
    Meaning{224, QT_TRANSLATE_NOOP("CallLog", "Lists the topics of a cluster.")},
    Meaning{300, QT_TRANSLATE_NOOP("CallLog", "Lists the groups that consume a topic.")},
    Meaning{303, QT_TRANSLATE_NOOP("CallLog", "Reads from when to when a group has consumed; it carries the broker's clock.")},
    Meaning{304, QT_TRANSLATE_NOOP("CallLog", "Lists RocketMQ's own topics at a name server.")},
    Meaning{305, QT_TRANSLATE_NOOP("CallLog", "Lists RocketMQ's own topics on a broker.")},
    Meaning{310, QT_TRANSLATE_NOOP("CallLog", "Stores one message in a queue; field names are shortened.")},
    Meaning{315, QT_TRANSLATE_NOOP("CallLog", "Reads a broker's counters of a minute, an hour and a day.")},
    Meaning{317, QT_TRANSLATE_NOOP("CallLog", "Reads how far all groups of a broker are behind.")},
    Meaning{319, QT_TRANSLATE_NOOP("CallLog", "Reads the settings of a name server.")},
    Meaning{320, QT_TRANSLATE_NOOP("CallLog", "Stores several messages in a queue with one call.")},
    Meaning{328, QT_TRANSLATE_NOOP("CallLog", "Lists all producers that are connected to a broker.")},
    Meaning{351, QT_TRANSLATE_NOOP("CallLog", "Reads the settings of one topic on a broker.")},
};

static_assert(std::is_sorted(meanings.begin(), meanings.end(), [](const Meaning &a, const Meaning &b) { return a.code < b.code; }));

} // namespace

QString meaning(int code)
{
    const auto found = std::lower_bound(meanings.begin(), meanings.end(), code, [](const Meaning &entry, int wanted) { return entry.code < wanted; });
    return found != meanings.end() && found->code == code ? translated(found->sentence) : QString();
}

} // namespace rocketdesk::ui::callwords
