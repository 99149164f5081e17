"""What a cell shows and what it only seems to hold; tables as browsers lay them out."""

import pytest

from gouji.document import read
from gouji.document.model import Cell, Grid


def grid(table: str, head: str = "") -> Grid:
    [found] = read(f"<html><head>{head}</head><body><p>一、总体情况</p>{table}</body></html>".encode(), "a.html").grids()
    return found


def cell(inside: str, head: str = "") -> tuple[str, tuple[str, ...]]:
    """The cell beside a label: its text and its doubts."""
    found: Cell = grid(f"<table><tr><td>行政许可</td><td>{inside}</td></tr></table>", head).row(0)[1]
    return found.text, found.doubts


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ('<input value="12">', "12"),
        ('<input type="hidden" value="9">3', "3"),
        ('<input type="checkbox" value="on">4', "4"),
        ("<textarea>7</textarea>", "7"),
        ("<select><option>1<option selected>2</select>", "2"),
        ("<select><option>5</option><option>6</option></select>", "5"),
        ('<input type="text">', ""),
    ],
)
def test_a_field_shows_its_value(inside: str, shown: str) -> None:
    assert cell(inside) == (shown, ())


@pytest.mark.parametrize(
    "hiding",
    [
        'style="font-size:0"', 'style="font-size: 0px;color:red"', 'style="opacity:0"', 'style="color:#fff"', 'style="color: transparent"',
        'style="color:rgba(0,0,0,0)"', "hidden", 'style="visibility:collapse"', 'class="gone"', 'id="off"',
    ],
)  # fmt: skip
def test_digits_that_nobody_sees_are_left_out_and_doubted(hiding: str) -> None:
    sheet = "<style>/* x */ .gone { display: none } td #off { visibility: hidden !important } @media print { b { display: none } }</style>"
    assert cell(f"<b>3</b><span {hiding}>7</span>", sheet) == ("3", ("hidden-text",))


def test_words_of_the_colour_of_a_ground_that_is_laid_are_hidden_and_others_shown() -> None:
    table = '<table><tr bgcolor="#003399"><td style="color:white">行政许可</td><td><font color="#003399">5</font>4</td></tr></table>'
    assert [(c.text, c.doubts) for c in grid(table).row(0)] == [("行政许可", ()), ("4", ("hidden-text",))]


def test_a_size_of_nothing_around_text_with_a_size_hides_nothing() -> None:
    assert cell('<div style="font-size:0"><span style="font-size:14px">12</span></div>') == ("12", ())


def test_a_rule_is_overruled_by_a_heavier_one_and_by_the_element_itself() -> None:
    sheet = "<style>#t .n { display: inline } .n { display: none } .m { display: none }</style>"
    assert cell('<i id="t"><b class="n">1</b></i><b class="m" style="display:inline">2</b>', sheet) == ("12", ())


def test_rules_for_print_and_narrow_screens_hide_nothing() -> None:
    sheet = "<style>@media (max-width: 600px) { .n { display: none } } @media print { .n { display: none } }</style>"
    assert cell('<b class="n">1</b>', sheet) == ("1", ())


def test_what_a_style_sheet_prints_is_a_doubt() -> None:
    sheet = '<style>.n::before { content: "1" } .c:after { content: "."; clear: both } .d:before { content: "" }</style>'
    assert cell('<b class="n">2</b>', sheet) == ("2", ("generated-text",))
    assert cell('<b class="n"></b>', sheet)[0] == "\ufffd"
    assert cell('<b class="c d">2</b>', sheet) == ("2", ())


def test_digits_in_a_font_of_the_page_are_a_doubt() -> None:
    sheet = '<style>@font-face { font-family: "secret"; src: url(data:x) } .n { font-family: "secret", serif } .m { font-family: serif }</style>'
    assert cell('<i class="n">2</i>', sheet) == ("2", ("unmapped-font",))
    assert cell('<i class="m">2</i>', sheet) == ("2", ())
    assert cell("\ue603")[1] == ("unmapped-font",)


def test_struck_text_is_left_out_and_doubted() -> None:
    assert cell("<del>3</del><ins>5</ins>") == ("5", ("struck-text",))
    assert cell('<span style="text-decoration: line-through">3</span>5') == ("5", ("struck-text",))
    assert cell("<s>3</s>") == ("3", ("struck-text",))


def test_a_picture_beside_a_figure_is_a_doubt_and_alone_no_blank() -> None:
    assert cell('1<img src="7.png">') == ("1", ("image-not-read",))
    assert cell('<span style="background: url(7.png)"></span>')[0] == "\ufffd"
    assert cell("<canvas></canvas>")[0] == "\ufffd"


def test_struck_and_raised_digits_stay_out_of_sentences() -> None:
    found = list(read("<p>一、总体情况</p><p>收到<del>12</del>13<sup>1</sup>件，占地5m<sup>2</sup>。</p>".encode(), "a.html").paragraphs())[
        1
    ]
    assert (found.text, found.doubts) == ("收到13件，占地5m2。", ("struck-text", "footnote-mark"))


def texts(table: str) -> list[list[str]]:
    found = grid(table)
    return [[c.text for c in found.row(number)] for number in found.row_numbers()]


def test_a_foot_stands_below_and_a_head_above_wherever_written() -> None:
    table = "<table><tfoot><tr><td>总计</td><td>3</td></tr></tfoot><tbody><tr><td>甲</td><td>1</td></tr></tbody><thead><tr><th>项</th><th>数</th></tr></thead></table>"
    assert texts(table) == [["项", "数"], ["甲", "1"], ["总计", "3"]]


def test_ends_of_cells_and_rows_may_be_missing() -> None:
    assert texts("<table><tr><td>甲<td>1<tr><th>乙<td>2</table>") == [["甲", "1"], ["乙", "2"]]


def test_a_span_ends_with_its_group_of_rows_and_of_nothing_means_all_left() -> None:
    found = grid("<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody><tbody><tr><td rowspan=9>乙<td>3</tbody></table>")
    assert [(c.text, c.row, c.column, c.rowspan) for c in found.cells] == [
        ("甲", 0, 0, 2), ("1", 0, 1, 1), ("2", 1, 1, 1), ("乙", 2, 0, 1), ("3", 2, 1, 1),
    ]  # fmt: skip


def test_rows_without_cells_do_not_count_where_only_so_the_table_is_whole() -> None:
    rows = ["<tr><td rowspan=2>甲</td><td>1</td></tr>", "<tr><td>2</td></tr>", "<tr><td>乙</td><td>3</td></tr>"]
    found = grid(f"<table>{'<tr></tr>'.join(rows)}</table>")
    assert [(cell.text, cell.row, cell.column) for cell in found.cells] == [
        ("甲", 0, 0),
        ("1", 0, 1),
        ("2", 1, 1),
        ("乙", 2, 0),
        ("3", 2, 1),
    ]
