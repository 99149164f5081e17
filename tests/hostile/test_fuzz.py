"""Whatever bytes come as a page or a text, a document comes out or a sentence."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gouji.document.html import read_html, read_mht
from gouji.document.text import read_text
from gouji.errors import UnreadableDocument
from gouji.reading import read_report

_PIECES = (
    "<table>", "</table>", "<tr>", "<td>", "</td>", "<td rowspan=0>", '<td colspan="99999">', "<th>", "<tfoot>", "<p>", "</p>", "<div>", "</div>",
    "<br>", "<sup>", "<del>", "<input value=3>", "<select><option>", "<style>", "</style>", ".a{display:none}", "td::before{content:'1'}",
    "@media{", "@font-face{font-family:x}", '<b style="color:#fff;font-size:0">', "<b class=a>", "<script>", "</script>", "<!--", "-->", "<?xml",
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "信息内容", "本年制发件数", "规章", "行政许可", "申请人情况", "自然人",
    "一、本年新收政府信息公开申请数量", "（一）予以公开", "（三）不予公开", "1.属于国家秘密", "（七）总计", "行政复议", "结果维持", "总计", "0", "12", "1 2", "/",
    "-", "|", "||", "\n", "\t", " ", "\u3000", "\x00", "\ufffd", "&nbsp;", "&#0;", "&lt;", "2023年", "政府信息公开工作年度报告", "索引号：", "发布时间：2024-01-02",
)  # fmt: skip
_SOUP = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4)), max_size=60).map("".join)
_BYTES = st.one_of(
    st.binary(max_size=400),
    _SOUP.map(lambda text: text.encode("utf-8", "surrogatepass")),
    _SOUP.map(lambda text: text.encode("gb18030", "ignore")),
    st.tuples(_SOUP, st.binary(max_size=6), _SOUP).map(
        lambda parts: parts[0].encode("utf-16", "ignore") + parts[1] + parts[2].encode("utf-8", "ignore")
    ),
)


def _ends(data: bytes) -> None:
    for reader in (read_html, read_text, read_mht, read_report):
        with suppress(UnreadableDocument):
            reader(data, "fuzz")


@given(_BYTES)
@settings(max_examples=120, deadline=None)
def test_any_bytes_end_in_a_document_or_a_sentence(data: bytes) -> None:
    _ends(data)


@pytest.mark.long
@given(_BYTES)
@settings(max_examples=4_000, deadline=None)
def test_very_many_bytes_do(data: bytes) -> None:
    _ends(data)
