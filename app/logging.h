// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"

#include <memory>

namespace rocketdesk {

struct LogOptions {
    enum class Colour { Auto /* where standard error is a terminal that can */, Always, Never };

    QString folder; ///< holds NAME.log and its older ones, all 0600; empty = no file
    QString name = QStringLiteral("rocketdesk");
    bool jsonLines = false; ///< in the file: one object a line, so that machines can read it
    bool console = true; ///< on standard error
    bool consoleJsonLines = false; ///< one object a line there too, without colours
    Colour colour = Colour::Auto;
    QtMsgType level = QtInfoMsg; ///< the least that our own categories let through
    QtMsgType consoleLevel = QtWarningMsg; ///< the least of it that goes to the console; the file takes all
    qint64 fileBytes = 4 * 1024 * 1024;
    int olderFiles = 4;
    QString rules; ///< as QLoggingCategory::setFilterRules takes them; they win over `level`, and QT_LOGGING_RULES over both
};

/// Sends everything that Qt's logging categories let through to the sinks, until it dies; then Qt prints by itself again.
/// Control characters in a message are escaped, and the value after a word like secretKey= is hidden, whoever wrote it.
class Logging final
{
public:
    ~Logging();
    Q_DISABLE_COPY_MOVE(Logging)
    void flush();

private:
    friend Result<std::unique_ptr<Logging>> installLogging(const LogOptions &options);
    struct Sinks;
    explicit Logging(std::shared_ptr<Sinks> sinks);

    std::shared_ptr<Sinks> m_sinks;
    QtMessageHandler m_previous;
};

/// One at a time. Local error with the file's name where it can't be written.
[[nodiscard]] Result<std::unique_ptr<Logging>> installLogging(const LogOptions &options);

} // namespace rocketdesk
