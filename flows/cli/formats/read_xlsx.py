"""Figures as rows: long (one a figure), wide (one a report), and the codebook that says what each is."""

import json
from collections.abc import Iterator, Sequence

from flows.cli.formats.as_json import number
from flows.cli.formats.sheet import Value, as_xlsx
from flows.cli.voice import Voice
from flows.files import ReadFile
from gouji.form import NAMES, form
from gouji.report import Figure, Report, State
from gouji.words import words

FIGURES = ("source", "sha256", "agency", "year", "form", "figure", "value", "raw", "state", "sure", "where")
CODEBOOK = ("form", "figure", "table", "group", "row", "column", "kind")
FACTS = ("source", "sha256", "agency", "year", "form", "title", "published_on", "signed_on", "period_start", "period_end", "reason")


def workbook(files: Sequence[ReadFile], voice: Voice) -> bytes:
    ids = list(dict.fromkeys(name for file in files if file.report for name in file.report.figures))
    sheets = {
        "read.sheet-figures": (FIGURES, figure_rows(files)),
        "read.sheet-wide": ((*FACTS, *ids), _wide_rows(files, ids, voice)),
        "read.sheet-codebook": (CODEBOOK, _codebook_rows()),
    }
    return as_xlsx({voice.say(words(name)): sheet for name, sheet in sheets.items()})


def figure_rows(files: Sequence[ReadFile]) -> Iterator[list[Value]]:
    for file in files:
        for figure in file.report.figures.values() if file.report else ():
            yield [*_facts(file)[:5], *_figure(figure)]


def _figure(figure: Figure) -> list[Value]:
    where = json.dumps(figure.place.as_json()) if figure.place else None
    return [figure.id, _number(figure), figure.raw, str(figure.state), "true" if figure.sure else "false", where]


def _number(figure: Figure) -> int | float | None:
    return None if figure.value is None else number(figure.value)


def _wide_rows(files: Sequence[ReadFile], ids: Sequence[str], voice: Voice) -> Iterator[list[Value]]:
    """Numbers where there are numbers, the text as printed where something else stands, nothing for a blank."""
    for file in files:
        figures = file.report.figures if file.report else {}
        reason = voice.say(file.trouble) if file.trouble else None
        yield [*_facts(file), reason, *(_shown(figures[name]) if name in figures else None for name in ids)]


def _shown(figure: Figure) -> Value:
    return _number(figure) if figure.state is State.NUMBER else figure.raw


def _facts(file: ReadFile) -> list[Value]:
    report = file.report
    if report is None:
        return [file.source, file.sha256, *[None] * 8]
    return [file.source, file.sha256, report.agency.value, report.report_year, report.form, *_dates(report)]


def _dates(report: Report) -> list[Value]:
    period = (report.period.start, report.period.end) if report.period else (None, None)
    days = [report.published_on, report.signed_on, *period]
    return [report.title.text if report.title else None, *(None if day is None else str(day) for day in days)]


def _codebook_rows() -> Iterator[list[Value]]:
    for name in NAMES:
        for table in form(name).tables:
            for block in table.blocks:
                for row in block.rows:
                    for column in block.columns:
                        figure_id = f"{table.id}.{row.id}.{column.id}"
                        yield [name, figure_id, table.name, row.group, row.label, column.label, _kind(row.kind, column.kind)]


def _kind(row: str, column: str) -> str:
    return column if column != "count" else row
