// SPDX-License-Identifier: Apache-2.0
#pragma once

// The headers whose values cross the facade. Nothing here includes a socket.
#include "client/base/clock.h"
#include "client/base/errorwords.h"
#include "client/base/ids.h"
#include "client/cluster/clientstate.h"
#include "client/cluster/route.h"
#include "client/cluster/target.h"
#include "client/commands/all.h"
#include "client/consumer/watchoptions.h"
#include "client/producer/sendrules.h"
#include "client/producer/sendvalues.h"
#include "client/profile/profile.h"
#include "client/profile/secret.h"
#include "client/remoting/callrecord.h"
