// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/protocol/frame.h"

namespace rocketdesk::protocol {

constexpr int clientVersion = 479; ///< V5_3_3: standard JSON in routes, and every field of a request signed
constexpr qsizetype maxWrittenFrame = 16 << 20; ///< length word included: servers close the connection above it

/// The fixed part of a header.
struct FrameHead {
    int code = 0;
    qint32 opaque = 0;
    qint32 flag = 0;
    Language language = Language::Cpp;
    int version = clientVersion;
    HeaderEncoding encoding = HeaderEncoding::Json;
    QString remark; ///< null = none
};

/// Writes one frame at the end of a buffer, member by member; allocates only where the buffer has to grow. Until finish() the
/// buffer is longer than what is written, and nobody else may touch it.
class FrameWriter final
{
public:
    FrameWriter(QByteArray &out, const FrameHead &head); ///< both must outlive the writer
    FrameWriter(QByteArray &out, FrameHead &&head) = delete;
    FrameWriter(const FrameWriter &) = delete;
    FrameWriter &operator=(const FrameWriter &) = delete;

    /// Writes the fields' object even if none follows: brokers answer some requests without it with an exception.
    void openFields();
    void field(QByteArrayView name, QByteArrayView utf8);
    void field(QByteArrayView name, QStringView text);
    void field(QByteArrayView name, qint64 number);
    void field(QByteArrayView name, bool value);

    /// Ends header and frame; has to be called. On an error (TooLarge, InvalidArgument) the buffer is as it was before.
    [[nodiscard]] Result<void> finish(QByteArrayView body);

private:
    /// Makes room for so many bytes more at m_to.
    void reserve(qsizetype bytes);
    void put(QByteArrayView bytes);
    void putDecimal(qint64 number);
    void putSized(QStringView text); ///< of a binary header: its length in bytes, then UTF-8
    void key(QByteArrayView name);
    void putTail();
    template <typename T>
    void putInteger(T value);
    template <typename T>
    void patch(qsizetype at, T value);
    [[nodiscard]] qsizetype size() const { return m_to - m_out.constData(); } ///< of the buffer, as far as it is written
    Failure undo(Error::Kind kind, const QString &remark);

    QByteArray &m_out;
    const FrameHead &m_head;
    qsizetype m_begin; ///< of the length word
    char *m_to = nullptr;
    char *m_end = nullptr; ///< of the buffer
    qsizetype m_fields = -1; ///< of the first entry, once the fields are open
    bool m_first = true;
    bool m_keyTooLong = false;
};

/// Writes a whole frame whose fields are known at run time only.
[[nodiscard]] Result<void> appendFrame(QByteArray &out, const FrameHead &head, const ExtFields &fields, QByteArrayView body = {});

/// May a frame of this size, length word included, be written?
[[nodiscard]] Result<void> checkWrittenSize(qsizetype size);

} // namespace rocketdesk::protocol
