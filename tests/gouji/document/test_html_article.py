"""The article of a page, whichever system made the page, and what the page says about it."""

import pytest

from gouji.document import read
from gouji.document.model import Attachment, Document
from gouji.errors import UnreadableDocument
from tests.layouts.pages import ARTICLE, TABLE, portal
from tests.layouts.systems import CARD, LINE, TITLE, systems, whole

ALONE = [p.text for p in read(f"<div>{ARTICLE}</div>".encode(), "a.html").paragraphs()]


def document(page: str) -> Document:
    return read(page.encode(), "page.html")


@pytest.mark.parametrize("system", systems(""))
def test_the_article_is_found_on_the_page_of_any_system(system: str) -> None:
    found = document(whole(systems(ARTICLE)[system]))
    own = [p.text for p in found.paragraphs()]
    assert own[-len(ALONE) :] == ALONE
    assert set(own[: -len(ALONE)]) <= {TITLE, "边栏"}
    assert len(list(found.grids())) == 1


def test_an_article_parted_by_breaks_is_found_as_well() -> None:
    broken = ARTICLE.replace("<p>", "").replace("</p>", "<br>")
    found = document(whole(systems(broken)["unknown, with a table of contents"]))
    assert [p.text for p in found.paragraphs()] == ALONE


_STYLES = {
    "第一部分": ["第一部分 ", "第二部分 ", "第三部分 ", "第四部分 ", "第五部分 "],
    "Ⅰ、": ["Ⅰ、", "Ⅱ、", "Ⅲ、", "Ⅳ、", "Ⅴ、"],
    "I.": ["I.", "II.", "III.", "IV.", "V."],
    "壹、": ["壹、", "贰、", "叁、", "肆、", "伍、"],
    "（一）": ["（一）", "（二）", "（三）", "（四）", "（五）"],
    "1.": ["1.", "2.", "3.", "4.", "5."],
    "⑴": ["⑴", "⑵", "⑶", "⑷", "⑸"],
}


@pytest.mark.parametrize("style", _STYLES)
def test_the_article_is_found_by_headings_numbered_otherwise(style: str) -> None:
    one, two, three, four, five = _STYLES[style]
    first = f"<p>{one}总体情况</p><p>全年公开信息三十条，其中机构信息十条、办事指南十二条、财政信息八条，均在规定时间内公开。</p>"
    tables = f"<p>{two}主动公开政府信息情况</p><p>规章和规范性文件均已在政府网站专栏集中公开，可以随时查阅、下载。</p>{TABLE}<p>{three}收到和处理政府信息公开申请情况</p>"
    last = f"<p>{four}政府信息公开行政复议、行政诉讼情况</p><p>没有发生。</p><p>{five}存在的主要问题及改进情况</p><p>更新不够及时，下一步按月检查。</p>"
    page = portal(f"<div>{first}</div><div><div>{tables}</div></div><div>{last}</div>", container='class="xyz"')
    found = [paragraph.text for paragraph in document(page).paragraphs()]
    assert found[0].endswith("总体情况")
    assert found[-1] == "更新不够及时，下一步按月检查。"


def test_items_of_a_list_that_sound_like_parts_begin_no_other_article() -> None:
    items = "<p>（一）主动公开</p><p>全年公开三十条。</p><p>（二）依申请公开申请情况</p><p>无。</p><p>（三）主要问题</p><p>无。</p>"
    listed = ARTICLE.replace("<p>全年公开信息三十条。</p>", items)
    found = [p.text for p in document(whole(systems(listed)["unknown, with a table of contents"])).paragraphs()]
    assert found == [p.text for p in read(f"<div>{listed}</div>".encode(), "a.html").paragraphs()]


def test_two_articles_on_a_page_are_both_read() -> None:
    other = ARTICLE.replace("粮食", "水务")
    found = [p.text for p in document(whole(f"<div><div>{ARTICLE}</div><div>{other}</div></div>")).paragraphs()]
    assert sum(text == "一、总体情况" for text in found) == 2


@pytest.mark.parametrize("above", [CARD, LINE])
def test_a_card_or_a_line_says_when_and_by_whom(above: str) -> None:
    meta = document(whole(f"{above}<div>{ARTICLE}</div>")).meta
    assert (meta["published_on"], meta["publisher"]) == ("2024-01-20", "青禾县粮食局")
    assert meta.get("index_number") == ("014349/2024-7" if above == CARD else None)


def test_an_empty_field_of_a_card_does_not_take_the_next_label() -> None:
    card = "<table><tr><td>索引号：</td><td></td></tr><tr><td>发布机构：</td><td>青禾县粮食局</td></tr></table>"
    meta = document(whole(f"{card}<div>{ARTICLE}</div>")).meta
    assert (meta["publisher"], "index_number" in meta) == ("青禾县粮食局", False)


def test_a_glued_index_number_and_a_day_alone_are_read() -> None:
    meta = document(whole(f"<p>索引号014349/2024-7</p><p>2024-01-20 10:06</p><div>{ARTICLE}</div>")).meta
    assert (meta["index_number"], meta["published_on"]) == ("014349/2024-7", "2024-01-20")


def test_the_column_is_said_by_meta() -> None:
    assert document(portal(head='<meta name="ColumnName" content="政府信息公开年报">')).meta["column"] == "政府信息公开年报"


def test_attached_files_are_named() -> None:
    files = (
        '<p>附件：<a href="./P02024.pdf">年度报告.pdf</a></p><p><a href="/down.jsp?id=3">报告全文.docx</a></p><a href="/x.html">别的</a>'
    )
    found = document(whole(f'<div class="TRS_Editor">{ARTICLE}{files}</div><a href="/app.zip">客户端</a><a href="/b.ofd">下载OFD版</a>'))
    assert found.attachments == (
        Attachment("年度报告.pdf", "./P02024.pdf"), Attachment("报告全文.docx", "/down.jsp?id=3"), Attachment("下载OFD版", "/b.ofd"),
    )  # fmt: skip
    assert found.unread == ()


def test_an_attached_file_beside_no_table_is_unread() -> None:
    body = ARTICLE.replace(TABLE, "") + '<p><a href="tables.xls">附件</a></p>'
    assert document(whole(f'<div class="TRS_Editor">{body}</div>')).unread == ("attachment-not-read",)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ('<form>用户名：<input name="user"> 密码：<input type="password"><button>登录</button></form>', "登录页面"),
        ("<title>404 Not Found</title><center><h1>404 Not Found</h1></center><hr><center>nginx</center>", "出错页面"),
        ("<p>抱歉，您访问的页面不存在或已删除！</p>", "出错页面"),
        ("<div>系统维护中，给您带来不便敬请谅解。</div>", "维护"),
        ("<p>请完成验证后继续访问</p>", "访问验证"),
        ('<div id="app"></div><noscript>请启用JavaScript</noscript><script src="app.js"></script>', "脚本"),
        ('<div class="spin">加载中…</div><script>load()</script>', "脚本"),
    ],
)
def test_a_page_in_place_of_a_report_is_called_what_it_is(page: str, said: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        document(f"<html><head><title>某县人民政府</title></head><body>{page}</body></html>")
    assert said in caught.value.words.zh


def test_an_xhtml_page_is_read_though_its_elements_close_themselves() -> None:
    head = '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">'
    page = f'{head}<html xmlns="http://www.w3.org/1999/xhtml"><head><script src="a.js"/><title/></head><body><div/><div>{ARTICLE}</div></body></html>'
    assert [p.text for p in document(page).paragraphs()] == ALONE


def saved(page: bytes, kind: str = "text/html") -> bytes:
    body = page.hex("=", 1).upper()
    quoted = "".join(f"={body[n : n + 75].lstrip('=')}=\r\n".replace("==\r\n", "=\r\n") for n in range(0, len(body), 75))
    return (
        "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n'
        f"------B\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n"
        "------B\r\nContent-Type: text/css\r\nContent-Location: cid:css-1\r\n\r\n.no { display: none }\r\n------B--\r\n"
    ).encode()


def test_a_saved_page_is_read_with_its_style_sheets() -> None:
    found = read(saved(f'<div>{ARTICLE}<p class="no">看不见</p></div>'.encode()), "page.mht")
    assert ([p.text for p in found.paragraphs()], found.format) == (ALONE, "html")


def test_a_saved_page_without_a_page_says_so() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(saved(b"x", "image/png"), "page.mht")
    assert "MHT" in caught.value.words.zh


@pytest.mark.parametrize(
    ("between", "count"),
    [
        ("", 0),
        ("<p></p>", 1),
        ("<p>&nbsp;</p>\n<div><br></div>", 2),
        ("<div><div><p>　</p></div></div>", 1),
        ("<p><span> </span><!-- none --><o:p></o:p></p>", 1),
        ("<p><div>&nbsp;</div></p>", 3),  # a browser makes of each of the outer tags a paragraph of its own
        ("<br><br>", 0),
        ("<p><img src='digit.png'></p>", 0),
        ("<p hidden></p><p style='display:none'>3</p>", 0),
        ("<p><script>write(3)</script></p><style>p {}</style>", 0),
        ("<p style='background:url(3.png)'></p>", 0),
    ],
)
def test_a_paragraph_says_how_many_empty_ones_stand_before_it(between: str, count: int) -> None:
    found = list(read(f"<div><p>一、总体情况</p><p>甲&nbsp;乙</p>{between}<p>丙</p></div>".encode(), "page.html").paragraphs())
    assert [(one.text, one.blanks_before) for one in found] == [("一、总体情况", 0), ("甲\xa0乙", 0), ("丙", count)]
