// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

namespace rocketdesk::ui {

/// One setting: its key in the file, and what holds until the user says otherwise.
template <typename T>
struct Setting {
    const char *key;
    T fallback;
};

/// Every setting of the console. A new one is a line here.
namespace setting {

inline const Setting<QString> theme{"look/theme", QStringLiteral("system")}; ///< system, light, dark, contrast
inline const Setting<QString> language{"look/language", QString()}; ///< empty follows the desktop; en, zh_CN
inline constexpr Setting<int> textScale{"look/textScale", 100}; ///< percent, 90 to 150
inline constexpr Setting<bool> comfortableRows{"look/comfortableRows", false};
inline constexpr Setting<bool> menuPinned{"look/menuPinned", false};
inline constexpr Setting<bool> railNarrow{"look/railNarrow", false};
inline constexpr Setting<int> connectTimeout{"calls/connectTimeoutMs", 3000}; ///< milliseconds, of new connections
inline constexpr Setting<int> requestTimeout{"calls/requestTimeoutMs", 3000}; ///< milliseconds, of new connections
inline constexpr Setting<int> liveMemory{"live/memoryMiB", 256}; ///< MiB kept by the Live page
inline constexpr Setting<int> liveRows{"live/rows", 200'000}; ///< messages kept by the Live page
inline constexpr Setting<int> livePerSecond{"live/perSecond", 0}; ///< messages the Live page reads at most; 0 is no limit
inline constexpr Setting<int> refreshSeconds{"pages/refreshSeconds", 0}; ///< 0 is off

} // namespace setting

/// settings.ini behind typed access. Only the user's own choices are in the file; it is readable by its owner only.
class Settings final : public QObject
{
    Q_OBJECT

public:
    /// The file need not exist. An older one is brought up to date at once.
    explicit Settings(const QString &path, QObject *parent = nullptr);

    template <typename T>
    [[nodiscard]] T get(const Setting<T> &setting) const
    {
        return m_file.value(QLatin1StringView(setting.key), setting.fallback).template value<T>();
    }
    template <typename T>
    void set(const Setting<T> &setting, const T &value)
    {
        write(QLatin1StringView(setting.key), value);
    }

    /// What the console remembers without being told: columns, splitters, windows, shortcuts; any key under `group`.
    [[nodiscard]] QByteArray remembered(const QString &group, const QString &key) const;
    void remember(const QString &group, const QString &key, const QByteArray &state);
    void forget(const QString &group, const QString &key);

Q_SIGNALS:
    void changed(const QString &key);

private:
    void write(const QString &key, const QVariant &value);
    void migrate();

    QSettings m_file;
};

} // namespace rocketdesk::ui
