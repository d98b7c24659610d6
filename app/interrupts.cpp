// SPDX-License-Identifier: Apache-2.0
#include "app/interrupts.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rocketdesk {

namespace {

/// Written by the signal handler, which can call no more than write().
std::array<int, 2> wakePipe{-1, -1};

void wake(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(wakePipe[1], &byte, 1);
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler; // no SA_RESTART: a write that blocks is to be broken off
    sigaction(number, &action, nullptr);
}

} // namespace

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
    handle(SIGPIPE, SIG_IGN);
    watchReader();
    if (::pipe2(wakePipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(wakePipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interrupts::read);
    handle(SIGINT, &wake);
    handle(SIGTERM, &wake);
}

Interrupts::~Interrupts()
{
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    m_notifier.reset();
    for (int &end : wakePipe)
        ::close(std::exchange(end, -1));
}

void Interrupts::keepFrom(const std::function<void()> &begin)
{
    sigset_t away = {};
    sigset_t before = {};
    sigemptyset(&away);
    sigaddset(&away, SIGINT);
    sigaddset(&away, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &away, &before);
    begin();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Interrupts::watchReader()
{
    struct stat status = {};
    if (::fstat(STDOUT_FILENO, &status) != 0 || !S_ISFIFO(status.st_mode))
        return;
    m_reader = std::make_unique<QSocketNotifier>(STDOUT_FILENO, QSocketNotifier::Exception); // told of POLLERR, too
    connect(m_reader.get(), &QSocketNotifier::activated, this, [this] {
        m_reader->setEnabled(false);
        Q_EMIT readerGone();
    });
}

void Interrupts::read()
{
    std::array<char, 16> bytes;
    while (::read(wakePipe[0], bytes.data(), bytes.size()) > 0) { }
    Q_EMIT interrupted();
}

} // namespace rocketdesk
