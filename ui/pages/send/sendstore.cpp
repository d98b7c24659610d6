// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/send/sendstore.h"

#include "client/profile/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace rocketdesk::ui {

namespace {

QJsonDocument readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

QJsonObject toJson(const SendRecord &record)
{
    QJsonObject json{{QStringLiteral("at"), record.at}, {QStringLiteral("tone"), static_cast<int>(record.tone)}, {QStringLiteral("result"), record.result},
        {QStringLiteral("costMicros"), record.costMicros}, {QStringLiteral("topic"), record.topic}, {QStringLiteral("messageId"), record.messageId},
        {QStringLiteral("offset"), record.offset}, {QStringLiteral("draft"), record.draft.toJson()}};
    if (record.queue) {
        json.insert(QStringLiteral("broker"), record.queue->broker.text());
        json.insert(QStringLiteral("queue"), record.queue->id.value());
    }
    return json;
}

SendRecord recordOf(const QJsonObject &json)
{
    SendRecord record;
    record.at = json.value(QStringLiteral("at")).toInteger();
    record.tone = static_cast<Tone>(json.value(QStringLiteral("tone")).toInt());
    record.result = json.value(QStringLiteral("result")).toString();
    record.costMicros = json.value(QStringLiteral("costMicros")).toInteger();
    record.topic = json.value(QStringLiteral("topic")).toString();
    record.messageId = json.value(QStringLiteral("messageId")).toString();
    record.offset = json.value(QStringLiteral("offset")).toInteger(-1);
    if (json.contains(QStringLiteral("broker")))
        record.queue = QueueRef{BrokerName(json.value(QStringLiteral("broker")).toString()), QueueId(json.value(QStringLiteral("queue")).toInt())};
    record.draft = SendDraft::fromJson(json.value(QStringLiteral("draft")).toObject());
    return record;
}

qint64 bytesOf(const SendRecord &record)
{
    return record.draft.body.size() + 512;
}

} // namespace

SendStore::SendStore(const QString &folder, const QString &connection)
{
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(connection));
    m_draftFile = QStringLiteral("%1/send/%2.draft.json").arg(folder, name);
    m_historyFile = QStringLiteral("%1/send/%2.history.json").arg(folder, name);
    loadHistory();
}

SendDraft SendStore::loadDraft() const
{
    return SendDraft::fromJson(readJson(m_draftFile).object());
}

Result<void> SendStore::saveDraft(const SendDraft &draft) const
{
    return writePrivateFile(m_draftFile, QJsonDocument(draft.toJson()).toJson(QJsonDocument::Compact));
}

void SendStore::loadHistory()
{
    const QJsonArray list = readJson(m_historyFile).array();
    for (const QJsonValue &each : list) {
        m_history.push_back(recordOf(each.toObject()));
        m_bytes += bytesOf(m_history.back());
    }
    trim();
}

void SendStore::add(const SendRecord &record)
{
    m_history.push_front(record);
    m_bytes += bytesOf(record);
    trim();
}

void SendStore::trim()
{
    while (m_history.size() > mostRecords || (m_bytes > mostBytes && !m_history.empty())) {
        m_bytes -= bytesOf(m_history.back());
        m_history.pop_back();
    }
}

void SendStore::clearHistory()
{
    m_history.clear();
    m_bytes = 0;
}

Result<void> SendStore::saveHistory() const
{
    QJsonArray list;
    for (const SendRecord &record : m_history)
        list << toJson(record);
    return writePrivateFile(m_historyFile, QJsonDocument(list).toJson(QJsonDocument::Compact));
}

} // namespace rocketdesk::ui
