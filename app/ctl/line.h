// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <concepts>
#include <optional>
#include <vector>

namespace rocketdesk::ctl {

/// Named values in their order: one object with --json, one row of a table without. What is absent is left out: null texts
/// and empty optionals.
class Line final
{
public:
    struct Value {
        const char *name;
        QByteArray json;
        QString text; ///< as a table shows it
        bool number = false; ///< numbers stand at the right
    };

    Line &add(const char *name, const QString &text);
    Line &add(const char *name, const QStringList &texts);
    Line &add(const char *name, const QJsonObject &object);
    Line &add(const char *name, double number);
    Line &add(const char *name, bool yes);
    template <std::integral T>
        requires(!std::same_as<T, bool>)
    Line &add(const char *name, T number)
    {
        return addInteger(name, static_cast<qint64>(number));
    }
    template <typename Tag>
    Line &add(const char *name, const Name<Tag> &text)
    {
        return add(name, text.text());
    }
    template <typename Tag, typename T>
    Line &add(const char *name, const Number<Tag, T> &number)
    {
        return add(name, number.value());
    }
    template <typename T>
    Line &add(const char *name, const std::optional<T> &value)
    {
        return value ? add(name, *value) : *this;
    }
    /// A text that is UTF-8 already.
    Line &addUtf8(const char *name, QByteArrayView utf8);

    [[nodiscard]] const std::vector<Value> &values() const { return m_values; }
    /// {"name":value,...} in the order of add().
    [[nodiscard]] QByteArray toJson() const;

private:
    Line &addInteger(const char *name, qint64 number);
    std::vector<Value> m_values;
};

} // namespace rocketdesk::ctl
