// SPDX-License-Identifier: Apache-2.0
#include "client/base/mailbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThreadStorage>

#include <mutex>

namespace rocketdesk {

class Mailbox::Box final
{
public:
    bool post(Callback<void()> &&letter)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_receiver)
            return false;
        m_letters.push_back(std::move(letter));
        if (!std::exchange(m_posted, true))
            QCoreApplication::postEvent(m_receiver, new QEvent(QEvent::User));
        return true;
    }

    void open(QObject *receiver)
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = receiver;
    }

    std::vector<Callback<void()>> takeLetters()
    {
        const std::lock_guard lock(m_mutex);
        m_posted = false;
        return std::exchange(m_letters, {});
    }

    /// The letters left over are returned, so that they die outside the lock: they may post in their destructors.
    std::vector<Callback<void()>> close()
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
        return std::exchange(m_letters, {});
    }

private:
    std::mutex m_mutex; // std::mutex, not QMutex: ThreadSanitizer sees it
    QObject *m_receiver = nullptr;
    std::vector<Callback<void()>> m_letters;
    bool m_posted = false;
};

class Mailbox::Receiver final : public QObject
{
public:
    explicit Receiver(std::shared_ptr<Box> box) : m_box(std::move(box)) {}

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        const auto box = m_box; // a letter may end this mailbox
        const Turn turn;
        for (auto &letter : box->takeLetters())
            letter();
        return true;
    }

private:
    std::shared_ptr<Box> m_box;
};

Mailbox::Mailbox()
    : m_box(std::make_shared<Box>())
    , m_receiver(std::make_unique<Receiver>(m_box))
{
    m_box->open(m_receiver.get());
}

Mailbox::~Mailbox()
{
    const auto undelivered = m_box->close();
}

Mailbox::Address Mailbox::address() const
{
    return Address(m_box);
}

void Mailbox::moveToThread(QThread *thread)
{
    m_receiver->moveToThread(thread);
}

Mailbox::Address Mailbox::ofThisThread()
{
    static QThreadStorage<Mailbox *> mailboxes;
    if (!mailboxes.hasLocalData())
        mailboxes.setLocalData(new Mailbox);
    return mailboxes.localData()->address();
}

bool Mailbox::Address::post(Callback<void()> &&letter) const
{
    return m_box && m_box->post(std::move(letter));
}

} // namespace rocketdesk
