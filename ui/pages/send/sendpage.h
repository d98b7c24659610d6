// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "ui/pages/page.h"
#include "ui/pages/send/sendstore.h"

#include <functional>
#include <memory>

class QPushButton;
class QSpinBox;
class QTimer;

namespace rocketdesk::ui {

class BodyEditor;
class Label;
class SendForm;
class SendResult;

/// Writes a message and sends it: once, or as a series.
class SendPage final : public Page
{
    Q_OBJECT

public:
    SendPage(const PageContext &context, QWidget *parent = nullptr);
    ~SendPage() override;

    void refresh() override; ///< the names for completion
    void cancelRunning() override;
    [[nodiscard]] bool hasRunning() const override { return m_series || m_sending.isRunning(); }
    [[nodiscard]] QString writing() const override; ///< the series
    /// `key` is the topic; with details `body` and `properties` the form is filled with that message.
    void openTarget(const Target &target) override;
    void goOnFrom(Page &before) override;
    bool prepareScene(const QString &scene) override;
    [[nodiscard]] bool sceneReached(const QString &scene) const override;

    void setDraft(const SendDraft &draft);
    [[nodiscard]] SendDraft draft() const;
    void sendOnce();
    void startSeries(); ///< asks first where it is large, or on production
    void stop();
    [[nodiscard]] const SendStore &store() const { return m_store; }

private:
    void buildBar();
    void connectBar();
    void buildContent();
    void draftChanged();
    [[nodiscard]] bool check();
    void focusProblem();
    void readRoute();
    void takeRoute(const Result<commands::GetRouteInfoByTopic::Reply> &route);
    void readType(const RoutePtr &route);
    void tellTopic(const RoutePtr &route, const QString &type);
    void confirm(qint64 count, std::function<void()> run);
    void runOnce(const SendDraft &sent);
    void runSeries(const SendDraft &sent);
    void follow(std::unique_ptr<RunningSeries> series, const SendDraft &sent);
    void takeReceipt(const SendDraft &sent, const Result<SendReceipt> &receipt);
    void takeProgress(const SeriesProgress &progress);
    void takeSeriesEnd(const SeriesProgress &progress);
    void keep(const SendRecord &record);
    void openRecord(const SendRecord &record);
    void updateButtons();

    SendStore m_store;
    SendForm *m_form = nullptr;
    BodyEditor *m_body = nullptr;
    SendResult *m_result = nullptr;
    QSpinBox *m_count = nullptr;
    QSpinBox *m_rate = nullptr;
    Label *m_problems = nullptr;
    QPushButton *m_once = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_stop = nullptr;
    QTimer *m_saving; ///< a moment after the last change, so that typing costs no write
    QTimer *m_routing;
    ScopedCall m_names;
    ScopedCall m_route;
    ScopedCall m_type;
    QString m_topicType; ///< `message.type` of the topic; empty where not known
    Call m_sending;
    std::unique_ptr<RunningSeries> m_series;
    SendDraft m_seriesDraft; ///< what the series sends
    Promise<void> m_seriesEnd; ///< for the status line, which can cancel it
    int m_problemCount = 0;
    bool m_topicMissing = false;
    bool m_filling = false;
};

} // namespace rocketdesk::ui
