// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "ui/settings/settings.h"
#include "ui/shell/connectiondialog.h"
#include "ui/shell/connectionform.h"
#include "ui/shell/keptdraft.h"
#include "ui/shell/hoplist.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/label.h"

#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::ui;

namespace {

ProfileDraft typed(const QString &name, const QString &nameServers)
{
    ProfileDraft draft;
    draft.name = name;
    draft.nameServers = nameServers;
    return draft;
}

} // namespace

class ConnectionDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_theme = std::make_unique<Theme>(m_appearance);
        m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_profiles = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")));
        m_secrets = std::make_unique<MemorySecretStore>();
        QVERIFY(m_profiles->load());
    }

    void everyFieldComesBackAsItWas()
    {
        const auto dialog = open();
        ProfileDraft draft = typed(QStringLiteral("staging-eu"), QStringLiteral("ns1:9876;ns2:9876"));
        draft.folder = QStringLiteral("Europe");
        draft.environment = Profile::Environment::Staging;
        draft.mappings = {{QStringLiteral("172.17.0.*:*"), QStringLiteral("10.20.4.24:*")}};
        draft.readOnly = true;
        draft.tls.enabled = true;
        draft.tls.verify = Profile::Tls::Verify::NoName;
        draft.accessKey = QStringLiteral("reader");
        draft.timeouts.request = std::chrono::milliseconds(7'000);
        dialog->form().setDraft(draft);
        QVERIFY(dialog->form().draft() == draft);
    }

    void aNewConnectionTakesTheTimeOutsOfTheSettings()
    {
        m_settings->set(setting::requestTimeout, 9000);
        const auto dialog = open();
        QCOMPARE(dialog->form().draft().timeouts.request, std::chrono::milliseconds(9000));
        QCOMPARE(dialog->form().draft().timeouts.connect, std::chrono::milliseconds(3000));
    }

    void anAddressStaysWholeBesideALongName()
    {
        HopList hops(*m_theme);
        hops.resize(480, 200);
        hops.add({.title = QStringLiteral("rocketmq-customer-platform-eu-central-1-broker-a"), .found = QStringLiteral("127.0.0.1:34019"), .milliseconds = 1});
        hops.show();
        const auto labels = hops.findChildren<Label *>();
        const auto found = std::find_if(labels.cbegin(), labels.cend(), [](const Label *each) { return each->text().startsWith(QStringLiteral("127.")); });
        QVERIFY(found != labels.cend());
        QTRY_VERIFY((*found)->isVisible());
        QVERIFY((*found)->width() >= (*found)->fontMetrics().horizontalAdvance((*found)->text()));
    }

    void aSlowHopIsSeenBesideQuickOnes_data()
    {
        QTest::addColumn<double>("milliseconds");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("nothing") << 0.0 << 0.0 << 0.0;
        QTest::newRow("a local name server") << 0.8 << 0.05 << 0.1;
        QTest::newRow("a handshake") << 11.4 << 0.25 << 0.35;
        QTest::newRow("another continent") << 300.0 << 0.65 << 0.75;
        QTest::newRow("the time-out") << 3000.0 << 1.0 << 1.0;
        QTest::newRow("longer still") << 9000.0 << 1.0 << 1.0;
    }
    void aSlowHopIsSeenBesideQuickOnes()
    {
        QFETCH(double, milliseconds);
        QFETCH(double, least);
        QFETCH(double, most);
        const double share = hopShare(milliseconds);
        QVERIFY2(share >= least && share <= most, qPrintable(QString::number(share)));
    }

    void savesWithoutATest()
    {
        const auto dialog = open();
        QSignalSpy connecting(dialog.get(), &ConnectionDialog::connectRequested);
        dialog->form().setDraft(typed(QStringLiteral("mine"), QStringLiteral("export NAMESRV_ADDR=10.0.0.1:9876;10.0.0.2")));
        dialog->save(true);
        QTRY_COMPARE(connecting.size(), 1);
        const Profile *saved = m_profiles->byName(QStringLiteral("mine"));
        QVERIFY(saved);
        QCOMPARE(saved->nameServers.size(), 2);
    }

    void whatIsWrongIsSaidAndNotSaved()
    {
        const auto dialog = open();
        dialog->form().setDraft(typed(QString(), QStringLiteral("no good:::")));
        dialog->save(false);
        QVERIFY(m_profiles->profiles().empty());
        QVERIFY(dialog->form().problems().size() >= 2);
        QVERIFY(!dialog->form().showProblems());
    }

    void aPartThatIsNotInSightSaysThatItIsWrong()
    {
        const auto dialog = open();
        ProfileDraft draft = typed(QStringLiteral("mine"), QStringLiteral("ns1:9876"));
        draft.tls.enabled = true;
        draft.tls.caFile = QStringLiteral("/no/such.pem");
        dialog->form().setDraft(draft);
        auto *parts = dialog->findChild<QTabBar *>();
        QVERIFY(parts->tabIcon(2).isNull());
        dialog->save(false);
        QCOMPARE(parts->currentIndex(), 2); // the first wrong field is there
        parts->setCurrentIndex(0);
        QVERIFY(!parts->tabIcon(2).isNull());
        QVERIFY(parts->tabIcon(0).isNull());
    }

    void typingBeginsInTheName() { QCOMPARE(open()->focusWidget()->accessibleName(), QStringLiteral("Name")); }

    void aDraftOutlivesTheDialog()
    {
        {
            const auto dialog = open();
            dialog->form().setDraft(typed(QStringLiteral("half"), QStringLiteral("ns1:98")));
            QTest::keyClick(dialog.get(), Qt::Key_Escape);
        }
        QCOMPARE(open()->form().draft().name, QStringLiteral("half"));
        forgetDraft(*m_settings, {});
        QCOMPARE(open()->form().draft().name, QString());
    }

    void hopsStreamIntoTheList()
    {
        const auto dialog = open([](const ConnectionEditing::Trial &, const QObject *context, const ConnectionEditing::Seen &seen, const std::function<void(bool)> &ended) {
            seen({.title = QStringLiteral("Resolve ns1"), .found = QStringLiteral("10.0.0.1"), .milliseconds = 3.2});
            seen({.title = QStringLiteral("broker-b"), .tone = Tone::Error, .milliseconds = 0.4, .explanation = QStringLiteral("Nothing listens.")});
            return whenDone(ready<bool>(true), context, [ended](Result<bool>) { ended(false); });
        });
        dialog->form().setDraft(typed(QStringLiteral("mine"), QStringLiteral("ns1:9876")));
        dialog->runTest();
        const auto *hops = dialog->findChild<HopList *>();
        QTRY_COMPARE(hops->hops().size(), 2);
        QVERIFY2(hops->summary().startsWith(QStringLiteral("1 of 2 hops passed")), qPrintable(hops->summary()));
        QCOMPARE(hops->worst(), Tone::Error);
    }

    void aTestNeedsNoNameButAddresses()
    {
        int tests = 0;
        const auto dialog = open([&tests](const ConnectionEditing::Trial &, const QObject *context, const ConnectionEditing::Seen &, const std::function<void(bool)> &ended) {
            ++tests;
            return whenDone(ready<bool>(true), context, [ended](Result<bool>) { ended(false); });
        });
        dialog->form().setDraft(typed({}, {}));
        dialog->runTest();
        QCOMPARE(tests, 0);
        dialog->form().setDraft(typed({}, QStringLiteral("ns1:9876")));
        dialog->runTest();
        QCOMPARE(tests, 1);
        QVERIFY(!dialog->form().showProblems()); // to be saved it needs one
    }

private:
    std::unique_ptr<ConnectionDialog> open(ConnectionEditing::Test test = {})
    {
        auto dialog = std::make_unique<ConnectionDialog>(ConnectionEditing{*m_theme, *m_settings, *m_profiles, *m_secrets, std::move(test)}, QString());
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        return dialog;
    }

    GivenAppearance m_appearance;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<MemorySecretStore> m_secrets;
};

ROCKETDESK_TEST(ConnectionDialogTest)
#include "tst_connectiondialog.moc"
