// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/wirenames.h"

namespace rocketdesk::protocol {

/// What a peer is written in; the value is the code in binary headers. [LanguageCode]
enum class Language : quint8 {
    Java = 0,
    Cpp = 1,
    DotNet = 2,
    Python = 3,
    Delphi = 4,
    Erlang = 5,
    Ruby = 6,
    Other = 7,
    Http = 8,
    Go = 9,
    Php = 10,
    Oms = 11,
    Rust = 12,
    NodeJs = 13,
    Unknown = 255, ///< a name or code of a newer version; never sent
};

template <>
struct WireNames<Language> {
    static constexpr WireName<Language> names[] = {
        {Language::Java, "JAVA"},     {Language::Cpp, "CPP"},       {Language::DotNet, "DOTNET"},
        {Language::Python, "PYTHON"}, {Language::Delphi, "DELPHI"}, {Language::Erlang, "ERLANG"},
        {Language::Ruby, "RUBY"},     {Language::Other, "OTHER"},   {Language::Http, "HTTP"},
        {Language::Go, "GO"},         {Language::Php, "PHP"},       {Language::Oms, "OMS"},
        {Language::Rust, "RUST"},     {Language::NodeJs, "NODE_JS"},
    };
};

[[nodiscard]] constexpr Language languageOf(quint8 code)
{
    return code <= quint8(Language::NodeJs) ? Language(code) : Language::Unknown;
}

} // namespace rocketdesk::protocol
