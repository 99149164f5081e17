"""The same statutory table printed more than once: which is the report's, and where the others disagree with it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gouji.document.doubts import joined
from gouji.document.model import Grid
from gouji.recognition.figures import TWO_TABLES
from gouji.report import Figure, State, TableReading


@dataclass(frozen=True, slots=True)
class Copy:
    """Grids that together print the table once, the names of what stands in them, and whether they stand in its section."""

    grids: tuple[Grid, ...]
    names: frozenset[str]
    at_home: bool


def copies(grids: Iterable[Grid], names_in: Callable[[Grid], frozenset[str]], home: Mapping[int, bool]) -> list[Copy]:
    """The grids parted where one prints again most of what was met before; a page's end alone brings only new rows."""
    found: list[Copy] = []
    for grid in grids:
        names, at_home = names_in(grid), home.get(grid.number, False)
        if found and 2 * len(names & found[-1].names) <= min(len(names), len(found[-1].names)):
            last = found[-1]
            found[-1] = Copy((*last.grids, grid), last.names | names, last.at_home or at_home)
        else:
            found.append(Copy((grid,), names, at_home))
    return found


def the_reports(found: Sequence[Copy]) -> tuple[Copy, list[Copy]]:
    """The copy in the table's own section, the fullest where there are several, and those that might be meant as well.

    Beside a copy that stands where it must, a few of its rows in another section are that section's own little table.
    """
    chosen = max(found, key=lambda copy: (copy.at_home, len(copy.names)))
    rivals = [copy for copy in found if copy is not chosen]
    if chosen.at_home:
        rivals = [copy for copy in rivals if copy.at_home or 2 * len(copy.names) >= len(chosen.names)]
    return chosen, rivals


Read = tuple[TableReading, dict[str, Figure]]


def compared(read: Read, others: Iterable[Read]) -> Read:
    """The reading, and where another copy prints a figure differently, a doubt on all that the copies do not agree in."""
    reading, figures = read
    against = [theirs for _, theirs in others if not _same(figures, theirs)]
    if not against:
        return read
    agreed = {name for name, figure in figures.items() if all(_agrees(figure, theirs.get(name)) for theirs in against)}
    marked = {n: f if n in agreed else replace(f, doubts=joined(f.doubts, (TWO_TABLES,))) for n, f in figures.items()}
    return replace(reading, doubts=joined(reading.doubts, (TWO_TABLES,))), marked


def _same(figures: Mapping[str, Figure], theirs: Mapping[str, Figure]) -> bool:
    """Whether another copy prints the same wherever both print something, which must be somewhere."""
    both = [(f, theirs[n]) for n, f in figures.items() if n in theirs and State.ABSENT not in (f.state, theirs[n].state)]
    return bool(both) and all(_agrees(one, other) for one, other in both)


def _agrees(one: Figure, other: Figure | None) -> bool:
    return other is not None and (one.state, one.value, (one.raw or "").strip()) == (other.state, other.value, (other.raw or "").strip())
