// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/answer.h"
#include "client/protocol/framewriter.h"
#include "client/protocol/json.h"
#include "client/protocol/request.h"

#include <algorithm>
#include <functional>

namespace rocketdesk::protocol {

/// Signs a request: adds its fields (AccessKey, Signature, ...) to those that are there.
using Signer = std::function<void(int code, ExtFields &fields, QByteArrayView body)>;

/// A command: `request`, a `Reply`, and where needed `fields()`, members `body` and `remark`, `successCodes`, `requestVersion`,
/// `requestLanguage`.
template <typename C>
concept Command = requires {
    C::request;
    typename C::Reply;
};

namespace detail {

template <typename T>
concept HasBody = requires(T value) { value.body; };

/// The payload of a body member: bytes and texts as they are, everything else as JSON.
template <typename T>
[[nodiscard]] QByteArray encodeBody(const T &value, JsonKeys keys = JsonKeys::Java)
{
    if constexpr (HasBody<T>) {
        using Body = std::decay_t<decltype(value.body)>;
        if constexpr (std::same_as<Body, QByteArray>)
            return value.body;
        else if constexpr (std::same_as<Body, QString>)
            return value.body.toUtf8();
        else
            return isJsonNull(value.body) ? QByteArray() : writeJson(value.body, keys);
    } else {
        return {};
    }
}

template <typename T>
[[nodiscard]] Result<void> decodeBody(QByteArrayView bytes, T &value)
{
    if constexpr (HasBody<T>) {
        using Body = std::decay_t<decltype(value.body)>;
        if constexpr (std::same_as<Body, QByteArray>) {
            value.body = bytes.toByteArray();
        } else if constexpr (std::same_as<Body, QString>) {
            value.body = QString::fromUtf8(bytes);
        } else {
            if (bytes.isEmpty() && !JsonStruct<Body>)
                return {}; // a list or an optional of which there is nothing
            Result<Body> body = readJson<Body>(bytes);
            if (!body)
                return failed(std::move(body.error()));
            value.body = std::move(*body);
        }
    }
    return {};
}

template <typename C>
[[nodiscard]] bool isSuccess(int code)
{
    if constexpr (requires { C::successCodes; })
        return std::find(std::begin(C::successCodes), std::end(C::successCodes), code) != std::end(C::successCodes);
    else
        return code == int(AnswerCode::Success);
}

template <typename T>
[[nodiscard]] Result<void> writeWhole(QByteArray &out, const FrameHead &head, const T &value, QByteArrayView body)
{
    FrameWriter writer(out, head);
    writer.openFields();
    encodeFields(value, writer);
    return writer.finish(body);
}

} // namespace detail

/// Appends a request. `head` gives opaque, flag, language and encoding; code, and where it says so version and language, come from the command.
template <Command C>
[[nodiscard]] Result<void> encodeRequest(QByteArray &out, FrameHead head, const C &command, const Signer *signer = nullptr)
{
    constexpr int maxBinaryCode = 0x7fff;
    head.code = C::request.code;
    if constexpr (requires { C::requestVersion; })
        head.version = C::requestVersion;
    if constexpr (requires { C::requestLanguage; })
        head.language = C::requestLanguage;
    if constexpr (requires { command.remark; })
        head.remark = command.remark;
    if constexpr (C::request.code > maxBinaryCode)
        head.encoding = HeaderEncoding::Json;
    const QByteArray body = detail::encodeBody(command);
    if (!signer || !*signer)
        return detail::writeWhole(out, head, command, body);
    ExtFields fields;
    encodeFields(command, fields);
    (*signer)(head.code, fields, body);
    return appendFrame(out, head, fields, body);
}

/// Reads a request that somebody sent: strict about its fields. Malformed names what is wrong.
template <Command C>
[[nodiscard]] Result<C> decodeRequest(const FrameView &frame)
{
    Result<C> command = decodeFields<C>(frame.extFields, Strictness::Strict);
    if (command) {
        if constexpr (requires { command->remark; })
            command->remark = frame.remark.toString();
        if (Result<void> body = detail::decodeBody(frame.body, *command); !body)
            return failed(std::move(body.error()));
    }
    return command;
}

/// Header of an answer without its body: for pulls, whose messages stay in the frame.
/// An answer that is no success is an error with the server's code and words.
template <Command C>
[[nodiscard]] Result<typename C::Reply> decodeReplyHeader(const FrameView &frame)
{
    using Reply = typename C::Reply;
    if (!detail::isSuccess<C>(frame.code))
        return failed(answerError(frame, C::request));
    Result<Reply> reply = decodeFields<Reply>(frame.extFields, Strictness::Lenient);
    if (!reply) {
        reply.error().operation = QString::fromLatin1(C::request.name);
        return reply;
    }
    if constexpr (requires { reply->code; })
        reply->code = frame.code;
    if constexpr (requires { reply->remark; })
        reply->remark = frame.remark.toString();
    return reply;
}

/// Reads an answer: header fields, `code` and `remark` where the reply has such members, and the body.
template <Command C>
[[nodiscard]] Result<typename C::Reply> decodeReply(const FrameView &frame)
{
    Result<typename C::Reply> reply = decodeReplyHeader<C>(frame);
    if (!reply)
        return reply;
    if (Result<void> body = detail::decodeBody(frame.body, *reply); !body) {
        body.error().operation = QString::fromLatin1(C::request.name);
        return failed(std::move(body.error()));
    }
    return reply;
}

/// Appends an answer with its header fields and body. `head` gives code, opaque, language, version and remark.
template <typename Reply>
[[nodiscard]] Result<void> encodeReply(QByteArray &out, FrameHead head, const Reply &reply, JsonKeys keys = JsonKeys::Java)
{
    head.flag |= responseFlag;
    return detail::writeWhole(out, head, reply, detail::encodeBody(reply, keys));
}

/// The answer to a request: the same opaque, and code 3 for what nobody here can do.
[[nodiscard]] inline FrameHead answerHead(const FrameView &request, int code, QString remark = {})
{
    return {.code = code, .opaque = request.opaque, .flag = responseFlag, .remark = std::move(remark)};
}

} // namespace rocketdesk::protocol
