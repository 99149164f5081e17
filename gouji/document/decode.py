"""Bytes to text. The bytes are believed, not what a page declares about itself."""

import codecs
import re

_BIG5 = re.compile(rb"charset\s*=\s*[\"']?\s*big5", re.IGNORECASE)
_DECLARATION_WITHIN = 4096
# In UTF-16 without its mark, markup, digits and line ends are zero in every second byte; elsewhere zeros are rare.
_ZEROS = 0.02
# UTF-8 with a few bad bytes is still UTF-8, though GB18030 may pass over all of it; other encodings read as UTF-8 are mostly damage.
_MOST_DAMAGED = 0.1
_WRITTEN = re.compile(r"<(?:html|head|body|p|td|div)\b|政府|信息|資訊|公開|公开|報告|报告|本年")


def decode(data: bytes) -> str:
    """The text of these bytes; what could not be decoded stands as U+FFFD."""
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _not_clean_utf8(data)


def _not_clean_utf8(data: bytes) -> str:
    damaged = data.decode("utf-8-sig", "replace")
    if damaged.count("\ufffd") < _MOST_DAMAGED * (len(damaged) - len(damaged.encode("ascii", "ignore"))):
        return damaged
    # Big5 passes as GB18030 and becomes rubbish, so a page that declares or shows it is tried as such before.
    # GB2312 and GBK are read as GB18030, which holds both: pages declared gb2312 print 〇 and 镕 all the same.
    for encoding in ("big5", "gb18030") if _is_big5(data) else ("gb18030",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return min(damaged, data.decode("gb18030", "replace"), key=lambda text: text.count("\ufffd"))


def _wide(data: bytes) -> str:
    """The name of UTF-16 where the bytes begin with its mark or are laid out like it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[: 4 * _DECLARATION_WITHIN]
    if head.count(0) < _ZEROS * len(head):
        return ""
    written = {name: len(_WRITTEN.findall(head.decode(name, "ignore"))) for name in ("utf-16-le", "utf-16-be")}
    best = max(written, key=written.__getitem__)
    return best if written[best] else ""


def _is_big5(data: bytes) -> bool:
    """Whether the page says so, or words of a report come out as Big5 and hardly any as GB18030."""
    if _BIG5.search(data[:_DECLARATION_WITHIN]):
        return True
    head = data[: 64 * _DECLARATION_WITHIN]
    as_gb, as_big5 = (len(_WRITTEN.findall(head.decode(encoding, "ignore"))) for encoding in ("gb18030", "big5"))
    return as_big5 > 3 * as_gb
