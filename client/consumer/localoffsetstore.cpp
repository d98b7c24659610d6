// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/localoffsetstore.h"

#include "client/base/logcategories.h"
#include "client/base/privatefile.h"
#include "client/consumer/offsetfile.h"

#include <QDir>

namespace rocketdesk {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString backupOf(const QString &path)
{
    return path + QStringLiteral(".bak");
}

} // namespace

LocalOffsetStore::LocalOffsetStore(const Clock &clock, const QString &folder, ConsumerGroup group)
    : m_clock(clock)
    , m_group(std::move(group))
{
    const QString place = folder.startsWith(QLatin1StringView("~/")) || folder == QLatin1StringView("~") ? QDir::homePath() + folder.sliced(1) : folder;
    m_path = QDir(place).filePath(offsetFileName(m_group));
    OffsetFile loaded = loadOffsetFile(contentOf(m_path), contentOf(backupOf(m_path)));
    if (loaded.warnings > 0)
        qCWarning(logConsumer, "%d offset files of %s can't be read", loaded.warnings, qUtf8Printable(m_path));
    m_stored = std::move(loaded.offsets);
}

Pending<qint64> LocalOffsetStore::stored(commands::MessageQueue queue)
{
    const auto found = m_stored.constFind(queue);
    return ready<qint64>(found == m_stored.cend() ? OffsetTable::None : found->value());
}

Pending<void> LocalOffsetStore::persist(Queues queues)
{
    OffsetMap next = m_stored;
    for (const commands::MessageQueue &queue : std::as_const(queues)) {
        if (const qint64 reached = table().value(queue); reached >= 0)
            next.insert(queue, QueueOffset(reached));
    }
    if (next == m_stored)
        return ready<void>({});
    auto written = write(writeOffsetFile(m_group, next, m_clock.wallMs()));
    if (written)
        m_stored = std::move(next);
    return ready<void>(std::move(written));
}

Result<void> LocalOffsetStore::write(const QByteArray &text)
{
    const QByteArray before = contentOf(m_path);
    if (!before.isEmpty()) {
        if (auto kept = writePrivateFile(backupOf(m_path), before); !kept)
            return kept;
    }
    return writePrivateFile(m_path, text);
}

} // namespace rocketdesk
