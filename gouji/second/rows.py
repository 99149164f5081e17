"""Rows as a second route sees them, and which figures of the form they print: by label, and by the order of the figures."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from gouji.form.model import FormTable, Line
from gouji.recognition.normal import bare, plain

_FIGURE = re.compile(r"[+\-−–—]?\d[\d,.]*(?:件次|[件起宗份条项个次]|万元|元)?(?:\(.*\))?|[/\\\-—–−*]+|无|\ufffd+")
# Signs that only these outcomes have in their names: in this order under each track, whatever the lines are broken into.
_OUTCOMES = "维纠审"
_LIKE = 0.85
_SHORTEST_LIKE = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A run of figures, the words before it in its row, and the words between it and the run before.

    `perhaps` are more words that may be its label, where the lines of a page do not tell which belong together.
    """

    labels: tuple[str, ...]
    values: tuple[str, ...]
    above: str = ""
    perhaps: tuple[str, ...] = ()


def is_figure(text: str) -> bool:
    """Whether this could be a figure's cell: a number, a mark or a blank."""
    flat = plain(text)
    return not flat or bool(_FIGURE.fullmatch(flat))


def rows_of(lines: Iterable[Sequence[str]]) -> Iterator[Row]:
    """The rows in these lines of cells. A figure on a line of its own goes on with the line before it."""
    above: list[str] = []
    for cells in _joined(lines):
        values = _last_run(cells)
        labels = tuple(cell for cell in cells[: len(cells) - len(values)] if cell.strip())
        if values:
            yield Row(labels, tuple(values), "".join(above))
        above = [] if any(value.strip() for value in values) else [*above, *cells]


def _joined(lines: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    open_line: list[str] = []
    for cells in lines:
        if len(cells) == 1 and open_line and is_figure(cells[0]):
            open_line += cells
        else:
            if open_line:
                yield open_line
            open_line = list(cells)
    if open_line:
        yield open_line


def _last_run(cells: Sequence[str]) -> Sequence[str]:
    start = max((number for number, cell in enumerate(cells, 1) if not is_figure(cell)), default=0)
    return cells[start:]


def printed_in(rows: Iterable[Row], table: FormTable) -> dict[str, str]:
    """What the rows print for figures of this table, by figure; what two rows print differently is left out."""
    met: dict[str, list[str]] = {}
    printed = chain.from_iterable(_outcomes(row, table) for row in rows) if table.id == "proceedings" else _labelled(rows, table)
    for name, text in printed:
        met.setdefault(f"{table.id}.{name}", []).append(text)
    return {name: texts[0] for name, texts in met.items() if len({plain(text) for text in texts}) == 1}


def _labelled(rows: Iterable[Row], table: FormTable) -> Iterator[tuple[str, str]]:
    """Rows by label; one whose label cannot be told is the one row of the form that is due between those around it."""
    named = [(_line(row, table), row) for row in rows]
    for number, (line, row) in enumerate(named):
        around = [named[n][0] for n in (number - 1, number + 1) if 0 <= n < len(named)]
        found = line or _between(around, table)
        if found is None:
            continue
        columns = table.columns_of(found.id)
        values = _trimmed(row.values, len(columns))
        if len(values) == len(columns):
            yield from ((f"{found.id}.{column.id}", text) for column, text in zip(columns, values, strict=True))


def _line(row: Row, table: FormTable) -> Line | None:
    lines = table.rows()
    return _named_exactly(_alone_and_joined(row.labels), lines) or _named_exactly(row.perhaps, lines) or _named(row.labels, lines)


def _between(around: Sequence[Line | None], table: FormTable) -> Line | None:
    """The row between these two where they are next to next in the form."""
    lines = [line for line in table.rows() if not line.instead_of]
    if len(around) != 2 or any(line not in lines for line in around):
        return None
    first, last = (lines.index(line) for line in around if line is not None)
    return lines[first + 1] if last == first + 2 else None


def _outcomes(row: Row, table: FormTable) -> Iterator[tuple[str, str]]:
    """Fifteen figures under three times the outcomes, or five after a track's name."""
    tracks, columns = table.rows(), table.blocks[0].columns
    heads = "".join(sign for sign in row.above + "".join(row.labels) if sign in _OUTCOMES)
    named = next((line for line in reversed(tracks) if _names(row.labels, line)), None)
    if heads.endswith(_OUTCOMES * len(tracks)):
        names = [f"{line.id}.{column.id}" for line in tracks for column in columns]
    elif named is not None:
        names = [f"{named.id}.{column.id}" for column in columns]
    else:
        return
    values = _trimmed(row.values, len(names))
    if len(values) == len(names):
        yield from zip(names, values, strict=True)


def _names(labels: Sequence[str], line: Line) -> bool:
    return any(bare(label).endswith(bare(name)) for label in labels[-1:] for name in (line.label, *line.aliases))


def _trimmed(values: Sequence[str], count: int) -> Sequence[str]:
    """The figures without blank cells of a wider grid around them, where what is left is as many as are due."""
    if len(values) <= count:
        return values
    filled = [number for number, value in enumerate(values) if value.strip()]
    return values[filled[0] : filled[-1] + 1] if filled else values


def _alone_and_joined(labels: Sequence[str]) -> tuple[str, ...]:
    """What may be the label: the last of the words, or all of them."""
    return tuple(dict.fromkeys((labels[-1] if labels else "", "".join(labels))))


def _named_exactly(texts: Sequence[str], lines: Sequence[Line]) -> Line | None:
    """The row whose label one of these texts is; of several the one with the longest label."""
    names = {bare(name): line for line in reversed(lines) for name in (line.label, *line.aliases)}
    return names.get(max((flat for text in texts if (flat := bare(text)) in names), key=len, default=""))


def _named(labels: Sequence[str], lines: Sequence[Line]) -> Line | None:
    """The one row of the form whose label is most like these words."""
    for words in _alone_and_joined(labels):
        scores = {line.id: max(_likeness(bare(words), bare(name)) for name in (line.label, *line.aliases)) for line in lines}
        most = max(scores.values(), default=0.0)
        best = [line for line in lines if scores[line.id] == most]
        if most >= _LIKE and len(best) == 1:
            return best[0]
    return None


def _likeness(printed: str, wanted: str) -> float:
    if printed == wanted:
        return 1.0
    if min(len(printed), len(wanted)) < _SHORTEST_LIKE:
        return 0.0
    return difflib.SequenceMatcher(None, printed, wanted, autojunk=False).ratio()
