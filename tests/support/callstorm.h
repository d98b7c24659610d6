// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"

#include <QRandomGenerator>
#include <QTimer>

#include <array>
#include <functional>
#include <map>
#include <set>

namespace rocketdesk::tests {

/// Many calls on one thread, so many at a time, whose contexts die, and that are cancelled and begun from completions.
/// Counts how each ended. The seed settles what is done, not when.
class CallStorm final : public QObject
{
    Q_OBJECT
public:
    using Deed = std::function<void(CallStorm &)>;

    /// `begin` starts one call and hands it to watch(). `mischief` is done now and then inside a completion.
    CallStorm(int calls, quint32 seed, Deed begin, Deed mischief, int atOnce = 256);
    ~CallStorm() override;

    template <typename T>
    void watch(Pending<T> pending)
    {
        const int number = m_begun++;
        Context *const context = pickContext();
        context->calls.insert(number);
        Call call = whenDone(std::move(pending), context, [this, number, context, token = Token(m_held)](Result<T> result) {
            context->calls.erase(number);
            ended(number, result ? QStringLiteral("success") : kindName(result.error().kind));
        });
        m_recent[static_cast<std::size_t>(number) % m_recent.size()] = std::move(call);
    }

    /// 0 to below - 1.
    [[nodiscard]] int random(int below) { return static_cast<int>(m_random.bounded(below)); }
    [[nodiscard]] int begun() const { return m_begun; }
    /// All calls were begun, and nothing of any of them is left.
    [[nodiscard]] bool isOver() const { return m_begun == static_cast<int>(m_ends.size()) && m_held == 0; }
    /// Calls that did not end exactly once; those whose context died first may end unseen, but not be delivered.
    [[nodiscard]] int wrong() const;
    /// "success 17, Timeout 4", and how many lost their context.
    [[nodiscard]] QString counts() const;

private:
    struct Context final : QObject {
        std::set<int> calls;
    };
    /// Rides in a completion and dies with it: while one lives, a state of its call is left.
    class Token final
    {
    public:
        explicit Token(int &held) : m_held(&held) { ++*m_held; }
        Token(Token &&other) noexcept : m_held(std::exchange(other.m_held, nullptr)) {}
        Token &operator=(Token &&) = delete;
        Q_DISABLE_COPY(Token)
        ~Token()
        {
            if (m_held)
                --*m_held;
        }

    private:
        int *m_held;
    };

    [[nodiscard]] Context *pickContext();
    void ended(int number, const QString &how);
    void beginOne();
    void refill();
    void replaceContext();

    QRandomGenerator m_random;
    const int m_atOnce;
    Deed m_begin;
    Deed m_mischief;
    std::vector<quint8> m_ends; ///< how often each call ended
    int m_begun = 0;
    int m_held = 0;
    int m_unseen = 0;
    std::map<QString, int> m_counts;
    Context m_lasting;
    std::array<std::unique_ptr<Context>, 8> m_mortal;
    std::array<Call, 64> m_recent;
    QTimer m_refill;
};

} // namespace rocketdesk::tests
