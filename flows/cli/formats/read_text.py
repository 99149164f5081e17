"""The figures of reports as a person sees them on the page."""

from collections.abc import Iterator, Sequence

import click

from flows.cli.formats.counts import counts_of
from flows.cli.formats.doubtful import asked, asked_words
from flows.cli.formats.reasons import strangers
from flows.cli.layout import indent, pad, pad_left, plain, shorten, width
from flows.cli.voice import Voice
from flows.files import ReadFile
from gouji.finding import Words
from gouji.form import form
from gouji.form.model import FormBlock, FormTable, Line
from gouji.recognition.otherwise import why_no_table
from gouji.report import Figure, Report, State
from gouji.words import words

LABEL, NARROW, WIDE = 44, 9, 18
COLUMNS = 100


def as_text(files: Sequence[ReadFile], voice: Voice) -> str:
    return "\n\n".join("\n".join(_file(file, voice)) for file in files) + "\n"


def _file(file: ReadFile, voice: Voice) -> Iterator[str]:
    yield click.style(plain(file.source), bold=True)
    if file.report is None:
        yield "  " + voice.say(file.trouble or words("check.no-table"))
        return
    yield from _facts(file.report, voice)
    if file.report.form is None:
        yield from indent(plain(voice.say(why_no_table(file.report))), "  ", COLUMNS)
        return
    for table in form(file.report.form).tables:
        yield ""
        yield from _table(table, file.report, voice)
    for sentence in strangers(file.report):
        yield ""
        yield from indent(plain(voice.say(sentence)), "  ", COLUMNS)
    yield from _doubts(file.report, voice)


def _doubts(report: Report, voice: Voice) -> Iterator[str]:
    """Each figure that a person should compare with the document: where it stands, as what it was read, and why."""
    in_doubt = asked(report)
    if in_doubt:
        yield ""
        yield "  " + click.style(voice.say(words("read.doubts", count=len(in_doubt))), bold=True)
    for question in in_doubt:
        yield from indent(plain(voice.say(asked_words(question))), "    ", COLUMNS)


def _facts(report: Report, voice: Voice) -> Iterator[str]:
    unknown = voice.say(words("read.unknown"))
    doubt = voice.say(words("read.doubtful"))
    counts = counts_of(report)
    facts = {
        "title": report.title.text if report.title else None,
        "agency": report.agency.value and report.agency.value + ("" if report.agency.sure else doubt),
        "year": report.year.value and report.year.value + ("" if report.year.sure else doubt),
        "form": report.form,
        "period": f"{report.period.start} – {report.period.end}" if report.period else None,
        "signed": report.signed_on,
        "published": report.published_on,
        "sections": " ".join(str(s.number or "?") for s in report.sections) or None,
    }
    for name, value in facts.items():
        yield f"  {pad(voice.say(words(f'read.{name}')), 12)}{plain(str(value)) if value is not None else unknown}"
    yield "  " + voice.say(words("check.read", read=counts.read, asked=counts.asked, doubtful=counts.doubtful))


def _table(table: FormTable, report: Report, voice: Voice) -> Iterator[str]:
    heading = voice.say(words("read.table", name=table.name, label=words(f"read.{table.id}")))
    if table.id not in report.tables:
        yield "  " + voice.say(words("read.no-such-table", name=Words(heading, heading)))
        return
    yield "  " + click.style(heading, bold=True)
    for block in table.blocks:
        yield from _block(table, block, report)


def _block(table: FormTable, block: FormBlock, report: Report) -> Iterator[str]:
    # Seven columns side by side leave no room for a label; fewer do.
    wide = NARROW if len(block.columns) > 5 else WIDE
    yield "  " + pad("", LABEL) + "".join(pad_left(shorten(column.label, wide - 1), wide) for column in block.columns)
    for row in block.rows:
        figures = [report.figures.get(f"{table.id}.{row.id}.{column.id}") for column in block.columns]
        if any(map(_there, figures)) or not _stood_for(table, row, report):
            yield "  " + pad(shorten(row.label, LABEL - 1), LABEL) + "".join(_cell(figure, wide) for figure in figures)


def _there(figure: Figure | None) -> bool:
    return figure is not None and figure.state is not State.ABSENT


def _stood_for(table: FormTable, row: Line, report: Report) -> bool:
    """Whether the report has another row instead of this one, or the form's items instead of this single row."""
    instead = [line.id for line in table.rows() if row.id in line.instead_of]
    return bool(row.instead_of) or any(_there(f) for f in report.figures.values() if f.table == table.id and f.row in instead)


def _cell(figure: Figure | None, wide: int) -> str:
    """The text as printed; ␣ a blank, × no such cell, ? after what is doubtful."""
    if figure is None or figure.state is State.ABSENT:
        shown = "×"
    elif figure.state is State.BLANK:
        shown = "␣"
    else:
        shown = (figure.raw or "").strip()
    shown += "" if figure is None or figure.sure else "?"
    return pad_left(shown if width(shown) < wide else " " + shown, wide)
