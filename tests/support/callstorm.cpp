// SPDX-License-Identifier: Apache-2.0
#include "tests/support/callstorm.h"

#include <algorithm>

namespace rocketdesk::tests {

CallStorm::CallStorm(int calls, quint32 seed, Deed begin, Deed mischief, int atOnce)
    : m_random(seed)
    , m_atOnce(atOnce)
    , m_begin(std::move(begin))
    , m_mischief(std::move(mischief))
    , m_ends(static_cast<std::size_t>(calls))
{
    for (auto &context : m_mortal)
        context = std::make_unique<Context>();
    connect(&m_refill, &QTimer::timeout, this, &CallStorm::refill);
    m_refill.start(1);
}

CallStorm::~CallStorm() = default;

CallStorm::Context *CallStorm::pickContext()
{
    const int pick = random(2 * static_cast<int>(m_mortal.size()));
    return pick < static_cast<int>(m_mortal.size()) ? m_mortal[static_cast<std::size_t>(pick)].get() : &m_lasting;
}

void CallStorm::beginOne()
{
    if (m_begun < static_cast<int>(m_ends.size()))
        m_begin(*this);
}

void CallStorm::refill()
{
    for (int i = m_held; i < m_atOnce; ++i)
        beginOne();
}

void CallStorm::ended(int number, const QString &how)
{
    ++m_ends[static_cast<std::size_t>(number)];
    ++m_counts[how];
    const int dice = random(1000);
    if (dice < 150)
        beginOne();
    else if (dice < 250)
        m_recent[static_cast<std::size_t>(random(static_cast<int>(m_recent.size())))].cancel();
    else if (dice < 260)
        replaceContext();
    else if (dice < 265)
        m_mischief(*this);
}

void CallStorm::replaceContext()
{
    auto &context = m_mortal[static_cast<std::size_t>(random(static_cast<int>(m_mortal.size())))];
    for (const int call : context->calls)
        ++m_ends[static_cast<std::size_t>(call)];
    m_unseen += static_cast<int>(context->calls.size());
    context = std::make_unique<Context>();
}

int CallStorm::wrong() const
{
    return static_cast<int>(std::count_if(m_ends.cbegin(), m_ends.cend(), [](quint8 times) { return times != 1; }));
}

QString CallStorm::counts() const
{
    QString text = QStringLiteral("context gone %1").arg(m_unseen);
    for (const auto &[how, count] : m_counts)
        text += QStringLiteral(", %1 %2").arg(how).arg(count);
    return text;
}

} // namespace rocketdesk::tests
