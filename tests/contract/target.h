// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"
#include "tests/contract/rawconnection.h"

#include <functional>
#include <optional>
#include <vector>

namespace rocketdesk::tests {

/// How a server speaks: the sandbox answers as 5.5.0 does, so there are two columns of answers for three targets.
enum class Dialect { As5_5_0, As4_9_7 };

/// What a server says to a call. Empty parts are not looked at.
struct Answer {
    Answer() = default;
    Answer(int answerCode, QString remarkPart = {}, Fields answerFields = {})
        : code(answerCode), remark(std::move(remarkPart)), fields(std::move(answerFields)) {}
    /// It never answers, and the connection stays open.
    [[nodiscard]] static Answer silence() { return {}; }

    /// Empty when the reply is this answer, else what is different.
    [[nodiscard]] QString difference(const std::optional<RawReply> &reply) const;

    std::optional<int> code;
    QString remark; ///< a part of the remark
    Fields fields; ///< fields that must be there with these values
};

/// The row of the table of expected answers: one for both dialects, or one each.
struct Answers {
    Answers(Answer both) : as5(both), as4(std::move(both)) {}
    Answers(Answer fiveFive, Answer fourNine) : as5(std::move(fiveFive)), as4(std::move(fourNine)) {}

    [[nodiscard]] const Answer &of(Dialect dialect) const { return dialect == Dialect::As5_5_0 ? as5 : as4; }

    Answer as5;
    Answer as4;
};

/// A cluster that the contract suite runs against, started by the first who asks for its address.
class TargetCluster final
{
public:
    /// The two real servers, and the sandbox as soon as rocketctl is built; of these what ROCKETDESK_TARGETS ("sandbox,5.5.0") names, where
    /// it is set. A test's _data function makes a row for each.
    [[nodiscard]] static const std::vector<TargetCluster> &all();
    [[nodiscard]] static const TargetCluster &named(const QString &name);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    /// Both fail with the reason why the cluster is not up.
    [[nodiscard]] Result<Endpoint> nameServer() const { return m_start(); }
    [[nodiscard]] Result<Endpoint> broker() const; ///< as the name server tells it

    /// Creates the topic on the broker and waits until the name server knows it. False when that failed.
    [[nodiscard]] bool createTopic(const QString &topic, int queues = 1) const;
    /// Sends to queue 0; true when it was stored. `properties` in the wire's form: name 0x01 value 0x02 ...
    [[nodiscard]] bool send(const QString &topic, const QString &properties, const QByteArray &body = QByteArrayLiteral("body")) const;

private:
    using Start = std::function<Result<Endpoint>()>;
    TargetCluster(QString name, Dialect dialect, Start start) : m_name(std::move(name)), m_dialect(dialect), m_start(std::move(start)) {}

    QString m_name;
    Dialect m_dialect;
    Start m_start;
};

/// Columns and rows of a test that runs once per target: QFETCH(QString, target), then TargetCluster::named(target).
void addTargetRows();

} // namespace rocketdesk::tests
