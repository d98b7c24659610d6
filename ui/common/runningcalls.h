// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"

#include <QElapsedTimer>
#include <QObject>

#include <utility>

namespace rocketdesk::ui {

/// What is under way on one connection, for the status line: pages and dialogs report here, and Cancel stops all of it.
/// What writes is watched here, so that it outlives the dialog that began it.
class RunningCalls final : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        int id = 0;
        QString what; ///< "Reading 1,284 topics", "broker-b-s 28"
        Call call;
        QElapsedTimer since;
    };

    using QObject::QObject;

    /// Reports a call until finished() with the id that comes back.
    int started(const QString &what, Call call);
    void finished(int id);
    /// Reports the call, and calls `fn` with its result while `context` lives; the work goes on without it.
    template <typename T, typename Fn>
    Call watch(Pending<T> pending, const QString &what, const QObject *context, Fn fn)
    {
        const int id = m_next;
        Call call = whenDone(std::move(pending), this, [this, id, context = QPointer<const QObject>(context), fn = std::move(fn)](Result<T> &&result) mutable {
            finished(id);
            if (context)
                fn(std::move(result));
        });
        started(what, call);
        return call;
    }

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; } ///< the oldest first
    void cancelAll();

Q_SIGNALS:
    void changed();

private:
    QList<Entry> m_entries;
    int m_next = 1;
};

} // namespace rocketdesk::ui
