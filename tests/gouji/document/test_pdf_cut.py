"""Tables that are drawn whole on each of their pages and cut by its edge, or by a clip at its margins: Qt writes them so."""

import pytest

from gouji.document import read
from tests.layouts.paper import HEIGHT, ROW_EDGES, WIDTH, Paper

FILLER = "本年度没有需要另行说明的其他事项，各项工作按照年初计划稳步推进。"
ROWS = (("8.属于行政查询事项", "0000000"), ("1.信访举报投诉类申", ""), ("2.重复申请", "3000003"), ("3.要求提供出版物", "1000001"))
TALL = 40.0


def drawn(paper: Paper, top: float, shown: int) -> None:
    """The rules of all rows from this height on, the text of those up to the one that the edge cuts, or from it on."""
    for number, (label, figures) in enumerate(ROWS):
        y = top + TALL * number
        texts = [f"\n\n{text}" for text in ("请", *"2000002")] if number == shown == 1 else [label, *figures]
        written = number <= 1 if shown == 0 else number >= 1
        paper.row(y, TALL, ROW_EDGES, texts if written else [])


def cut_at(margin: float) -> list[list[str]]:
    """What is read of the table over two pages with margins of this height, 0 for the page's own edge."""
    paper = Paper().write(70, 100, FILLER).write(70, 120, FILLER)
    for top, shown in ((HEIGHT - margin - 1.5 * TALL, 0), (margin - 1.5 * TALL, 1)):
        paper.canvas.saveState()
        if margin:
            window = paper.canvas.beginPath()
            window.rect(0, margin, WIDTH, HEIGHT - 2 * margin)
            paper.canvas.clipPath(window, stroke=0)
        drawn(paper, top, shown)
        paper.canvas.restoreState()
        if shown == 0:
            paper.next_page()
    [grid] = read(paper.pdf(), "report.pdf").grids()
    assert not any(cell.doubts for cell in grid.cells)
    return [[cell.text for cell in grid.row(number)] for number in grid.row_numbers()]


@pytest.mark.parametrize("margin", [0.0, 40.0, 72.0])
def test_a_row_that_an_edge_cuts_is_one_row_and_what_is_drawn_behind_the_edge_none(margin: float) -> None:
    assert cut_at(margin) == [
        ["8.属于行政查询事项", *"0000000"], ["1.信访举报投诉类申\n请", *"2000002"], ["2.重复申请", *"3000003"], ["3.要求提供出版物", *"1000001"],
    ]  # fmt: skip


@pytest.mark.parametrize("strip", [1.5, 3.0])
def test_a_row_of_which_an_edge_leaves_nothing_but_a_strip_is_not_the_row_before_it(strip: float) -> None:
    paper = Paper().write(70, 100, FILLER).write(70, 120, FILLER)
    first, last = HEIGHT - strip - 2 * TALL, 2 * TALL - strip
    for number, (label, figures) in enumerate(ROWS[:3]):
        paper.row(first + TALL * number, TALL, ROW_EDGES, [label, *figures] if number < 2 else [])
    paper.rule(40, first, 70, first).rule(40, first, 40, HEIGHT + TALL)  # a merged cell before the rows goes on over the edge
    paper.next_page()
    for number, (label, figures) in enumerate(ROWS[2:]):
        paper.row(TALL * number - strip, TALL, ROW_EDGES, [label, *figures])
    paper.rule(40, last, 70, last).rule(40, -TALL, 40, last)
    [grid] = read(paper.pdf(), "report.pdf").grids()
    labels = [cell.text for cell in grid.cells if cell.column == 1]
    assert labels == [label for label, _ in ROWS]
