// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/demomessages.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <iterator>

namespace rocketdesk::sandbox {

namespace {

struct Product {
    const char *sku;
    const char *name;
    int cents;
};

constexpr Product products[] = {
    {"LMP-0412", "Desk lamp, oak", 5900},      {"CHR-1180", "Chair Halmstad", 12900},  {"MUG-0007", "Mug, 0.35 l", 1150},
    {"KET-2201", "Kettle, 1.7 l", 4490},       {"BAG-0331", "Courier bag", 8900},      {"NTB-0050", "Notebook, dotted", 990},
    {"HPH-7100", "Headphones HP-71", 19900},   {"TEA-0103", "乌龙茶 Oolong, 100 g", 1490}, {"PLT-0615", "Dinner plate, Größe L", 1290},
    {"CBL-0002", "USB-C cable, 2 m", 1290},
};
constexpr const char *cities[] = {"Berlin", "München", "Lyon", "Porto", "上海", "Gdańsk", "Utrecht", "Graz"};
constexpr const char *channels[] = {"web", "app", "app", "store", "phone"};
constexpr const char *carriers[] = {"DHL", "DPD", "GLS", "UPS"};
constexpr const char *methods[] = {"CARD", "CARD", "CARD", "WALLET", "INVOICE"};
constexpr const char *steps[] = {"CONFIRMED", "PICKED", "PACKED", "SHIPPED", "DELIVERED"};

template <std::size_t N>
QString oneOf(QRandomGenerator &random, const char *const (&texts)[N])
{
    return QString::fromUtf8(texts[random.bounded(static_cast<quint32>(N))]);
}

const Product &product(QRandomGenerator &random)
{
    return products[random.bounded(static_cast<quint32>(std::size(products)))];
}

/// Orders come about every half a minute of a busy shop: numbers grow with the time.
QString orderId(QRandomGenerator &random, qint64 nowMs)
{
    return QStringLiteral("SO-%1").arg(nowMs / 700 % 100'000'000 - random.bounded(400), 8, 10, QLatin1Char('0'));
}

QString customerId(QRandomGenerator &random)
{
    return QStringLiteral("C%1").arg(random.bounded(20'000, 99'999));
}

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

double amount(qint64 cents)
{
    return static_cast<double>(cents) / 100;
}

DemoMessage message(const QString &tag, const QStringList &keys, const QJsonObject &body, protocol::Properties user = {})
{
    return {tag, keys, {}, std::move(user), QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

DemoMessage inOrder(DemoMessage message, const QString &key)
{
    message.shardingKey = key;
    return message;
}

QJsonArray items(QRandomGenerator &random, qint64 &cents)
{
    QJsonArray list;
    for (int left = random.bounded(1, 4); left > 0; --left) {
        const Product &one = product(random);
        const int quantity = random.bounded(1, 3);
        cents += one.cents * quantity;
        list << QJsonObject{{u"sku"_qs, QString::fromUtf8(one.sku)}, {u"name"_qs, QString::fromUtf8(one.name)}, {u"quantity"_qs, quantity}, {u"price"_qs, amount(one.cents)}};
    }
    return list;
}

} // namespace

DemoMessage orderCreated(QRandomGenerator &random, qint64 nowMs)
{
    const QString order = orderId(random, nowMs);
    const QString customer = customerId(random);
    const QString channel = oneOf(random, channels);
    qint64 cents = 0;
    const QJsonArray list = items(random, cents);
    const QJsonObject body = {{u"orderId"_qs, order}, {u"customer"_qs, QJsonObject{{u"id"_qs, customer}, {u"city"_qs, oneOf(random, cities)}}},
                              {u"items"_qs, list}, {u"total"_qs, amount(cents)}, {u"currency"_qs, u"EUR"_qs}, {u"createdAt"_qs, isoTime(nowMs)}};
    return message(channel.toUpper(), {order, customer}, body, {{u"channel"_qs, channel}, {u"amount"_qs, QString::number(cents / 100)}, {u"schema"_qs, u"3"_qs}});
}

DemoMessage orderPaid(QRandomGenerator &random, qint64 nowMs)
{
    const QString order = orderId(random, nowMs);
    const QString method = oneOf(random, methods);
    const qint64 cents = random.bounded(900, 42'000);
    return message(method, {order}, {{u"orderId"_qs, order}, {u"method"_qs, method}, {u"amount"_qs, amount(cents)}, {u"currency"_qs, u"EUR"_qs}, {u"paidAt"_qs, isoTime(nowMs)}},
                   {{u"amount"_qs, QString::number(cents / 100)}});
}

DemoMessage orderCancelled(QRandomGenerator &random, qint64 nowMs)
{
    static constexpr const char *reasons[] = {"customer", "payment-failed", "out-of-stock"};
    const QString order = orderId(random, nowMs);
    const QString reason = oneOf(random, reasons);
    return message(reason, {order}, {{u"orderId"_qs, order}, {u"reason"_qs, reason}, {u"cancelledAt"_qs, isoTime(nowMs)}});
}

DemoMessage orderStatus(QRandomGenerator &random, qint64 nowMs)
{
    const QString order = orderId(random, nowMs);
    const QString step = oneOf(random, steps);
    return inOrder(message(step, {order}, {{u"orderId"_qs, order}, {u"status"_qs, step}, {u"at"_qs, isoTime(nowMs)}}), order);
}

DemoMessage paymentAuthorised(QRandomGenerator &random, qint64 nowMs)
{
    const QString order = orderId(random, nowMs);
    const QString method = oneOf(random, methods);
    const QString payment = QStringLiteral("PAY-%1").arg(random.generate(), 8, 16, QLatin1Char('0'));
    const int risk = random.bounded(100);
    return message(method, {payment, order}, {{u"paymentId"_qs, payment}, {u"orderId"_qs, order}, {u"method"_qs, method}, {u"risk"_qs, risk}, {u"authorisedAt"_qs, isoTime(nowMs)}},
                   {{u"risk"_qs, QString::number(risk)}, {u"country"_qs, u"DE"_qs}});
}

DemoMessage paymentRefunded(QRandomGenerator &random, qint64 nowMs)
{
    const QString order = orderId(random, nowMs);
    return message(u"FULL"_qs, {order}, {{u"orderId"_qs, order}, {u"amount"_qs, amount(random.bounded(900, 20'000))}, {u"refundedAt"_qs, isoTime(nowMs)}});
}

DemoMessage inventoryReserved(QRandomGenerator &random, qint64 nowMs)
{
    const QString order = orderId(random, nowMs);
    const QString sku = QString::fromUtf8(product(random).sku);
    const int quantity = random.bounded(1, 4);
    return inOrder(message(u"RESERVE"_qs, {order, sku}, {{u"orderId"_qs, order}, {u"sku"_qs, sku}, {u"quantity"_qs, quantity}, {u"warehouse"_qs, QStringLiteral("W%1").arg(random.bounded(1, 5))}}), sku);
}

DemoMessage inventoryLow(QRandomGenerator &random, qint64 nowMs)
{
    const Product &one = product(random);
    const QString sku = QString::fromUtf8(one.sku);
    return message(u"LOW"_qs, {sku}, {{u"sku"_qs, sku}, {u"name"_qs, QString::fromUtf8(one.name)}, {u"left"_qs, random.bounded(0, 9)}, {u"seenAt"_qs, isoTime(nowMs)}});
}

DemoMessage shipmentDispatched(QRandomGenerator &random, qint64 nowMs)
{
    const QString order = orderId(random, nowMs);
    const QString carrier = oneOf(random, carriers);
    const QString tracking = QStringLiteral("00340%1").arg(random.bounded(100'000'000, 999'999'999));
    return message(carrier, {order, tracking}, {{u"orderId"_qs, order}, {u"carrier"_qs, carrier}, {u"tracking"_qs, tracking}, {u"city"_qs, oneOf(random, cities)}, {u"dispatchedAt"_qs, isoTime(nowMs)}},
                   {{u"carrier"_qs, carrier}});
}

DemoMessage cartAbandoned(QRandomGenerator &random, qint64 nowMs)
{
    const QString customer = customerId(random);
    qint64 cents = 0;
    const QJsonArray list = items(random, cents);
    return message(u"REMINDER"_qs, {customer}, {{u"customerId"_qs, customer}, {u"items"_qs, list}, {u"total"_qs, amount(cents)}, {u"lastSeenAt"_qs, isoTime(nowMs)}});
}

DemoMessage customerRegistered(QRandomGenerator &random, qint64 nowMs)
{
    const QString customer = customerId(random);
    const QString city = oneOf(random, cities);
    return message(u"NEW"_qs, {customer}, {{u"customerId"_qs, customer}, {u"city"_qs, city}, {u"newsletter"_qs, random.bounded(2) == 1}, {u"registeredAt"_qs, isoTime(nowMs)}}, {{u"city"_qs, city}});
}

DemoMessage productViewed(QRandomGenerator &random, qint64)
{
    const QString sku = QString::fromUtf8(product(random).sku);
    const QString channel = oneOf(random, channels);
    return {channel.toUpper(), {sku}, {}, {{u"channel"_qs, channel}},
            QStringLiteral("sku=%1 customer=%2 seconds=%3").arg(sku, customerId(random)).arg(random.bounded(1, 240)).toUtf8()};
}

DemoMessage priceChanged(QRandomGenerator &random, qint64 nowMs)
{
    const Product &one = product(random);
    const QString sku = QString::fromUtf8(one.sku);
    return message(u"PRICE"_qs, {sku}, {{u"sku"_qs, sku}, {u"before"_qs, amount(one.cents)}, {u"after"_qs, amount(one.cents * 9 / 10)}, {u"validFrom"_qs, isoTime(nowMs)}});
}

} // namespace rocketdesk::sandbox
