// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/line.h"
#include "client/values.h"

#include <QObject>

#include <functional>

namespace rocketdesk::ctl {

/// Results on standard output, everything else on standard error. Results are written at the end of the event loop's turn,
/// or when a good deal has gathered.
class Output final : public QObject
{
    Q_OBJECT
public:
    struct Sinks {
        std::function<int(QByteArrayView)> out; ///< 0, or the system's number of the reason: EPIPE when nobody reads any more
        std::function<void(QByteArrayView)> err;
    };
    /// The process's own.
    [[nodiscard]] static Sinks standard();

    explicit Output(Sinks sinks, QObject *parent = nullptr);
    ~Output() override;

    void setJson(bool json) { m_json = json; }
    [[nodiscard]] bool json() const { return m_json; }

    /// With --json an object on a line of its own; else a row of the table that endTable() prints.
    void row(const Line &line);
    /// Prints the rows since the last table, aligned under the names of their values.
    void endTable();
    /// With --json an object on a line of its own; else a line a value, under each other.
    void details(const Line &line);
    /// A line as it is. With --json there are none: use row().
    void text(const QString &line);
    /// A line on standard error.
    void note(const QString &line);
    /// An error's sentence, reason and way out on standard error.
    void failure(const Error &error);
    /// The same for several; what reads alike is said once.
    void failures(const std::vector<Error> &errors);
    /// A broker that did not answer: named on standard error, and with --json an object too.
    void silentBroker(const BrokerRef &broker, const Error &error);
    /// Writes what has gathered.
    void flush();
    /// Nobody reads any more: what comes from now on is dropped.
    void close();
    [[nodiscard]] bool isClosed() const { return m_closed; }
    /// Results were lost although somebody wanted them, on a full disk say; it was said on standard error.
    [[nodiscard]] bool isIncomplete() const { return m_incomplete; }

Q_SIGNALS:
    void closed();

private:
    void write(QByteArrayView bytes);

    Sinks m_sinks;
    QByteArray m_gathered;
    std::vector<Line> m_rows;
    bool m_json = false;
    bool m_closed = false;
    bool m_incomplete = false;
    bool m_flushPosted = false;
};

} // namespace rocketdesk::ctl
