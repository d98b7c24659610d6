// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/textview.h"

namespace rocketdesk::protocol {

/// How maps are written whose keys are not texts.
enum class JsonKeys {
    Java, ///< as Java servers write and read them: numbers and objects without quotes; not standard JSON
    Standard, ///< standard JSON: numbers in quotes, maps with objects as keys as an array of {"key", "value"} (empty: {})
};

/// Writes compact JSON at the end of a buffer; the caller keeps brackets in balance.
class JsonWriter final
{
public:
    explicit JsonWriter(QByteArray &out, JsonKeys keys = JsonKeys::Java) : m_out(out), m_keys(keys) {}
    JsonWriter(const JsonWriter &) = delete;
    JsonWriter &operator=(const JsonWriter &) = delete;

    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(QByteArrayView name);
    void key(qint64 number); ///< in quotes or not, as `keys` says
    void colon(); ///< after an object that was written as a key

    void text(QStringView text);
    void text(QByteArrayView utf8);
    void number(qint64 number);
    void real(double number); ///< 0 where JSON has no way to write it
    void truth(bool value);
    void null();

    [[nodiscard]] JsonKeys keys() const { return m_keys; }

private:
    void begin(char bracket);
    void end(char bracket);
    void item();
    void word(QByteArrayView text);

    QByteArray &m_out;
    JsonKeys m_keys;
    bool m_comma = false;
};

} // namespace rocketdesk::protocol
