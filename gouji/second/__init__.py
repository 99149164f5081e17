"""The second reading: where a sum fails, its cells are read again by a route that shares no extractor and no table finder
with the first. Agreement makes the fault the report's; disagreement makes it a question of the reading.

Two routes share the bytes, how bytes become text, and the form's labels; nothing else. Plain text has no second route:
its characters are the file's own, and reading them twice in two ways would prove nothing about the file that they were made from.
Scans have none either.
"""

import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from importlib import import_module

from gouji.form import form
from gouji.recognition.normal import plain
from gouji.report import READINGS_DIFFER, Figure, Report
from gouji.second.rows import Row, printed_in
from gouji.second.sums import unbalanced

# The bytes, and the pages on which the figures stand (PDF), to rows of figures with their labels.
Route = Callable[[bytes, Collection[int]], Iterable[Row]]


def read_twice(report: Report, data: bytes, routes: Mapping[str, Route] | None = None) -> Report:
    """The report, with what the second route read in the cells of sums that fail and the doubt where that is something else."""
    figures = unbalanced(report)
    if not figures:
        return report
    route = _route(report.format) if routes is None else routes.get(report.format)
    if route is None:
        return report
    printed = _printed(report, figures, route(data, {f.place.page for f in figures if f.place and f.place.page}))
    again = {figure.id: _with_second(figure, printed[figure.id]) for figure in figures if figure.id in printed}
    return replace(report, figures={**report.figures, **again})


def _route(name: str) -> Route | None:
    """The second route of this format, None where there is none."""
    if name not in ROUTES:
        return None
    module, function = ROUTES[name]
    route: Route = getattr(import_module(module), function)
    return route


# Named and not imported: few documents are read twice, and pdfminer alone takes a tenth of a second to load.
ROUTES: Mapping[str, tuple[str, str]] = {
    "pdf": ("gouji.second.pdf", "pdf_rows"),
    "html": ("gouji.second.html", "html_rows"),
    "docx": ("gouji.second.docx", "docx_rows"),
    "xlsx": ("gouji.second.sheet", "xlsx_rows"),
}


def loaded() -> bytes:
    """Which routes this process has imported, by their numbers."""
    return bytes(number for number, (module, _) in enumerate(ROUTES.values()) if module in sys.modules)


def load(numbers: bytes) -> None:
    """Imports these routes, so that the processes forked from now on need not."""
    for number, (module, _) in enumerate(ROUTES.values()):
        if number in numbers:
            import_module(module)


def _printed(report: Report, figures: Sequence[Figure], rows: Iterable[Row]) -> dict[str, str]:
    assert report.form is not None
    of, met = form(report.form), list(rows)
    names = dict.fromkeys(figure.table for figure in figures)
    return {name: text for table in names for name, text in printed_in(met, of.table(table)).items()}


def _with_second(figure: Figure, printed: str) -> Figure:
    differs = not _same(figure.raw or "", printed) and READINGS_DIFFER not in figure.doubts
    return replace(figure, second=printed, doubts=(*figure.doubts, READINGS_DIFFER) if differs else figure.doubts)


def _same(one: str, other: str) -> bool:
    """Whether the texts are alike but for blanks, or the same number: a workbook keeps 12.5 and shows 12.50."""
    return plain(one) == plain(other) or None is not _number(one) == _number(other)


def _number(text: str) -> Decimal | None:
    flat = plain(text).replace(",", "")
    return Decimal(flat) if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", flat) else None
