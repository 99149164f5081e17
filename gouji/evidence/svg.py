"""Excerpts and quotes as one SVG: text stays text, so no font has to be there when it is made."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from gouji.evidence.model import Excerpt, ExcerptCell, Quote, Tone

SIZE, LINE, PAD = 14, 20, 6
_WIDEST, _NARROWEST = 190, 46
_QUOTE = 760
_FONT = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif"
COLOURS: Mapping[Tone, tuple[str, str]] = {
    "error": ("#a62b24", "#fbeae7"),
    "doubt": ("#8a6400", "#fcf3da"),
    "notice": ("#2f6178", "#e9f2f6"),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture and its size."""

    data: bytes
    width: int
    height: int


def as_svg(tables: Sequence[Excerpt], quotes: Sequence[Quote], *, tone: Tone) -> Drawn:
    """The quotes, then the tables, one under the other; the same bytes for the same content."""
    parts: list[str] = []
    width, top = 1, PAD
    for quote in quotes:
        drawn, wide, high = _quote(quote, top, tone)
        parts, width, top = [*parts, *drawn], max(width, wide), top + high + 2 * PAD
    for table in tables:
        drawn, wide, high = _table(table, top, tone)
        parts, width, top = [*parts, *drawn], max(width, wide), top + high + 2 * PAD
    width += 2 * PAD
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{top}" viewBox="0 0 {width} {top}" '
    head += f'font-family="{escape(_FONT)}" font-size="{SIZE}">'
    body = "\n".join([head, f'<rect width="{width}" height="{top}" fill="#fff"/>', *parts, "</svg>"])
    return Drawn(body.encode("utf-8", "replace"), width, top)


def _quote(quote: Quote, top: int, tone: Tone) -> tuple[list[str], int, int]:
    strong, soft = COLOURS[tone]
    parts, left, line = [], PAD, 0
    for index, sign in enumerate(quote.text):
        wide = _width(sign)
        if left + wide > _QUOTE:
            left, line = PAD, line + 1
        y = top + line * LINE
        if quote.start <= index < quote.end:
            parts.append(f'<rect x="{left}" y="{y}" width="{wide}" height="{LINE}" fill="{soft}"/>')
            parts.append(f'<rect x="{left}" y="{y + LINE - 2}" width="{wide}" height="2" fill="{strong}"/>')
        if sign.strip():
            parts.append(_text(sign, left, y + SIZE, "#1f2328"))
        left += wide
    return parts, _QUOTE if line else left, (line + 1) * LINE


def _table(table: Excerpt, top: int, tone: Tone) -> tuple[list[str], int, int]:
    spots = list(_spots(table))
    columns = max(column + cell.colspan for _, column, cell in spots)
    wide = _widths(spots, columns)
    high = _heights(spots, wide, len(table.rows))
    lefts = [PAD + sum(wide[:n]) for n in range(columns + 1)]
    tops = [top + sum(high[:n]) + 8 * sum(gap <= n for gap in table.gaps) for n in range(len(high) + 1)]
    parts: list[str] = []
    marked: list[str] = []
    for row, column, cell in spots:
        x, y = lefts[column], tops[row]
        w, h = lefts[column + cell.colspan] - x, tops[row + cell.rowspan - 1] + high[row + cell.rowspan - 1] - y
        (marked if cell.role else parts).extend(_cell(cell, x, y, w, h, tone))
    return [*parts, *marked], lefts[-1], tops[-2] + high[-1] - top


def _spots(table: Excerpt) -> Iterator[tuple[int, int, ExcerptCell]]:
    """Each cell with the row and column in which it begins, as a browser lays them out."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            taken |= {(r, c) for r in range(row, row + cell.rowspan) for c in range(column, column + cell.colspan)}
            yield row, column, cell
            column += cell.colspan


def _widths(spots: Sequence[tuple[int, int, ExcerptCell]], columns: int) -> list[int]:
    wide = [_NARROWEST] * columns
    for _, column, cell in spots:
        if cell.colspan == 1:
            wide[column] = max(wide[column], min(_WIDEST if cell.head else 110, _wide(cell.text) + 2 * PAD))
    return wide


def _heights(spots: Sequence[tuple[int, int, ExcerptCell]], wide: Sequence[int], rows: int) -> list[int]:
    high = [LINE + PAD] * rows
    for row, column, cell in sorted(spots, key=lambda spot: spot[2].rowspan):
        lines = len(_broken(cell.text, sum(wide[column : column + cell.colspan]) - 2 * PAD))
        missing = lines * LINE + PAD - sum(high[row : row + cell.rowspan])
        high[row + cell.rowspan - 1] += max(0, missing)
    return high


def _cell(cell: ExcerptCell, x: int, y: int, w: int, h: int, tone: Tone) -> Iterator[str]:
    strong, soft = COLOURS[tone]
    fill = soft if cell.role else "#f6f7f7" if cell.head else "#fff"
    edge, thick = (strong, 3) if cell.role == "spoken" else (strong, 1) if cell.role else ("#b9c0c6", 1)
    yield f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{fill}" stroke="{edge}" stroke-width="{thick}"/>'
    lines = _broken(cell.text, w - 2 * PAD)
    first = y + (h - len(lines) * LINE) // 2 + SIZE + 1
    for number, line in enumerate(lines):
        yield _text(line, x + (w - _wide(line)) // 2, first + number * LINE, strong if cell.role == "spoken" else "#1f2328")


def _text(text: str, x: int, y: int, fill: str) -> str:
    return f'<text x="{x}" y="{y}" fill="{fill}">{escape(_printable(text))}</text>'


def _printable(text: str) -> str:
    """XML knows no control characters, and marks of direction would turn the text around."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def _broken(text: str, width: int) -> list[str]:
    lines, left = [""], 0
    for sign in text:
        if left + _width(sign) > width and lines[-1]:
            lines, left = [*lines, ""], 0
        lines[-1] += sign
        left += _width(sign)
    return lines


def _wide(text: str) -> int:
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    return SIZE if unicodedata.east_asian_width(sign) in "WFA" else 8
