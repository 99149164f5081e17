"""Pages written as XML, where an empty element closes itself."""

import re

_XML = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>.{0,4000}?<html\b[^>]{0,500}http://www\.w3\.org/1999/xhtml", re.IGNORECASE | re.DOTALL)
_EMPTY = re.compile(r"<([a-z][a-z0-9:]*)((?:\s[^<>]*)?)/>", re.IGNORECASE)
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})


def opened(text: str) -> str:
    """The same page for a parser of HTML, to which `<script/>` and `<td/>` would stay open to the end of the page."""
    if not _XML.match(text.removeprefix("\ufeff")):
        return text
    return _EMPTY.sub(lambda match: match[0] if match[1].lower() in _VOID else f"<{match[1]}{match[2]}></{match[1]}>", text)
