// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/names.h"

#include <vector>

namespace rocketdesk::protocol {

/// The namespace that a program's topics and groups lie in: brokers know them as "NS%T", the program as "T". The default is none,
/// where both are the same.
class NameSpace final
{
public:
    NameSpace() = default;
    explicit NameSpace(QString name) : m_name(std::move(name)) {}

    [[nodiscard]] const QString &text() const { return m_name; }
    [[nodiscard]] bool isEmpty() const { return m_name.isEmpty(); }

    /// A topic or group as brokers know it; one that has the namespace already stays as it is.
    template <typename Tag>
    [[nodiscard]] Name<Tag> wire(const Name<Tag> &name) const { return isEmpty() ? name : Name<Tag>(wrapNamespace(m_name, name.text())); }
    /// A topic or group as the program knows it.
    template <typename Tag>
    [[nodiscard]] Name<Tag> shown(const Name<Tag> &name) const { return isEmpty() ? name : Name<Tag>(unwrapNamespace(m_name, name.text())); }

    /// The same of something that has a topic: a queue, a message.
    template <typename T>
        requires requires(T &it) { it.topic; }
    [[nodiscard]] T wire(T it) const
    {
        it.topic = wire(it.topic);
        return it;
    }
    template <typename T>
        requires requires(T &it) { it.topic; }
    [[nodiscard]] T shown(T it) const
    {
        it.topic = shown(it.topic);
        return it;
    }
    template <typename T>
    [[nodiscard]] std::vector<T> wire(std::vector<T> all) const
    {
        for (T &it : all)
            it.topic = wire(it.topic);
        return all;
    }
    template <typename T>
    [[nodiscard]] std::vector<T> shown(std::vector<T> all) const
    {
        for (T &it : all)
            it.topic = shown(it.topic);
        return all;
    }

private:
    QString m_name;
};

} // namespace rocketdesk::protocol
