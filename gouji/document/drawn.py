"""Tables drawn with characters in a text (w3m, pandoc, tabulate, typists): read by their rules, or said to be in doubt."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gouji.document.canvas import CROSSING, LEVEL, UPRIGHT, cells_of
from gouji.document.model import Block, Cell, Grid

_EDGES = UPRIGHT | CROSSING
_SIGNS = _EDGES | LEVEL | {":", " "}
_DRAWN = re.compile("[\u2500-\u257f]|[+][-=]{2}|[-=]{2}[+]")
_CROSSED = re.compile(f"[{''.join(sorted(CROSSING - {'+'}))}]|[+][-=]{{2}}|[-=]{{2}}[+]")
# The columns of pandoc's and reStructuredText's simple tables: no rule stands between their rows.
_COLUMNS = re.compile(r"\s*(?:-{2,}(?: +-{2,})+|={2,}(?: +={2,})+)\s*")
_BARRED = str.maketrans(dict.fromkeys(_EDGES - {"+"}, "|"))
# Rules above the headers, below them, and below the whole; then each line is a row of its own.
_RULES_OF_A_LIST = 3
_DEEPEST = 4
Island = tuple[int, tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text and the tables drawn in it: by the number of its first line each that was read, with that of its last.

    The others stand in `lines` with bars between their cells; `loose` are the numbers of those whose rules do not close.
    """

    lines: Sequence[str]
    tables: Mapping[int, Island] = field(default_factory=dict)
    loose: frozenset[int] = frozenset()


def has_open_tables(drawn: Drawn) -> bool:
    """Whether tables are drawn in the text that have no rules or none that close: what seems missing may stand in them."""
    return bool(drawn.loose) or any(_COLUMNS.fullmatch(line) for line in drawn.lines)


def drawn_in(lines: Sequence[str]) -> Drawn:
    """The text of these lines, which are counted from 1, and what is drawn in it; frames round one column are taken off."""
    if not any(_DRAWN.search(line) for line in lines):
        return Drawn(lines)
    for _ in range(_DEEPEST):
        frames = [span for span in _spans(lines) if _is_frame(_block(lines, *span))]
        if not frames:
            break
        lines = _without(lines, frames)
    return _read(list(lines))


def _read(lines: list[str]) -> Drawn:
    tables: dict[int, Island] = {}
    loose: set[int] = set()
    for first, last in list(_spans(lines)):
        block = _block(lines, first, last)
        listed = _is_list(block)
        if not listed and (cells := cells_of(block, first)):
            tables[first] = last, (_grid(cells),)
            continue
        lines[first - 1 : last] = ["" if _is_rule(line) else line.translate(_BARRED) for line in block]
        loose.update(() if listed else range(first, last + 1))
    return Drawn(lines, tables, frozenset(loose))


def _spans(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last lines of each run of lines that begin and end in a rule, a level one among them."""
    first = 0
    for number, line in enumerate([*lines, ""], 1):
        own = line.strip()
        inside = len(own) > 1 and own[0] in _EDGES and own[-1] in _EDGES
        if inside and not first:
            first = number
        elif not inside and first:
            if any(_is_rule(rule) for rule in lines[first - 1 : number - 1]):
                yield first, number - 1
            first = 0


def _block(lines: Sequence[str], first: int, last: int) -> list[str]:
    return [line.strip() for line in lines[first - 1 : last]]


def _is_rule(line: str) -> bool:
    """Whether the line rules off the whole table."""
    own = line.strip()
    return bool(_DRAWN.search(own)) and _SIGNS.issuperset(own) and not LEVEL.isdisjoint(own)


def _is_list(block: Sequence[str]) -> bool:
    """Whether rules stand round the headers and the whole only, as psql and Org print them, and more lines than one between."""
    rules = sum(map(_is_rule, block))
    return rules <= _RULES_OF_A_LIST and len(block) > 2 * rules - 1 and not any(map(_holds_rule, block))


def _holds_rule(line: str) -> bool:
    """Whether a part of the line rules off what stands above."""
    return bool(_CROSSED.search(line)) and not _is_rule(line)


def _is_frame(block: Sequence[str]) -> bool:
    """Whether it is drawn round one column only, which is layout: nothing inside touches it."""
    ends, inside = (block[0], block[-1]), block[1:-1]
    closed = all(_is_rule(line) and CROSSING.isdisjoint(line[1:-1]) for line in ends)
    return closed and bool(inside) and all(line[0] in UPRIGHT and line[-1] in UPRIGHT for line in inside)


def _without(lines: Sequence[str], frames: Sequence[tuple[int, int]]) -> list[str]:
    """The lines without these frames; what stands in them keeps its place."""
    found = list(lines)
    for first, last in frames:
        for index in range(first - 1, last):
            own = found[index].rstrip()
            start = len(own) - len(own.lstrip())
            found[index] = "" if _is_rule(own) else f"{own[:start]} {own[start + 1 : -1]}".rstrip()
    return found


def _grid(cells: tuple[Cell, ...]) -> Grid:
    """The table; where none of its cells is merged, blank ones may pad others, as in rows between bars."""
    return Grid(cells, 0, ragged=all(cell.rowspan == cell.colspan == 1 for cell in cells))
