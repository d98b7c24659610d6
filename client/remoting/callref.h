// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/call.h"

namespace rocketdesk {

/// A command seen by code that knows no command types. A view: the command outlives it. Costs no allocation.
class CallRef final
{
public:
    template <protocol::Command C>
    explicit CallRef(const C &command) : m_table(&tableOf<C>), m_command(&command) {}

    [[nodiscard]] const protocol::Request &request() const { return *m_table->request; }
    [[nodiscard]] bool writes(const protocol::Known &known) const { return m_table->writes(m_command, known); }
    /// Appends the whole frame. An error leaves `out` as it was.
    [[nodiscard]] Result<void> encode(QByteArray &out, const protocol::FrameHead &head, const protocol::Signer *signer) const
    {
        return m_table->encode(m_command, out, head, signer);
    }
    /// The header fields, "name=value" a line, for the call log's explanation. No body, no signature.
    [[nodiscard]] QByteArray describe() const { return m_table->describe(m_command); }

private:
    struct Table {
        const protocol::Request *request;
        bool (*writes)(const void *, const protocol::Known &);
        Result<void> (*encode)(const void *, QByteArray &, const protocol::FrameHead &, const protocol::Signer *);
        QByteArray (*describe)(const void *);
    };
    template <typename C>
    static QByteArray describeFields(const C &command)
    {
        protocol::ExtFields fields;
        protocol::encodeFields(command, fields);
        QByteArray text;
        for (const auto &entry : fields.entries())
            text += entry.name + '=' + (entry.name == "secretKey" ? QByteArrayLiteral("***") : entry.value) + '\n';
        return text;
    }
    template <typename C>
    static constexpr Table tableOf = {&C::request,
        [](const void *at, const protocol::Known &known) { return protocol::writesAnything(*static_cast<const C *>(at), known); },
        [](const void *at, QByteArray &out, const protocol::FrameHead &head, const protocol::Signer *signer) {
            return protocol::encodeRequest(out, head, *static_cast<const C *>(at), signer);
        },
        [](const void *at) { return describeFields(*static_cast<const C *>(at)); }};

    const Table *m_table;
    const void *m_command;
};

} // namespace rocketdesk
