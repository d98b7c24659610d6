// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/livefixture.h"
#include "ui/pages/live/liveview.h"
#include "ui/theme/appearance.h"
#include "ui/theme/shapedlines.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tabledelegate.h"

#include <QPainter>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::ui;

namespace {

constexpr QRgb unpainted = 0xffff00ff;

/// How many pixels outside of `inside` are another colour than before, and how many inside are as before.
struct Traces {
    int outside = 0;
    int left = 0;
};

Traces tracesIn(const QImage &image, const QRect &inside)
{
    Traces traces;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool isPainted = image.pixel(x, y) != unpainted;
            if (!inside.contains(x, y))
                traces.outside += isPainted;
            else
                traces.left += !isPainted;
        }
    }
    return traces;
}

} // namespace

class TablePaintingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableWithoutARowThatPassesSaysSo()
    {
        GivenAppearance appearance;
        Theme theme(appearance);
        LiveModel model;
        LiveView view(theme, model);
        view.resize(900, 400);
        view.show();
        const auto painted = [&view, ground = theme.color(Role::Page).rgb()] {
            const QImage image = view.viewport()->grab().toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixel(x, y) != ground)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(view.noneText().isEmpty() && !painted());
        model.setFilter(FilterExpression(QStringLiteral("nowhere")));
        model.append({tests::makeBatch(QStringLiteral("order-created"), 0, 10)});
        QVERIFY(!view.noneText().isEmpty() && painted());
        QCOMPARE(view.accessibleDescription(), view.noneText());
        model.append({tests::makeBatch(QStringLiteral("order-created"), 10, 20'000)});
        for (model.setFilter(FilterExpression(QStringLiteral("/no.*where/"))); model.isSearching(); model.searchOlder(1))
            QVERIFY(view.noneText().isEmpty()); // one may pass yet
        QVERIFY(!view.noneText().isEmpty());
        model.setFilter({});
        QVERIFY(view.accessibleDescription().isEmpty());
        QVERIFY(view.noneText().isEmpty());
    }

    void everyPixelOfATableIsPainted_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("narrow");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const int rows : {0, 3, 100}) {
            for (const bool narrow : {false, true}) {
                QTest::addRow("%d rows, %s", rows, narrow ? "narrow columns" : "all columns") << rows << narrow << Qt::LeftToRight;
                QTest::addRow("%d rows, %s, right to left", rows, narrow ? "narrow columns" : "all columns") << rows << narrow << Qt::RightToLeft;
            }
        }
    }
    void everyPixelOfATableIsPainted()
    {
        QFETCH(int, rows);
        QFETCH(bool, narrow);
        QFETCH(Qt::LayoutDirection, direction);
        GivenAppearance appearance;
        Theme theme(appearance);
        LiveModel model;
        LiveView view(theme, model);
        view.setLayoutDirection(direction);
        view.resize(900, 400);
        if (rows > 0)
            model.append({tests::makeBatch(QStringLiteral("order-created"), 0, rows)});
        view.show();
        for (int column = 1; narrow && column < model.columnCount(); ++column)
            view.setColumnHidden(column, true);
        QImage image(view.viewport()->size(), QImage::Format_RGB32);
        image.fill(unpainted);
        view.viewport()->render(&image, {}, {}, QWidget::DrawChildren);
        QCOMPARE(tracesIn(image, image.rect()).left, 0);
    }

    void aCellEndsAtItsEdges_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("scale");
        QTest::addColumn<int>("width"); // px
        QTest::addColumn<QString>("text");
        const QStringList texts{QStringLiteral("1,234,567"), QStringLiteral("a name that is far too long for any column of this table"), QStringLiteral("中文的消息正文比列宽长得多，应当被截断"),
            QStringLiteral("two\nlines\tand a tab")};
        for (int kind = 0; kind <= static_cast<int>(ColumnKind::Icon); ++kind) {
            for (const int scale : {100, 125}) {
                for (const int width : {20, 61, 76, 140}) {
                    for (const QString &text : texts)
                        QTest::addRow("kind %d at %d %%, %d px: %s", kind, scale, width, qUtf8Printable(text.left(8).simplified())) << kind << scale << width << text;
                }
            }
        }
    }
    void aCellEndsAtItsEdges()
    {
        QFETCH(int, kind);
        QFETCH(int, scale);
        QFETCH(int, width);
        QFETCH(QString, text);
        GivenAppearance appearance;
        Theme theme(appearance);
        theme.setTextScale(scale);
        const TableDelegate delegate(theme);
        QStandardItemModel model(1, 1);
        const QModelIndex index = model.index(0, 0);
        const std::pair<int, QVariant> values[] = {{Qt::DisplayRole, text}, {KindRole, kind}, {SeriesRole, 1}, {EdgeRole, 1}, {IconRole, static_cast<int>(Icon::Topic)},
            {BarRole, QVariant::fromValue(BarValue{0.9, 0.8})}, {PointsRole, QVariant::fromValue(QList<double>{1, 5, 2, 9})}};
        for (const auto &[role, value] : values)
            model.setData(index, value, role);
        QImage image(400, 60, QImage::Format_RGB32);
        image.fill(unpainted);
        QStyleOptionViewItem option;
        option.rect = QRect(150, 10, width, theme.rowHeight());
        QPainter painter(&image);
        delegate.paint(&painter, option, index);
        painter.end();
        const Traces traces = tracesIn(image, option.rect);
        QCOMPARE(traces.outside, 0);
        QCOMPARE(traces.left, 0);
    }

    void aLineIsCutToItsWidth_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Qt::TextElideMode>("elide");
        QTest::addColumn<int>("width"); // px
        QTest::addColumn<QString>("shown"); // as a regular expression
        const QString million(1'000'000, u'x');
        QTest::newRow("fits") << QStringLiteral("order") << Qt::ElideRight << 200 << QStringLiteral("order");
        QTest::newRow("ends earlier") << QStringLiteral("order-created") << Qt::ElideRight << 50 << QStringLiteral("ord.*…");
        QTest::newRow("loses its middle") << QStringLiteral("order-created") << Qt::ElideMiddle << 50 << QStringLiteral("or.*….*d");
        QTest::newRow("line ends and tabs are blanks") << QStringLiteral("a\nb\tc\r\u2028d") << Qt::ElideRight << 200 << QStringLiteral("a b c  d");
        QTest::newRow("a million characters") << million << Qt::ElideRight << 300 << QStringLiteral("x{10,100}…");
        QTest::newRow("a million without their middle") << million + QStringLiteral("end") << Qt::ElideMiddle << 300 << QStringLiteral("x{10,60}…x*end");
        QTest::newRow("no room") << QStringLiteral("order") << Qt::ElideRight << -4 << QStringLiteral("…?");
    }
    void aLineIsCutToItsWidth()
    {
        QFETCH(QString, text);
        QFETCH(Qt::TextElideMode, elide);
        QFETCH(int, width);
        QFETCH(QString, shown);
        GivenAppearance appearance;
        Theme theme(appearance);
        const ShapedLines lines(theme.font(TextStyle::Body));
        const ShapedLines::Line &line = lines.fitted(text, elide, width);
        QVERIFY2(QRegularExpression(QRegularExpression::anchoredPattern(shown)).match(line.text).hasMatch(), qUtf8Printable(line.text));
        QVERIFY(line.width <= std::max(width, 20) + 1);
        QCOMPARE(line.runs.isEmpty(), line.text.isEmpty());
        QCOMPARE(&lines.fitted(text, elide, width), &line); // kept
    }
};

ROCKETDESK_TEST(TablePaintingTest)
#include "tst_tablepainting.moc"
