// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/message.h"
#include "ui/models/tablemodel.h"

#include <QWidget>

#include <memory>

namespace rocketdesk::ui {

class BodyView;
class FactsGrid;
class Label;
class TableView;
class Theme;

/// One property of a message, or the heading above those of one owner.
struct PropertyRow {
    QString name;
    QString value;
    QString meaning;
    bool heading = false;
};

/// Properties under two headings: those of the sender, then those of RocketMQ, each with its meaning.
[[nodiscard]] std::vector<PropertyRow> propertyRows(const protocol::Properties &properties);
/// Compression, transaction and the like, in words.
[[nodiscard]] QString flagWords(const protocol::StoredMessage &message);
/// What people call the message: its first key, else its id.
[[nodiscard]] QString messageTitle(const protocol::StoredMessage &message);

/// A message as a whole: facts, body, properties. The body is decompressed only here.
class MessageDetail final : public QWidget
{
    Q_OBJECT

public:
    using Message = std::shared_ptr<const protocol::StoredMessage>;

    explicit MessageDetail(Theme &theme, QWidget *parent = nullptr);

    void setMessage(const Message &message);
    [[nodiscard]] const Message &message() const { return m_message; }
    /// As its sender wrote it; the stored bytes where they don't decompress.
    [[nodiscard]] QByteArray body() const { return m_body; }

private:
    QWidget *makeFacts();
    QWidget *makeProperties(Theme &theme);
    void showFacts();
    void showBody();

    Message m_message;
    QByteArray m_body;
    FactsGrid *m_facts;
    Label *m_fault;
    BodyView *m_bodyView;
    Label *m_count;
    TableModel<PropertyRow> *m_properties;
    TableView *m_table;
    QHash<QString, QString> m_forms; ///< how bodies of a topic are looked at
};

} // namespace rocketdesk::ui
