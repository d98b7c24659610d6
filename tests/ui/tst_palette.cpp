// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "ui/shell/palette.h"
#include "ui/theme/appearance.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace rocketdesk::ui;

/// A palette lies over its window, and so do its keys.
class PaletteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_behind = new QLineEdit(m_window.get());
        m_palette = new Palette(m_theme, m_window.get());
        m_field = m_palette->findChild<QLineEdit *>();
        m_window->resize(800, 600);
        m_window->show();
        QTRY_VERIFY(m_window->isActiveWindow());
        m_behind->setFocus();
        m_palette->open({item(QStringLiteral("order-created")), item(QStringLiteral("order-paid"))});
    }
    void cleanup() { m_window.reset(); }

    void tabGoesToTheNextLineAndNotBehindIt()
    {
        QTest::keyClick(m_field, Qt::Key_Tab);
        QCOMPARE(m_window->focusWidget(), m_field);
        QCOMPARE(current(), QStringLiteral("order-paid"));
        QTest::keyClick(m_field, Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(m_window->focusWidget(), m_field);
        QCOMPARE(current(), QStringLiteral("order-created"));
        QTest::keyClick(m_field, Qt::Key_Escape);
        QVERIFY(!m_palette->isVisible());
        QCOMPARE(m_window->focusWidget(), m_behind);
    }

    void shortcutsOfTheWindowRest()
    {
        QAction action;
        action.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_2));
        m_window->addAction(&action);
        const QSignalSpy triggered(&action, &QAction::triggered);
        QTest::keyClick(m_field, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(triggered.size(), 0);
        m_palette->close();
        QTest::keyClick(m_behind, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(triggered.size(), 1);
    }

private:
    static PaletteItem item(const QString &topic)
    {
        return {PaletteItem::Section::Topics, topic, {}, Icon::Topic, Tone::Normal, {}, {}, nullptr, {QStringLiteral("topics"), topic, {}}};
    }
    [[nodiscard]] QString current() const { return m_palette->findChild<QListView *>()->currentIndex().data().toString(); }

    GivenAppearance m_appearance;
    Theme m_theme{m_appearance};
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_behind = nullptr;
    Palette *m_palette = nullptr;
    QLineEdit *m_field = nullptr;
};

ROCKETDESK_TEST(PaletteTest)

#include "tst_palette.moc"
