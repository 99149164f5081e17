"""Files that a page links: versions of the report, or what belongs to it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gouji.document.html.tree import is_shown, text_of
from gouji.document.model import Attachment

_FILE = re.compile(r"\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|7z|jpe?g|png)(?:$|[?#&])", re.IGNORECASE)
_NAMED = re.compile(r"\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|7z)\s*(?:[(（\[].{0,30})?$", re.IGNORECASE)
_OWN = re.compile("附件|下载|信息公开.{0,12}(?:报告|年报)|正文|原文|文字版")
_LONGEST = 2_000


def attachments_of(page: LexborHTMLParser, article: LexborNode) -> Iterator[Attachment]:
    """The files linked in the article, and those beside it whose link says that they belong to it."""
    inside = {node.mem_id for node in article.css("a[href]")}
    met: set[str] = set()
    for link in page.css("a[href]"):
        href = (link.attributes.get("href") or "").strip()
        text = text_of(link).replace("\n", "")
        if href in met or len(href) > _LONGEST or not is_shown(link) or not (_FILE.search(href) or _NAMED.search(text)):
            continue
        if link.mem_id in inside or _OWN.search(text):
            met.add(href)
            yield Attachment(text, href)
