// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/help.h"

#include "app/ctl/connection.h"

namespace rocketdesk::ctl {

namespace {

QString signatureOf(const Command &command)
{
    return QStringLiteral("%1 %2").arg(QLatin1StringView(command.name), QLatin1StringView(command.arguments)).trimmed();
}

/// Two columns: what is typed, and what it means.
QString aligned(const std::vector<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &[left, right] : rows)
        width = std::max(width, left.size());
    QStringList lines;
    for (const auto &[left, right] : rows)
        lines << QStringLiteral("  %1  %2").arg(left.leftJustified(width), right);
    return lines.join(u'\n');
}

QString optionTable(const std::vector<Option> &options)
{
    std::vector<std::pair<QString, QString>> rows;
    for (const Option &option : options)
        rows.emplace_back(QStringLiteral("%1 %2").arg(QLatin1StringView(option.name), QLatin1StringView(option.value)).trimmed(), QString::fromUtf8(option.meaning));
    return aligned(rows);
}

} // namespace

QString helpText()
{
    std::vector<std::pair<QString, QString>> rows;
    for (const Command &command : commands())
        rows.emplace_back(signatureOf(command), QString::fromUtf8(command.summary));
    return QStringLiteral("rocketctl [CONNECTION] COMMAND [ARGUMENTS] [--json]\n\nCommands (rocketctl COMMAND --help has their options):\n%1\n\n"
                          "Connection:\n%2\n\nKeys come with the profile, or in ROCKETMQ_ACCESS_KEY, ROCKETMQ_SECRET_KEY and ROCKETMQ_SECURITY_TOKEN.\n"
                          "Times are milliseconds since 1970, or ISO 8601 (local without a zone).\n"
                          "Exit codes: 0 done, 1 failed or partial, 2 wrong usage.")
        .arg(aligned(rows), optionTable(connectionOptions()));
}

QString helpText(const Command &command)
{
    QString text = QStringLiteral("rocketctl %1%2 [OPTIONS] [--json]\n%3.")
                       .arg(command.connects ? QStringLiteral("[CONNECTION] ") : QString(), signatureOf(command), QString::fromUtf8(command.summary));
    if (!command.options.empty())
        text += QStringLiteral("\n\nOptions:\n") + optionTable(command.options);
    return text;
}

} // namespace rocketdesk::ctl
