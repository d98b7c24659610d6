// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/fields.h"
#include "client/protocol/jsonreader.h"
#include "client/protocol/jsonwriter.h"

#include <QList>
#include <QMap>

namespace rocketdesk::protocol {

/// A struct that is written as a JSON object by its table `jsonFields()`.
template <typename T>
concept JsonStruct = requires { T::jsonFields(); };

/// How a type is read from and written to JSON. Specialise it where a table cannot say it.
/// `read` gives false after a failure of the reader; null leaves the value as it is.
template <typename T>
struct JsonCodec {
    static bool read(JsonReader &reader, T &value);
    static void write(JsonWriter &writer, const T &value);
};

template <typename T>
[[nodiscard]] bool isJsonNull(const T &value)
{
    if constexpr (isOptional<T>)
        return !value;
    else if constexpr (std::same_as<T, QString>)
        return value.isNull();
    else if constexpr (isName<T>)
        return value.text().isNull();
    else
        return false;
}

namespace detail {

[[nodiscard]] QString notAValue(const TextView &text);

template <typename T>
bool readScalar(JsonReader &reader, T &value)
{
    TextView text;
    if (!reader.scalar(text))
        return false;
    if (text.isNull() || parseValue(text, value))
        return true;
    double real = 0; // a whole number that a peer wrote as 1.0 or 1E3
    if constexpr (std::integral<T> && !std::same_as<T, bool>) {
        if (parseReal(text, real) && real >= -9e15 && real <= 9e15 && std::in_range<T>(qint64(real))) {
            value = T(real);
            return true;
        }
    }
    return reader.fail(notAValue(text));
}

/// Enums travel by name or ordinal; a name of a newer version leaves the default.
template <WireEnum T>
bool readEnum(JsonReader &reader, T &value)
{
    TextView text;
    if (!reader.scalar(text))
        return false;
    qint64 ordinal = -1;
    const auto known = parseNumber(text, ordinal) ? wireOrdinal<T>(ordinal) : wireValue<T>(text.raw);
    if (known)
        value = *known;
    return true;
}

template <typename C, typename M>
bool takeMember(JsonReader &reader, const TextView &key, const Field<C, M> &field, C &value, bool &taken)
{
    if (taken || !key.equals(field.name))
        return true;
    taken = true;
    if (JsonCodec<M>::read(reader, value.*field.member))
        return true;
    reader.addPath(field.name);
    return false;
}

template <JsonStruct T>
bool readStruct(JsonReader &reader, T &value)
{
    JsonReader::Key key;
    if (!reader.enterObject())
        return false;
    while (reader.nextMember(key)) {
        bool taken = false;
        bool good = true;
        T::jsonFields().each([&](const auto &field) { good = good && takeMember(reader, key.text, field, value, taken); });
        if (!taken)
            reader.skip();
    }
    return reader.ok();
}

template <JsonStruct T>
void writeStruct(JsonWriter &writer, const T &value)
{
    const auto write = [&](const auto &field) {
        if (!field.written || isJsonNull(value.*field.member))
            return;
        writer.key(field.name);
        JsonCodec<std::decay_t<decltype(value.*field.member)>>::write(writer, value.*field.member);
    };
    writer.beginObject();
    T::jsonFields().each(write);
    writer.endObject();
}

/// A key of a map: a text, a number, or an object inside the key's own text.
template <typename K>
bool readKey(JsonReader &reader, const JsonReader::Key &key, K &value)
{
    if constexpr (JsonStruct<K>) {
        JsonReader inside(key.isObject || !key.text.escaped ? key.text.raw : QByteArrayView());
        if (readStruct(inside, value))
            return true;
    } else if (!key.isObject && parseValue(key.text, value)) {
        return true;
    }
    return reader.fail(QStringLiteral("a key that is not what it should be"));
}

template <typename K>
void writeKey(JsonWriter &writer, const K &key)
{
    if constexpr (std::same_as<K, QString>)
        writer.key(QByteArrayView(key.toUtf8()));
    else if constexpr (isName<K>)
        writer.key(QByteArrayView(key.text().toUtf8()));
    else if constexpr (isNumber<K>)
        writer.key(qint64(key.value()));
    else if constexpr (std::integral<K>)
        writer.key(qint64(key));
    else {
        writeStruct(writer, key);
        writer.colon();
    }
}

} // namespace detail

template <typename T>
bool JsonCodec<T>::read(JsonReader &reader, T &value)
{
    if constexpr (JsonStruct<T>)
        return reader.takeNull() || detail::readStruct(reader, value);
    else if constexpr (WireEnum<T>)
        return detail::readEnum(reader, value);
    else
        return detail::readScalar(reader, value);
}

template <typename T>
void JsonCodec<T>::write(JsonWriter &writer, const T &value)
{
    if constexpr (JsonStruct<T>)
        detail::writeStruct(writer, value);
    else if constexpr (std::same_as<T, bool>)
        writer.truth(value);
    else if constexpr (std::integral<T>)
        writer.number(qint64(value));
    else if constexpr (std::same_as<T, double>)
        writer.real(value);
    else if constexpr (std::same_as<T, QString>)
        writer.text(QStringView(value));
    else if constexpr (isName<T>)
        writer.text(QStringView(value.text()));
    else if constexpr (isNumber<T>)
        writer.number(qint64(value.value()));
    else
        writer.text(wireName(value));
}

template <typename T>
struct JsonCodec<std::optional<T>> {
    static bool read(JsonReader &reader, std::optional<T> &value)
    {
        return reader.takeNull() || JsonCodec<T>::read(reader, value.emplace());
    }
    static void write(JsonWriter &writer, const std::optional<T> &value)
    {
        if (value)
            JsonCodec<T>::write(writer, *value);
        else
            writer.null();
    }
};

template <typename T>
struct JsonCodec<QList<T>> {
    static bool read(JsonReader &reader, QList<T> &list)
    {
        if (reader.takeNull())
            return true;
        if (!reader.enterArray())
            return false;
        list.clear();
        while (reader.nextElement()) {
            T element{};
            if (reader.charge(sizeof(T)) && JsonCodec<T>::read(reader, element))
                list.append(std::move(element));
        }
        return reader.ok();
    }
    static void write(JsonWriter &writer, const QList<T> &list)
    {
        writer.beginArray();
        for (const T &element : list)
            JsonCodec<T>::write(writer, element);
        writer.endArray();
    }
};

template <typename K, typename V>
struct JsonCodec<QMap<K, V>> {
    static bool read(JsonReader &reader, QMap<K, V> &map)
    {
        if (reader.takeNull())
            return true;
        if (!reader.enterObject())
            return false;
        JsonReader::Key key;
        map.clear();
        while (reader.nextMember(key)) {
            K name{};
            if (!reader.charge(sizeof(K) + sizeof(V)) || !detail::readKey(reader, key, name))
                break;
            if (!JsonCodec<V>::read(reader, map[name]))
                reader.addPath(key.text.raw.first(qMin<qsizetype>(key.text.raw.size(), 128)));
        }
        return reader.ok();
    }
    static void write(JsonWriter &writer, const QMap<K, V> &map)
    {
        const bool pairs = JsonStruct<K> && writer.keys() == JsonKeys::Standard && !map.isEmpty();
        pairs ? writer.beginArray() : writer.beginObject();
        for (auto it = map.cbegin(); it != map.cend(); ++it)
            pairs ? writePair(writer, it.key(), it.value()) : writeMember(writer, it.key(), it.value());
        pairs ? writer.endArray() : writer.endObject();
    }

private:
    static void writeMember(JsonWriter &writer, const K &key, const V &value)
    {
        detail::writeKey(writer, key);
        JsonCodec<V>::write(writer, value);
    }
    static void writePair(JsonWriter &writer, const K &key, const V &value)
    {
        writer.beginObject();
        writer.key("key");
        JsonCodec<K>::write(writer, key);
        writer.key("value");
        JsonCodec<V>::write(writer, value);
        writer.endObject();
    }
};

/// Reads a whole body. Malformed has the path of the member that is not what it should be.
template <typename T>
[[nodiscard]] Result<T> readJson(QByteArrayView text)
{
    JsonReader reader(text);
    T value{};
    if (JsonCodec<T>::read(reader, value) && reader.atEnd())
        return value;
    return failed(reader.error());
}

template <typename T>
[[nodiscard]] QByteArray writeJson(const T &value, JsonKeys keys = JsonKeys::Java)
{
    QByteArray out;
    JsonWriter writer(out, keys);
    JsonCodec<T>::write(writer, value);
    return out;
}

} // namespace rocketdesk::protocol
