// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"

#include <QStringList>

namespace rocketdesk::protocol {

/// Addresses that a pattern with one list in braces stands for: "10.1.1.{1,2}" is two. InvalidArgument for open braces.
[[nodiscard]] Result<QStringList> expandAclAddresses(QStringView pattern);
/// Full form of an IPv6 address in upper case, `parts` groups of four digits; stars in it stay. InvalidArgument for no address.
[[nodiscard]] Result<QString> expandIpv6(QStringView address, int parts = 8);

} // namespace rocketdesk::protocol
