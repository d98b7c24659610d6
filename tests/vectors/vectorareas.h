// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QMap>

#include <functional>

namespace rocketdesk::tests {

/// Runs a case: its `input` in, our result out, under the names of its `expected`. A key `error` (true) says that the
/// call failed, `errorKind` with which kind. Whole numbers above 2^53 may be given as QJsonValue(qint64).
using VectorArea = std::function<QJsonObject(const QJsonObject &input)>;

/// Every area that is built, by name.
[[nodiscard]] QMap<QString, VectorArea> &vectorAreas();

/// Names an area in its own file: `const VectorAreaEntry flag("frame.flag", runFlag);`
struct VectorAreaEntry {
    VectorAreaEntry(const char *name, VectorArea area);
};

} // namespace rocketdesk::tests
