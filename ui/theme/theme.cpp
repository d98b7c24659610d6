// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include "ui/theme/appearance.h"
#include "ui/theme/style.h"
#include "ui/theme/themedicon.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <array>

// The icons are in a static library: without this the linker would leave them out. The macro wants no namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(rocketdesk);
}

namespace rocketdesk::ui {

namespace {

struct ToneRoles {
    Role text;
    Role fill;
    Role soft;
};

constexpr std::array<ToneRoles, 7> toneRoles = {{
    {Role::Text, Role::Text2, Role::NeutralSoft}, // Normal
    {Role::Text2, Role::Text2, Role::NeutralSoft}, // Muted
    {Role::Text3, Role::Text3, Role::NeutralSoft}, // Faint
    {Role::Accent, Role::AccentFill, Role::AccentSoft}, // Accent
    {Role::OkText, Role::OkFill, Role::OkSoft},
    {Role::WarningText, Role::WarningFill, Role::WarningSoft},
    {Role::ErrorText, Role::ErrorFill, Role::ErrorSoft},
}};

const ToneRoles &rolesOf(Tone tone)
{
    return toneRoles[static_cast<std::size_t>(tone)];
}

struct FontSpec {
    int px;
    QFont::Weight weight;
    bool mono;
};

constexpr std::array<FontSpec, 10> fonts = {{
    {11, QFont::Normal, false}, {12, QFont::Normal, false}, {12, QFont::DemiBold, false}, {13, QFont::Normal, false}, {13, QFont::DemiBold, false},
    {14, QFont::DemiBold, false}, {16, QFont::DemiBold, false}, {22, QFont::DemiBold, false}, {13, QFont::Normal, true}, {12, QFont::Normal, true},
}};

const QStringList &families(bool mono)
{
    static const QStringList text = {QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("sans-serif")};
    static const QStringList fixed = {QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("monospace")};
    return mono ? fixed : text;
}

} // namespace

Theme::Theme(Appearance &appearance, QObject *parent) : QObject(parent), m_appearance(appearance)
{
    initialiseResources();
    connect(&appearance, &Appearance::changed, this, &Theme::update);
    update();
}

Theme::~Theme() = default;

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    update();
}

void Theme::setTextScale(int percent)
{
    m_textScale = std::clamp(percent, 90, 150);
    update();
}

void Theme::setComfortableRows(bool comfortable)
{
    m_comfortable = comfortable;
    update();
}

bool Theme::animates() const
{
    return !m_appearance.reducedMotion();
}

void Theme::update()
{
    static constexpr std::array chosen = {Scheme::Light, Scheme::Light, Scheme::Dark, Scheme::HighContrast};
    m_scheme = m_choice == Choice::System ? m_appearance.scheme() : chosen[static_cast<std::size_t>(m_choice)];
    m_icons.clear();
    Q_EMIT changed();
}

QColor Theme::text(Tone tone) const
{
    return color(rolesOf(tone).text);
}

QColor Theme::fill(Tone tone) const
{
    return color(rolesOf(tone).fill);
}

QColor Theme::soft(Tone tone) const
{
    return color(rolesOf(tone).soft);
}

QColor Theme::series(int index) const
{
    return color(static_cast<Role>(static_cast<int>(Role::Series1) + std::max(index, 0) % seriesCount));
}

QColor Theme::environment(Environment environment) const
{
    return color(static_cast<Role>(static_cast<int>(Role::EnvironmentLocal) + static_cast<int>(environment)));
}

QPalette Theme::palette() const
{
    static constexpr std::array<std::pair<QPalette::ColorRole, Role>, 19> table = {{
        {QPalette::Window, Role::Page}, {QPalette::WindowText, Role::Text}, {QPalette::Base, Role::Page}, {QPalette::AlternateBase, Role::Page},
        {QPalette::Text, Role::Text}, {QPalette::Button, Role::Page}, {QPalette::ButtonText, Role::Text}, {QPalette::BrightText, Role::ErrorText},
        {QPalette::Highlight, Role::Selected}, {QPalette::HighlightedText, Role::Text}, {QPalette::Link, Role::Accent}, {QPalette::LinkVisited, Role::Accent},
        {QPalette::ToolTipBase, Role::Page}, {QPalette::ToolTipText, Role::Text}, {QPalette::PlaceholderText, Role::Text3}, {QPalette::Light, Role::Line},
        {QPalette::Mid, Role::Border}, {QPalette::Dark, Role::Border}, {QPalette::Shadow, Role::Border},
    }};
    QPalette palette;
    for (const auto &[target, role] : table)
        palette.setColor(target, color(role));
    for (const auto target : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, target, color(Role::Disabled));
    return palette;
}

QFont Theme::font(TextStyle style) const
{
    const FontSpec &spec = fonts[static_cast<std::size_t>(style)];
    QFont font;
    font.setFamilies(families(spec.mono));
    font.setPixelSize(scaled(spec.px));
    font.setWeight(spec.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (spec.mono)
        font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QIcon Theme::icon(Icon name, Role role)
{
    return QIcon(new ThemedIcon(*this, name, role));
}

QPixmap Theme::pixmap(Icon name, const QColor &color, int size, qreal ratio)
{
    return m_icons.pixmap(name, color, size, ratio);
}

void Theme::drawIcon(QPainter &painter, const QRect &rect, Icon name, const QColor &color, int size)
{
    const QPixmap drawn = pixmap(name, color, size, painter.device()->devicePixelRatioF());
    if (!drawn.isNull())
        painter.drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, drawn);
}

Icon Theme::stateIcon(Tone tone)
{
    static constexpr std::array icons = {Icon::Idle, Icon::Off, Icon::Off, Icon::InfoFill, Icon::OkFill, Icon::WarningFill, Icon::ErrorFill};
    return icons[static_cast<std::size_t>(tone)];
}

void Theme::apply(QApplication &application)
{
    application.setStyle(new Style(*this));
    const auto follow = [this] {
        QApplication::setPalette(palette());
        QApplication::setFont(font(TextStyle::Body));
    };
    connect(this, &Theme::changed, &application, follow);
    follow();
}

} // namespace rocketdesk::ui
