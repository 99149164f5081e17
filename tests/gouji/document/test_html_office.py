"""Pages that Word, Excel and WPS save: what they write for themselves beside the table, and sheets that hold the whole report."""

import pytest

from gouji.document import read
from gouji.document.model import Document, Grid, Paragraph
from gouji.errors import UnreadableDocument


def page(body: str) -> Document:
    return read(f"<html xmlns:o='urn:schemas-microsoft-com:office:office'><body>{body}</body></html>".encode(), "report.htm")


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in grid.row(number)] for number in grid.row_numbers()]


def test_words_row_of_widths_and_its_placeholders_are_no_cells() -> None:
    found = page(
        "<p>二、主动公开政府信息情况</p><table border=1>"
        "<tr><td>信息内容</td><td>本年处理决定数量</td></tr>"
        "<tr><td>行政许可</td><td>12</td><td style='mso-cell-special:placeholder;border:none'><p class=MsoNormal>&nbsp;</p></td></tr>"
        "<![if !supportMisalignedColumns]><tr height=0><td width=50></td><td width=10></td><td width=90></td></tr><![endif]></table>"
    )
    [grid] = found.grids()
    assert texts(grid) == [["信息内容", "本年处理决定数量"], ["行政许可", "12"]]


def test_a_cell_of_a_placeholder_that_prints_something_is_one() -> None:
    [grid] = page("<table><tr><td>甲</td><td style='mso-cell-special:placeholder'>3</td></tr></table>").grids()
    assert texts(grid) == [["甲", "3"]]


def sheet(*rows: str) -> Document:
    return page(f"<table border=0>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")


def across(text: str) -> str:
    return f"<td colspan=4>{text}</td>"


def cells(*printed: str) -> str:
    return "".join(f"<td>{text}</td>" for text in printed)


def test_a_sheet_saved_as_one_table_is_read_as_its_lines_and_tables() -> None:
    long = "本机关认真贯彻落实政府信息公开条例。" * 60
    body = [cells(label, *"123") for label in ("规章", "行政规范性文件", "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛")]
    found = sheet(across("一、总体情况"), across(long), across("二、主动公开政府信息情况"), *body, across("三、收到和处理情况"), *body)
    assert [block.text if isinstance(block, Paragraph) else block.number for block in found.blocks] == [
        "一、总体情况", long, "二、主动公开政府信息情况", 1, "三、收到和处理情况", 2,
    ]  # fmt: skip
    first, second = found.grids()
    assert texts(first)[0] == texts(second)[0] == ["规章", "1", "2", "3"]
    assert (second.cells[0].place.table, second.cells[0].place.row) == (2, 1)


def test_a_table_with_one_heading_across_stays_one() -> None:
    found = sheet(across("二、主动公开政府信息情况"), cells("规章", *"123"), cells("文件", *"456"))
    assert len(list(found.grids())) == 1


@pytest.mark.parametrize(("written", "taken_for"), [("gb18030", "utf-8"), ("utf-8", "gb18030")])
def test_a_page_that_a_browser_saved_in_the_wrong_encoding_is_called_that(written: str, taken_for: str) -> None:
    garbled = ("云溪县水务局政府信息公开工作年度报告，全年新收申请三件。" * 20).encode(written).decode(taken_for, "replace")
    with pytest.raises(UnreadableDocument) as raised:
        page(f"<p>{garbled}</p>")
    assert "乱码" in raised.value.words.zh


def test_a_page_with_some_damaged_signs_is_read() -> None:
    text = "云溪县水务局政府信息公开工作年度报告" * 60 + "\ufffd" * 12
    [paragraph] = page(f"<p>{text}</p>").paragraphs()
    assert paragraph.doubts == ("replacement-character",)
