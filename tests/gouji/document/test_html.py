"""The article of a web page: its paragraphs, its tables, what the page says about itself."""

import pytest

from gouji.document import read
from gouji.document.model import Cell, Document, Grid
from gouji.errors import UnreadableDocument
from gouji.place import Place
from tests.layouts.pages import ARTICLE, TABLE, portal


def document(page: str) -> Document:
    return read(page.encode(), "page.html")


def paragraphs(page: str) -> list[str]:
    return [paragraph.text for paragraph in document(page).paragraphs()]


def grid(table: str) -> Grid:
    [found] = document(f"<p>一、总体情况</p>{table}").grids()
    return found


def cell(inside: str) -> Cell:
    """The cell beside a label."""
    return grid(f"<table><tr><td>行政许可</td><td>{inside}</td></tr></table>").row(0)[1]


@pytest.mark.parametrize("container", ['class="TRS_Editor"', 'id="zoom"', 'class="some-new-name"'])
def test_the_article_is_found_among_navigation(container: str) -> None:
    found = paragraphs(portal(container=container))
    assert found[0] == "青禾县粮食局2023年政府信息公开工作年度报告"
    assert found[-1] == "全年收到申请6件。"
    assert "首页" not in found


def test_a_preamble_in_an_element_of_its_own_belongs_to_the_article() -> None:
    lead, rest = ARTICLE.split("<p>一、")
    assert "青禾县粮食局联系" in "".join(paragraphs(portal(f"<div>{lead}</div><div><p>一、{rest}</div>")))


def test_the_title_printed_above_the_article_is_read_with_it() -> None:
    body = ARTICLE.split("</p>", 1)[1]
    found = document(portal(body, before="<h1>青禾县粮食局2023年政府信息公开工作年度报告</h1>", container='id="zoom"'))
    first = next(found.paragraphs())
    assert (first.text, first.level, first.place) == ("青禾县粮食局2023年政府信息公开工作年度报告", 1, Place(paragraph=1))


def test_what_the_page_adds_is_no_paragraph() -> None:
    added = "<p>浏览次数：1024</p><p>【字体：大 中 小】</p><p>发布时间：2024-01-09</p><p>【打印】【关闭】</p><p>上一篇：没有了</p>"
    assert paragraphs(portal(ARTICLE + added)) == paragraphs(portal())


def test_a_changed_visit_counter_changes_nothing_that_is_read() -> None:
    pages = [portal(f"<div>访问量：<span>{count}</span>次</div>{ARTICLE}") for count in (7, 1931)]
    assert document(pages[0]).blocks == document(pages[1]).blocks


def test_meta_says_title_day_and_publisher() -> None:
    head = (
        '<meta name="ArticleTitle" content="粮食局年报"><meta name="PubDate" content="2024-01-09 16:20">'
        '<meta name="ContentSource" content="青禾县粮食局">'
    )
    assert document(portal(head=head)).meta == {"title": "粮食局年报", "published_on": "2024-01-09", "publisher": "青禾县粮食局"}


def test_visible_lines_say_them_where_meta_does_not() -> None:
    found = document(portal(before="<div><span>发布时间：2024年1月9日</span> <span>来源：青禾县粮食局</span></div>"))
    assert found.meta == {"title": "年度报告", "published_on": "2024-01-09", "publisher": "青禾县粮食局"}


def test_a_card_of_metadata_is_read_as_such_and_not_as_a_table() -> None:
    card = "<table><tr><td>索引号</td><td>QH-1</td><td>发布机构</td><td>青禾县粮食局</td></tr><tr><td>发布日期</td><td>2024-01-09</td></tr></table>"
    found = document(portal(card + ARTICLE))
    assert (found.meta["publisher"], found.meta["published_on"]) == ("青禾县粮食局", "2024-01-09")
    assert len(list(found.grids())) == 1


def test_a_paragraph_of_many_runs_has_no_blanks_between_them() -> None:
    assert "全年公开12条。" in paragraphs("<p>一、总体情况</p><p><font>全年</font><span>公开</span><b>1</b><span>2</span>条。</p>")


def test_a_line_break_parts_paragraphs() -> None:
    assert paragraphs("<div>一、总体情况<br>全年公开十条。<br/>　　另有两条。</div>") == ["一、总体情况", "全年公开十条。", "另有两条。"]


def test_paragraphs_are_counted_and_headings_keep_their_level() -> None:
    found = list(document("<h2>一、总体情况</h2><p>全年公开十条。</p>").paragraphs())
    assert [(p.level, p.place.paragraph) for p in found] == [(2, 1), (None, 2)]


def test_scripts_and_hidden_elements_are_not_read() -> None:
    hidden = '<p hidden>甲</p><p style="display: none">乙</p><script>丙</script><style>丁</style><!-- 戊 -->'
    assert paragraphs(f"<p>一、总体情况</p>{hidden}<p>全年公开十条。</p>") == ["一、总体情况", "全年公开十条。"]


def test_spans_are_laid_out_and_cells_placed_from_one() -> None:
    found = grid(
        '<table><tr><th rowspan="2">行政复议</th><th colspan="2">行政诉讼</th></tr><tr><td>1</td><td>2</td></tr>'
        "<tr><td>3</td><td>4</td><td>5</td></tr></table>"
    )
    assert [(c.text, c.row, c.column, c.rowspan, c.colspan) for c in found.cells[:4]] == [
        ("行政复议", 0, 0, 2, 1), ("行政诉讼", 0, 1, 1, 2), ("1", 1, 1, 1, 1), ("2", 1, 2, 1, 1),
    ]  # fmt: skip
    assert found.cells[3].place == Place(table=1, row=2, column=3)


def test_a_table_around_the_article_is_layout() -> None:
    found = document(f"<table><tr><td>边栏</td><td>{ARTICLE}</td></tr></table>")
    assert [g.number for g in found.grids()] == [1]
    assert "全年收到申请6件。" in [p.text for p in found.paragraphs()]


def test_a_table_of_one_column_is_layout() -> None:
    found = document(f"<table><tr><td><p>一、总体情况</p><p>全年公开十条。</p></td></tr></table>{TABLE}")
    assert [p.text for p in found.paragraphs()] == ["一、总体情况", "全年公开十条。"]


def test_an_empty_cell_stays_empty_and_zero_stays_zero() -> None:
    assert [cell(inside).text for inside in ("", "&nbsp;", "0", "　", " / ")] == ["", "", "0", "", "/"]


def test_a_figure_of_several_runs_is_one_figure_and_of_two_lines_is_not() -> None:
    assert cell("<span>1</span><span>0</span>").text == "10"
    assert cell("1<br>0").text == "1\n0"
    assert cell("<p>1</p><p>0</p>").text == "1\n0"


def test_a_note_behind_a_figure_is_a_doubt_and_no_digit() -> None:
    found = cell("12<sup>2</sup>")
    assert (found.text, found.doubts) == ("12", ("footnote-mark",))
    assert cell("12②").doubts == ("footnote-mark",)


def test_hidden_digits_in_a_cell_are_left_out_and_doubted() -> None:
    found = cell('3<span style="display:none">7</span>')
    assert (found.text, found.doubts) == ("3", ("hidden-text",))


def test_a_script_in_a_cell_adds_no_digit() -> None:
    assert cell("0<script>1</script>").text == "0"


def test_a_picture_in_a_cell_is_something_unread_and_no_blank() -> None:
    found = cell('<img src="seven.png">')
    assert (found.text, found.doubts) == ("\ufffd", ("replacement-character",))
    assert cell('<img src="spacer.gif" width="1" height="1">').text == ""


def test_a_bad_byte_in_a_figure_is_a_doubt() -> None:
    data = "<p>一、总体情况</p><table><tr><td>行政许可</td><td>1#2</td></tr></table>".encode().replace(b"#", b"\xff")
    [found] = read(data, "page.html").grids()
    assert (found.row(0)[1].text, found.row(0)[1].doubts) == ("1\ufffd2", ("replacement-character",))


def test_gbk_declared_as_utf8_is_read() -> None:
    assert "全年收到申请6件。" in [p.text for p in read(portal().encode("gb18030"), "page.html").paragraphs()]


def test_wild_spans_do_not_grow_the_grid() -> None:
    found = grid('<table><tr><td rowspan="99999999">甲</td><td colspan="99999999">1</td></tr><tr><td>2</td></tr></table>')
    assert (found.cells[0].rowspan, found.cells[1].colspan) == (2, 1000)


def test_a_table_too_large_for_any_report_is_refused() -> None:
    rows = '<tr><td colspan="1000">1</td><td>2</td></tr>' * 101
    with pytest.raises(UnreadableDocument) as caught:
        grid(f"<table>{rows}</table>")
    assert "100000" in caught.value.words.zh


def test_deep_nesting_loses_nothing() -> None:
    assert "全年公开十条。" in paragraphs("<div>" * 3000 + "<p>一、总体情况</p><p>全年公开十条。</p>" + "</div>" * 3000)


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        document('<html><body><div id="app"></div><script src="app.js"></script></body></html>')
    assert "脚本" in caught.value.words.zh
