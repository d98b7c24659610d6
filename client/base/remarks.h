// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>

/// What this side saw, as Error::remark says it where no server spoke (code 0). The words table (errorwords.cpp) knows these.
namespace rocketdesk::remarks {

/// Closed: connected, and closed by the other side before its first byte. So does a port that wants TLS and got none.
inline constexpr QLatin1StringView closedWithoutAByte("closed before a byte came");
/// Malformed: what came begins like this; the remark is the first line that came.
inline constexpr QLatin1StringView webServer("HTTP/");
/// Malformed: the length of a frame can't be true; say both numbers after it.
inline constexpr QLatin1StringView lyingLength("a frame announced a length that can't be true");
/// Malformed: one record of a list of messages can't be read; the remark goes on with where and why.
inline constexpr QLatin1StringView unreadableRecord("the record at byte ");
/// TlsFailed: the other side did not accept our certificate, or wants one: an alert, or a close before the first answer.
inline constexpr QLatin1StringView ourCertificate("our certificate was not accepted");
/// TlsFailed: the other side's certificate comes from nobody the profile trusts.
inline constexpr QLatin1StringView notTrusted("the certificate is not trusted");
/// TlsFailed: the other side's certificate is for another name.
inline constexpr QLatin1StringView otherName("the certificate names another host");
/// Unreachable: the name has no address.
inline constexpr QLatin1StringView noSuchHost("no such host");
/// Unreachable: the machine is there and nothing listens on the port.
inline constexpr QLatin1StringView nothingListens("nothing listens");
/// NotFound: every broker was asked, and none has it; the remark goes on with what, and is a sentence without its full stop.
inline constexpr QLatin1StringView noBroker("no broker ");

/// Timeout: how long was waited: "3.0 s", "250 ms".
[[nodiscard]] inline QString waited(std::chrono::milliseconds time)
{
    return time.count() < 1000 ? QStringLiteral("%1 ms").arg(time.count())
                               : QStringLiteral("%1 s").arg(static_cast<double>(time.count()) / 1000.0, 0, 'f', 1);
}

} // namespace rocketdesk::remarks
