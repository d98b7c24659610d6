// SPDX-License-Identifier: Apache-2.0
#include "client/base/flow.h"

namespace rocketdesk {

void Scope::Node::enter(Scope &scope)
{
    m_scope = &scope;
    m_next = scope.m_first;
    if (m_next)
        m_next->m_previous = this;
    scope.m_first = this;
}

void Scope::Node::leave()
{
    if (!m_scope)
        return;
    (m_previous ? m_previous->m_next : m_scope->m_first) = m_next;
    if (m_next)
        m_next->m_previous = m_previous;
    m_scope = nullptr;
    m_previous = m_next = nullptr;
}

void Scope::end()
{
    while (Node *node = m_first) {
        node->leave();
        node->endFlow();
    }
}

} // namespace rocketdesk
