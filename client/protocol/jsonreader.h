// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/protocol/jsonscanner.h"

namespace rocketdesk::protocol {

/// Reads the JSON that Java servers write: numbers and whole objects as keys without quotes, besides standard JSON.
/// The caller walks what it wants and skips the rest. The first failure sticks: everything after it gives false.
class JsonReader final
{
public:
    enum class Kind { Object, Array, String, Bare, Bad }; ///< Bare: number, true, false, null

    /// Key of a member: a text, a number, or the text of a whole object.
    struct Key {
        TextView text;
        bool isObject = false;
    };

    explicit JsonReader(QByteArrayView text);

    [[nodiscard]] Kind peek();
    [[nodiscard]] bool takeNull(); ///< steps over null if it is next

    [[nodiscard]] bool enterObject(); ///< false, and a failure, where no object is next
    [[nodiscard]] bool nextMember(Key &key); ///< false at the end of the object and after a failure
    [[nodiscard]] bool enterArray();
    [[nodiscard]] bool nextElement();
    [[nodiscard]] bool scalar(TextView &out); ///< text, number or truth value; a null view for null
    bool skip(); ///< steps over any value
    [[nodiscard]] QByteArrayView raw(); ///< any value, unread

    /// Counts memory that the caller is about to take for what it reads; false, and TooLarge, where a text of this
    /// length cannot honestly need so much.
    bool charge(std::size_t bytes);
    bool fail(const QString &what);
    void addPath(QByteArrayView member); ///< puts a member's name in front of the failure's path

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] Error error() const;
    /// The one value is read: nothing but space may follow.
    [[nodiscard]] bool atEnd();

private:
    bool enter(char bracket);
    bool next(char bracket);
    bool fail(Error::Kind kind, const QString &what);

    JsonScanner m_scanner;
    qsizetype m_budget;
    quint64 m_started = 0; ///< one bit a level: a member or element has been read
    int m_depth = 0;
    bool m_ok = true;
    Error::Kind m_kind = Error::Kind::Malformed;
    QString m_what;
    QString m_path;
};

} // namespace rocketdesk::protocol
