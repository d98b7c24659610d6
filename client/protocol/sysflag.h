// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rocketdesk::protocol::sysflag {

// Bits of the sysFlag of a message [MessageSysFlag].
inline constexpr int Compressed = 0x001;
inline constexpr int MultiTags = 0x002;
inline constexpr int TransactionMask = 0x00C;
inline constexpr int TransactionPrepared = 0x004;
inline constexpr int TransactionCommit = 0x008;
inline constexpr int TransactionRollback = 0x00C;
inline constexpr int BornHostV6 = 0x010;
inline constexpr int StoreHostV6 = 0x020;
inline constexpr int NeedUnwrap = 0x040;
inline constexpr int InnerBatch = 0x080;
inline constexpr int CompressionMask = 0x700;
inline constexpr int CompressionShift = 8;

[[nodiscard]] constexpr int transactionOf(int flag) { return flag & TransactionMask; }
[[nodiscard]] constexpr int withTransaction(int flag, int transaction) { return (flag & ~TransactionMask) | (transaction & TransactionMask); }
/// One record whose body is a batch body.
[[nodiscard]] constexpr bool isInnerBatch(int flag) { return (flag & (NeedUnwrap | InnerBatch)) == (NeedUnwrap | InnerBatch); }

} // namespace rocketdesk::protocol::sysflag
