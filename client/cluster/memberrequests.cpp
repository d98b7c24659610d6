// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/memberrequests.h"

#include "client/base/logcategories.h"
#include "client/protocol/messagelist.h"

namespace rocketdesk {

namespace {

constexpr int SystemError = static_cast<int>(protocol::AnswerCode::SystemError);
constexpr int SystemBusy = static_cast<int>(protocol::AnswerCode::SystemBusy);

/// The message in a request's body, in memory of its own.
std::optional<protocol::StoredMessage> messageOf(const QByteArray &body, const BrokerName &broker)
{
    protocol::MessageList list = protocol::decodeMessageList(protocol::Bytes(body));
    if (list.messages.empty())
        return std::nullopt;
    list.messages.front().brokerName = broker;
    return std::move(list.messages.front());
}

template <typename Body>
Response answer(const Body &body)
{
    return {.body = protocol::writeJson(body)};
}

} // namespace

MemberRequests::MemberRequests(Remoting &remoting, const Membership &membership, QObject *parent)
    : QObject(parent)
    , m_remoting(remoting)
    , m_membership(membership)
{
    handle(&MemberRequests::checkTransaction);
    handle(&MemberRequests::idsChanged);
    handle(&MemberRequests::resetOffsets);
    handle(&MemberRequests::status);
    handle(&MemberRequests::runningInfo);
    handle(&MemberRequests::consumeDirectly);
    handle(&MemberRequests::takeReply);
}

MemberRequests::~MemberRequests()
{
    for (const int code : m_codes)
        m_remoting.onPush(code, {});
}

template <typename C>
void MemberRequests::handle(Answer (MemberRequests::*handler)(const C &, const From &))
{
    m_codes.push_back(C::request.code);
    m_remoting.onPush(C::request.code, [this, handler](const protocol::FrameView &frame, const Endpoint &broker) -> Answer {
        const auto request = protocol::decodeRequest<C>(frame);
        if (request)
            return (this->*handler)(*request, {broker, frame.opaque});
        ++m_astray;
        qCWarning(logCluster, "%s of %s can't be read: %s", C::request.name, qUtf8Printable(broker.toString()), qUtf8Printable(request.error().remark));
        return Response{.code = SystemError, .remark = request.error().remark};
    });
}

MemberRequests::Answer MemberRequests::checkTransaction(const commands::CheckTransactionState &check, const From &from)
{
    const auto message = messageOf(check.body, check.bname.value_or(BrokerName()));
    const QString group = message ? message->propertyText(protocol::property::ProducerGroup) : QString();
    ProducerMember *const member = m_membership.producer(ProducerGroup(group));
    if (!member)
        return nobody(group, from.broker);
    member->checkTransaction(check, *message, from.broker);
    return Response();
}

MemberRequests::Answer MemberRequests::idsChanged(const commands::NotifyConsumerIdsChanged &notice, const From &from)
{
    ConsumerMember *const member = m_membership.consumer(notice.consumerGroup);
    if (!member)
        return nobody(notice.consumerGroup.text(), from.broker);
    member->idsChanged();
    return Response();
}

MemberRequests::Answer MemberRequests::resetOffsets(const commands::ResetConsumerClientOffset &reset, const From &from)
{
    ConsumerMember *const member = m_membership.consumer(reset.group);
    if (!member)
        return nobody(reset.group.text(), from.broker);
    member->resetOffsets(reset.topic, reset.body);
    return Response();
}

MemberRequests::Answer MemberRequests::status(const commands::GetConsumerStatusFromClient &question, const From &from)
{
    ConsumerMember *const member = m_membership.consumer(question.group);
    return member ? answer(member->status(question.topic)) : nobody(question.group.text(), from.broker);
}

MemberRequests::Answer MemberRequests::runningInfo(const commands::GetConsumerRunningInfo &question, const From &from)
{
    ConsumerMember *const member = m_membership.consumer(question.consumerGroup);
    return member ? answer(member->runningInfo()) : nobody(question.consumerGroup.text(), from.broker);
}

MemberRequests::Answer MemberRequests::consumeDirectly(const commands::ConsumeMessageDirectly &order, const From &from)
{
    ConsumerMember *const member = m_membership.consumer(order.consumerGroup);
    if (!member)
        return nobody(order.consumerGroup.text(), from.broker);
    auto message = messageOf(order.body, order.brokerName.value_or(BrokerName()));
    if (!message)
        return Response{.code = SystemError, .remark = QStringLiteral("the body is no message")};
    if (m_direct >= MostDirect)
        return Response{.code = SystemBusy, .remark = QStringLiteral("%1 messages are being consumed directly").arg(m_direct)};
    ++m_direct;
    whenDone(member->consumeDirectly(std::move(*message)), this, [this, from](Result<commands::DirectConsumption> result) {
        --m_direct;
        m_remoting.respond(from.broker, from.opaque, result ? answer(*result) : Response{.code = SystemError, .remark = result.error().remark});
    });
    return std::nullopt;
}

MemberRequests::Answer MemberRequests::takeReply(const commands::PushReplyMessageToClient &reply, const From &from)
{
    if (!m_reply)
        return nobody(reply.producerGroup.text(), from.broker);
    m_reply(reply);
    return Response();
}

MemberRequests::Answer MemberRequests::nobody(const QString &group, const Endpoint &broker)
{
    ++m_astray;
    qCDebug(logCluster, "%s asks for the group \"%s\", which is not here", qUtf8Printable(broker.toString()), qUtf8Printable(group));
    return Response{.code = SystemError, .remark = QStringLiteral("The Consumer Group <%1> not exist in the consumer client").arg(group)};
}

} // namespace rocketdesk
