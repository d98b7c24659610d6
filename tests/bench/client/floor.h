// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"
#include "tests/bench/common/measure.h"

#include <QTcpSocket>

#include <functional>
#include <optional>

namespace rocketdesk::bench {

/// The least that sending can cost with Qt: one frame encoded before the clock starts, of which only the opaque changes;
/// answers are counted and looked at for their code, not decoded.
class Floor final : public QObject
{
    Q_OBJECT
public:
    Floor(QByteArray frame, Load load);
    void run(const Endpoint &broker);

Q_SIGNALS:
    void done(bool complete);

private:
    void fill();
    void read();
    void answered(QByteArrayView frame);

    QByteArray m_frame;
    qsizetype m_opaqueAt;
    Load m_load;
    QTcpSocket m_socket;
    QByteArray m_in;
    QByteArray m_out;
    long long m_sent = 0;
    long long m_ended = 0;
    long long m_failed = 0;
    std::optional<Measure> m_measure;
};

} // namespace rocketdesk::bench
