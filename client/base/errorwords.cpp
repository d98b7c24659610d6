// SPDX-License-Identifier: Apache-2.0
#include "client/base/errorwords.h"

#include "client/base/ownremarks.h"
#include "client/base/remarks.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rocketdesk {

namespace {

using Kind = Error::Kind;

constexpr int anyCode = -1;
constexpr int noCode = 0; ///< no server spoke
constexpr qsizetype longestQuote = 600;

/// The first row that fits an error names it. Placeholders: %1 where, %2 operation, %3 code, %4 remark of this side.
struct Row {
    std::optional<Kind> kind; ///< nothing = every kind
    int code;
    QLatin1StringView seen; ///< in the remark, case aside; empty = whatever it is
    const char *sentence;
    const char *wayOut = "";
};

constexpr auto refusedSentence = QT_TRANSLATE_NOOP("Words", "%1 refused %2: %3.");
constexpr QLatin1StringView whatever;

// Who said no uses "refused"; who was silent uses "answer". Neither word is found in the other's rows (a test holds it).
constexpr std::array rows = {
    // A server spoke.
    Row{{}, 3, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: it does not know this call, %3."),
        QT_TRANSLATE_NOOP("Words", "The call needs a newer version, or another kind of server listens on this port.")},
    Row{{}, 1, QLatin1StringView("check signature"), QT_TRANSLATE_NOOP("Words", "%1 refused %2: the secret key does not fit the access key, %3."),
        QT_TRANSLATE_NOOP("Words", "Type the secret key of the profile again.")},
    Row{{}, 1, QLatin1StringView("No accessKey is configured"), QT_TRANSLATE_NOOP("Words", "%1 refused %2: it wants an access key or does not know the profile's, %3."),
        QT_TRANSLATE_NOOP("Words", "Set access key and secret key in the profile as the broker's plain_acl.yml has them.")},
    Row{{}, 1, QLatin1StringView("No acl config for"), QT_TRANSLATE_NOOP("Words", "%1 refused %2: it does not know the access key, %3."),
        QT_TRANSLATE_NOOP("Words", "Set access key and secret key in the profile as the broker's plain_acl.yml has them.")},
    Row{{}, 1, QLatin1StringView("AclException"), QT_TRANSLATE_NOOP("Words", "%1 refused %2: the access key has no right to it, %3."),
        QT_TRANSLATE_NOOP("Words", "Give the account the right that is named in the broker's plain_acl.yml, or use another access key in the profile.")},
    Row{{}, 16, QLatin1StringView("check signature"), QT_TRANSLATE_NOOP("Words", "%1 refused %2: the secret key does not fit the access key, %3."),
        QT_TRANSLATE_NOOP("Words", "Type the secret key of the profile again.")},
    Row{{}, 16, QLatin1StringView("User:"), QT_TRANSLATE_NOOP("Words", "%1 refused %2: the user is unknown, disabled or has no right to it, %3."),
        QT_TRANSLATE_NOOP("Words", "Check the profile's access key, or have an administrator give its user the right that is named.")},
    Row{{}, 16, QLatin1StringView("username cannot be null"), QT_TRANSLATE_NOOP("Words", "%1 refused %2: it wants an access key, %3."),
        QT_TRANSLATE_NOOP("Words", "Set access key and secret key in the profile.")},
    Row{Kind::NotAuthorised, noCode, whatever, QT_TRANSLATE_NOOP("Words", "%2 was not sent: access key and secret key are not both set."),
        QT_TRANSLATE_NOOP("Words", "Set access key and secret key in the profile.")},
    Row{Kind::NotAuthorised, anyCode, whatever, refusedSentence,
        QT_TRANSLATE_NOOP("Words", "Check access key and secret key of the profile, and the rights of its user.")},
    Row{{}, 16, whatever, refusedSentence,
        QT_TRANSLATE_NOOP("Words", "Check the permission of the topic and of the broker, and the rights of the profile's user.")},
    Row{{}, 2, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: it is busy, %3."), QT_TRANSLATE_NOOP("Words", "Try again in a moment, with fewer calls at once.")},
    Row{{}, 215, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: it slows its clients down, %3."),
        QT_TRANSLATE_NOOP("Words", "Try again in a moment, with fewer calls at once.")},
    Row{{}, 13, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused the message: %3."),
        QT_TRANSLATE_NOOP("Words", "Check its size, its properties (32,767 bytes together at most) and its delay.")},
    Row{{}, 14, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: its store can't be written, %3."),
        QT_TRANSLATE_NOOP("Words", "Check the broker's disk and role, or use another broker.")},
    Row{{}, 17, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: it does not know the topic, %3."),
        QT_TRANSLATE_NOOP("Words", "Check the name, or create the topic.")},
    Row{{}, 22, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: what was asked for is not there, %3."), ""},
    Row{{}, 23, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused the filter: %3."), QT_TRANSLATE_NOOP("Words", "Correct the expression.")},
    Row{{}, 26, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: it does not know the group, %3."),
        QT_TRANSLATE_NOOP("Words", "Check the name, or create the group.")},
    Row{{}, 29, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: a value is not allowed, %3."), ""},
    Row{{}, 206, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: no client of the group is online, %3."),
        QT_TRANSLATE_NOOP("Words", "Start a client of the group, then try again.")},
    Row{{}, 207, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: a client of the group took too long, %3."),
        QT_TRANSLATE_NOOP("Words", "Look at that client, then try again.")},
    Row{{}, 501, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: the queue has moved to another broker, %3."), QT_TRANSLATE_NOOP("Words", "Refresh, then try again.")},
    Row{{}, 1500, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: it is shutting down, %3."), QT_TRANSLATE_NOOP("Words", "Try again when it is back.")},
    Row{{}, 2007, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2: it is not the leader of the controllers, %3."), QT_TRANSLATE_NOOP("Words", "Ask the leader.")},
    Row{Kind::Refused, noCode, whatever, QT_TRANSLATE_NOOP("Words", "%1 refused %2."), ""},
    Row{Kind::Refused, anyCode, whatever, refusedSentence, ""},

    // Nobody answered, or not in our protocol.
    Row{Kind::Cancelled, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "%2 was cancelled."), ""},
    Row{Kind::Timeout, noCode, QLatin1StringView(" s"), QT_TRANSLATE_NOOP("Words", "%1 did not answer within %4."),
        QT_TRANSLATE_NOOP("Words", "Check that it runs, and the way to it; a longer time-out can be set in the profile.")},
    Row{Kind::Timeout, noCode, QLatin1StringView(" ms"), QT_TRANSLATE_NOOP("Words", "%1 did not answer within %4."),
        QT_TRANSLATE_NOOP("Words", "Check that it runs, and the way to it; a longer time-out can be set in the profile.")},
    Row{Kind::Timeout, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "%1 did not answer in time."),
        QT_TRANSLATE_NOOP("Words", "Check that it runs, and the way to it; a longer time-out can be set in the profile.")},
    Row{Kind::Unreachable, anyCode, remarks::noSuchHost, QT_TRANSLATE_NOOP("Words", "%1 was not found: the name has no address."),
        QT_TRANSLATE_NOOP("Words", "Check the spelling, or add an address mapping to the profile.")},
    Row{Kind::Unreachable, anyCode, QLatin1StringView("not found"), QT_TRANSLATE_NOOP("Words", "%1 was not found: the name has no address."),
        QT_TRANSLATE_NOOP("Words", "Check the spelling, or add an address mapping to the profile.")},
    Row{Kind::Unreachable, anyCode, remarks::nothingListens, QT_TRANSLATE_NOOP("Words", "Nothing listens on %1."),
        QT_TRANSLATE_NOOP("Words", "Check the port and that the process runs; through a tunnel or a container, check the address mapping of the profile.")},
    Row{Kind::Unreachable, anyCode, QLatin1StringView("refused"), QT_TRANSLATE_NOOP("Words", "Nothing listens on %1."),
        QT_TRANSLATE_NOOP("Words", "Check the port and that the process runs; through a tunnel or a container, check the address mapping of the profile.")},
    Row{Kind::Unreachable, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "%1 could not be reached."),
        QT_TRANSLATE_NOOP("Words", "Check the network; an address behind NAT or in a container needs an address mapping in the profile.")},
    Row{Kind::TlsFailed, anyCode, remarks::ourCertificate, QT_TRANSLATE_NOOP("Words", "%1 did not accept the client's certificate."),
        QT_TRANSLATE_NOOP("Words", "Set a certificate and key in the profile that its authority has signed.")},
    Row{Kind::TlsFailed, anyCode, remarks::notTrusted, QT_TRANSLATE_NOOP("Words", "The certificate of %1 is signed by nobody the profile trusts."),
        QT_TRANSLATE_NOOP("Words", "Set the file of its authority (CA) in the profile.")},
    Row{Kind::TlsFailed, anyCode, remarks::otherName, QT_TRANSLATE_NOOP("Words", "The certificate of %1 is for another name."),
        QT_TRANSLATE_NOOP("Words", "Connect by the name in the certificate, or have the profile verify without the name.")},
    Row{Kind::TlsFailed, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "No encrypted connection to %1 came about."),
        QT_TRANSLATE_NOOP("Words", "Check that TLS is on at that port, and the TLS settings of the profile.")},
    Row{Kind::Closed, anyCode, remarks::closedWithoutAByte, QT_TRANSLATE_NOOP("Words", "%1 closed the connection without a byte."),
        QT_TRANSLATE_NOOP("Words", "It may want TLS: turn it on in the profile. Or it does not let this address in.")},
    Row{Kind::Closed, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "The connection to %1 ended while %2 was waiting."),
        QT_TRANSLATE_NOOP("Words", "Try again; where it happens again, look at the log of that process.")},
    Row{Kind::Malformed, anyCode, remarks::webServer, QT_TRANSLATE_NOOP("Words", "A web server listens on %1, not RocketMQ."),
        QT_TRANSLATE_NOOP("Words", "Check the port: name servers listen on 9876, brokers on 10911, proxies on 8080 for remoting.")},
    Row{Kind::Malformed, anyCode, remarks::lyingLength, QT_TRANSLATE_NOOP("Words", "%1 announced a frame whose length can't be true."),
        QT_TRANSLATE_NOOP("Words", "Another protocol, or TLS without the profile's knowing, may be on this port.")},
    Row{Kind::Malformed, anyCode, remarks::unreadableRecord, QT_TRANSLATE_NOOP("Words", "%1 sent a message that can't be read: its record is damaged, or of a newer kind."), ""},
    Row{Kind::Malformed, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "%1 sent bytes that are not RocketMQ's."),
        QT_TRANSLATE_NOOP("Words", "Check the port, and whether it wants TLS.")},

    // Nothing was sent, or this side gave up.
    Row{Kind::TooLarge, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "%2 is over a limit of size."), QT_TRANSLATE_NOOP("Words", "Make it smaller, or raise the limit.")},
    Row{Kind::NoRoute, noCode, QLatin1StringView("the topic"), QT_TRANSLATE_NOOP("Words", "%4."),
        QT_TRANSLATE_NOOP("Words", "Check the name of the topic, its permission, and whether its brokers are registered.")},
    Row{Kind::NoRoute, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "There is no route for %2."),
        QT_TRANSLATE_NOOP("Words", "Check the name of the topic, its permission, and whether its brokers are registered.")},
    Row{Kind::NoPermission, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "%2 is not permitted."), QT_TRANSLATE_NOOP("Words", "Check the permission of the topic and of the broker.")},
    Row{Kind::Throttled, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "%2 was not sent: too many calls are under way."),
        QT_TRANSLATE_NOOP("Words", "Try again in a moment, with fewer calls at once.")},
    Row{Kind::InvalidArgument, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "A value is not allowed."), ""},
    Row{Kind::Unsupported, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "%2 is not supported."),
        QT_TRANSLATE_NOOP("Words", "The call needs another version of the broker, or is not part of this program.")},
    Row{Kind::ReadOnly, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "%2 was not sent: the profile is read-only."),
        QT_TRANSLATE_NOOP("Words", "Turn read-only off in the profile to allow changes.")},
    Row{Kind::NotFound, noCode, remarks::noBroker, QT_TRANSLATE_NOOP("Words", "%4."), QT_TRANSLATE_NOOP("Words", "Check how it is spelt.")},
    Row{Kind::NotFound, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "What %2 asked for is not there."), ""},
    Row{Kind::TopicNotSubscribed, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "The topic is not subscribed."), QT_TRANSLATE_NOOP("Words", "Subscribe to it first.")},
    Row{Kind::SubscriptionLimitExceeded, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "The limit of subscriptions is reached."),
        QT_TRANSLATE_NOOP("Words", "Drop a subscription, or raise the limit.")},
    Row{Kind::CorruptBody, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "The body of a message is damaged."), QT_TRANSLATE_NOOP("Words", "Its stored bytes can still be saved.")},
    Row{Kind::Local, anyCode, whatever, QT_TRANSLATE_NOOP("Words", "%1 can't be used."), ""},
};

constexpr auto nobodyNamed = QT_TRANSLATE_NOOP("Words", "The other side");
constexpr auto thisMachine = QT_TRANSLATE_NOOP("Words", "Something on this machine");
constexpr auto someCall = QT_TRANSLATE_NOOP("Words", "the call");

bool spoke(const Error &error)
{
    return error.code != noCode;
}

const Row &rowFor(const Error &error)
{
    const auto fits = [&](const Row &row) {
        return (!row.kind || *row.kind == error.kind) && (row.code == anyCode || row.code == error.code)
            && (row.seen.isEmpty() || error.remark.contains(row.seen, Qt::CaseInsensitive));
    };
    if (const auto found = std::find_if(rows.begin(), rows.end(), fits); found != rows.end())
        return *found;
    return rows.back();
}

QString reasonFor(const Error &error, const Row &row, const Translate &translate)
{
    const QString remark = error.remark.simplified();
    const QString cut = remark.size() > longestQuote ? remark.left(longestQuote) + QChar(0x2026) : remark;
    if (cut.isEmpty() || spoke(error))
        return cut.isEmpty() ? QString() : QStringLiteral("\"%1\"").arg(cut);
    // A row that was found by what this side saw says it in its sentence already.
    const bool told = !row.seen.isEmpty() && row.seen != remarks::webServer && row.seen != remarks::lyingLength;
    return told ? QString() : translatedRemark(cut, translate);
}

QString capitalised(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

} // namespace

ErrorText wordsFor(const Error &error, const Translate &translate)
{
    const Row &row = rowFor(error);
    const char *const unnamed = error.kind == Kind::Local ? thisMachine : nobodyNamed;
    const QString where = error.where.isEmpty() ? Wording{unnamed}.text(translate) : error.where;
    const QString operation = error.operation.isEmpty() ? Wording{someCall}.text(translate) : error.operation;
    const QStringList arguments = {where, operation, responseCodeText(error.code, error.operation),
        translatedRemark(error.remark.simplified().left(longestQuote), translate)};
    const QString sentence = Wording{row.sentence, arguments}.text(translate);
    const bool startsWithName = !error.where.isEmpty() && sentence.startsWith(error.where);
    return {.sentence = startsWithName ? sentence : capitalised(sentence),
        .reason = reasonFor(error, row, translate),
        .wayOut = *row.wayOut == '\0' ? QString() : Wording{row.wayOut}.text(translate),
        .refused = spoke(error)};
}

QString ErrorText::line() const
{
    QString line = sentence;
    if (reason.startsWith(u'"') && line.endsWith(u'.'))
        line = line.chopped(1) + QLatin1StringView(", ") + reason + u'.';
    else if (!reason.isEmpty())
        line += u' ' + capitalised(reason) + (reason.endsWith(u'.') ? QString() : QStringLiteral("."));
    if (!wayOut.isEmpty())
        line += u' ' + wayOut;
    return line;
}

QList<const char *> allErrorWords()
{
    QList<const char *> words = {nobodyNamed, thisMachine, someCall};
    for (const Row &row : rows) {
        words << row.sentence;
        if (*row.wayOut != '\0')
            words << row.wayOut;
    }
    return words;
}

} // namespace rocketdesk
