"""Web pages as text."""

import re

from connectors.http import Page

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHINESE = {"gb2312", "gbk", "gb_2312-80", "x-gbk"}


def decoded(page: Page) -> str:
    """The text of a page: UTF-8 where the bytes are, else what the page says, else GB 18030. What no encoding reads stays a sign."""
    try:
        return page.body.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = _CHARSET.search(page.headers.get("content-type", "").encode()) or _CHARSET.search(page.body[:4096])
    name = said[1].decode().lower() if said else "gb18030"
    try:
        return page.body.decode("gb18030" if name in _CHINESE | {"utf-8", "utf8"} else name, "replace")
    except (LookupError, UnicodeError):  # no encoding, or none of texts such as idna
        return page.body.decode("gb18030", "replace")
