"""Which of the document's grids are the statutory tables, of which form, and what they print."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from gouji.document.doubts import UNEVEN_ROWS, joined
from gouji.document.model import Cell, Grid, Paragraph
from gouji.form import form
from gouji.form.model import Form, FormTable, Line
from gouji.recognition.applications import read_applications
from gouji.recognition.copies import Copy, Read, compared, copies, the_reports
from gouji.recognition.disclosure import OTHER_FORM, is_header, read_disclosure, votes
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.labels import likeness, telling
from gouji.recognition.leftover import with_parts_left
from gouji.recognition.normal import bare
from gouji.recognition.outcomes import outcome
from gouji.recognition.proceedings import names_in_grid, prints_fifteen, read_proceedings
from gouji.recognition.square import overlaps
from gouji.report import Figure, State, TableReading

_LABEL = 0.85
# A continuation over a page break may be one row long; on its own a grid needs more to be taken for a table.
_ENOUGH = {"disclosure": 2, "applications": 3, "proceedings": 3}
_OTHER = {"2021": "2019", "2019": "2021"}


def read_tables(
    grids: Sequence[Grid], sections: Mapping[int, int | None], lines: Sequence[Paragraph] = ()
) -> tuple[Form | None, dict[str, TableReading], dict[str, Figure]]:
    """The form as printed, its tables as met, and all figures that the form asks for; no form where no table was found.

    `sections` says in which of the report's parts each grid stands, by its number; `lines` are the paragraphs between them.
    """
    used = form_of(grids)
    tables: dict[str, TableReading] = {}
    figures: dict[str, Figure] = {}
    for table in used.tables:
        home = {number: section == table.section for number, section in sections.items()}
        own = _with_bare_ones(table, grids, grids_of(table, grids), tables, home)
        if own:
            tables[table.id], read = _read(used, table, own, home)
            figures |= read
    if not tables:
        return None, {}, {}
    return used, with_parts_left(used, tables, figures, grids, lines), _complete(used, figures)


def _read(used: Form, table: FormTable, grids: Sequence[Grid], home: Mapping[int, bool]) -> Read:
    """The table as its section prints it, compared with every other copy."""
    chosen, rivals = the_reports(copies(grids, lambda grid: _names(table, grid), home))
    return compared(_read_surely(used, table, chosen), [_read_surely(used, table, rival) for rival in rivals])


def _read_surely(used: Form, table: FormTable, copy: Copy) -> Read:
    """The copy as read; in doubt where cells lie over each other, so that which stands under which header cannot be told."""
    reading, figures = _read_copy(used, table, copy)
    if not any(overlaps(grid) for grid in copy.grids):
        return reading, figures
    return reading, {name: replace(figure, doubts=joined(figure.doubts, (UNEVEN_ROWS,))) for name, figure in figures.items()}


def _read_copy(used: Form, table: FormTable, copy: Copy) -> Read:
    other = form(_OTHER[used.name]).table(table.id)
    if table.id == "disclosure":
        return read_disclosure(table, copy.grids, other)
    if table.id == "proceedings":
        return read_proceedings(table, copy.grids)
    if not _splits_more(table, other, copy.grids):
        return read_applications(table, copy.grids)
    # （六）其他处理 with its three items is Table 3 of the form in force, whatever Table 2 is.
    reading, figures = read_applications(other, copy.grids)
    return replace(reading, doubts=joined(reading.doubts, (OTHER_FORM,))), figures


def _splits_more(table: FormTable, other: FormTable, grids: Sequence[Grid]) -> bool:
    """Whether rows are printed that only the other form has, two at least."""
    own = {line.id for line in table.rows()}
    foreign = [line for line in other.rows() if line.id not in own and telling(line)]
    texts = {cell.text for grid in grids for cell in grid.cells if not looks_like_figure(cell.text)}
    return sum(any(likeness(text, line) >= _LABEL for text in texts) for line in foreign) >= 2


def _names(table: FormTable, grid: Grid) -> frozenset[str]:
    """What the grid prints of the table: rows by their label, for Table 4 single figures."""
    if table.id == "proceedings":
        return names_in_grid(table, grid)
    texts = {cell.text for cell in grid.cells if cell.text.strip() and not looks_like_figure(cell.text)}
    lines = [line for line in table.rows() if telling(line) or table.id == "disclosure"]
    return frozenset(line.id for line in lines if any(likeness(text, line) >= _LABEL for text in texts))


def _with_bare_ones(
    table: FormTable, grids: Sequence[Grid], own: list[Grid], tables: Mapping[str, TableReading], home: Mapping[int, bool]
) -> list[Grid]:
    """The table's grids; for Table 4 with every other that has one row of fifteen figures, which may be it without its header.

    Where nothing else is found only a single such grid is taken, in the table's section where its place is known.
    """
    if table.id != "proceedings" or not (own or tables):
        return own
    claimed = {number for reading in tables.values() for number in reading.grids}
    bare_ones = [g for g in grids if g not in own and g.number not in claimed and home.get(g.number, True) and prints_fifteen(g)]
    if own:
        return [grid for grid in grids if grid in own or grid in bare_ones]
    return bare_ones if len(bare_ones) == 1 else []


def _complete(used: Form, figures: dict[str, Figure]) -> dict[str, Figure]:
    """All figures of the form in its order, those of tables that are not there as absent."""
    wanted = dict.fromkeys(used.figure_ids())
    extra = [name for name in figures if name not in wanted]
    return {name: figures.get(name) or Figure(name, None, State.ABSENT) for name in chain(wanted, extra)}


def form_of(grids: Sequence[Grid]) -> Form:
    """The form under whose headers more rows of Table 2 stand; else that whose own words are printed more often, at last that of 2021."""
    return form("2019") if _leaning(grids) > 0 else form("2021")


def form_is_told(grids: Sequence[Grid]) -> bool:
    """Whether anything that is printed speaks for one form more than for the other."""
    return _leaning(grids) != 0


def _leaning(grids: Sequence[Grid]) -> int:
    """How much more is printed of the trial form than of that of 2021."""
    trial, present = form("2019"), form("2021")
    own = [grid for grid in grids if any(_belongs_to_disclosure(f.table("disclosure"), grid) for f in (trial, present))]
    if rows := votes(own, trial.table("disclosure"), present.table("disclosure")):
        return rows
    texts = {cell.text for grid in grids for cell in grid.cells if not looks_like_figure(cell.text)}
    likes = [(_likeness(trial.table("disclosure"), text), _likeness(present.table("disclosure"), text)) for text in texts]
    old = sum(a >= _LABEL and b < a - 0.1 for a, b in likes)
    new = sum(b >= _LABEL and a < b - 0.1 for a, b in likes)
    return old - new


def _likeness(table: FormTable, text: str) -> float:
    lines: list[Line] = [line for block in table.blocks for line in (*block.rows, *block.columns)]
    return max(likeness(text, line) for line in lines)


def grids_of(table: FormTable, grids: Sequence[Grid]) -> list[Grid]:
    """The grids that hold this table or a part of it; none where no grid holds enough of it to be sure."""
    scores = [_score(table, grid) for grid in grids]
    parts = [grid for score, grid in zip(scores, grids, strict=True) if score >= 1]
    if sum(scores) < _ENOUGH[table.id]:
        return []
    return _with_what_follows(table, grids, parts) if table.id == "disclosure" else parts


def _with_what_follows(table: FormTable, grids: Sequence[Grid], parts: Sequence[Grid]) -> list[Grid]:
    """Table 2 with the rows that a page's end parted from their header: its rows at the very top of the next grid."""
    found: list[Grid] = []
    for before, grid in zip((None, *grids), grids, strict=False):
        follows = before in found and any(_names_row(table, cell) for cell in grid.row(min(grid.row_numbers(), default=0))[:1])
        if grid in parts or follows:
            found.append(grid)
    return found


def _score(table: FormTable, grid: Grid) -> int:
    """How many of the table's own labels stand in the grid."""
    words = [cell for cell in grid.cells if cell.text.strip() and not looks_like_figure(cell.text)]
    if table.id == "proceedings":
        named = [line for cell in words if (line := outcome(table, cell.text))]
        return sum(line.id != "total" for line in named)
    if table.id == "disclosure":
        return sum(_names_row(table, cell) for cell in words) if _belongs_to_disclosure(table, grid) else 0
    return sum(_names_row(table, cell) for cell in words)


def _names_row(table: FormTable, cell: Cell) -> bool:
    return _names_line(table, cell.text)


@lru_cache(maxsize=1 << 12)
def _names_line(table: FormTable, text: str) -> bool:
    return any(likeness(text, line) >= _LABEL for line in table.rows() if telling(line) or table.id == "disclosure")


def _belongs_to_disclosure(table: FormTable, grid: Grid) -> bool:
    """Words such as 行政处罚 stand in other tables too; Table 2 has its headers or block headings beside them."""
    headings = {bare(block.heading) for block in table.blocks if block.heading}
    return is_header(table, grid.cells) or any(bare(cell.text) in headings for cell in grid.cells)
