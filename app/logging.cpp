// SPDX-License-Identifier: Apache-2.0
#include "app/logging.h"

#include "client/profile/places.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>

#include <array>
#include <atomic>
#include <sys/stat.h>

namespace rocketdesk {

struct Logging::Sinks {
    std::vector<spdlog::sink_ptr> all;
};

namespace {

using SinkList = std::vector<spdlog::sink_ptr>;

/// A message handler is a plain function: this is what it writes to. Swapped as a whole, since every thread logs.
std::atomic<std::shared_ptr<const SinkList>> current;

spdlog::level::level_enum levelOf(QtMsgType type)
{
    static constexpr std::array levels = {std::pair{QtDebugMsg, spdlog::level::debug}, std::pair{QtInfoMsg, spdlog::level::info},
        std::pair{QtWarningMsg, spdlog::level::warn}, std::pair{QtCriticalMsg, spdlog::level::err}, std::pair{QtFatalMsg, spdlog::level::critical}};
    for (const auto &[qt, level] : levels) {
        if (qt == type)
            return level;
    }
    return spdlog::level::info;
}

/// The last line of defence: secrets have a type that does not print, but remarks and third parties may quote one.
QString withoutSecrets(const QString &message)
{
    static const QRegularExpression secret(
        QStringLiteral("((?:secret[_ -]?key|security[_ -]?token|password|signature)[\"']?\\s*[=:]\\s*[\"']?)([^\\s\"',;&}]+)"),
        QRegularExpression::CaseInsensitiveOption);
    QString hidden = message;
    return hidden.replace(secret, QStringLiteral("\\1***"));
}

/// Control characters as \u001b: a remark can neither forge a line nor drive a terminal.
QString onOneLine(const QString &message)
{
    QString line;
    line.reserve(message.size());
    for (const QChar c : message) {
        if (c.category() == QChar::Other_Control && c != u'\t')
            line += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            line += c;
    }
    return line;
}

class JsonFormatter final : public spdlog::formatter
{
public:
    void format(const spdlog::details::log_msg &message, spdlog::memory_buf_t &target) override
    {
        const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(message.time.time_since_epoch());
        const auto text = [](spdlog::string_view_t view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); };
        const QJsonObject line{{QStringLiteral("time"), static_cast<qint64>(time.count())},
            {QStringLiteral("level"), text(spdlog::level::to_string_view(message.level))},
            {QStringLiteral("category"), text(message.logger_name)},
            {QStringLiteral("thread"), static_cast<qint64>(message.thread_id)},
            {QStringLiteral("message"), text(message.payload)}};
        const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
        target.append(bytes.constData(), bytes.constData() + bytes.size());
    }
    [[nodiscard]] std::unique_ptr<spdlog::formatter> clone() const override { return std::make_unique<JsonFormatter>(); }
};

std::unique_ptr<spdlog::formatter> plainFormatter()
{
    return std::make_unique<spdlog::pattern_formatter>("%Y-%m-%d %H:%M:%S.%e %^%-8l%$ %t %n: %v");
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const auto sinks = current.load();
    if (!sinks)
        return;
    const QByteArray text = onOneLine(withoutSecrets(message)).toUtf8();
    const auto level = levelOf(type);
    const spdlog::string_view_t payload(text.constData(), static_cast<std::size_t>(text.size()));
    const spdlog::details::log_msg line(context.category ? context.category : "default", level, payload);
    for (const auto &sink : *sinks) {
        if (sink->should_log(level))
            sink->log(line);
        if (level >= spdlog::level::warn)
            sink->flush();
    }
}

std::unique_ptr<spdlog::formatter> formatter(bool jsonLines)
{
    if (jsonLines)
        return std::make_unique<JsonFormatter>();
    return plainFormatter();
}

spdlog::color_mode colourMode(const LogOptions &options)
{
    using Colour = LogOptions::Colour;
    if (options.consoleJsonLines || options.colour == Colour::Never)
        return spdlog::color_mode::never;
    return options.colour == Colour::Always ? spdlog::color_mode::always : spdlog::color_mode::automatic;
}

spdlog::sink_ptr consoleSink(const LogOptions &options)
{
    auto sink = std::make_shared<spdlog::sinks::stderr_color_sink_mt>(colourMode(options));
    sink->set_level(levelOf(options.consoleLevel));
    sink->set_formatter(formatter(options.consoleJsonLines));
    return sink;
}

/// Rules that let our own categories through from this level on.
QString rulesFor(QtMsgType level)
{
    const auto least = levelOf(level);
    QString rules;
    for (const auto &[type, name] : {std::pair{QtDebugMsg, "debug"}, std::pair{QtInfoMsg, "info"}, std::pair{QtWarningMsg, "warning"}})
        rules += QStringLiteral("rocketdesk.*.%1=%2\n").arg(QLatin1StringView(name), levelOf(type) >= least ? QLatin1StringView("true") : QLatin1StringView("false"));
    return rules;
}

Result<spdlog::sink_ptr> fileSink(const LogOptions &options)
{
    const QString path = options.folder + u'/' + options.name + QLatin1StringView(".log");
    if (const auto made = makePrivateFolder(options.folder); !made)
        return failed(made.error());
    spdlog::file_event_handlers handlers;
    handlers.after_open = [](const spdlog::filename_t &, std::FILE *file) { (void)::fchmod(::fileno(file), S_IRUSR | S_IWUSR); };
    try { // spdlog reports a file that can't be opened this way only
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path.toStdString(), static_cast<std::size_t>(options.fileBytes),
            static_cast<std::size_t>(options.olderFiles), false, handlers);
        sink->set_formatter(formatter(options.jsonLines));
        return sink;
    } catch (const spdlog::spdlog_ex &problem) {
        return failed(Error{.kind = Error::Kind::Local, .remark = QString::fromLocal8Bit(problem.what()), .where = path, .operation = QStringLiteral("log")});
    }
}

} // namespace

Logging::Logging(std::shared_ptr<Sinks> sinks)
    : m_sinks(std::move(sinks))
    , m_previous((current.store(std::shared_ptr<const SinkList>(m_sinks, &m_sinks->all)), qInstallMessageHandler(handle)))
{
}

Logging::~Logging()
{
    qInstallMessageHandler(m_previous);
    QLoggingCategory::setFilterRules({});
    current.store(nullptr);
    flush();
}

void Logging::flush()
{
    for (const auto &sink : m_sinks->all)
        sink->flush();
}

Result<std::unique_ptr<Logging>> installLogging(const LogOptions &options)
{
    auto sinks = std::make_shared<Logging::Sinks>();
    if (options.console)
        sinks->all.push_back(consoleSink(options));
    if (!options.folder.isEmpty()) {
        auto file = fileSink(options);
        if (!file)
            return failed(file.error());
        sinks->all.push_back(*std::move(file));
    }
    QLoggingCategory::setFilterRules(rulesFor(options.level) + options.rules);
    return std::unique_ptr<Logging>(new Logging(std::move(sinks)));
}

} // namespace rocketdesk
