// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/page.h"
#include "ui/pages/topics/previewrows.h"
#include "ui/widgets/confirmdialog.h"

class QCheckBox;
class QComboBox;
class QSpinBox;
class QVBoxLayout;

namespace rocketdesk::ui {

class FormField;
class Label;
class TableView;

/// Creates a topic, or changes one: a form, and beside it what that does at each broker. Configurations are read before,
/// and once more just before they are written.
class TopicDialog final : public ConfirmDialog
{
    Q_OBJECT

public:
    /// An empty `topic` creates one.
    TopicDialog(const PageContext &context, Client &client, const TopicName &topic, QWidget *parent = nullptr);

    void setNewName(const QString &name); ///< of a topic to be created

Q_SIGNALS:
    void filled(); ///< the form shows what there is
    void written(const QString &topic); ///< at every broker that was chosen

private:
    using Config = std::optional<commands::TopicConfig>;
    struct Place {
        BrokerRef broker;
        Config before;
        QCheckBox *box = nullptr;
    };

    [[nodiscard]] bool creates() const { return m_topic.isEmpty(); }
    [[nodiscard]] TopicName topic() const;
    [[nodiscard]] QWidget *makeForm();
    void fillChoices();
    [[nodiscard]] QLayout *makeQueueRow();
    [[nodiscard]] QLayout *makeAttributeRow();
    [[nodiscard]] QWidget *makePreview();
    void watchForm();
    void readBrokers();
    void readConfigs();
    void brokersKnown(std::vector<BrokerRef> brokers);
    void configsKnown(const std::vector<TopicConfigAnswer> &answers);
    void addBoxes();
    void fillForm(const commands::TopicConfig &config);
    void cannotRead(const Error &error);
    [[nodiscard]] TopicEdit edit() const;
    void addAttributes(TopicEdit &edit) const;
    [[nodiscard]] bool retries(const std::vector<TopicPreview> &previews) const;
    [[nodiscard]] QString verbFor(const std::vector<TopicPreview> &previews) const;
    [[nodiscard]] std::vector<TopicPreview> previews() const;
    void present();
    void presentVerb(const std::vector<TopicPreview> &previews, int changes);
    void presentTable(const std::vector<TopicPreview> &previews, std::vector<PreviewRow> rows);
    [[nodiscard]] QString blockedBy(const std::vector<TopicPreview> &previews, int changes) const;
    [[nodiscard]] QString command(const std::vector<TopicPreview> &previews) const;
    void write();
    void ended(const Result<std::vector<StepResult>> &steps);

    PageContext m_context;
    Client &m_client;
    TopicName m_topic;
    QLineEdit *m_name;
    FormField *m_nameField;
    QSpinBox *m_readQueues;
    QSpinBox *m_writeQueues;
    QComboBox *m_perm;
    QComboBox *m_type;
    QComboBox *m_cleanup;
    QComboBox *m_queueType;
    QSpinBox *m_reserve;
    QCheckBox *m_order;
    QVBoxLayout *m_boxes = nullptr;
    Label *m_count;
    TableView *m_table;
    TableModel<PreviewRow> *m_rows = nullptr;
    std::vector<Place> m_places;
    std::vector<BrokerRef> m_failed; ///< in the last writing
    QString m_typeBefore; ///< as the form was filled
    ScopedCall m_reading;
    Call m_writing; ///< goes on when the dialog is gone
    bool m_filled = false;
};

} // namespace rocketdesk::ui
