"""How like a printed label is to one of the form's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from gouji.form.model import Line
from gouji.recognition.normal import bare, plain

_ORDINAL = re.compile(r"^(?:[(（]([一二三四五六七八九十]+)[)）]、?|([一二三四五六七八九十]+)、|(\d{1,2})[.、．])")
# What is said behind a label (历史累计, 2023年办件量), but for what parts off a share of it or asks for another year's.
_NOTE = re.compile(r"[(（]([^()（）]*)[)）]$")
_OF_A_PART = re.compile("其中|不含|除外|上年|去年|上一年|往年|非|不予|小计")
# A sum of some rows wherever it has not the number of the one row that an office calls so.
_SUBTOTAL = "小计"
_WITH_NOTE = 0.9
SURE = 0.95
CLEAR = 0.85
LIKELY = 0.75


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart: its ordinal (一, 3) and its words."""

    ordinal: str | None
    words: str


@cache
def label(text: str) -> Label:
    flat = plain(text)
    match = _ORDINAL.match(flat)
    ordinal = next((g for g in match.groups() if g), None) if match else None
    return Label(ordinal, bare(flat[match.end() :] if match else flat))


@cache
def telling(line: Line) -> bool:
    """Whether the label alone shows what it is; 总计 and 其他 stand in many places."""
    return len(label(line.label).words) >= 4


@lru_cache(maxsize=1 << 16)
def likeness(text: str, line: Line) -> float:
    """From 0 to 1, how surely this printed text is the label of this row or column."""
    return _of_names(text, _names(line))


@lru_cache(maxsize=1 << 12)
def likeness_of_group(text: str, group: str) -> float:
    """From 0 to 1, how surely this printed text is the label of these rows' group."""
    return _of_names(text, (label(group),))


@cache
def _names(line: Line) -> tuple[Label, ...]:
    return tuple(label(name) for name in (line.label, *line.aliases))


def _of_names(text: str, names: Sequence[Label]) -> float:
    printed = label(text)
    if not printed.words:
        return 0.0
    whole = _nearest(printed, names)
    if whole >= _WITH_NOTE or not (own := _without_note(text)):
        return whole
    return max(whole, min(_nearest(label(own), names), _WITH_NOTE))


def _nearest(printed: Label, names: Sequence[Label]) -> float:
    return max([_likeness(printed, name) for name in names])


@cache
def _without_note(text: str) -> str:
    """The label before a note in brackets; empty where there is none, or where it says that a part is meant."""
    flat = plain(text)
    note = _NOTE.search(flat)
    return "" if note is None or _OF_A_PART.search(note[1]) else flat[: note.start()]


def _likeness(printed: Label, wanted: Label) -> float:
    if wanted.words == _SUBTOTAL and printed.ordinal != wanted.ordinal:
        return 0.0
    score = 1.0 if printed.words == wanted.words else _part(printed.words, wanted.words)
    if printed.ordinal and wanted.ordinal and printed.ordinal != wanted.ordinal:
        score -= 0.12
    return score


def _part(printed: str, wanted: str) -> float:
    """Clipped labels keep their beginning; the rest is compared sign by sign, and not at all where the lengths are too far apart."""
    own, other = len(printed), len(wanted)
    clipped = own >= 4 and wanted.startswith(printed)
    shorter = own if own < other else other
    ratio = fuzz.ratio(printed, wanted) / 100 if 2 * shorter >= LIKELY * (own + other) else 0.0
    return max(ratio, 0.9) if clipped else ratio


def is_other_name(text: str, line: Line) -> bool:
    """Whether this is a name of the line that is not the form's own word for it (合计 for 总计)."""
    words = label(text).words
    return words != label(line.label).words and any(words == label(name).words for name in line.aliases)


def best(text: str, lines: Iterable[Line]) -> tuple[Line, float] | None:
    """The line whose label is most like this text, if any is likely."""
    scored = [(line, likeness(text, line)) for line in lines]
    line, score = max(scored, key=lambda pair: pair[1], default=(None, 0.0))
    return (line, score) if line and score >= LIKELY else None


def align(scores: Sequence[Sequence[float]]) -> list[int | None]:
    """For each printed row the form's row it is, or None: the likeliest assignment that keeps the form's order.

    `scores[i][j]` is the likeness of printed row i to form row j. Rows that are surely known but stand
    out of order are added afterwards where their place is still free.
    """
    chosen = _in_order(scores)
    taken = {j for j in chosen if j is not None}
    for i, row in enumerate(scores):
        if chosen[i] is None and row:
            j = max(range(len(row)), key=row.__getitem__)
            if row[j] >= SURE and j not in taken:
                chosen[i] = j
                taken.add(j)
    return chosen


def _in_order(scores: Sequence[Sequence[float]]) -> list[int | None]:
    rows, columns = len(scores), len(scores[0]) if scores else 0
    total = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            total[i][j] = max(total[i + 1][j], total[i][j + 1])
            if scores[i][j] >= LIKELY:
                total[i][j] = max(total[i][j], scores[i][j] + total[i + 1][j + 1])
    return _trace(scores, total)


def _trace(scores: Sequence[Sequence[float]], total: Sequence[Sequence[float]]) -> list[int | None]:
    chosen: list[int | None] = [None] * len(scores)
    i = j = 0
    while i < len(scores) and j < len(scores[0]):
        if scores[i][j] >= LIKELY and total[i][j] == scores[i][j] + total[i + 1][j + 1]:
            chosen[i] = j
            i, j = i + 1, j + 1
        elif total[i][j] == total[i + 1][j]:
            i += 1
        else:
            j += 1
    return chosen
