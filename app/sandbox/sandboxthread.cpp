// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"

namespace rocketdesk::sandbox {

SandboxThread::SandboxThread(SandboxOptions options)
{
    std::binary_semaphore ready{0}; // std's, not Qt's: ThreadSanitizer sees what they hand over
    m_thread.setObjectName(QStringLiteral("sandbox"));
    QObject::connect(&m_thread, &QThread::started, &m_thread, [&] {
        m_sandbox = std::make_unique<Sandbox>(std::move(options));
        m_started = m_sandbox->start();
        ready.release();
    }, Qt::DirectConnection);
    QObject::connect(&m_thread, &QThread::finished, &m_thread, [this] {
        m_sandbox.reset();
        m_ended.release();
    }, Qt::DirectConnection);
    m_thread.start();
    ready.acquire();
    m_nameServer = m_sandbox->nameServer();
    m_brokers = m_sandbox->brokers();
    m_replicas = m_sandbox->replicas();
}

SandboxThread::~SandboxThread()
{
    m_thread.quit();
    m_thread.wait();
    m_ended.acquire();
}

void SandboxThread::run(const std::function<void(Sandbox &)> &act)
{
    QMetaObject::invokeMethod(m_sandbox.get(), [this, &act] { act(*m_sandbox); }, Qt::BlockingQueuedConnection);
}

} // namespace rocketdesk::sandbox
