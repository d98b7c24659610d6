// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>

namespace rocketdesk {

/// Why an operation failed. A value: it crosses threads, and the client never translates it (see errorwords.h).
struct Error {
    enum class Kind {
        Cancelled, ///< given up by the caller or because its owner is gone; says nothing about what the broker did
        Timeout, ///< nobody answered in time
        Unreachable, ///< no connection: name not resolved, port refused, network down
        TlsFailed, ///< the handshake failed or the peer refused our certificate
        Closed, ///< the connection ended while the call was waiting
        Malformed, ///< bytes that are not what the protocol promises
        TooLarge, ///< over a limit of ours or of the broker's
        Refused, ///< the broker said no: code and remark have its words
        NoRoute, ///< no name server knows the topic, or none of its brokers fits
        NoPermission, ///< the broker or the topic forbids it (16)
        NotAuthorised, ///< access key, secret key or rights
        Throttled, ///< too many calls in flight here, or the broker is busy (2, 215)
        InvalidArgument, ///< refused before anything was sent
        Unsupported, ///< not there: in this server version (3), or not in this program
        ReadOnly, ///< the profile is read-only
        NotFound, ///< asked for something that is not there (22, 26, 206)
        TopicNotSubscribed,
        SubscriptionLimitExceeded,
        CorruptBody, ///< a body that does not decompress, or whose checksum is wrong
        Local, ///< a file, the key store, or this machine
    };

    Kind kind = Kind::Local;
    int code = 0; ///< response code as the server sent it; 0 where no server spoke
    QString remark; ///< the server's own words, or what this side saw; never translated
    QString where; ///< address, or broker name and address
    QString operation; ///< name of the request code or of the step, "SEND_MESSAGE_V2"

    friend bool operator==(const Error &, const Error &) = default;
};

/// Name of the kind as in the enum, for logs, JSON and tests.
[[nodiscard]] QString kindName(Error::Kind kind);

} // namespace rocketdesk

Q_DECLARE_METATYPE(rocketdesk::Error)
