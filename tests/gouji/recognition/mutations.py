"""Statutory tables disturbed at random, in the ways that published reports are disturbed, each figure remembering what it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from random import Random

from gouji.document.model import Cell, Document, Grid
from gouji.place import Place
from gouji.report import Report, State
from samples.grids import grid
from samples.sound import sound

from .column_mutations import add_a_column, drop_a_column, merge_two_figures, split_a_column, swap_columns
from .label_mutations import blank_a_label, blank_the_header, drop_the_header, misprint_labels
from .row_mutations import add_a_row, drop_a_row, merge_over_rows, print_a_row_twice, shift_a_row, swap_rows
from .sheets import TABLES, Mutation, Sheet
from .table_mutations import break_over_pages, flatten, repeat_the_table, turn_proceedings


@dataclass(slots=True)
class Mutated:
    """A document with what each of its cells prints, and how it came about."""

    document: Document
    printed: dict[tuple[int, int, int], str | None]
    steps: list[str] = field(default_factory=list)

    def misread(self, report: Report) -> list[str]:
        """The figures that were read surely from a cell which prints another figure, or none."""
        return [
            f"{figure.id} = {figure.raw!r} from {self.printed.get(_spot(figure.place))}"
            for figure in report.figures.values()
            if figure.sure and figure.state is not State.ABSENT and self.printed.get(_spot(figure.place)) != figure.id
        ]

    def lost(self, report: Report) -> list[str]:
        """The figures that are printed and said to be absent, with nothing said about it."""
        doubtful = {table.id for table in report.tables.values() if table.doubts or table.strangers or table.strange}
        gone = (figure for figure in report.figures.values() if figure.state is State.ABSENT and figure.sure)
        return [
            figure.id
            for figure in gone
            if figure.id in self.printed.values() and figure.table in report.tables and figure.table not in doubtful
        ]


def _spot(place: Place | None) -> tuple[int, int, int]:
    assert place is not None
    return place.table or 0, place.row or 0, place.column or 0


def mutated(seed: int, most: int = 3) -> Mutated:
    """A report's three tables with up to `most` disturbances each, the same for the same seed."""
    random = Random(seed)
    sheets, steps = [], []
    for sheet in _sheets(seed, random):
        parts = [sheet]
        for _ in range(random.randint(0, most)):
            steps += _disturb(parts, random.choice(sorted(MUTATIONS)), random)
        sheets += parts
    return _document(sheets, steps)


def disturbed(seed: int, name: str) -> Mutated:
    """A report with this one disturbance of each of its tables, where they allow it."""
    random = Random(f"{name} {seed}")
    sheets, steps = [], []
    for sheet in _sheets(seed, random):
        parts = [sheet]
        steps += _disturb(parts, name, random)
        sheets += parts
    return _document(sheets, steps)


def _sheets(seed: int, random: Random) -> list[Sheet]:
    """A sound report's tables with figures that all differ from each other, so that a shifted one shows."""
    sample = sound(year=random.choice((2019, 2020, 2021, 2023, 2025)), size="zero", seed=seed)
    numbers = count(11)
    told = replace(sample, figures={name: str(next(numbers)) for name in sample.figures})
    return [Sheet(table, shown.cells) for table in TABLES if (shown := grid(told, table))]


def _disturb(parts: list[Sheet], name: str, random: Random) -> list[str]:
    """One of the parts disturbed in this way; what was done, nothing where it does not allow it."""
    at = random.randrange(len(parts))
    table, new = parts[at].table, MUTATIONS[name](parts[at], random)
    if new:
        parts[at : at + 1] = new
    return [f"{table}: {name}"] if new else []


def _document(sheets: Sequence[Sheet], steps: list[str]) -> Mutated:
    printed: dict[tuple[int, int, int], str | None] = {}
    grids = []
    for number, sheet in enumerate(sheets, 1):
        cells = []
        for cell in sheet.cells:
            place = Place(table=number, row=cell.row + 1, column=cell.column + 1)
            printed[_spot(place)] = cell.figure
            cells.append(Cell(cell.text, cell.row, cell.column, place, cell.rowspan, cell.colspan))
        grids.append(Grid(tuple(cells), number, sheet.ragged))
    return Mutated(Document("report.html", "0" * 64, "html", tuple(grids)), printed, steps)


MUTATIONS: dict[str, Mutation] = {
    made.__name__: made
    for made in (
        drop_a_row, drop_a_column, print_a_row_twice, swap_rows, swap_columns, add_a_row, add_a_column, split_a_column,
        merge_two_figures, merge_over_rows, blank_a_label, blank_the_header, drop_the_header, misprint_labels, shift_a_row, break_over_pages,
        flatten, repeat_the_table, turn_proceedings,
    )
}  # fmt: skip
