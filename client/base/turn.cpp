// SPDX-License-Identifier: Apache-2.0
#include "client/base/turn.h"

#include "client/base/pending.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThreadStorage>

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr int NoTurn = -1;

/// Wakes a thread whose answers came without a Turn on the stack. Owned by Qt's thread storage: it dies while the thread can
/// still post events and before QThread::wait() returns; a C++ thread_local dies after that.
class Waker final : public QObject
{
public:
    ~Waker() override;
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        posted = false;
        const Turn turn;
        return true;
    }
    bool posted = false;
};

struct Hook {
    QPointer<QObject> object;
    void (*run)(QObject *);
};

} // namespace

/// The answers of one thread that wait for delivery, in order; an intrusive list, so that queueing costs no allocation.
struct TurnQueue {
    StateBase *first = nullptr;
    StateBase *last = nullptr;
    int level = NoTurn; ///< event-loop level of the innermost outermost Turn
    std::vector<Hook> hooks;
    bool ending = false;

    ~TurnQueue() { letGo(); }

    /// A thread that ends delivers nothing more; what waited lets go of what it holds. At the end of the process all stays.
    void letGo()
    {
        ending = true;
        if (!QCoreApplication::instance())
            return;
        while (StateBase *state = first) {
            first = state->m_nextReady;
            if (!first)
                last = nullptr;
            state->m_queued = false;
            state->deref();
        }
    }

    static TurnQueue &mine()
    {
        static thread_local TurnQueue queue;
        return queue;
    }

    void push(StateBase *state)
    {
        state->ref();
        state->m_queued = true;
        state->m_nextReady = nullptr;
        (last ? last->m_nextReady : first) = state;
        last = state;
    }

    void drain()
    {
        while (first || !hooks.empty()) {
            while (StateBase *state = first) {
                first = state->m_nextReady;
                if (!first)
                    last = nullptr;
                state->m_queued = false;
                state->deliver();
                state->deref();
            }
            for (const Hook &hook : std::exchange(hooks, {})) {
                if (hook.object)
                    hook.run(hook.object);
            }
        }
    }

    void wake()
    {
        if (ending || (level != NoTurn && level == QThread::currentThread()->loopLevel()))
            return;
        static QThreadStorage<Waker *> wakers;
        if (!wakers.hasLocalData())
            wakers.setLocalData(new Waker);
        Waker *waker = wakers.localData();
        if (std::exchange(waker->posted, true))
            return;
        QCoreApplication::postEvent(waker, new QEvent(QEvent::User));
    }
};

Waker::~Waker()
{
    TurnQueue::mine().letGo();
}

Turn::Turn()
{
    TurnQueue &queue = TurnQueue::mine();
    const int level = QThread::currentThread()->loopLevel();
    m_outerLevel = queue.level;
    m_outermost = queue.level != level;
    queue.level = level;
}

Turn::~Turn()
{
    TurnQueue &queue = TurnQueue::mine();
    if (m_outermost)
        queue.drain();
    queue.level = m_outerLevel;
}

void Turn::atEnd(QObject *object, void (*hook)(QObject *))
{
    TurnQueue &queue = TurnQueue::mine();
    const bool asked = std::any_of(queue.hooks.cbegin(), queue.hooks.cend(),
        [=](const Hook &known) { return known.object == object && known.run == hook; });
    if (!asked)
        queue.hooks.push_back({object, hook});
    queue.wake();
}

void Turn::deliverLater(StateBase *state)
{
    TurnQueue &queue = TurnQueue::mine();
    queue.push(state);
    queue.wake();
}

void StateBase::queueDelivery()
{
    Turn::deliverLater(this);
}

} // namespace rocketdesk
