// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/target.h"

#include <QHash>
#include <QObject>

namespace rocketdesk::tests {

enum class At { NameServer, Broker };

/// One call and what each server says to it.
struct Question {
    const char *name;
    At at;
    int code;
    Fields fields;
    Answers expected;
    QByteArray body = {};
};

/// Asks every target what a table has; derived classes bring the table and what has to be there before.
class AnswerTableTest : public QObject
{
    Q_OBJECT

protected:
    explicit AnswerTableTest(const std::vector<Question> &table) : m_table(table) {}

    /// Makes what the table needs; what is wrong, or nothing.
    [[nodiscard]] virtual QString prepare(const TargetCluster &target) = 0;
    /// Prepares each target once, so that one that is not up spoils its own rows only.
    [[nodiscard]] bool isReady(const TargetCluster &target);
    [[nodiscard]] QString problemOf(const QString &target) const { return m_problems.value(target); }

private Q_SLOTS:
    void serversSayWhatTheTableExpects_data();
    void serversSayWhatTheTableExpects();

private:
    const std::vector<Question> &m_table;
    QHash<QString, QString> m_problems;
};

} // namespace rocketdesk::tests
