// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/bodyview.h"

#include "ui/common/format.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/jsonhighlighter.h"
#include "ui/widgets/label.h"
#include "ui/widgets/numberedtext.h"
#include "ui/widgets/segments.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace rocketdesk::ui {

namespace {

constexpr qsizetype firstBytes = 256 * 1024;
constexpr int mostTreeItems = 20000;

QString plain(const QJsonValue &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

void addChildren(QTreeWidgetItem *parent, const QJsonValue &value, int &left);

void addChild(QTreeWidgetItem *parent, const QString &key, const QJsonValue &value, int &left)
{
    if (--left < 0)
        return;
    const bool nested = value.isObject() || value.isArray();
    auto *item = new QTreeWidgetItem(parent, {key, nested ? QString() : plain(value)});
    if (nested)
        addChildren(item, value, left);
}

void addChildren(QTreeWidgetItem *parent, const QJsonValue &value, int &left)
{
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        addChild(parent, it.key(), it.value(), left);
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        addChild(parent, QString::number(i), array.at(i), left);
}

} // namespace

BodyView::BodyView(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_forms(new Segments(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_text(new NumberedText(theme, m_stack))
    , m_tree(new QTreeWidget(m_stack))
    , m_highlighter(new JsonHighlighter(theme, m_text->document()))
    , m_find(new QLineEdit(this))
    , m_note(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
    , m_all(makeButton(theme, tr("Show all"), Icon::None, ButtonLook::Link, this))
{
    m_forms->addSegment(QStringLiteral("json"), QStringLiteral("JSON"));
    m_forms->addSegment(QStringLiteral("tree"), tr("Tree"));
    m_forms->addSegment(QStringLiteral("text"), tr("Text"));
    m_forms->addSegment(QStringLiteral("hex"), tr("Hex"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Body"));
    m_text->document()->setDocumentMargin(12);
    m_tree->setHeaderLabels({tr("Key"), tr("Value")});
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_tree);
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find"));
    m_find->hide();
    auto *note = new QHBoxLayout;
    note->setContentsMargins(14, 0, 8, 0);
    note->addWidget(m_note, 1);
    note->addWidget(m_all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(makeLine(theme, Qt::Horizontal, this));
    column->addWidget(m_find);
    column->addLayout(note);
    column->addWidget(m_stack, 1);
    follow();
    clear();
}

QWidget *BodyView::makeBar()
{
    auto *bar = new QWidget(this);
    auto *search = makeIconButton(m_theme, Icon::Search, tr("Find (Ctrl+F)"), bar);
    auto *copy = makeIconButton(m_theme, Icon::Copy, tr("Copy the body"), bar);
    auto *save = makeIconButton(m_theme, Icon::Save, tr("Save the body…"), bar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 5, 8, 5);
    row->setSpacing(4);
    row->addWidget(m_forms);
    row->addStretch();
    for (QToolButton *button : {search, copy, save})
        row->addWidget(button);
    connect(search, &QToolButton::clicked, this, &BodyView::find);
    connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(QString::fromUtf8(m_body)); });
    connect(save, &QToolButton::clicked, this, &BodyView::save);
    return bar;
}

void BodyView::follow()
{
    const auto fonts = [this] {
        m_text->setFont(m_theme.font(TextStyle::MonoSmall));
        m_tree->setFont(m_theme.font(TextStyle::MonoSmall));
    };
    fonts();
    connect(&m_theme, &Theme::changed, this, fonts);
    connect(m_forms, &Segments::currentChanged, this, [this](const QString &form) {
        render();
        Q_EMIT formChosen(form);
    });
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_showAll = true;
        render();
    });
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_text->moveCursor(QTextCursor::Start);
        findNext(text);
    });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { findNext(m_find->text()); });
}

QByteArray BodyView::shown() const
{
    return m_showAll ? m_body : m_body.left(firstBytes);
}

void BodyView::setBody(const QByteArray &body)
{
    static const QHash<body::Form, QString> names = {{body::Form::Json, QStringLiteral("json")}, {body::Form::Text, QStringLiteral("text")}, {body::Form::Hex, QStringLiteral("hex")}};
    m_body = body;
    m_showAll = body.size() <= firstBytes;
    const body::Form form = body::formOf(body);
    const bool json = form == body::Form::Json;
    const QString why = tr("The body is not JSON");
    m_forms->setSegmentEnabled(QStringLiteral("json"), json, why);
    m_forms->setSegmentEnabled(QStringLiteral("tree"), json, why);
    const QSignalBlocker quiet(m_forms); // chosen by content, not by the user
    m_forms->setCurrent(names.value(form));
    render();
}

void BodyView::clear()
{
    setBody({});
}

void BodyView::setForm(const QString &form)
{
    const QSignalBlocker quiet(m_forms);
    const bool json = body::formOf(m_body) == body::Form::Json;
    m_forms->setCurrent(!json && (form == QStringLiteral("json") || form == QStringLiteral("tree")) ? QStringLiteral("text") : form);
    render();
}

QString BodyView::form() const
{
    return m_forms->current();
}

void BodyView::setWrap(bool wrap)
{
    m_text->setLineWrapMode(wrap ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
}

void BodyView::render()
{
    const QByteArray bytes = shown();
    const QString chosen = form();
    m_stack->setCurrentIndex(chosen == QStringLiteral("tree") ? 1 : 0);
    m_highlighter->setOn(chosen == QStringLiteral("json"));
    m_text->setNumbered(chosen == QStringLiteral("json"));
    if (chosen == QStringLiteral("tree"))
        fillTree(m_body);
    else if (chosen == QStringLiteral("hex"))
        m_text->setPlainText(body::hexDump(bytes));
    else
        m_text->setPlainText(chosen == QStringLiteral("json") ? body::indented(QString::fromUtf8(bytes)) : QString::fromUtf8(bytes));
    if (!m_showAll)
        showNote(tr("The first %1 of %2").arg(format::bytes(firstBytes), format::bytes(m_body.size())));
    else
        showNote(body::isUtf8(m_body) ? QString() : tr("Not UTF-8: shown as hex"));
    m_all->setVisible(!m_showAll);
}

void BodyView::showNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void BodyView::fillTree(const QByteArray &json)
{
    m_tree->clear();
    int left = mostTreeItems;
    const QJsonDocument document = QJsonDocument::fromJson(json.trimmed());
    addChildren(m_tree->invisibleRootItem(), document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), left);
    m_tree->expandToDepth(1);
    m_tree->resizeColumnToContents(0);
}

void BodyView::find()
{
    m_find->show();
    m_find->setFocus();
    m_find->selectAll();
}

void BodyView::findNext(const QString &text)
{
    if (text.isEmpty() || m_text->find(text))
        return;
    m_text->moveCursor(QTextCursor::Start);
    m_text->find(text);
}

void BodyView::save()
{
    auto *chooser = new QFileDialog(this, tr("Save the body"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_body) != m_body.size() || !file.commit())
            Q_EMIT saveFailed(tr("%1 could not be written: %2").arg(path, file.errorString()));
    });
    chooser->open();
}

} // namespace rocketdesk::ui
