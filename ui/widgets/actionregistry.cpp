// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/actionregistry.h"

#include "ui/settings/settings.h"
#include "ui/theme/style.h"

#include <QWidget>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr char specProperty[] = "rocketdesk_spec";
constexpr char forbiddenProperty[] = "rocketdesk_forbidden";

} // namespace

} // namespace rocketdesk::ui

Q_DECLARE_METATYPE(rocketdesk::ui::ActionSpec)

namespace rocketdesk::ui {

ActionRegistry::ActionRegistry(Theme &theme, Settings &settings, ActionRegistry *above, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_above(above)
{
}

QAction *ActionRegistry::add(const ActionSpec &spec, QWidget &owner, std::function<void()> run)
{
    auto *action = new QAction(spec.icon == Icon::None ? QIcon() : m_theme.icon(spec.icon, spec.tone == Tone::Error ? Role::ErrorText : Role::Text2), spec.text, &owner);
    action->setObjectName(spec.id);
    action->setProperty(specProperty, QVariant::fromValue(spec));
    const QByteArray own = m_settings.remembered(QStringLiteral("shortcuts"), spec.id);
    action->setShortcut(own.isNull() ? spec.shortcut : QKeySequence::fromString(QString::fromUtf8(own)));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    setActionTone(*action, spec.tone);
    dress(*action);
    owner.addAction(action);
    m_actions << action;
    connect(action, &QAction::triggered, &owner, std::move(run));
    connect(action, &QObject::destroyed, this, [this, action] { m_actions.removeOne(action); });
    return action;
}

void ActionRegistry::dress(QAction &action) const
{
    const QString plain = QString(action.text()).remove(u'&');
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    const QString why = forbidden(action);
    const QString named = keys.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, keys);
    action.setToolTip(why.isEmpty() ? named : QStringLiteral("%1\n%2").arg(named, why));
}

QAction *ActionRegistry::action(const QString &id) const
{
    const auto found = std::find_if(m_actions.cbegin(), m_actions.cend(), [&id](const QAction *each) { return each->objectName() == id; });
    if (found != m_actions.cend())
        return *found;
    return m_above ? m_above->action(id) : nullptr;
}

QList<QAction *> ActionRegistry::actions() const
{
    return m_above ? m_actions + m_above->actions() : m_actions;
}

ActionSpec ActionRegistry::spec(const QAction &action)
{
    return action.property(specProperty).value<ActionSpec>();
}

void ActionRegistry::setForbidden(QAction &action, const QString &why)
{
    action.setProperty(forbiddenProperty, why);
    action.setEnabled(why.isEmpty());
    const QString named = action.toolTip().section(u'\n', 0, 0);
    action.setToolTip(why.isEmpty() ? named : QStringLiteral("%1\n%2").arg(named, why));
}

QString ActionRegistry::forbidden(const QAction &action)
{
    return action.property(forbiddenProperty).toString();
}

void ActionRegistry::setShortcut(QAction &action, const QKeySequence &shortcut)
{
    action.setShortcut(shortcut);
    m_settings.remember(QStringLiteral("shortcuts"), action.objectName(), shortcut.toString().toUtf8());
    dress(action);
}

} // namespace rocketdesk::ui
