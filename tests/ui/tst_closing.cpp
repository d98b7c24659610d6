// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/widgetsearch.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/page.h"
#include "ui/shell/closingquestion.h"

#include <QTest>
#include <QTranslator>

using namespace rocketdesk;
using namespace rocketdesk::ui;
using rocketdesk::tests::buttonWith;
using rocketdesk::tests::hasLabel;

namespace {

class WritingPage final : public Page
{
public:
    WritingPage(const PageContext &context, QWidget *parent)
        : Page(context, QStringLiteral("send"), QStringLiteral("Send"), parent) { }
    void refresh() override { }
    [[nodiscard]] QString writing() const override { return m_writing; }
    void write(const QString &what)
    {
        m_writing = what;
        Q_EMIT writingChanged();
    }
    [[nodiscard]] QString kept() const { return context().keptName(); }

private:
    QString m_writing;
};

/// Keeps the end of the session from the program that tests.
class KeepsOpen final : public QObject
{
    bool eventFilter(QObject *, QEvent *event) override { return event->type() == QEvent::Quit; }
};

/// A language that knows one word.
class OtherLanguage final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return qstrcmp(source, "sandbox") == 0 ? QStringLiteral("沙箱") : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

/// Tabs and windows that close, or move to another window, while something runs in them.
class ClosingTest final : public QObject, private rocketdesk::tests::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = makeWindow(); }
    void cleanup() { m_window.reset(); }

    void nothingIsAskedWhereNothingIsWritten()
    {
        open(QStringLiteral("one"));
        m_window->closeConnection(0);
        QVERIFY(!m_window->currentConnection());
        open(QStringLiteral("one"));
        QVERIFY(m_window->close());
        QVERIFY(!question());
    }

    void aTabThatWritesAsksFirst()
    {
        write(*open(QStringLiteral("one")), QStringLiteral("1 of 10 is sent."));
        ConnectionView *view = m_window->currentConnection();
        m_window->closeConnection(0);
        QVERIFY(question());
        QCOMPARE(question()->windowTitle(), QStringLiteral("Close one"));
        QTRY_VERIFY(hasLabel(*question(), QStringLiteral("1 of 10 is sent.")));
        write(*view, QStringLiteral("2 of 10 are sent."));
        QVERIFY(hasLabel(*question(), QStringLiteral("2 of 10 are sent.")));
        QTest::keyClick(question(), Qt::Key_Return); // keeps it
        QTRY_VERIFY(!question());
        QCOMPARE(m_window->currentConnection(), view);
        m_window->closeConnection(0);
        buttonWith(*question(), QStringLiteral("Stop and close"))->click();
        QVERIFY(!m_window->currentConnection());
    }

    void aWindowThatWritesAsksFirst()
    {
        write(*open(QStringLiteral("one")), QStringLiteral("1 of 10 is sent."));
        open(QStringLiteral("two"));
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QTRY_VERIFY(hasLabel(*question(), QStringLiteral("1 of 10 is sent.")));
        buttonWith(*question(), QStringLiteral("Keep open"))->click();
        QTRY_VERIFY(!question());
        QVERIFY(m_window->isVisible());
        QVERIFY(!m_window->close());
        buttonWith(*question(), QStringLiteral("Stop and close"))->click();
        QVERIFY(!m_window->isVisible());
    }

    void theQuestionGoesWithItsReason()
    {
        ConnectionView *view = open(QStringLiteral("one"));
        write(*view, QStringLiteral("9 of 10 are sent."));
        QVERIFY(!m_window->close());
        write(*view, {});
        QTRY_VERIFY(!question());
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->close());
    }

    void theEndOfTheSessionWaitsForNoAnswer()
    {
        KeepsOpen keeps;
        qApp->installEventFilter(&keeps); // filters run from the last to the first
        m_window = makeWindow();
        write(*open(QStringLiteral("one")), QStringLiteral("1 of 10 is sent."));
        QEvent quit(QEvent::Quit);
        QCoreApplication::sendEvent(qApp, &quit);
        QVERIFY(m_window->close());
        QVERIFY(!question());
    }

    void theSandboxTakesTheNameOfTheLanguage()
    {
        ConnectionView *view = open(QString::fromLatin1(sandboxProfileId));
        QCOMPARE(view->status().name(), QStringLiteral("sandbox"));
        OtherLanguage language;
        QCoreApplication::installTranslator(&language);
        auto next = makeWindow();
        next->goOnFrom(*m_window);
        QCoreApplication::removeTranslator(&language);
        QCOMPARE(next->currentConnection()->status().name(), QStringLiteral("沙箱"));
        QCOMPARE(static_cast<WritingPage *>(next->currentConnection()->currentPage())->kept(), QStringLiteral("sandbox")); // what is remembered goes on
        m_window = std::move(next);
    }

private:
    [[nodiscard]] std::unique_ptr<MainWindow> makeWindow()
    {
        const PageEntry page{QStringLiteral("send"), QStringLiteral("Send"), Icon::Send, 0, [](const PageContext &context, QWidget *parent) -> Page * { return new WritingPage(context, parent); }};
        auto window = windowWith({page});
        window->show();
        return window;
    }
    static void write(ConnectionView &view, const QString &what) { static_cast<WritingPage *>(view.currentPage())->write(what); }
    [[nodiscard]] ClosingQuestion *question() const { return m_window->findChild<ClosingQuestion *>(); }
};

ROCKETDESK_TEST(ClosingTest)

#include "tst_closing.moc"
