// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/page.h"
#include "ui/pages/topics/previewrows.h"
#include "ui/widgets/confirmdialog.h"

namespace rocketdesk::ui {

/// Deletes a topic, after it has read what is lost, who reads it and who writes to it; the topic's name has to be typed.
class TopicRemovalDialog final : public ConfirmDialog
{
    Q_OBJECT

public:
    TopicRemovalDialog(const PageContext &context, Client &client, const TopicName &topic, QWidget *parent = nullptr);

Q_SIGNALS:
    void removed(const QString &topic); ///< from every broker and name server

private:
    void read();
    void present(const TopicRemoval &removal);
    void addReaders(const TopicRemoval &removal);
    void addWriters(const TopicRemoval &removal);
    void remove();
    void ended(const Result<std::vector<StepResult>> &steps);
    [[nodiscard]] QString command(const TopicRemoval &removal) const;

    PageContext m_context;
    Client &m_client;
    TopicName m_topic;
    TableModel<LossRow> *m_losses;
    TableView *m_table;
    std::vector<BrokerRef> m_brokers; ///< to be asked; after a failure those that failed
    ScopedCall m_reading;
    Call m_removing; ///< goes on when the dialog is gone
};

} // namespace rocketdesk::ui
