// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace rocketdesk {

class StateBase;

/// First line of every handler that Qt calls inside client/. Answers that are given while it lives are delivered when the
/// outermost Turn of this event-loop level ends, with no frame of the client below them; then the atEnd hooks run, until
/// nothing is left. Without a Turn on the stack an answer is delivered by a posted event: slower, never wrong.
class Turn final
{
public:
    Turn();
    ~Turn();
    Q_DISABLE_COPY_MOVE(Turn)

    /// Calls `hook(object)` once when the outermost Turn ends, unless the object dies first: a connection's flush.
    /// Asking twice for the same object before the end does nothing more.
    static void atEnd(QObject *object, void (*hook)(QObject *));

private:
    friend class StateBase;
    static void deliverLater(StateBase *state);

    bool m_outermost;
    int m_outerLevel;
};

} // namespace rocketdesk
