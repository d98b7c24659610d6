// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/sql92.h"
#include "client/protocol/sql92values.h"

namespace rocketdesk::protocol::sql92 {

/// Evaluates a filter for one message. Where a broker would throw, the whole filter has failed, whatever stands around it.
class Evaluator final
{
public:
    explicit Evaluator(QByteArrayView propertyBlock) : m_block(propertyBlock) {}

    [[nodiscard]] Sql92::Verdict verdict(const Node &root);

private:
    [[nodiscard]] Value value(const Node &node);
    [[nodiscard]] Value negated(const Value &value) const;
    [[nodiscard]] Value logic(const Node &node, bool decisive);
    [[nodiscard]] Value equal(const Value &left, const Value &right);
    [[nodiscard]] Value ordered(Kind kind, const Value &left, const Value &right);
    [[nodiscard]] Value between(const Node &node);
    [[nodiscard]] Value inList(const Node &node);
    [[nodiscard]] Value textOperation(const Node &node);
    [[nodiscard]] Value failure();

    QByteArrayView m_block;
    bool m_failed = false;
};

} // namespace rocketdesk::protocol::sql92
