"""Lines joined to paragraphs, as Chinese joins: by indent, by a line that ends short, never by a blank between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from gouji.document.doubts import joined
from gouji.document.pdf.frame import Box
from gouji.document.pdf.lines import Line

_HEADING = re.compile(r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])")
_ENDED = tuple("。！？.!?”")
_PAUSED = tuple("；：;:")  # ends a line of a list; in running text a number behind it may only have found no room
_EM = 1.08  # the ink of a Chinese character is a little lower than its square
_INDENT = 1.2
_SHORT = 2.2
_CLEARLY_SHORT = 0.75
_WIDER_GAP = 1.6
_OTHER_SIZE = 0.2
_LONG_LINE = 15
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text of a page begins and ends, and how far its lines stand apart."""

    left: float
    right: float
    leading: float


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that make one paragraph; `page` and `box` are those of its part on the page where it begins."""

    page: int
    lines: tuple[Line, ...]
    box: Box

    @property
    def text(self) -> str:
        text = self.lines[0].text
        for line in self.lines[1:]:
            text += _between(text, line.text) + line.text
        return text

    @property
    def doubts(self) -> tuple[str, ...]:
        return joined(*(line.doubts for line in self.lines))

    def with_line(self, page: int, line: Line) -> "Passage":
        return Passage(self.page, (*self.lines, line), _around(self.box, line.box) if page == self.page else self.box)


def begin(page: int, line: Line) -> Passage:
    """A paragraph of one line."""
    return Passage(page, (line,), line.box)


def margins_of(lines: Sequence[Line], whole: Sequence[Line]) -> Margins:
    """The margins of a page by its own lines, or by the whole document's where the page has too few."""
    full = [line for line in lines if len(line.text) >= _LONG_LINE]
    if len(full) < 3:
        lines, full = whole, [line for line in whole if len(line.text) >= _LONG_LINE] or list(whole)
    steps = [below.base - above.base for above, below in zip(lines, lines[1:], strict=False) if below.base > above.base]
    return Margins(min(x.box[0] for x in full), max(x.box[2] for x in full), median(steps) if steps else 0.0)


def goes_on(before: Line, line: Line, margins: Margins, *, same_page: bool) -> bool:
    """Whether the line carries on the paragraph of the line before it."""
    em = _EM * max(before.size, line.size)
    if line.box[0] > margins.left + _INDENT * em or abs(before.size - line.size) > _OTHER_SIZE * em:
        return False
    if same_page and margins.leading and line.base - before.base > _WIDER_GAP * max(margins.leading, em):
        return False
    ended = before.text.endswith(_ENDED)
    if _HEADING.match(line.text) and (ended or before.text.endswith(_PAUSED) or _is_heading(before)):
        return False
    if before.box[2] >= margins.right - _SHORT * em:
        return not (_is_heading(before) and not ended and before.box[2] < margins.right - em)
    # A number or an address that finds no room moves to the next line whole and leaves a line short that has not ended.
    width = before.box[2] - margins.left
    return not ended and not _is_heading(before) and width > _CLEARLY_SHORT * (margins.right - margins.left)


def _is_heading(line: Line) -> bool:
    return bool(_HEADING.match(line.text)) and len(line.text) <= _LONGEST_HEADING and not re.search("[。；，]", line.text)


def _between(before: str, after: str) -> str:
    """A blank only between two English words; numbers and addresses broken over lines are whole."""
    if before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha():
        last, first = re.split(r"[^\x21-\x7e]", before)[-1], re.split(r"[^\x21-\x7e]", after)[0]
        return "" if re.search(r"[./@:_]", last + first) else " "
    return ""


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
