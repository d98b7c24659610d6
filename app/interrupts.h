// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace rocketdesk {

/// What ends a program from outside, as signals of the event loop: SIGINT, SIGTERM, and a reader of standard output that is
/// gone. One per process. SIGPIPE is ignored.
class Interrupts final : public QObject
{
    Q_OBJECT
public:
    explicit Interrupts(QObject *parent = nullptr);
    ~Interrupts() override;

    /// Runs `begin` with the signals kept away from threads that are begun in it, so that they break off a write that blocks
    /// on the main thread.
    static void keepFrom(const std::function<void()> &begin);

Q_SIGNALS:
    void interrupted();
    /// Also without a write that would find it out.
    void readerGone();

private:
    void read();
    void watchReader();

    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<QSocketNotifier> m_reader;
};

} // namespace rocketdesk
