// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/pages/topics/topicrows.h"

#include <QObject>
#include <QSet>

class QTimer;

namespace rocketdesk::ui {

struct PageContext;

/// Reads the numbers of topics: of rows in sight as they come into sight, or of all when the user asks for it. Answers are
/// handed on in bundles, so that a fast cluster does not make a table sort thousands of times.
class LazyNumbers final : public QObject
{
    Q_OBJECT

public:
    explicit LazyNumbers(const PageContext &context, QObject *parent = nullptr);

    /// The topics in sight whose numbers are missing, in their order from the top. What is asked for already goes on.
    void want(std::vector<TopicPlace> topics);
    /// Every one of them; goes on until it is done or stop() is called.
    void readAll(std::vector<TopicPlace> topics);
    void stop(); ///< reading all; what came stays
    void stopEverything();
    [[nodiscard]] bool isReadingAll() const { return m_all.isRunning(); }

Q_SIGNALS:
    void arrived(const std::vector<rocketdesk::TopicNumbers> &numbers);
    void progressed(int done, int all);
    void allEnded(bool complete); ///< reading all came to its end, or was stopped

private:
    void ask();
    void take(const TopicNumbers &numbers);
    void flush();

    const PageContext &m_context; ///< the page's own
    QTimer *m_settling; ///< scrolling goes on: only where it rests is read
    QTimer *m_bundling;
    std::vector<TopicPlace> m_wanted;
    QSet<QString> m_asked; ///< of the running reading in sight
    std::vector<TopicNumbers> m_arrived;
    ScopedCall m_inSight;
    ScopedCall m_all;
};

} // namespace rocketdesk::ui
