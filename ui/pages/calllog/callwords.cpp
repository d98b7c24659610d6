// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/calllog/callwords.h"

#include "client/base/responsecodes.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace rocketdesk::ui::callwords {

namespace {

using namespace std::chrono_literals;
using Kind = Error::Kind;
using End = CallRecord::End;

constexpr auto slowFrom = 200ms;

QString seconds(std::chrono::nanoseconds time)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    return ms < 1000 ? QStringLiteral("%1 ms").arg(ms) : QStringLiteral("%1 s").arg(static_cast<double>(ms) / 1000, 0, 'f', 1);
}

/// Failures of which no server spoke.
QString silence(const CallRecord &call)
{
    switch (call.failure) {
    case Kind::Timeout: return translated(QT_TRANSLATE_NOOP("CallLog", "No answer in %1")).arg(seconds(call.cost));
    case Kind::Unreachable: return translated(QT_TRANSLATE_NOOP("CallLog", "Not reached"));
    case Kind::TlsFailed: return translated(QT_TRANSLATE_NOOP("CallLog", "No encrypted connection"));
    case Kind::Closed: return translated(QT_TRANSLATE_NOOP("CallLog", "Connection ended"));
    case Kind::Malformed: return translated(QT_TRANSLATE_NOOP("CallLog", "Not RocketMQ's bytes"));
    case Kind::TooLarge: return translated(QT_TRANSLATE_NOOP("CallLog", "Too large"));
    case Kind::Cancelled: return translated(QT_TRANSLATE_NOOP("CallLog", "Cancelled"));
    case Kind::Throttled: return translated(QT_TRANSLATE_NOOP("CallLog", "Too many calls"));
    case Kind::ReadOnly: return translated(QT_TRANSLATE_NOOP("CallLog", "Read-only"));
    default: return kindName(call.failure);
    }
}

/// Codes that say "nothing there now", which is no failure of the call.
bool isQuietAnswer(int code)
{
    static const QSet<int> quiet = {0, 19, 20, 21, 22, 209, 210};
    return quiet.contains(code);
}

bool isBusy(int code)
{
    return code == 2 || code == 215;
}

/// Answered late on purpose: pulls, pops and notifications that a broker holds.
bool isHeld(int code)
{
    static const QSet<int> held = {11, 361, 200050, 200054};
    return held.contains(code);
}

const QSet<int> &changingCodes()
{
    static const QSet<int> codes = [] {
        QSet<int> found;
        commands::eachCommand([&found](auto command) {
            if (decltype(command)::type::request.effect == protocol::Effect::Writes)
                found.insert(decltype(command)::type::request.code);
        });
        return found;
    }();
    return codes;
}

} // namespace

QString translated(const char *source)
{
    return QCoreApplication::translate("CallLog", source);
}

QString origin(Origin origin, const QStringList &pages)
{
    switch (origin) {
    case Origin::KeepAlive: return translated(QT_TRANSLATE_NOOP("CallLog", "Keep-alive"));
    case Origin::Routes: return translated(QT_TRANSLATE_NOOP("CallLog", "Routes"));
    case Origin::Heartbeat: return translated(QT_TRANSLATE_NOOP("CallLog", "Heartbeat"));
    case Origin::Send: return translated(QT_TRANSLATE_NOOP("CallLog", "Send"));
    case Origin::Watch: return translated(QT_TRANSLATE_NOOP("CallLog", "Live"));
    case Origin::Consumer: return translated(QT_TRANSLATE_NOOP("CallLog", "Consumer"));
    case Origin::ConnectionTest: return translated(QT_TRANSLATE_NOOP("CallLog", "Connection test"));
    case Origin::CommandLine: return translated(QT_TRANSLATE_NOOP("CallLog", "Command line"));
    case Origin::Window: return translated(QT_TRANSLATE_NOOP("CallLog", "Palette"));
    case Origin::Unknown: return QStringLiteral("–");
    default: return pages.value(static_cast<int>(origin) - static_cast<int>(Origin::FirstPage), translated(QT_TRANSLATE_NOOP("CallLog", "Page")));
    }
}

QString answer(const CallRecord &call)
{
    const QString operation = QString::fromUtf8(call.name);
    switch (call.ended) {
    case End::Running: return translated(QT_TRANSLATE_NOOP("CallLog", "Running"));
    case End::Sent: return translated(QT_TRANSLATE_NOOP("CallLog", "Sent, no answer wanted"));
    case End::Answered:
        if (call.incoming)
            return translated(QT_TRANSLATE_NOOP("CallLog", "Request of the server"));
        return call.answer == 0 ? responseCodeName(0, operation) : responseCodeText(call.answer, operation);
    case End::Failed: break;
    }
    return call.answer != 0 ? responseCodeText(call.answer, operation) : silence(call);
}

Tone tone(const CallRecord &call)
{
    switch (call.ended) {
    case End::Running: return Tone::Accent;
    case End::Sent: return Tone::Ok;
    default: break;
    }
    if (call.incoming || (call.ended == End::Answered && isQuietAnswer(call.answer)))
        return Tone::Ok;
    if (call.ended == End::Failed && call.failure == Kind::Cancelled)
        return Tone::Muted;
    return isBusy(call.answer) ? Tone::Warning : Tone::Error;
}

Error error(const CallRecord &call, const QString &remark)
{
    const Kind kind = call.ended == End::Failed ? call.failure : Kind::Refused;
    return {.kind = kind, .code = call.answer, .remark = remark, .where = call.address.toString(), .operation = QString::fromUtf8(call.name)};
}

bool failed(const CallRecord &call)
{
    const Tone how = tone(call);
    return how == Tone::Error || how == Tone::Warning;
}

bool slow(const CallRecord &call)
{
    return call.cost >= slowFrom && !isHeld(call.code);
}

bool changing(const CallRecord &call)
{
    return !call.incoming && changingCodes().contains(call.code);
}

} // namespace rocketdesk::ui::callwords
