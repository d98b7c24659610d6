// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/jsonscanner.h"

#include <vector>

namespace rocketdesk::protocol {

/// How a header is written; the value is the type byte of the frame.
enum class HeaderEncoding : quint8 {
    Json = 0,
    Binary = 1, ///< "ROCKETMQ"; codes above 32767 don't fit
};

/// The extension fields of a received header: views into the frame, walked in the order they came.
class ExtFieldsView final
{
public:
    struct Entry {
        TextView key;
        TextView value; ///< null where the header says null, and in binary headers where the length is 0
    };

    /// Goes from entry to entry; ends at the first byte that does not fit (parseFrame has refused those before).
    class Cursor final
    {
    public:
        explicit Cursor(const ExtFieldsView &fields);
        [[nodiscard]] bool next(Entry &entry);
        [[nodiscard]] bool failed() const { return m_failed; }
        /// Behind the last entry, of a JSON header; within the fields it was made of.
        [[nodiscard]] const char *position() const { return m_json.position(); }

    private:
        bool nextJson(Entry &entry);
        bool nextBinary(Entry &entry);
        bool fail();

        JsonScanner m_json;
        QByteArrayView m_rest; ///< of a binary block
        HeaderEncoding m_encoding;
        bool m_first = true;
        bool m_failed = false;
    };

    ExtFieldsView() = default;
    /// `block`: the inside of the JSON object up to its closing bracket, or the entries of a binary header.
    ExtFieldsView(HeaderEncoding encoding, QByteArrayView block) : m_block(block), m_encoding(encoding) {}

    /// Value of the name; null where it is absent or null. The last one counts, as in Java.
    [[nodiscard]] TextView value(QByteArrayView name) const;

private:
    QByteArrayView m_block;
    HeaderEncoding m_encoding = HeaderEncoding::Json;
};

/// Extension fields of a request that is put together at run time, in order.
class ExtFields final
{
public:
    struct Entry {
        QByteArray name;
        QByteArray value;
    };

    ExtFields() = default;
    explicit ExtFields(const ExtFieldsView &view); ///< copies; null values are left out

    /// The same functions as FrameWriter has: a command's table is written to either.
    void field(QByteArrayView name, QByteArrayView utf8);
    void field(QByteArrayView name, QStringView text);
    void field(QByteArrayView name, qint64 number);
    void field(QByteArrayView name, bool value);

    void set(QByteArrayView name, QByteArrayView utf8); ///< replaces what is there
    void remove(QByteArrayView name);
    [[nodiscard]] QByteArrayView value(QByteArrayView name) const; ///< null when absent
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
};

} // namespace rocketdesk::protocol
