// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "client/networkthread.h"

#include <QTest>

namespace rocketdesk::tests {

/// A client of a sandbox that answers where it is called: QTest's event loop runs meanwhile.
class Caller final
{
public:
    explicit Caller(const Endpoint &nameServer, const QString &accessKey = {}, const QString &secretKey = {});

    /// The answer, or Timeout of this object's own after 10 s.
    template <typename C>
    [[nodiscard]] Result<typename C::Reply> ask(C command, const Target &at = Target::nameServer())
    {
        return result(m_client.ask(std::move(command), at, {.limit = milliseconds(10'000)}));
    }
    template <typename T>
    [[nodiscard]] static Result<T> result(Pending<T> pending)
    {
        std::optional<Result<T>> answer;
        QObject context;
        whenDone(std::move(pending), &context, [&answer](Result<T> value) { answer = std::move(value); });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 12'000);
        return answer ? std::move(*answer) : Result<T>(failed(Error::Kind::Timeout, QStringLiteral("the test gave up")));
    }
    [[nodiscard]] Client &client() { return m_client; }

private:
    NetworkThread m_network;
    Client m_client;
};

/// A send of this body to queue 0, with properties as name 0x01 value 0x02 ...
[[nodiscard]] commands::SendMessageV2 sendTo(const QString &topic, const QByteArray &body = QByteArrayLiteral("body"), const protocol::Properties &properties = {});
/// A pull that leaves no trace.
[[nodiscard]] commands::PullMessage pullFrom(const QString &topic, qint64 offset, const QString &expression = QStringLiteral("*"));

} // namespace rocketdesk::tests
