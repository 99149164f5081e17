"""A web page the second way: the standard library's parser, one line a table row or block, cells in order; no tree and no grid."""

import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser

from gouji.document.decode import decode
from gouji.second.rows import Row, rows_of

_MOST_CHARACTERS = 4 * 2**20
_NOT_SHOWN = frozenset({"script", "style", "noscript", "template", "iframe", "head", "object", "svg"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_BLOCKS = frozenset({"p", "div", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "br", "hr", "caption", "pre"})


def html_rows(data: bytes, _pages: Collection[int]) -> Iterator[Row]:
    """The rows of figures of the page; none of one too long to be read a second time."""
    text = decode(data)
    if len(text) > _MOST_CHARACTERS:
        return
    scribe = _Scribe()
    scribe.feed(text)
    scribe.close()
    yield from rows_of(scribe.lines())


class _Scribe(HTMLParser):
    """Writes down cell after cell. Each table has an open line of its own, so that tables may stand in tables."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[list[str]] = []
        self._open: list[list[str]] = [[]]
        self._hidden, self._depth = "", 0

    def lines(self) -> list[list[str]]:
        """The lines that hold more than blanks, each with its cells."""
        for line in reversed(self._open):
            self._done.append(line)
        return [[" ".join(cell.split()) for cell in line] for line in self._done if any(cell.strip() for cell in line)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            self._depth += tag == self._hidden
        elif tag not in _VOID and _is_hidden(tag, dict(attrs)):
            self._hidden, self._depth = tag, 1
        elif tag == "table":
            self._open.append([])
        elif tag == "tr":
            self._end_line()
        elif tag in ("td", "th"):
            self._open[-1].append("")
        elif tag in _BLOCKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._depth -= tag == self._hidden
            self._hidden = self._hidden if self._depth else ""
        elif tag == "table" and len(self._open) > 1:
            self._end_line()
            self._open.pop()
        elif tag == "tr":
            self._end_line()
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if not self._open[-1]:
            self._open[-1].append("")
        self._open[-1][-1] += data

    def _break(self) -> None:
        """A new line within a cell, or of its own outside of tables."""
        if len(self._open) > 1:
            self.handle_data("\n")
        else:
            self._end_line()

    def _end_line(self) -> None:
        self._done.append(self._open[-1])
        self._open[-1] = []


def _is_hidden(tag: str, attributes: dict[str, str | None]) -> bool:
    return tag in _NOT_SHOWN or "hidden" in attributes or bool(_HIDING.search(attributes.get("style") or ""))
