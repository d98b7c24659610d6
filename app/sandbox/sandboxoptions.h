// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QStringList>

#include <optional>

namespace rocketdesk::sandbox {

/// What an embedded cluster is like.
struct SandboxOptions {
    quint16 port = 0; ///< of the name server; 0 = a free one. Brokers always take free ports
    int brokers = 1; ///< masters: broker-a, broker-b, ...
    int replicas = 0; ///< of each master; always in sync, and they serve pulls (slaveReadEnable)
    bool actingMaster = false; ///< routes name the lowest replica as master, for reading alone, while the master is gone (supportActingMaster)
    int topics = 0; ///< plain topics beside the demo ones, to make it large
    int groups = 0; ///< consumer groups beside the demo ones
    bool demoData = true; ///< topics, messages, groups and clients of a small shop
    double rate = 3; ///< messages a second of the shop's traffic; 0 = none after the start
    quint32 seed = 1; ///< the same seed at the same time makes the same cluster
    /// Time stands at this moment (ms since 1970), with the traffic of the first 60 s in it: for pictures.
    std::optional<qint64> standsAt;
    bool longNames = false; ///< of brokers, and of some of the shop's topics and groups, as large companies give them: for pictures

    QString tlsCertificateFile; ///< PEM; with the key file, TLS is accepted on every port beside plain text
    QString tlsKeyFile; ///< PEM, unencrypted
    QString tlsClientAuthorityFile; ///< PEM; clients over TLS show a certificate that it has signed
    bool tlsOnly = false; ///< plain text is closed without a word

    QHash<QString, QString> credentials; ///< access key -> secret key; brokers want a signature when there are any
    QHash<QString, QStringList> rights; ///< access key -> "Topic:orders=Sub", "Group:g=Sub", ...: sends, pulls and offsets; who is not in it may do everything
    bool createTopics = true; ///< from TBW102, on the first send
    bool createGroups = true; ///< on the first use

    qint64 topicLimit = 64 * 1024 * 1024; ///< bytes a topic on each broker; the oldest messages go first
    qint64 totalLimit = 1024LL * 1024 * 1024; ///< bytes a broker
};

} // namespace rocketdesk::sandbox
