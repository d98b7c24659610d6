// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/protocol/extfields.h"
#include "client/protocol/language.h"

namespace rocketdesk::protocol {

constexpr qsizetype lengthWordSize = 4; ///< in front of every frame; counts what follows it
constexpr int responseFlag = 1;
constexpr int onewayFlag = 2; ///< the server writes no reply at all, errors included

/// What a reader accepts. Servers refuse a frame above 16 MiB, but their own replies may be larger.
struct FrameLimits {
    qint32 frame = 32 << 20; ///< bytes after the length word
    qint32 header = 64 << 10; ///< the answer to a batch of 1,000 messages, which is the most we send, has one of 33 KiB
};

enum class SplitStatus {
    Incomplete, ///< feed more; `wanted` says how much makes the frame whole
    Complete,
    Refused, ///< the stream cannot be read any further: close the connection
};

struct Split {
    SplitStatus status = SplitStatus::Incomplete;
    QByteArrayView payload; ///< the frame without its length word; a view into what was given
    qsizetype consumed = 0; ///< bytes to drop: length word and payload
    qsizetype wanted = lengthWordSize; ///< bytes from the begin that are needed; a length that lies is refused before
    Error::Kind reason = Error::Kind::Malformed; ///< why refused
};

/// Takes the first frame off a stream. Judges lengths as soon as their bytes are there, and allocates nothing.
[[nodiscard]] Split splitFrame(QByteArrayView bytes, const FrameLimits &limits = {});

/// A received frame, as views: valid as long as the bytes it was parsed from.
struct FrameView {
    HeaderEncoding encoding = HeaderEncoding::Json;
    Language language = Language::Java; ///< what Java takes when the member is missing
    qint32 headerLength = 0;
    qint32 code = 0;
    qint32 version = 0;
    qint32 opaque = 0;
    qint32 flag = 0;
    TextView remark;
    ExtFieldsView extFields;
    QByteArrayView body;

    [[nodiscard]] bool isResponse() const { return flag & responseFlag; }
    [[nodiscard]] bool isOneway() const { return flag & onewayFlag; }
};

/// Parses what splitFrame gave, in either encoding and with the leniency of the Java reader; never allocates on success.
/// Fails with Malformed (or TooLarge for a header above the limit): the connection is to be closed.
[[nodiscard]] Result<FrameView> parseFrame(QByteArrayView payload, const FrameLimits &limits = {});

/// Parses a binary header alone.
[[nodiscard]] Result<FrameView> parseBinaryHeader(QByteArrayView header);

/// Word of encoding (high byte) and header length (24 bits).
[[nodiscard]] constexpr quint32 headerWord(HeaderEncoding encoding, qint32 headerLength)
{
    return quint32(encoding) << 24 | (quint32(headerLength) & 0xffffff);
}

/// Header length in such a word.
[[nodiscard]] constexpr qint32 headerLengthOf(quint32 word)
{
    return qint32(word & 0xffffff);
}

} // namespace rocketdesk::protocol
