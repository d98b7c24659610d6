// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDebug>
#include <QString>

namespace rocketdesk {

/// A text that never prints itself. reveal() is for the signature and the key store.
class Secret final
{
public:
    Secret() = default;
    explicit Secret(QString text) : m_text(std::move(text)) {}

    [[nodiscard]] const QString &reveal() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Secret &, const Secret &) = default;
    friend QDebug operator<<(QDebug debug, const Secret &secret)
    {
        const QDebugStateSaver saver(debug);
        return debug.nospace() << (secret.isEmpty() ? "Secret(empty)" : "Secret(***)");
    }

private:
    QString m_text;
};

} // namespace rocketdesk
