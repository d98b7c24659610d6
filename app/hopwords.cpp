// SPDX-License-Identifier: Apache-2.0
#include "app/hopwords.h"

#include "ui/common/words.h"

#include <QCoreApplication>

namespace rocketdesk::app {

namespace {

const char *patternOf(const Hop &hop)
{
    switch (hop.kind) {
    case Hop::Kind::Resolve: return QT_TRANSLATE_NOOP("Hops", "Resolve %1");
    case Hop::Kind::Connect: return QT_TRANSLATE_NOOP("Hops", "Connect to %1");
    case Hop::Kind::Tls: return QT_TRANSLATE_NOOP("Hops", "TLS to %1");
    case Hop::Kind::NameServer: return QT_TRANSLATE_NOOP("Hops", "Answer of %1");
    case Hop::Kind::NameServersAgree: return QT_TRANSLATE_NOOP("Hops", "Name servers agree");
    case Hop::Kind::Broker: return "%1";
    case Hop::Kind::Credentials: return hop.subject.isEmpty() ? QT_TRANSLATE_NOOP("Hops", "Credentials") : QT_TRANSLATE_NOOP("Hops", "Credentials at %1");
    case Hop::Kind::Clock: return hop.state == Hop::State::Failed ? QT_TRANSLATE_NOOP("Hops", "Clock of %1") : QT_TRANSLATE_NOOP("Hops", "Clock"); // what was found names the broker
    }
    return "%1";
}

ui::Tone toneOf(Hop::State state)
{
    return state == Hop::State::Failed ? ui::Tone::Error : state == Hop::State::Warning ? ui::Tone::Warning : ui::Tone::Ok;
}

QString explanationOf(const Hop &hop)
{
    if (hop.state != Hop::State::Failed)
        return hop.state == Hop::State::Warning ? ui::words(hop.found) : QString();
    const ErrorText text = ui::words(hop.error);
    QStringList parts = {text.sentence, text.reason, text.wayOut};
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

ui::HopLine hopLine(const Hop &hop)
{
    const QString pattern = QCoreApplication::translate("Hops", patternOf(hop));
    return {
        .title = pattern.contains(QStringLiteral("%1")) ? pattern.arg(hop.subject) : pattern,
        .found = hop.state == Hop::State::Ok ? ui::words(hop.found) : QString(),
        .tone = toneOf(hop.state),
        .milliseconds = std::chrono::duration<double, std::milli>(hop.cost).count(),
        .explanation = explanationOf(hop),
    };
}

} // namespace rocketdesk::app
