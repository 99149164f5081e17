"""Figures as rows: long, one a figure; wide, one a report."""

import json
from collections.abc import Iterator, Sequence

from flows.cli.formats.as_json import number
from flows.cli.formats.sheet import Doubtful, Value
from flows.cli.voice import Voice
from flows.files import ReadFile
from gouji.report import Figure, Report, State
from gouji.words import words
from gouji.words.doubts import doubt_words
from gouji.words.places import figure_in_words, in_a_row, spot_in_words

FIGURES = (
    "agency", "year", "form", "figure", "name", "raw", "value", "state", "sure", "doubts", "source", "place", "where", "sha256",
)  # fmt: skip
FACTS = ("agency", "year", "form", "source", "title", "published_on", "signed_on", "period_start", "period_end", "reason", "sha256")


def figure_rows(files: Sequence[ReadFile], voice: Voice) -> Iterator[list[Value]]:
    """The long rows: every figure that the form asks for, those without a cell among them."""
    for file in files:
        if file.report is not None:
            yield from (_long(file, file.report, figure, voice) for figure in file.report.figures.values())


def _long(file: ReadFile, report: Report, figure: Figure, voice: Voice) -> list[Value]:
    name = figure_in_words(report.form, figure.id) if report.form else None
    spot = spot_in_words(figure.place)
    doubts = in_a_row([doubt_words(doubt) for doubt in figure.doubts], "；", "; ") if figure.doubts else None
    said = [None if sentence is None else voice.say(sentence) for sentence in (name, doubts, spot)]
    where = json.dumps(figure.place.as_json()) if figure.place else None
    read = [figure.raw, _number(figure), str(figure.state), "true" if figure.sure else "false"]
    return [
        report.agency.value,
        report.report_year,
        report.form,
        figure.id,
        said[0],
        *read,
        said[1],
        file.source,
        said[2],
        where,
        file.sha256,
    ]


def _number(figure: Figure) -> int | float | None:
    return None if figure.value is None else number(figure.value)


def wide_rows(files: Sequence[ReadFile], ids: Sequence[str], voice: Voice) -> Iterator[list[Value]]:
    """The wide rows: a number where there is one, the text as printed where something else stands, nothing for a blank."""
    for file in files:
        figures = file.report.figures if file.report else {}
        yield [*_facts(file, voice), *(_shown(figures[name], voice) if name in figures else None for name in ids)]


def _shown(figure: Figure, voice: Voice) -> Value:
    """What the figure's cell shows; what is no print of the report stands in brackets."""
    if figure.state in (State.ABSENT, State.UNREADABLE):
        return voice.say(words(f"read.wide-{figure.state}"))
    shown = _number(figure) if figure.state is State.NUMBER else figure.raw
    return shown if figure.sure else Doubtful(shown)


def _facts(file: ReadFile, voice: Voice) -> list[Value]:
    report = file.report
    reason = voice.say(file.trouble) if file.trouble else None
    if report is None:
        return [None, None, None, file.source, None, None, None, None, None, reason, file.sha256]
    who = [report.agency.value, report.report_year, report.form, file.source]
    return [*who, report.title.text if report.title else None, *_days(report), reason, file.sha256]


def _days(report: Report) -> list[Value]:
    period = (report.period.start, report.period.end) if report.period else (None, None)
    return [None if day is None else str(day) for day in (report.published_on, report.signed_on, *period)]
