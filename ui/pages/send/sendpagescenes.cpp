// SPDX-License-Identifier: Apache-2.0
// What the Send page shows in pictures.
#include "ui/pages/send/sendpage.h"

namespace rocketdesk::ui {

namespace {

constexpr std::size_t sendsBefore = 6;

SendDraft draftOfPicture()
{
    return {.topic = QStringLiteral("order-created"), .tag = QStringLiteral("WEB"), .keys = QStringLiteral("SO-65100745 C31329"),
        .properties = {{true, QStringLiteral("channel"), QStringLiteral("web")}, {true, QStringLiteral("schema"), QStringLiteral("3")}},
        .body = R"({
  "orderId": "SO-65100745",
  "customer": { "id": "C31329", "city": "Utrecht" },
  "items": [
    { "sku": "PLT-0615", "name": "Dinner plate, Größe L", "quantity": 2, "price": 12.9 },
    { "sku": "TEA-0103", "name": "乌龙茶 Oolong, 100 g", "quantity": 1, "price": 14.9 }
  ],
  "total": 40.7,
  "currency": "EUR"
})",
        .count = 10'000, .perSecond = 500};
}

} // namespace

bool SendPage::prepareScene(const QString &scene)
{
    SendDraft draft = draftOfPicture();
    if (scene == QStringLiteral("missing")) {
        draft.topic = QStringLiteral("order-creatd");
        setDraft(draft);
        return true;
    }
    if (scene == QStringLiteral("long")) { // sends nothing: on production that would be asked first
        draft.topic = QStringLiteral("customer-profile_address-verification-requested_v2_eu-central-1");
        setDraft(draft);
        return true;
    }
    if (scene != QStringLiteral("ready"))
        return false;
    setDraft(draft);
    for (std::size_t i = 0; i < sendsBefore; ++i)
        sendOnce();
    runSeries(draft);
    draft.properties.push_back({true, QStringLiteral("TAGS"), QStringLiteral("gift")});
    setDraft(draft);
    (void)check();
    return true;
}

bool SendPage::sceneReached(const QString &scene) const
{
    if (scene == QStringLiteral("missing"))
        return m_topicMissing;
    if (scene == QStringLiteral("long"))
        return Page::sceneReached(scene) && !m_routing->isActive();
    return Page::sceneReached(scene) && m_store.history().size() >= sendsBefore && m_series && m_series->progress().sent > 400;
}

} // namespace rocketdesk::ui
