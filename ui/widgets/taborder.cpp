// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>

namespace rocketdesk::ui {

namespace {

/// The stops of Tab in the order in which they are to come.
class Stops final
{
public:
    void add(QWidget &widget)
    {
        if (const auto *tabs = qobject_cast<QTabWidget *>(&widget)) {
            m_stops << tabs->tabBar();
            addAll(tabs->count(), [tabs](int i) { return tabs->widget(i); });
        } else if (const auto *area = qobject_cast<QScrollArea *>(&widget)) {
            m_stops << &widget;
            if (area->widget())
                add(*area->widget());
        } else if ((widget.focusPolicy() & Qt::TabFocus) != 0) {
            m_stops << &widget; // what it is made of belongs to it
        } else if (const auto *splitter = qobject_cast<QSplitter *>(&widget)) {
            addAll(splitter->count(), [splitter](int i) { return splitter->widget(i); });
        } else if (QLayout *layout = widget.layout()) {
            add(*layout);
        } else {
            addAsTheyAre(widget);
        }
    }

    void apply() const
    {
        for (qsizetype i = 1; i < m_stops.size(); ++i)
            QWidget::setTabOrder(m_stops.at(i - 1), m_stops.at(i));
    }

private:
    template <typename At>
    void addAll(int count, At at)
    {
        for (int i = 0; i < count; ++i)
            add(*at(i));
    }

    void add(QLayout &layout)
    {
        for (int i = 0; i < layout.count(); ++i) {
            if (QWidget *widget = layout.itemAt(i)->widget())
                add(*widget);
            else if (QLayout *inner = layout.itemAt(i)->layout())
                add(*inner);
        }
    }

    /// Who places its parts by hand orders them by hand too.
    void addAsTheyAre(QWidget &widget)
    {
        for (QWidget *each = widget.nextInFocusChain(); each != &widget; each = each->nextInFocusChain()) {
            if (widget.isAncestorOf(each) && (each->focusPolicy() & Qt::TabFocus) != 0 && !each->focusProxy())
                m_stops << each;
        }
    }

    QList<QWidget *> m_stops;
};

} // namespace

void orderTabs(QWidget &root)
{
    Stops stops;
    stops.add(root);
    stops.apply();
}

} // namespace rocketdesk::ui
