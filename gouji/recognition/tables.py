"""Which of the document's grids are the statutory tables, of which form, and what they print."""

from collections.abc import Sequence
from itertools import chain

from gouji.document.model import Cell, Document, Grid
from gouji.form import form
from gouji.form.model import Form, FormTable, Line
from gouji.recognition.applications import read_applications
from gouji.recognition.disclosure import is_header, read_disclosure
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.labels import likeness, telling
from gouji.recognition.normal import bare
from gouji.recognition.proceedings import outcome, read_proceedings
from gouji.report import Figure, State, TableReading

_LABEL = 0.85
# A continuation over a page break may be one row long; on its own a grid needs more to be taken for a table.
_ENOUGH = {"disclosure": 2, "applications": 3, "proceedings": 3}
_READERS = {"disclosure": read_disclosure, "applications": read_applications, "proceedings": read_proceedings}


def read_tables(document: Document) -> tuple[Form | None, dict[str, TableReading], dict[str, Figure]]:
    """The form as printed, its tables as met, and all figures that the form asks for; no form where no table was found."""
    grids = list(document.grids())
    used = form_of(grids)
    tables: dict[str, TableReading] = {}
    figures: dict[str, Figure] = {}
    for table in used.tables:
        own = grids_of(table, grids)
        if own:
            tables[table.id], read = _READERS[table.id](table, own)
            figures |= read
    if not tables:
        return None, {}, {}
    return used, tables, _complete(used, figures)


def _complete(used: Form, figures: dict[str, Figure]) -> dict[str, Figure]:
    """All figures of the form in its order, those of tables that are not there as absent."""
    wanted = dict.fromkeys(used.figure_ids())
    extra = [name for name in figures if name not in wanted]
    return {name: figures.get(name) or Figure(name, None, State.ABSENT) for name in chain(wanted, extra)}


def form_of(grids: Sequence[Grid]) -> Form:
    """The form whose own words of Table 2 are printed more often; that of 2021 where none is."""
    trial, present = form("2019"), form("2021")
    texts = {cell.text for grid in grids for cell in grid.cells if not looks_like_figure(cell.text)}
    likes = [(_likeness(trial.table("disclosure"), text), _likeness(present.table("disclosure"), text)) for text in texts]
    old = sum(a >= _LABEL and b < a - 0.1 for a, b in likes)
    new = sum(b >= _LABEL and a < b - 0.1 for a, b in likes)
    return trial if old > new else present


def _likeness(table: FormTable, text: str) -> float:
    lines: list[Line] = [line for block in table.blocks for line in (*block.rows, *block.columns)]
    return max(likeness(text, line) for line in lines)


def grids_of(table: FormTable, grids: Sequence[Grid]) -> list[Grid]:
    """The grids that hold this table or a part of it; none where no grid holds enough of it to be sure."""
    scores = [(_score(table, grid), grid) for grid in grids]
    parts = [grid for score, grid in scores if score >= 1]
    return parts if sum(score for score, _ in scores) >= _ENOUGH[table.id] else []


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
    return any(likeness(cell.text, line) >= _LABEL for line in table.rows() if telling(line) or table.id == "disclosure")


def _belongs_to_disclosure(table: FormTable, grid: Grid) -> bool:
    """Words such as 行政处罚 stand in other tables too; Table 2 has its headers or block headings beside them."""
    headings = {bare(block.heading) for block in table.blocks if block.heading}
    return is_header(table, grid.cells) or any(bare(cell.text) in headings for cell in grid.cells)
