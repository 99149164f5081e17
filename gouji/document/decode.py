"""Bytes to text. The bytes are believed, not what a page declares about itself."""

import codecs
import re

_BIG5 = re.compile(rb"charset\s*=\s*[\"']?\s*big5", re.IGNORECASE)
_DECLARATION_WITHIN = 4096


def decode(data: bytes) -> str:
    """The text of these bytes; what could not be decoded stands as U+FFFD."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    for encoding in _strictly(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _least_damaged(data)


def _strictly(data: bytes) -> tuple[str, ...]:
    # Big5 passes as GB18030 and becomes rubbish, so a page that declares it is tried as such before.
    # GB2312 and GBK are read as GB18030, which holds both: pages declared gb2312 print 〇 and 镕 all the same.
    if _BIG5.search(data[:_DECLARATION_WITHIN]):
        return "utf-8-sig", "big5", "gb18030"
    return "utf-8-sig", "gb18030"


def _least_damaged(data: bytes) -> str:
    texts = [data.decode(encoding, "replace") for encoding in ("utf-8-sig", "gb18030")]
    return min(texts, key=lambda text: text.count("\ufffd"))
