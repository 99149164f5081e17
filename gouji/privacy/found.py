"""All candidates of a report, wherever in it they are printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from gouji.place import Place
from gouji.privacy.numbers import Candidate, candidates
from gouji.privacy.runs import SHORTEST, may_hold
from gouji.report import Report


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a report. `part` is title, preamble, heading, text, cell or page; `figure` the figure's id where it is one's cell."""

    part: str
    text: str
    place: Place | None
    section: int | None = None
    figure: str | None = None


def candidates_of(report: Report) -> Iterator[tuple[Text, Candidate]]:
    """Each candidate with the text in which it stands, in the report's order."""
    for said in _said(report):
        if may_hold(said[1]):
            text = Text(*said)
            yield from ((text, candidate) for candidate in candidates(text.text))


_Said = tuple[str, str, Place | None, int | None, str | None]


def _said(report: Report) -> Iterator[_Said]:
    """All that was read in words or as printed in a cell; what the page says of itself last."""
    if report.title:
        yield "title", report.title.text, report.title.place, None, None
    yield from (("preamble", paragraph.text, paragraph.place, None, None) for paragraph in report.preamble)
    for section in report.sections:
        yield "heading", section.heading, section.place, section.number, None
        yield from (("text", paragraph.text, paragraph.place, section.number, None) for paragraph in section.paragraphs)
    yield from _cells(report)
    signs = (sign for sign in (*report.agency.signs, *report.year.signs) if sign.kind == "page")
    yield from (("page", sign.printed, sign.place, None, None) for sign in signs)


def _cells(report: Report) -> Iterator[_Said]:
    for figure in report.figures.values():
        if figure.raw and len(figure.raw) >= SHORTEST:
            yield "cell", figure.raw, figure.place, None, figure.id
    for table in report.tables.values():
        for label in (*table.rows.values(), *table.columns.values(), *table.strangers):
            if len(label) >= SHORTEST:
                yield "cell", label, table.place, None, None
        for row in table.strange:
            yield from (("cell", printed, row.place, None, None) for printed in (row.label, *row.printed))
