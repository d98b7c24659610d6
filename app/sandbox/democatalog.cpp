// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/democatalog.h"

#include "app/sandbox/demomessages.h"
#include "app/sandbox/topictable.h"

namespace rocketdesk::sandbox {

namespace {

constexpr int readWrite = permRead | permWrite;

} // namespace

const std::vector<DemoTopic> &demoTopics()
{
    static const std::vector<DemoTopic> topics = {
        {"order-created", 8, readWrite, "NORMAL", 10, "order-service", orderCreated},
        {"order-paid", 8, readWrite, "NORMAL", 8, "order-service", orderPaid},
        {"order-cancelled", 4, readWrite, "NORMAL", 2, "order-service", orderCancelled},
        {"order-status", 8, readWrite, "FIFO", 9, "order-service", orderStatus},
        {"payment-authorised", 4, readWrite, "TRANSACTION", 6, "payment-gateway", paymentAuthorised},
        {"payment-refunded", 4, readWrite, "NORMAL", 1, "payment-gateway", paymentRefunded},
        {"inventory-reserved", 8, readWrite, "FIFO", 8, "inventory-service", inventoryReserved},
        {"inventory-low", 4, readWrite, "NORMAL", 1, "inventory-service", inventoryLow},
        {"shipment-dispatched", 4, readWrite, "NORMAL", 4, "logistics-service", shipmentDispatched},
        {"cart-abandoned", 4, readWrite, "DELAY", 2, "storefront", cartAbandoned},
        {"customer-registered", 4, readWrite, "NORMAL", 2, "storefront", customerRegistered},
        {"product-viewed", 16, readWrite, "NORMAL", 14, "storefront", productViewed},
        {"price-changed", 4, readWrite, "UNSPECIFIED", 1, "catalogue-service", priceChanged},
        {"audit-trail", 2, permRead, "NORMAL", 0, "catalogue-service", priceChanged},
    };
    return topics;
}

const std::vector<DemoSubscription> &demoSubscriptions()
{
    static const std::vector<DemoSubscription> subscriptions = {
        {"fulfilment", "order-paid", "*", 1, 3},
        {"fulfilment", "inventory-reserved", "*", 0, 3},
        {"billing", "order-created", "*", 0, 2},
        {"billing", "payment-authorised", "CARD || WALLET", 2, 2},
        {"billing", "payment-refunded", "*", 0, 2},
        {"notification-mailer", "order-created", "*", 6, 2},
        {"notification-mailer", "shipment-dispatched", "*", 3, 2},
        {"notification-mailer", "cart-abandoned", "*", 0, 2},
        {"fraud-check", "payment-authorised", "*", 38, 1},
        {"recommendations", "product-viewed", "*", 12, 4},
        {"warehouse-sync", "inventory-reserved", "*", 0, 1},
        {"warehouse-sync", "inventory-low", "*", 0, 1},
        {"analytics-export", "order-created", "*", 64, 0},
        {"analytics-export", "product-viewed", "*", 96, 0},
        {"search-indexer", "price-changed", "*", 0, 1},
        {"order-history", "order-status", "*", 0, 2},
    };
    return subscriptions;
}

QString demoName(const char *name, bool longNames)
{
    static const QHash<QString, QString> longer = {
        {QStringLiteral("customer-registered"), QStringLiteral("customer-profile_address-verification-requested_v2_eu-central-1")},
        {QStringLiteral("payment-authorised"), QStringLiteral("finance-payment_authorised-by-acquiring-bank_v2_eu-central-1")},
        {QStringLiteral("shipment-dispatched"), QStringLiteral("logistics-shipment_handed-over-to-carrier_v3_eu-central-1")},
        {QStringLiteral("order-created"), QStringLiteral("shop-order_created-and-confirmed-by-customer_v4_eu-central-1")},
        {QStringLiteral("notification-mailer"), QStringLiteral("customer-notification_mail-and-push-worker_v2_eu-central-1")},
        {QStringLiteral("billing"), QStringLiteral("finance-invoicing_order-settlement-consumer_v1_eu-central-1")},
    };
    const QString own = QString::fromLatin1(name);
    return longNames ? longer.value(own, own) : own;
}

} // namespace rocketdesk::sandbox
