// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rocketdesk::sandbox {

class Dispatcher;
struct BrokerState;

// One family of calls each, in the file of that name.
void addSendHandlers(Dispatcher &table, BrokerState &broker); ///< 10, 310, 320
void addReplyHandlers(Dispatcher &table, BrokerState &broker); ///< 324, 325
void addRecallHandlers(Dispatcher &table, BrokerState &broker); ///< 370
void addTransactionHandlers(Dispatcher &table, BrokerState &broker); ///< 37
void addSendBackHandlers(Dispatcher &table, BrokerState &broker); ///< 36
void addPullHandlers(Dispatcher &table, BrokerState &broker); ///< 11
void addQueryHandlers(Dispatcher &table, BrokerState &broker); ///< 12, 29 to 33
void addOffsetHandlers(Dispatcher &table, BrokerState &broker); ///< 14, 15, 43, 45, 208, 303, 317
void addResetHandlers(Dispatcher &table, BrokerState &broker); ///< 222
void addRelayHandlers(Dispatcher &table, BrokerState &broker); ///< 223, 307, 309
void addClientHandlers(Dispatcher &table, BrokerState &broker); ///< 34, 35, 38, 41, 42, 46, 203, 204, 328
void addTopicHandlers(Dispatcher &table, BrokerState &broker); ///< 17, 21, 202, 215, 300, 305, 351
void addGroupHandlers(Dispatcher &table, BrokerState &broker); ///< 200, 201, 207, 343, 345, 352
void addPopHandlers(Dispatcher &table, BrokerState &broker); ///< 200050, 200054, 200055
void addPopAckHandlers(Dispatcher &table, BrokerState &broker); ///< 200051, 200053, 200151
void addAssignmentHandlers(Dispatcher &table, BrokerState &broker); ///< 400, 401, 402
void addSettingsHandlers(Dispatcher &table, BrokerState &broker); ///< 25, 26, 28, 315

} // namespace rocketdesk::sandbox
