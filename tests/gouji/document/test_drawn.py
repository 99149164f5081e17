"""Tables drawn with characters: read by their rules as tables on paper are, in doubt where the rules do not meet."""

import pytest

from gouji.document import read
from gouji.document.doubts import DRAWN, UNEVEN_ROWS
from gouji.document.model import Document, Grid

_MERGED = """\
┌────────────┬───────────┬──────┐
│            │ 行政诉讼  │ 总计 │
│  信息内容  ├─────┬─────┤      │
│            │ 维持│ 纠正│      │
├────────────┼─────┼─────┼──────┤
│“三安全”    │ -   │  12 │   12 │
│（见说明）  │     │     │      │
└────────────┴─────┴─────┴──────┘
"""
_MERGED_CELLS = [
    ("信息内容", 2, 1, 3), ("行政诉讼", 1, 2, 2), ("总计", 2, 1, 2),
    ("维持", 1, 1, 4), ("纠正", 1, 1, 4),
    ("“三安全”\n（见说明）", 1, 1, 6), ("-", 1, 1, 6), ("12", 1, 1, 6), ("12", 1, 1, 6),
]  # fmt: skip


def document(text: str) -> Document:
    return read(f"四、行政复议、行政诉讼情况\n\n{text}\n以上为全部情况。\n".encode(), "report.txt")


def grid(text: str) -> Grid:
    [found] = document(text).grids()
    return found


def cells(found: Grid) -> list[tuple[str, int, int, int]]:
    return [(cell.text, cell.rowspan, cell.colspan, (cell.place.line or 0) - 2) for row in found.row_numbers() for cell in found.row(row)]


def test_cells_merged_by_their_rules_are_merged_cells() -> None:
    assert cells(grid(_MERGED)) == _MERGED_CELLS
    assert not grid(_MERGED).ragged


def test_plus_and_bars_rule_as_well() -> None:
    signs = str.maketrans("┌┬┐├┼┤└┴┘─│", "+" * 9 + "-|")
    assert cells(grid(_MERGED.translate(signs))) == _MERGED_CELLS


def test_signs_counted_and_not_measured_are_read_too() -> None:
    table = "+------+----+\n| 信息内容 | 数量 |\n+======+====+\n| 规章   | +3 |\n+------+----+\n"
    assert cells(grid(table)) == [("信息内容", 1, 1, 2), ("数量", 1, 1, 2), ("规章", 1, 1, 4), ("+3", 1, 1, 4)]


def test_edges_of_two_rows_that_nearly_meet_are_two_edges() -> None:
    found = grid("┌─────┬──┐\n│规章 │7 │\n├────┬┴──┤\n│文件│12 │\n└────┴───┘\n")
    assert [(cell.text, cell.column, cell.colspan) for cell in found.cells] == [("规章", 0, 2), ("7", 2, 1), ("文件", 0, 1), ("12", 1, 2)]


def test_a_lone_dash_between_two_rules_is_a_mark() -> None:
    found = grid("┌──┬─┬─┐\n│甲│ │1│\n│乙│-│ │\n│丙│ │ │\n├──┼─┼─┤\n│丁│2│3│\n├──┼─┼─┤\n│戊│4│5│\n└──┴─┴─┘\n")
    assert [cell.text for cell in found.cells] == ["甲\n乙\n丙", "-", "1", "丁", "2", "3", "戊", "4", "5"]


def test_where_rules_stand_round_the_headers_only_each_line_is_a_row() -> None:
    listed = "┌──────┬──────┐\n│ 内容 │ 数量 │\n├──────┼──────┤\n│ 规章 │ 3    │\n│ 文件 │ 14   │\n└──────┴──────┘\n"
    assert [[cell.text for cell in grid(listed).row(number)] for number in range(3)] == [["内容", "数量"], ["规章", "3"], ["文件", "14"]]


def test_a_frame_round_one_column_is_layout() -> None:
    framed = "+-----------------+\n| +------+------+ |\n| | 规章 | 3    | |\n| +------+------+ |\n| | 文件 | 14   | |\n| +------+------+ |\n+-----------------+\n"
    assert [cell.text for cell in grid(framed).cells] == ["规章", "3", "文件", "14"]


@pytest.mark.parametrize("width", [1, 3])
def test_rules_that_do_not_meet_are_a_doubt_about_every_cell_and_about_what_is_missing(width: int) -> None:
    found = document(_MERGED.replace("├─────┬─────┤", f"├─────┬{'─' * (5 + width)}┤"))
    assert {cell.doubts for one in found.grids() for cell in one.cells} == {(UNEVEN_ROWS,)}
    assert found.unread == (DRAWN,)


@pytest.mark.parametrize("rule", ["  ------ ------", "====== ======"])
def test_a_table_with_rules_over_its_columns_only_may_hold_what_is_missing(rule: str) -> None:
    assert document(f"{rule}\n  规章   3\n{rule}\n").unread == (DRAWN,)


def test_a_table_left_out_in_a_frame_is_left_out() -> None:
    assert document("+---------+\n| [TABLE] |\n+---------+\n").unread == ("table-left-out",)
