"""Characters into lines: the baseline decides the line, the ink decides the order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from operator import attrgetter, sub

from gouji.document import doubts
from gouji.document.pdf.characters import Char
from gouji.document.pdf.frame import Box

_SAME_LINE = 2.5
_SAME_LINE_SHARE = 0.35
# The blank between two figures without a rule between them is at least as wide as a space (measured: 0.6 of a digit's height in
# Times); the ink of the 11 in one number lies at most 0.4 apart.
_GAP_IN_FIGURES = 0.55
_GAP_IN_TEXT = 2.2
_GAP_OF_WORDS = 0.3  # the padding of two cells is wider
# A shadow stands at most this share of the font's height away from its glyph; two equal letters side by side stand farther (l: 0.2).
_SHADOW = 0.16
_FAKE_BOLD = 0.8
_BASE, _LEFT = attrgetter("base"), attrgetter("x0")
_FULL_INK = 0.7  # a digit's ink is about so much of the font's height


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; `size` is its tallest ink."""

    text: str
    box: Box
    base: float
    size: float
    doubts: tuple[str, ...]


def lines_of(chars: Iterable[Char]) -> list[Line]:
    """The lines, top down."""
    return [_line(row) for row in _rows(list(chars))]


def words_of(chars: Iterable[Char]) -> Iterator[tuple[str, Box]]:
    """Runs of characters that stand close together in one line, each with its box."""
    for row in _rows(list(chars)):
        word = [row[0]]
        for char in row[1:]:
            if char.x0 - word[-1].x1 > _GAP_OF_WORDS * max(char.bottom - char.top, word[-1].bottom - word[-1].top):
                yield _word(word)
                word = []
            word.append(char)
        yield _word(word)


def _word(chars: Sequence[Char]) -> tuple[str, Box]:
    box = (min(c.x0 for c in chars), min(c.top for c in chars), max(c.x1 for c in chars), max(c.bottom for c in chars))
    return "".join(char.text for char in chars), box


def _rows(chars: list[Char]) -> Iterator[list[Char]]:
    """Characters whose baselines lie together, each row from left to right."""
    if len(chars) < 2:  # half of a table's cells
        yield from ([chars] if chars else [])
        return
    row: list[Char] = []
    reach = inf
    for char in sorted(chars, key=_BASE):
        _, _, top, _, bottom, base, _ = char
        if base > reach:
            yield sorted(row, key=_LEFT)
            row = []
        if not row:
            below = _SAME_LINE
        row.append(char)
        if _SAME_LINE_SHARE * (bottom - top) > below:
            below = _SAME_LINE_SHARE * (bottom - top)
        reach = base + below
    yield sorted(row, key=_LEFT)


def _line(row: Sequence[Char]) -> Line:
    if len(row) == 1:  # a third of a table's lines
        ((text, x0, top, x1, bottom, base, fault),) = row
        found = doubts.doubts_of(text)
        return Line(text, (x0, top, x1, bottom), base, bottom - top, doubts.joined((fault,), found) if fault else found)
    _, lefts, tops, rights, bottoms, _, faults = zip(*row, strict=True)
    size = max(map(sub, bottoms, tops))
    single, doubled = _once(row, size)
    text = _text(single, size)
    found = doubts.doubts_of(text)
    if doubled or any(faults):
        found = doubts.joined([fault for fault in faults if fault], doubled, found)
    return Line(text, (min(lefts), min(tops), max(rights), max(bottoms)), single[0].base, size, found)


def _text(row: Sequence[Char], size: float) -> str:
    parts = [row[0].text]
    reach = row[0].x1
    for before, after in pairwise(row):
        if after.x0 > reach and (blank := _between(before, after, size)):
            parts.append(blank)
        parts.append(after.text)
        reach = after.x1
    return "".join(parts)


def _once(row: Sequence[Char], size: float) -> tuple[list[Char], tuple[str, ...]]:
    """Each character once: bold faked by drawing twice is no second digit, and a shadow is doubtful."""
    if len({char.text for char in row}) == len(row):
        return list(row), ()
    single: list[Char] = []
    shadowed = False
    for char in row:
        text = char.text
        for twin in single[-3:]:
            if twin.text == text and _overlaps(twin, char, size):
                shadowed |= max(char.x0 - twin.x0, abs(char.base - twin.base)) > _FAKE_BOLD
                break
        else:
            single.append(char)
    return single, (doubts.DOUBLED_TEXT,) if shadowed else ()


def _overlaps(one: Char, other: Char, size: float) -> bool:
    near = max(_FAKE_BOLD, _SHADOW * size / _FULL_INK)
    return abs(other.x0 - one.x0) <= near and abs(other.base - one.base) <= near


def _between(before: Char, after: Char, size: float) -> str:
    """A blank where one is seen: without it `1 0` of two cells without a rule would become 10."""
    gap = after.x0 - before.x1
    if before.text.isascii() and after.text.isascii():
        return " " if gap > _GAP_IN_FIGURES * max(before.bottom - before.top, after.bottom - after.top) else ""
    return " " if gap > _GAP_IN_TEXT * size else ""
