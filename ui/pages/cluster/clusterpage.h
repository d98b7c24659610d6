// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/cluster/brokerrows.h"
#include "ui/pages/page.h"

#include <map>

namespace rocketdesk::ui {

class BrokerDetail;
class NameServerQuestion;
class TotalsStrip;

/// Every broker of the cluster, all asked at once, and what one of them tells of itself.
class ClusterPage final : public Page
{
    Q_OBJECT

public:
    explicit ClusterPage(const PageContext &context, QWidget *parent = nullptr);
    ~ClusterPage() override;

    void refresh() override;
    void cancelRunning() override;
    [[nodiscard]] bool hasRunning() const override { return m_reading.isRunning(); }
    void openTarget(const Target &target) override;
    [[nodiscard]] Target currentTarget() const override;
    [[nodiscard]] bool sceneReached(const QString &scene) const override;

private:
    using Values = QMap<QString, QString>;

    void addActions();
    void connectTables();
    void makeHeader();
    [[nodiscard]] QWidget *makeContent();
    void fitTable();
    void fillRowMenu(QMenu &menu);

    void brokerSeen(const BrokerStatus &status, int asked);
    void presentWaiting();
    void presentNameServers();
    void keepWhatCame();
    void finished(Result<ClusterOverview> overview);
    void present();
    void presentBanner();
    void presentFailure(const Error &error);
    void askAgain(const BrokerRef &broker);
    void askFailedAgain();
    void answeredAgain(const BrokerRef &broker, Result<commands::KvTableReply> reply, qint64 costNs);
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QStringList clusters() const; ///< by name

    [[nodiscard]] const BrokerRow *currentRow() const;
    void presentDetail();
    void presentRuntime(const BrokerRow &row);
    void presentSettings(const BrokerRow &row);
    void presentComparison(const BrokerRow &row);
    /// Reads the broker's settings unless they are there; presents the detail again when they come.
    const Result<BrokerSettings> *settingsOf(const BrokerRef &broker);
    void chooseOther();
    void compareWith(const QString &key);
    void forgetSettingsOfCurrent();

    TableModel<BrokerRow> *m_brokers;
    TableView *m_table;
    TotalsStrip *m_totals;
    NameServerQuestion *m_nameServers;
    QTimer *m_slow; ///< a first reading that takes long enough to be told of
    BrokerDetail *m_detail;
    ClusterOverview m_overview;
    ClusterOverview m_soFar; ///< of the reading that runs
    int m_asked = 0; ///< brokers, by the reading that runs
    std::map<QString, Values> m_now; ///< runtime values by broker, and those of the refresh before
    std::map<QString, Values> m_before;
    std::map<QString, Result<BrokerSettings>> m_settings;
    std::map<QString, ScopedCall> m_settingsCalls;
    std::map<QString, ScopedCall> m_againCalls;
    QString m_other; ///< the broker that the current one is compared with
    ScopedCall m_reading;
    bool m_read = false; ///< something was read before
};

} // namespace rocketdesk::ui
