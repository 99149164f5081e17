"""From a report and its findings to what has to be shown of the document."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from gouji.document.model import Paragraph
from gouji.evidence.masking import as_shown
from gouji.evidence.model import Band, Mark, Quote, Request, Role, Tone, Wanted
from gouji.finding import Finding, Severity
from gouji.place import Place
from gouji.report import Figure, Report, State

_AROUND = 60  # characters shown on each side of a phrase; a paragraph may fill a page


def wanted_of(report: Report, finding: Finding, spoken: Collection[str]) -> Wanted:
    """What is to be shown for a finding; `spoken` are the figures that its sentence is about."""
    roles: list[tuple[str, Role]] = [(name, "spoken" if name in spoken else "part") for name in finding.figures]
    figures = {figure.place for name, _ in roles if (figure := report.figures.get(name))}
    quotes = tuple(quote for place in finding.where if place not in figures and (quote := _quote(report, place)))
    return Wanted(finding.fingerprint, _tone(finding), _marks(report, roles), quotes)


def wanted_figures(report: Report, fingerprint: str, names: Iterable[str]) -> Wanted:
    """What is to be shown where these figures are in doubt."""
    return Wanted(fingerprint, "doubt", _marks(report, [(name, "spoken") for name in names]))


def request_for(report: Report, wanted: Iterable[Wanted]) -> Request:
    """All that is wanted, less what has no place that could be shown."""
    shown = tuple(one for one in wanted if one.marks or one.quotes)
    tables = {mark.table for one in shown for mark in one.marks}
    return Request(shown, {table: _bands(report, table) for table in sorted(tables)})


def _tone(finding: Finding) -> Tone:
    if finding.doubt:
        return "doubt"
    return "error" if finding.severity is Severity.ERROR else "notice"


def _marks(report: Report, roles: Iterable[tuple[str, Role]]) -> tuple[Mark, ...]:
    found = []
    for name, role in roles:
        figure = report.figures.get(name)
        if figure is not None and figure.place is not None:
            found.append(Mark(figure.place, figure.table, role, _printed(figure), _order(report, figure)))
    return tuple(found)


def _printed(figure: Figure) -> str:
    """What the document prints there, whatever a person read in it since."""
    return (figure.read_by.raw if figure.read_by else figure.raw) or ""


def _order(report: Report, figure: Figure) -> int:
    """Which of the figures at the same line it is: text has no columns that a place could name."""
    row = [f.id for f in _there(report, figure.table) if f.place == figure.place]
    return row.index(figure.id)


def _bands(report: Report, table: str) -> tuple[Band, ...]:
    rows: dict[object, list[Figure]] = defaultdict(list)
    for figure in _there(report, table):
        rows[_row(figure.place)].append(figure)
    bands = [_band(row) for row in rows.values()]
    return tuple(sorted(bands, key=lambda band: _height(band.place)))


def _there(report: Report, table: str) -> list[Figure]:
    return [f for f in report.figures.values() if f.table == table and f.place is not None and f.state is not State.ABSENT]


def _row(place: Place | None) -> object:
    assert place is not None
    return (place.page, round(place.bbox[1])) if place.bbox else (place.table, place.row, place.line)


def _band(row: Sequence[Figure]) -> Band:
    places = [figure.place for figure in row if figure.place]
    texts = tuple(_printed(figure) for figure in row)
    boxes = [place.bbox for place in places if place.bbox]
    if not boxes:
        return Band(places[0], texts)
    around = tuple(pick(box[side] for box in boxes) for side, pick in enumerate((min, min, max, max)))
    return Band(Place(page=places[0].page, bbox=(around[0], around[1], around[2], around[3])), texts)


def _height(place: Place) -> tuple[float, ...]:
    return place.page or 0, place.bbox[1] if place.bbox else 0, place.table or 0, place.row or 0, place.line or 0


def _quote(report: Report, place: Place) -> Quote | None:
    """The words of the text at this place, with what stands around them."""
    paragraph = _paragraph(report, place)
    if paragraph is None:
        return None
    start, end = max(0, (place.start or 1) - 1), place.end if place.end is not None else len(paragraph.text)
    first, last = max(0, start - _AROUND), min(len(paragraph.text), max(end, start) + _AROUND)
    before = ("…" if first else "") + as_shown(paragraph.text[first:start])
    said = as_shown(paragraph.text[start:end])
    after = as_shown(paragraph.text[end:last]) + ("…" if last < len(paragraph.text) else "")
    return Quote(paragraph.place, before + said + after, len(before), len(before + said))


def _paragraph(report: Report, place: Place) -> Paragraph | None:
    if place.paragraph is None:
        return None
    every = [*([report.title] if report.title else []), *report.narrative()]
    return next((p for p in every if p.place.paragraph == place.paragraph), None)
