"""What a drawn picture shows, for letters: few mail programs show SVG, all show tables and text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from gouji.evidence.model import Excerpt, ExcerptCell, Quote, Role
from gouji.evidence.svg import LINE, SIZE
from gouji.place import Place

_BETWEEN_TABLES = 10  # rows of one table lie at most 8 apart where others were left out
_NS = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class _Box:
    x: int
    y: int
    w: int
    h: int
    fill: str
    stroke: int | None

    def holds(self, x: int, y: int) -> bool:
        return self.x <= x < self.x + self.w and self.y < y <= self.y + self.h


@dataclass(frozen=True, slots=True)
class _Text:
    x: int
    y: int
    said: str


def excerpts_of(svg: bytes) -> tuple[tuple[Excerpt, ...], tuple[Quote, ...]]:
    """The tables and the quotes that gouji.evidence.svg drew here; nothing where it is not one of its pictures."""
    try:
        root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))
        boxes = [_box(element) for element in root.iter(f"{_NS}rect")]
        texts = [_Text(int(e.get("x", "")), int(e.get("y", "")), e.text or "") for e in root.iter(f"{_NS}text")]
    except (etree.XMLSyntaxError, ValueError):
        return (), ()
    cells = [box for box in boxes if box.stroke is not None]
    tables = tuple(_table(group, texts) for group in _groups(cells))
    loose = [text for text in texts if not any(cell.holds(text.x, text.y) for cell in cells)]
    return tables, tuple(_quotes(loose, [box for box in boxes if box.stroke is None and box.h == LINE]))


def _box(element: "etree._Element") -> _Box:
    x, y, w, h = (int(element.get(name, "0")) for name in ("x", "y", "width", "height"))
    stroke = element.get("stroke-width")
    return _Box(x, y, w, h, element.get("fill", ""), int(stroke) if stroke else None)


def _groups(cells: Sequence[_Box]) -> Iterator[list[_Box]]:
    """The cells of each table, from the top."""
    group: list[_Box] = []
    for cell in sorted(cells, key=lambda cell: (cell.y, cell.x)):
        if group and cell.y - max(other.y + other.h for other in group) >= _BETWEEN_TABLES:
            yield group
            group = []
        group.append(cell)
    if group:
        yield group


def _table(cells: Sequence[_Box], texts: Sequence[_Text]) -> Excerpt:
    lefts, tops = sorted({cell.x for cell in cells}), sorted({cell.y for cell in cells})
    rows = tuple(tuple(_cell(cell, cells, lefts, tops, texts) for cell in cells if cell.y == top) for top in tops)
    ends = {cell.y + cell.h for cell in cells}
    return Excerpt(rows, frozenset(number for number, top in enumerate(tops) if number and top not in ends))


def _cell(cell: _Box, cells: Sequence[_Box], lefts: Sequence[int], tops: Sequence[int], texts: Sequence[_Text]) -> ExcerptCell:
    inside = sorted((text for text in texts if cell.holds(text.x, text.y)), key=lambda text: text.y)
    return ExcerptCell(
        "".join(text.said for text in inside),
        rowspan=sum(cell.y <= top < cell.y + cell.h for top in tops),
        colspan=sum(cell.x <= left < cell.x + cell.w for left in lefts),
        role=_role(cell),
        head=cell.fill == "#f6f7f7",
    )


def _role(cell: _Box) -> Role | None:
    if cell.stroke == 3:
        return "spoken"
    return None if cell.fill in ("#fff", "#f6f7f7") else "part"


def _quotes(texts: Sequence[_Text], marked: Sequence[_Box]) -> Iterator[Quote]:
    """Each quote is lines of single signs; what is marked is its phrase."""
    lines: dict[int, list[_Text]] = {}
    for text in texts:
        lines.setdefault(text.y, []).append(text)
    quote: list[_Text] = []
    for y in sorted(lines):
        if quote and y - quote[-1].y != LINE:
            yield _quote(quote, marked)
            quote = []
        quote += sorted(lines[y], key=lambda text: text.x)
    if quote:
        yield _quote(quote, marked)


def _quote(signs: Sequence[_Text], marked: Sequence[_Box]) -> Quote:
    spoken = [number for number, sign in enumerate(signs) if any(box.holds(sign.x, sign.y - SIZE + LINE) for box in marked)]
    start, end = (spoken[0], spoken[-1] + 1) if spoken else (0, 0)
    return Quote(Place(), "".join(sign.said for sign in signs), start, end)
