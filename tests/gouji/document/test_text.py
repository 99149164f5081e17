"""Text files: rows with tabs or bars, lines that go on, lines that do not."""

import pytest

from gouji.document import read
from gouji.document.model import Document


def document(text: str) -> Document:
    return read(text.encode(), "report.txt")


def rows(text: str) -> list[list[str]]:
    [grid] = document(text).grids()
    return [[cell.text for cell in grid.row(number)] for number in grid.row_numbers()]


def test_a_markdown_table_has_no_rule_and_keeps_escaped_bars() -> None:
    assert rows("| 信息内容 | 数量 |\n|:---|---:|\n| 甲\\|乙 | 3 |\n") == [["信息内容", "数量"], ["甲|乙", "3"]]


def test_a_break_in_a_markdown_cell_parts_lines() -> None:
    assert rows("# 报告\n\n| 结果<br>维持 | 总计 |\n|---|---|\n| 1 | 1 |\n")[0] == ["结果\n维持", "总计"]


def test_a_row_of_dashes_is_a_row_of_marks() -> None:
    assert rows("| 甲 | 乙 |\n|----|----|\n| - | - |\n| 1 | 2 |\n")[1] == ["-", "-"]


def test_a_broken_sentence_goes_on_and_a_row_does_not() -> None:
    found = document("本机关全年共收到政府信息公开申请并依法答复\n十二件。\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n")
    assert [p.text for p in found.paragraphs()] == [
        "本机关全年共收到政府信息公开申请并依法答复十二件。", "信息内容 本年制发件数 本年废止件数 现行有效件数", "规章 0 0 0",
    ]  # fmt: skip


def test_a_long_title_does_not_swallow_the_first_sentence() -> None:
    found = document("青禾县粮食和物资储备局2023年政府信息公开工作年度报告\n本报告依法编制。\n")
    assert [p.text for p in found.paragraphs()][1] == "本报告依法编制。"


@pytest.mark.parametrize("text", ["1\ufffd", "? 0", "&nbsp;0", "7?"])
def test_a_mangled_cell_is_a_doubt(text: str) -> None:
    [grid] = document(f"一、总体情况\n全年收到申请三件。\n规章\t{text}\t0\n").grids()
    assert grid.row(0)[1].doubts == ("replacement-character",)


def test_a_markdown_table_goes_on_to_the_next_blank_line_whatever_bars_its_rows_have() -> None:
    text = "第二十条第（五）项  \n---  \n信息内容|  本年处理决定数量  \n行政许可|  3  \n第二十条第（六）项  \n行政处罚|  5  \n\n三、情况|说明\n"
    assert rows(text) == [
        ["第二十条第（五）项"],
        ["信息内容", "本年处理决定数量"],
        ["行政许可", "3"],
        ["第二十条第（六）项"],
        ["行政处罚", "5"],
    ]


def test_a_dash_line_under_a_heading_makes_no_table() -> None:
    assert not list(document("一、总体情况\n---\n全年收到申请3件。\n").grids())


def test_a_bar_ends_a_blank_cell_where_markdown_rows_have_no_border() -> None:
    text = "项目|  自然人|  总计  \n---|---|---  \n受理|  3|  3  \n结转|  |    \n公开|  3|  3  \n"
    assert rows(text)[2] == ["结转", "", ""]


def test_a_table_of_html_in_markdown_stands_on_its_grid_between_the_paragraphs() -> None:
    table = "<table><tr><td rowspan=2>规章</td><td>制发</td><td>废止</td></tr><tr><td>3</td><td></td></tr></table>"
    found = document(f"# 二、主动公开\n\n见下表。\n\n{table}\n\n三、申请情况\n")
    [grid] = found.grids()
    assert [(cell.text, cell.row, cell.column, cell.place.line) for cell in grid.cells] == [
        ("规章", 0, 0, 5), ("制发", 0, 1, 5), ("废止", 0, 2, 5), ("3", 1, 1, 5), ("", 1, 2, 5),
    ]  # fmt: skip
    assert [type(block).__name__ for block in found.blocks] == ["Paragraph", "Paragraph", "Grid", "Paragraph"]
    assert found.format == "text"


def test_a_table_of_html_that_is_not_closed_is_text() -> None:
    assert not list(document("见下表。\n\n<table><tr><td>3\n\n三、申请情况\n").grids())


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("[TABLE]", ("table-left-out",)),
        ("【图片】", ("image-not-read",)),
        ("![](a.png)", ("image-not-read",)),
        ("\\begin{longtable}[]{@{}l@{}}", ("table-in-markup",)),
        ("{| class", ("table-in-markup",)),
        ("|===", ("table-in-markup",)),
        ("见[表]三，[图]四", ()),
    ],
)
def test_what_a_converter_left_out_is_said(text: str, unread: tuple[str, ...]) -> None:
    assert document(f"三、申请情况\n{text}\n四、复议情况\n").unread == unread


def test_emphasis_and_escapes_of_markdown_are_not_printed_and_lone_stars_are() -> None:
    text = "**二、主动公开**\n\n| **信息内容** | __数量__ |\n|---|---|\n| **1\\. 规章** | **0** |\n| 文件 | 12* |\n| 决定 | \\ |\n"
    assert rows(text) == [["信息内容", "数量"], ["1. 规章", "0"], ["文件", "12*"], ["决定", "\\"]]
    assert next(document(text).paragraphs()).text == "二、主动公开"


def test_stars_in_a_text_that_is_no_markdown_stay() -> None:
    assert next(document("总计**12**件，见附表。\n").paragraphs()).text == "总计**12**件，见附表。"
