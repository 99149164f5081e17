"""What a page carries beside its text: page numbers and running heads."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gouji.document.pdf.lines import Line

_PAGE_NUMBER = re.compile(r"[-—–－―·•.\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,3}\s*页?)?[-—–－―·•.\s]*")
MARGIN = 0.12
_SAME_HEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page that stand in no table, top down, and the page's size."""

    number: int
    lines: tuple[Line, ...]
    width: float
    height: float


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets without page numbers, and without the lines that most pages carry at the same height of their margins."""
    heads = _running(sheets)
    return [Sheet(s.number, tuple(x for x in s.lines if not _is_furniture(x, s, heads)), s.width, s.height) for s in sheets]


def _is_furniture(line: Line, sheet: Sheet, heads: set[tuple[str, int]]) -> bool:
    if not _in_margin(line, sheet):
        return False
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or any(key in heads for key in _keys(line, sheet))


def _in_margin(line: Line, sheet: Sheet) -> bool:
    return line.box[3] < MARGIN * sheet.height or line.box[1] > (1 - MARGIN) * sheet.height


def _running(sheets: Sequence[Sheet]) -> set[tuple[str, int]]:
    """The texts, figures aside, that stand at one height on at least half of the pages, and on two."""
    met = Counter(key for sheet in sheets for line in sheet.lines if _in_margin(line, sheet) for key in set(_keys(line, sheet)))
    return {key for key, times in met.items() if times >= 2 and times * 2 >= len(sheets)}


def _keys(line: Line, sheet: Sheet) -> list[tuple[str, int]]:
    """The line's text and height; two heights, so that a rounding does not part what belongs together."""
    text = re.sub(r"(?<!\d)\d{1,3}(?!\d)", "#", line.text)  # a page's number; another year makes another line
    height = line.base if line.base < sheet.height / 2 else line.base - sheet.height
    return [(text, int(height // _SAME_HEIGHT)), (text, int((height + _SAME_HEIGHT / 2) // _SAME_HEIGHT) + 100_000)]
