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
    for text in texts(report):
        if may_hold(text.text):
            yield from ((text, candidate) for candidate in candidates(text.text))


def texts(report: Report) -> Iterator[Text]:
    """All that was read in words, or as printed in a cell where it is long enough; what the page says of itself last."""
    if report.title:
        yield Text("title", report.title.text, report.title.place)
    yield from (Text("preamble", paragraph.text, paragraph.place) for paragraph in report.preamble)
    for section in report.sections:
        yield Text("heading", section.heading, section.place, section.number)
        yield from (Text("text", paragraph.text, paragraph.place, section.number) for paragraph in section.paragraphs)
    yield from _cells(report)
    yield from (Text("page", sign.printed, sign.place) for sign in (*report.agency.signs, *report.year.signs) if sign.kind == "page")


def _cells(report: Report) -> Iterator[Text]:
    for figure in report.figures.values():
        if figure.raw and len(figure.raw) >= SHORTEST:
            yield Text("cell", figure.raw, figure.place, figure=figure.id)
    for table in report.tables.values():
        labels = [*table.rows.values(), *table.columns.values(), *table.strangers]
        yield from (Text("cell", label, table.place) for label in labels if len(label) >= SHORTEST)
        for row in table.strange:
            yield from (Text("cell", printed, row.place) for printed in (row.label, *row.printed))
