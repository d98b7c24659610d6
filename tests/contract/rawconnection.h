// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"

#include <QMap>
#include <QTcpSocket>

#include <chrono>
#include <optional>

namespace rocketdesk::tests {

using Fields = QMap<QString, QString>;

/// A reply as the server sent it.
struct RawReply {
    int code = 0;
    int opaque = 0;
    QString remark;
    Fields fields;
    QByteArray body;
};

/// A blocking connection whose frames are written here, not by our codec: what the codec gets wrong must not pass on both
/// sides. JSON headers only.
class RawConnection final
{
public:
    explicit RawConnection(const Endpoint &peer);

    /// None when nothing came within the limit, or the connection was closed: see isOpen().
    [[nodiscard]] std::optional<RawReply> ask(int code, const Fields &fields = {}, const QByteArray &body = {},
                                              std::chrono::milliseconds limit = std::chrono::seconds(10));
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

private:
    [[nodiscard]] QByteArray read(qsizetype size, std::chrono::milliseconds limit);

    QTcpSocket m_socket;
    int m_opaque = 100;
};

/// A message list's queue offsets, in its order: enough to tell which messages a pull delivered.
[[nodiscard]] QList<int> queueOffsets(const QByteArray &messages);

} // namespace rocketdesk::tests
