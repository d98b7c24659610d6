// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/wirevalue.h"

#include <charconv>
#include <cmath>

namespace rocketdesk::protocol {

namespace {

bool wholeNumber(QByteArrayView text, qint64 &out)
{
    const char *const end = text.data() + text.size();
    qint64 number = 0;
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || at != end)
        return false;
    out = number;
    return true;
}

bool realNumber(QByteArrayView text, double &out)
{
    const char *const end = text.data() + text.size();
    double number = 0;
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || at != end || !std::isfinite(number))
        return false;
    out = number;
    return true;
}

} // namespace

bool parseNumber(const TextView &text, qint64 &out)
{
    if (text.isNull())
        return false;
    return text.escaped ? wholeNumber(text.toUtf8(), out) : wholeNumber(text.raw, out);
}

bool parseReal(const TextView &text, double &out)
{
    if (text.isNull())
        return false;
    return text.escaped ? realNumber(text.toUtf8(), out) : realNumber(text.raw, out);
}

bool parseTruth(const TextView &text)
{
    const QByteArrayView yes("true");
    return text.raw.size() == yes.size() && qstrnicmp(text.raw.data(), text.raw.size(), yes.data(), yes.size()) == 0;
}

} // namespace rocketdesk::protocol
