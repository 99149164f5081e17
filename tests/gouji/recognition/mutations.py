"""Statutory tables disturbed at random, in the ways that published reports are disturbed, each figure remembering what it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from random import Random

from gouji.document.model import Cell, Document, Grid
from gouji.form import form
from gouji.place import Place
from gouji.report import Report, State
from samples.grids import GridCell, grid
from samples.sound import sound

TABLES = ("disclosure", "applications", "proceedings")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as rows of cells; a cell's `figure` is what it prints, whatever is done to its place.

    `worn` has merged or shifted cells: flattened or cut, nobody could tell any more what they print. `part` is one page's:
    columns exchanged or added on one page alone nobody could tell either. `doubled` has a row twice.
    """

    table: str
    cells: tuple[GridCell, ...]
    ragged: bool = False
    worn: bool = False
    part: bool = False
    doubled: bool = False

    @property
    def rows(self) -> int:
        return max(cell.row + cell.rowspan for cell in self.cells)

    @property
    def width(self) -> int:
        return max(cell.column + cell.colspan for cell in self.cells)

    @property
    def figure_rows(self) -> list[int]:
        return sorted({cell.row for cell in self.cells if cell.figure})

    @property
    def figure_columns(self) -> list[int]:
        return sorted({cell.column for cell in self.cells if cell.figure})

    @property
    def label_columns(self) -> int:
        """How many columns stand left of the figures."""
        return min((cell.column for cell in self.cells if cell.figure), default=0)

    def changed(self, change: Callable[[GridCell], GridCell | None]) -> "Sheet":
        return replace(self, cells=tuple(new for cell in self.cells if (new := change(cell))))


Mutation = Callable[[Sheet, Random], list[Sheet]]


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


def _pick(choices: Sequence[int], random: Random) -> int | None:
    return random.choice(choices) if choices else None


def _without_rows(sheet: Sheet, gone: Sequence[int]) -> Sheet:
    def change(cell: GridCell) -> GridCell | None:
        kept = [r for r in range(cell.row, cell.row + cell.rowspan) if r not in gone]
        if not kept:
            return None
        return replace(cell, row=kept[0] - sum(g < kept[0] for g in gone), rowspan=len(kept))

    return sheet.changed(change)


def _without_column(sheet: Sheet, gone: int) -> Sheet:
    def change(cell: GridCell) -> GridCell | None:
        kept = [c for c in range(cell.column, cell.column + cell.colspan) if c != gone]
        if not kept:
            return None
        return replace(cell, column=kept[0] - (gone < kept[0]), colspan=len(kept))

    return sheet.changed(change)


def _with_row(sheet: Sheet, at: int, cells: Sequence[GridCell]) -> Sheet:
    """The sheet with these cells as a new row; merged cells grow over it."""

    def change(cell: GridCell) -> GridCell:
        if cell.row >= at:
            return replace(cell, row=cell.row + 1)
        return replace(cell, rowspan=cell.rowspan + 1) if cell.row + cell.rowspan > at else cell

    moved = sheet.changed(change)
    covered = {c for cell in moved.cells if cell.row < at < cell.row + cell.rowspan for c in range(cell.column, cell.column + cell.colspan)}
    free = tuple(cell for cell in cells if cell.column not in covered)
    return replace(moved, cells=(*moved.cells, *free))


def _with_column(sheet: Sheet, at: int, texts: Callable[[int], GridCell | None]) -> Sheet:
    def change(cell: GridCell) -> GridCell:
        if cell.column >= at:
            return replace(cell, column=cell.column + 1)
        return replace(cell, colspan=cell.colspan + 1) if cell.column + cell.colspan > at else cell

    moved = sheet.changed(change)
    covered = {r for cell in moved.cells if cell.column < at < cell.column + cell.colspan for r in range(cell.row, cell.row + cell.rowspan)}
    new = tuple(cell for row in range(sheet.rows) if row not in covered and (cell := texts(row)))
    return replace(moved, cells=(*moved.cells, *new))


def drop_a_row(sheet: Sheet, random: Random) -> list[Sheet]:
    row = _pick(sheet.figure_rows, random)
    fits = row is not None and len(sheet.figure_rows) > 1 and not sheet.worn
    return [_without_rows(sheet, [row])] if fits and row is not None else []


def drop_a_column(sheet: Sheet, random: Random) -> list[Sheet]:
    column = _pick(sheet.figure_columns, random)
    padded = any(not cell.figure and not cell.text and cell.row in sheet.figure_rows for cell in sheet.cells)
    if column is None or len(sheet.figure_columns) < 3 or sheet.worn or sheet.ragged or sheet.part or padded:
        return []
    return [_without_column(sheet, column)]


def print_a_row_twice(sheet: Sheet, random: Random) -> list[Sheet]:
    """A row again under its own label with other figures: neither is surely the row's."""
    row = _pick(sheet.figure_rows, random)
    if row is None or sheet.table == "proceedings":
        return []
    again = [replace(c, row=row + 1, text=f"9{c.text}" if c.figure else c.text, figure=None) for c in sheet.cells if c.row == row]
    lone = [replace(cell, rowspan=1) for cell in again]
    doubled = _with_row(sheet, row + 1, lone)
    return [replace(doubled.changed(lambda cell: replace(cell, figure=None) if cell.row == row and cell.figure else cell), doubled=True)]


def swap_rows(sheet: Sheet, random: Random) -> list[Sheet]:
    rows = [r for r in sheet.figure_rows if all(cell.rowspan == 1 for cell in sheet.cells if cell.row == r)]
    if len(rows) < 2 or sheet.table == "proceedings":
        return []
    one, other = random.sample(rows, 2)
    if sheet.table == "disclosure" and _shape(sheet, one) != _shape(sheet, other):
        return []
    to = {one: other, other: one}
    return [sheet.changed(lambda cell: replace(cell, row=to.get(cell.row, cell.row)))] if _shape(sheet, one) == _shape(sheet, other) else []


def _shape(sheet: Sheet, row: int) -> list[tuple[int, int]]:
    """Which squares the row's own cells take, and for Table 2 which block it stands in."""
    blocks = [cell.row for cell in sheet.cells if cell.text.startswith("第二十条") and cell.row < row]
    return [(max(blocks, default=0), 0), *sorted((cell.column, cell.colspan) for cell in sheet.cells if cell.row == row)]


def swap_columns(sheet: Sheet, random: Random) -> list[Sheet]:
    """Two neighbouring columns of Table 3 with their headers."""
    headed = sheet.table == "applications" and bool(sheet.figure_rows) and sheet.figure_rows[0] >= 3 and not sheet.ragged and not sheet.part
    headed = sheet.table == "applications" and bool(sheet.figure_rows) and sheet.figure_rows[0] >= 3 and not sheet.ragged and not sheet.part
    inner = [c for c in sheet.figure_columns[1:-2] if headed]
    one = _pick(inner, random)
    if one is None:
        return []
    to = {one: one + 1, one + 1: one}
    if any(cell.column in to and cell.colspan > 1 for cell in sheet.cells if cell.row >= 2):
        return []
    return [sheet.changed(lambda cell: replace(cell, column=to.get(cell.column, cell.column)) if cell.row >= 2 else cell)]


def add_a_row(sheet: Sheet, random: Random) -> list[Sheet]:
    """A row that the form does not know."""
    row = _pick(sheet.figure_rows, random)
    if row is None or sheet.table == "proceedings":
        return []
    label = random.choice(("9.属于工作秘密", "属于内部管理信息", "其他主动公开文件", "4.其他情形说明", "其中：网上申请", ""))
    start = sheet.label_columns
    own = [GridCell(label, row, start - 1)] if start else []
    return [_with_row(sheet, row, [*own, *(GridCell(f"8{c}", row, c) for c in range(start, sheet.width))])]


def add_a_column(sheet: Sheet, random: Random) -> list[Sheet]:
    at = _pick([*sheet.figure_columns, sheet.width], random)
    heads = sheet.figure_rows[0] - 1 if sheet.figure_rows else 0
    word = random.choice(("备注", "占比", "小计", "上年数", ""))
    if at is None or sheet.part or (sheet.ragged and sheet.worn):
        return []
    return [
        _with_column(
            sheet, at, lambda row: GridCell(word if row == heads else f"7{row}" if row in sheet.figure_rows and word else "", row, at)
        )
    ]


def split_a_column(sheet: Sheet, random: Random) -> list[Sheet]:
    """A column drawn as two: the figures beside an empty cell, its header over both."""
    at = _pick(sheet.figure_columns, random)
    if at is None or sheet.part or (sheet.ragged and sheet.worn):
        return []
    first = random.random() < 0.5

    def change(cell: GridCell) -> GridCell:
        if cell.column > at:
            return replace(cell, column=cell.column + 1)
        if cell.column + cell.colspan <= at:
            return cell
        if cell.figure and cell.colspan == 1:
            return cell if first else replace(cell, column=at + 1)
        return replace(cell, colspan=cell.colspan + 1)

    moved = sheet.changed(change)
    empty = [GridCell("", c.row, at + 1 if first else at, c.rowspan) for c in sheet.cells if c.figure and c.column == at and c.colspan == 1]
    return [replace(moved, cells=(*moved.cells, *empty))]


def merge_two_figures(sheet: Sheet, random: Random) -> list[Sheet]:
    """Two figures in one cell, as a careless merge leaves them."""
    one = _figure_with_neighbour(sheet, random)
    if one is None or sheet.ragged:
        return []
    other = next(c for c in sheet.cells if c.row == one.row and c.column == one.column + one.colspan and c.figure)
    text = random.choice((one.text, f"{one.text} {other.text}", ""))
    wide = replace(one, text=text, colspan=one.colspan + other.colspan, figure=None)
    return [replace(sheet.changed(lambda cell: None if cell is other else wide if cell is one else cell), worn=True)]


def _figure_with_neighbour(sheet: Sheet, random: Random) -> GridCell | None:
    starts = {(cell.row, cell.column) for cell in sheet.cells if cell.figure}
    fitting = [cell for cell in sheet.cells if cell.figure and (cell.row, cell.column + cell.colspan) in starts]
    return random.choice(fitting) if fitting else None


def merge_over_rows(sheet: Sheet, random: Random) -> list[Sheet]:
    """Two figures one above the other in one cell."""
    spots = {(cell.row, cell.column): cell for cell in sheet.cells if cell.figure and cell.rowspan == 1}
    fitting = [cell for (row, column), cell in spots.items() if (low := spots.get((row + 1, column))) and low.colspan == cell.colspan]
    if not fitting or sheet.ragged:
        return []
    one = random.choice(sorted(fitting, key=lambda cell: (cell.row, cell.column)))
    other = spots[one.row + 1, one.column]
    tall = replace(one, rowspan=2, figure=None)
    return [replace(sheet.changed(lambda cell: None if cell is other else tall if cell is one else cell), worn=True)]


def blank_a_label(sheet: Sheet, random: Random) -> list[Sheet]:
    labels = [cell for cell in sheet.cells if not cell.figure and cell.text]
    if not labels or sheet.doubled:
        return []
    gone = random.choice(labels)
    return [sheet.changed(lambda cell: replace(cell, text="") if cell is gone else cell)]


def blank_the_header(sheet: Sheet, random: Random) -> list[Sheet]:
    first = sheet.figure_rows[0] if sheet.figure_rows else 0
    return [sheet.changed(lambda cell: replace(cell, text="") if cell.row < first else cell)]


def drop_the_header(sheet: Sheet, random: Random) -> list[Sheet]:
    first = sheet.figure_rows[0] if sheet.figure_rows else 0
    return [_without_rows(sheet, range(first))] if first else []


def misprint_labels(sheet: Sheet, random: Random) -> list[Sheet]:
    if sheet.doubled:
        return []
    change = random.choice((_spaced, _clipped, _one_sign_lost, _wide_signs, _without_ordinal, _one_sign_doubled, _one_sign_wrong))
    share = random.choice((0.1, 0.5, 1.0))
    return [
        sheet.changed(
            lambda c: replace(c, text=change(c.text, random)) if not c.figure and len(c.text) > 3 and random.random() < share else c
        )
    ]


def _spaced(text: str, random: Random) -> str:
    at = random.randrange(1, len(text))
    return text[:at] + random.choice((" ", "\n", "\u3000", "\u00a0")) + text[at:]


def _clipped(text: str, random: Random) -> str:
    return text[: max(4, len(text) - random.randint(1, 3))]


def _one_sign_lost(text: str, random: Random) -> str:
    at = random.randrange(1, len(text))
    return text[:at] + text[at + 1 :]


def _one_sign_doubled(text: str, random: Random) -> str:
    at = random.randrange(1, len(text))
    return text[:at] + text[at] + text[at:]


def _one_sign_wrong(text: str, random: Random) -> str:
    at = random.randrange(1, len(text))
    return text[:at] + "某" + text[at + 1 :]


def _wide_signs(text: str, random: Random) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def _without_ordinal(text: str, random: Random) -> str:
    for mark in (".", "）", "、"):
        head, found, rest = text.partition(mark)
        if found and len(head) <= 2 and rest:
            return rest
    return text


def shift_a_row(sheet: Sheet, random: Random) -> list[Sheet]:
    """A row that lost a cell: what follows stands one column too far left."""
    row = _pick(sheet.figure_rows, random)
    own = sorted((cell for cell in sheet.cells if cell.row == row), key=lambda cell: cell.column)
    if row is None or len(own) < 3 or sheet.ragged:
        return []
    gone = random.choice(own)

    def change(cell: GridCell) -> GridCell | None:
        after = cell.row == row and cell.column > gone.column
        return None if cell is gone else replace(cell, column=cell.column - gone.colspan) if after else cell

    return [replace(sheet.changed(change), worn=True)]


def break_over_pages(sheet: Sheet, random: Random) -> list[Sheet]:
    """Two grids; the second with or without the header, with or without its label columns drawn as one."""
    rows = sheet.figure_rows[1:]
    row = _pick(rows, random)
    if row is None or sheet.table == "proceedings" or sheet.worn:
        return []
    head = sheet.figure_rows[0] if random.random() < 0.3 and sheet.table == "applications" else 0
    first = _without_rows(sheet, range(row, sheet.rows))
    second = _without_rows(sheet, range(head, row))
    if not head and sheet.table == "applications" and random.random() < 0.5:
        second = _one_label_column(second)
    return [replace(first, part=True), replace(second, part=True)]


def _one_label_column(sheet: Sheet) -> Sheet:
    """The last label of each row alone, in one column."""
    wide = sheet.label_columns
    if not wide:
        return sheet
    last: dict[int, GridCell] = {}
    for cell in sorted(sheet.cells, key=lambda c: c.column):
        if not cell.figure and cell.column < wide:
            last[cell.row] = cell
    kept = {id(cell) for cell in last.values()}

    def change(cell: GridCell) -> GridCell | None:
        if cell.figure or cell.column >= wide:
            return replace(cell, column=cell.column - wide + 1)
        return replace(cell, column=0, colspan=1, rowspan=1) if id(cell) in kept else None

    return sheet.changed(change)


def flatten(sheet: Sheet, random: Random) -> list[Sheet]:
    """Rows of text: only the order of the cells is left, and labels merged over rows stand in their first row alone."""
    padded = random.random() < 0.5
    cells = []
    for row in range(sheet.rows):
        own = sorted((cell for cell in sheet.cells if cell.row == row), key=lambda cell: cell.column)
        if padded:
            fields: list[GridCell | None] = [None] * sheet.width
            for cell in own:
                fields[cell.column] = cell
            cells += [replace(c, row=row, column=i, rowspan=1, colspan=1) if c else GridCell("", row, i) for i, c in enumerate(fields)]
        else:
            cells += [replace(cell, column=i, rowspan=1, colspan=1) for i, cell in enumerate(own)]
    return [Sheet(sheet.table, tuple(cells), ragged=True)] if not sheet.ragged and not sheet.worn else []


def repeat_the_table(sheet: Sheet, random: Random) -> list[Sheet]:
    """The whole table again with other figures, as an appendix of last year's: neither is surely the report's."""
    blank = sheet.changed(lambda cell: replace(cell, figure=None))
    other = blank.changed(lambda cell: replace(cell, text=f"6{cell.text}") if cell.text.isdigit() else cell)
    return [blank, other] if random.random() < 0.5 else [other, blank]


def turn_proceedings(sheet: Sheet, random: Random) -> list[Sheet]:
    """Table 4 with its tracks as rows, or with its outcomes as rows."""
    if sheet.table != "proceedings" or len([c for c in sheet.cells if c.figure]) != 15:
        return []
    table = form("2021").table("proceedings")
    tracks, outcomes = table.rows(), table.blocks[0].columns
    figures = {cell.figure: cell for cell in sheet.cells if cell.figure}
    cells = []
    upright = random.random() < 0.5
    for i, track in enumerate(tracks, 1):
        cells.append(GridCell(track.label, i, 0) if upright else GridCell(track.label, 0, i))
        for j, outcome in enumerate(outcomes, 1):
            cell = figures.get(f"proceedings.{track.id}.{outcome.id}")
            if cell is None:
                return []
            cells.append(replace(cell, row=i if upright else j, column=j if upright else i, rowspan=1, colspan=1))
    cells += [GridCell(o.label, 0, j) if upright else GridCell(o.label, j, 0) for j, o in enumerate(outcomes, 1)]
    return [Sheet("proceedings", (GridCell("情况", 0, 0), *cells))]


MUTATIONS: dict[str, Mutation] = {
    made.__name__: made
    for made in (
        drop_a_row, drop_a_column, print_a_row_twice, swap_rows, swap_columns, add_a_row, add_a_column, split_a_column,
        merge_two_figures, merge_over_rows, blank_a_label, blank_the_header, drop_the_header, misprint_labels, shift_a_row, break_over_pages,
        flatten, repeat_the_table, turn_proceedings,
    )
}  # fmt: skip
