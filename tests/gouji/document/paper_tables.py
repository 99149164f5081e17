"""Tables of papers that a PDF reader has read."""

from gouji.document import read
from gouji.document.model import Cell, Document, Grid
from tests.layouts.paper import Paper

FILLER = "本年度没有需要另行说明的其他事项，各项工作按照年初计划稳步推进，未发生投诉。"


def document(paper: Paper) -> Document:
    return read(paper.pdf(), "report.pdf")


def grid(paper: Paper) -> Grid:
    [found] = document(paper).grids()
    return found


def texts(found: Grid) -> list[list[str]]:
    return [[cell.text for cell in found.row(number)] for number in found.row_numbers()]


def cell(found: Grid, text: str) -> Cell:
    [match] = [c for c in found.cells if c.text == text]
    return match


def sheet() -> Paper:
    """A page with enough text to be a document."""
    return Paper().write(70, 60, FILLER[:30]).write(70, 80, FILLER)
