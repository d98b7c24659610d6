// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/send/bodyeditor.h"

#include "ui/common/format.h"
#include "ui/widgets/bodytext.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/jsonhighlighter.h"
#include "ui/widgets/label.h"
#include "ui/widgets/numberedtext.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/signs.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace rocketdesk::ui {

BodyEditor::BodyEditor(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_forms(new Segments(theme, this))
    , m_format(makeButton(theme, tr("Format"), Icon::None, ButtonLook::Flat, this))
    , m_text(new NumberedText(theme, this))
    , m_highlighter(new JsonHighlighter(theme, m_text->document()))
    , m_sign(new Sign(theme, Icon::OkFill, Role::OkFill, 14, this))
    , m_validity(new Label(theme, TextStyle::Small, Role::Text, {}, this))
    , m_facts(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
{
    m_forms->addSegment(QStringLiteral("json"), QStringLiteral("JSON"));
    m_forms->addSegment(QStringLiteral("text"), tr("Text"));
    m_forms->addSegment(QStringLiteral("hex"), tr("Hex"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(theme.font(TextStyle::Mono));
    m_text->setAccessibleName(tr("Body"));
    m_text->document()->setDocumentMargin(12);
    m_text->setTabChangesFocus(true);
    m_form = m_forms->current();
    layOut();
    connect(m_text, &QPlainTextEdit::textChanged, this, &BodyEditor::takeText);
    connect(m_forms, &Segments::currentChanged, this, &BodyEditor::changeForm);
    connect(m_format, &QPushButton::clicked, this, &BodyEditor::formatJson);
    connect(&theme, &Theme::changed, this, [this] { m_text->setFont(m_theme.font(TextStyle::Mono)); });
    m_text->setNumbered(true);
    updateFoot();
}

void BodyEditor::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeBar());
    column->addWidget(makeLine(m_theme, Qt::Horizontal, this));
    column->addWidget(m_text, 1);
    column->addWidget(makeLine(m_theme, Qt::Horizontal, this));
    column->addLayout(makeFoot());
}

QHBoxLayout *BodyEditor::makeBar()
{
    auto *file = makeButton(m_theme, tr("File…"), Icon::File, ButtonLook::Flat, this);
    connect(file, &QPushButton::clicked, this, &BodyEditor::chooseFile);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(14, 5, 8, 5);
    bar->setSpacing(6);
    auto *heading = new Label(m_theme, TextStyle::SmallStrong, Role::Text, tr("Body"), this);
    heading->setMinimumWidth(heading->sizeHint().width()); // one word: elided it says nothing
    bar->addWidget(heading);
    bar->addWidget(m_forms);
    bar->addWidget(file);
    bar->addStretch();
    bar->addWidget(m_format);
    return bar;
}

QHBoxLayout *BodyEditor::makeFoot()
{
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 6, 14, 6);
    foot->setSpacing(6);
    foot->addWidget(m_sign);
    foot->addWidget(m_validity);
    foot->addSpacing(8);
    foot->addWidget(m_facts, 1);
    return foot;
}

void BodyEditor::setBody(const QByteArray &body)
{
    m_body = body;
    m_error.clear();
    if (!body.isValidUtf8())
        m_forms->setCurrent(QStringLiteral("hex"));
    else if (m_form == QStringLiteral("hex") && !body.isEmpty())
        m_forms->setCurrent(QStringLiteral("text"));
    showBody();
    Q_EMIT changed();
}

void BodyEditor::setProblem(const QString &problem)
{
    m_problem = problem;
    updateFoot();
}

void BodyEditor::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void BodyEditor::showBody()
{
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(m_form == QStringLiteral("hex") ? QString::fromLatin1(m_body.toHex(' ')) : QString::fromUtf8(m_body));
    m_highlighter->setOn(m_form == QStringLiteral("json"));
    m_text->setNumbered(m_form == QStringLiteral("json"));
    updateFoot();
}

void BodyEditor::changeForm(const QString &form)
{
    if (form == m_form)
        return;
    m_form = form;
    if (form != QStringLiteral("hex") && !m_body.isValidUtf8()) {
        // as text it would be sent as other bytes than these
        m_forms->setCurrent(QStringLiteral("hex"));
        return;
    }
    m_error.clear();
    showBody();
    Q_EMIT changed();
}

void BodyEditor::takeText()
{
    m_error.clear();
    const QString text = m_text->exactText();
    if (m_form != QStringLiteral("hex")) {
        m_body = text.toUtf8();
    } else {
        QByteArray digits = text.toLatin1();
        digits.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
        const bool valid = digits.size() % 2 == 0 && std::all_of(digits.cbegin(), digits.cend(), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
        if (valid)
            m_body = QByteArray::fromHex(digits);
        else
            m_error = tr("Hex needs pairs of 0–9 and a–f.");
    }
    updateFoot();
    Q_EMIT changed();
}

void BodyEditor::formatJson()
{
    const QString text = body::indented(QString::fromUtf8(m_body));
    m_text->selectAll();
    m_text->insertPlainText(text); // can be undone
}

void BodyEditor::chooseFile()
{
    auto *chooser = new QFileDialog(this, tr("Body from a file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QFile file(path);
        if (file.size() > limit)
            m_error = tr("The file has %1; brokers take %2 at most.").arg(format::bytes(file.size()), format::bytes(limit));
        else if (!file.open(QIODevice::ReadOnly))
            m_error = tr("%1 could not be read: %2").arg(path, file.errorString());
        else
            return setBody(file.readAll());
        updateFoot();
        Q_EMIT changed();
    });
    chooser->open();
}

void BodyEditor::updateFoot()
{
    const bool json = m_form == QStringLiteral("json");
    QJsonParseError fault;
    const bool parses = json && !QJsonDocument::fromJson(m_body, &fault).isNull();
    m_format->setEnabled(parses);
    if (const QString wrong = m_error.isEmpty() ? m_problem : m_error; !wrong.isEmpty()) {
        m_sign->set(Icon::ErrorFill, Role::ErrorFill);
        m_validity->setText(wrong);
    } else if (m_body.isEmpty()) {
        m_sign->set(Icon::InfoFill, Role::Text2);
        m_validity->setText(tr("Empty"));
    } else if (json && !parses) {
        m_sign->set(Icon::WarningFill, Role::WarningFill);
        m_validity->setText(tr("No JSON: %1, at byte %2").arg(fault.errorString()).arg(fault.offset));
    } else {
        m_sign->set(Icon::OkFill, Role::OkFill);
        m_validity->setText(json ? tr("Valid JSON") : m_form == QStringLiteral("hex") ? tr("Bytes") : tr("Text"));
    }
    const QString charset = m_body.isValidUtf8() ? QStringLiteral("UTF-8") : tr("not UTF-8");
    m_facts->setText(tr("%1 · %2 of %3").arg(charset, format::bytes(m_body.size()), format::bytes(limit)));
}

} // namespace rocketdesk::ui
