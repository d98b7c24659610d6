// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace rocketdesk {

/// SIGINT and SIGTERM as a signal of the event loop. One per process, made before other threads: they don't get these
/// signals, so that a write that blocks on the main thread is broken off by them. SIGPIPE is ignored.
class Interrupts final : public QObject
{
    Q_OBJECT
public:
    explicit Interrupts(QObject *parent = nullptr);
    ~Interrupts() override;

    /// Runs `begin` with the signals kept away from threads that are begun in it.
    static void keepFrom(const std::function<void()> &begin);

Q_SIGNALS:
    void interrupted();

private:
    void read();
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace rocketdesk
