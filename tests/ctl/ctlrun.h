// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/program.h"
#include "client/networkthread.h"

#include "tests/support/patience.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

namespace rocketdesk::tests {

/// The lines of a --json answer.
[[nodiscard]] inline QList<QJsonObject> objects(const QByteArray &lines)
{
    QList<QJsonObject> all;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            all << QJsonDocument::fromJson(line).object();
    }
    return all;
}

/// One run of rocketctl in this process.
struct Run {
    explicit Run(const QStringList &arguments, QHash<QString, QString> variables = {})
        : output({[this](QByteArrayView bytes) { out += bytes; return refusal; }, [this](QByteArrayView bytes) { err += bytes; }})
        , program({.profilesFile = QStringLiteral("/nowhere/profiles.json"),
                      .variables = [variables](const char *name) { return variables.value(QLatin1StringView(name)); },
                      .network = [this] { return network.address(); },
                      .secrets = [this]() -> SecretStore & { return secrets; }},
              output)
        , ended(&program, &ctl::Program::ended)
    {
        program.run(arguments);
    }
    /// Waits for it; -1 where it does not end.
    int exitCode()
    {
        if (ended.isEmpty())
            (void)eventually([this] { return !ended.isEmpty(); });
        return ended.isEmpty() ? -1 : ended.front().front().toInt();
    }
    /// What it printed, once it has ended.
    QByteArray printed()
    {
        exitCode();
        return out;
    }
    [[nodiscard]] QList<QByteArray> lines() const { return out.trimmed().isEmpty() ? QList<QByteArray>() : out.trimmed().split('\n'); }

    QByteArray out;
    QByteArray err;
    int refusal = 0; ///< errno of standard output
    NetworkThread network;
    MemorySecretStore secrets;
    ctl::Output output;
    ctl::Program program;
    QSignalSpy ended;
};

} // namespace rocketdesk::tests
