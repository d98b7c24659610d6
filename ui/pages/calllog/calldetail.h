// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "ui/models/tablemodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace rocketdesk::ui {

class FactsGrid;
class Label;
class TableView;

/// One call explained: what it was for, how it ended and why, what to do, and the fields of the request.
class CallDetail final : public QWidget
{
    Q_OBJECT

public:
    /// `pages`: titles of pages that may have asked, in the registry's order.
    CallDetail(Theme &theme, QStringList pages, QWidget *parent = nullptr);

    void show(const CallRecord &call, const rocketdesk::Client::CallDetail &detail);
    /// All of it as lines of text, for the clipboard.
    [[nodiscard]] QString text() const { return m_text; }

private:
    struct Field {
        QString name;
        QString value;
    };

    void showFacts(const CallRecord &call);
    void showError(const CallRecord &call, const QString &remark);
    void showFields(const CallRecord &call, const QByteArray &fields);
    void fact(const QString &label, const QString &value, Tone tone = Tone::Normal, bool mono = false);

    QStringList m_pages;
    FactsGrid *m_facts;
    Label *m_meaning;
    Label *m_sentence;
    Label *m_reason;
    Label *m_wayOut;
    QWidget *m_error;
    TableModel<Field> *m_fields;
    TableView *m_table;
    QString m_text;
};

} // namespace rocketdesk::ui
