// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/protocol/message.h"

#include <QSet>

#include <memory>
#include <optional>

namespace rocketdesk::protocol {

namespace sql92 {
struct Node;
}

/// Why a text is no filter, and where: `column` counts UTF-16 units from 0.
struct Sql92Error {
    int column = 0;
    QString reason; ///< English, for the person who wrote the text
    [[nodiscard]] Error toError() const;
};

/// Whom the filter is parsed for.
struct Sql92Rules {
    enum class Mode {
        Strict, ///< for people: the whole text must be one condition, and each name must be compared with something
        AsBroker, ///< as brokers read it: what stands behind the first complete expression is ignored, a bare name never matches
    };
    Mode mode = Mode::Strict;
    bool textOperators = true; ///< CONTAINS, STARTSWITH, ENDSWITH: false where the route has a broker before 5.0
};

/// A filter over the properties of a message, in RocketMQ's SQL92 [SelectorParser].
class Sql92 final
{
public:
    /// What a filter says of a message. Null: a property is missing. Failed: a text was compared with a number and is
    /// none. A broker delivers for True only.
    enum class Verdict { False, True, Null, Failed };

    /// Longest filter that is read, in UTF-16 units.
    static constexpr qsizetype longest = 64 * 1024;

    [[nodiscard]] static tl::expected<Sql92, Sql92Error> parse(QStringView text, Sql92Rules rules = {});

    [[nodiscard]] Verdict evaluate(QByteArrayView propertyBlock) const;
    [[nodiscard]] Verdict evaluate(const StoredMessage &message) const { return evaluate(message.properties.view()); }
    [[nodiscard]] bool matches(const StoredMessage &message) const { return evaluate(message) == Verdict::True; }
    /// Names of the properties it looks at.
    [[nodiscard]] QSet<QString> properties() const;

private:
    explicit Sql92(std::shared_ptr<const sql92::Node> root) : m_root(std::move(root)) {}
    std::shared_ptr<const sql92::Node> m_root;
};

} // namespace rocketdesk::protocol
