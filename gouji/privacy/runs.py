"""Long rows of digits in a text, however they are printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category, decimal

SHORTEST = 11  # digits of a mobile number; no person's number has fewer
_BLANKS = "\t \u00a0\u2000-\u200a\u202f\u205f\u3000"
_DASHES = "\\-\u2010-\u2015\u2212\ufe63\uff0d"
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_MAYBE = re.compile(rf"\d(?:[{_BLANKS}{_DASHES}{_UNSEEN}\r\n]{{0,6}}\d){{{SHORTEST - 1}}}")
_APART = rf"(?:[{_BLANKS}]{{1,2}}|[{_BLANKS}]?[{_DASHES}][{_BLANKS}]?|[{_BLANKS}]*\r?\n[{_BLANKS}]*)"
_ROW = re.compile(rf"(?<![A-Za-z0-9_])(?<!\d\.)\d+X?(?:{_APART}\d+X?)*(?![A-Za-z0-9_]|\.\d)")
_GROUP = re.compile(r"\d+X?")
_COUNTRY = ("86", "0086")
_CROSSES = str.maketrans({sign: "X" for sign in "xXｘＸ"})


@dataclass(frozen=True, slots=True)
class Group:
    """Digits printed without anything between them, and where each of them stands in the text."""

    digits: str
    spots: tuple[int, ...]

    def __add__(self, other: "Group") -> "Group":
        return Group(self.digits + other.digits, self.spots + other.spots)


def may_hold(text: str) -> bool:
    """Whether so many digits stand near each other at all: in most texts they do not."""
    return len(text) >= SHORTEST and _MAYBE.search(text) is not None


def rows(text: str) -> Iterator[tuple[Group, ...]]:
    """Groups of digits that stand in one row, apart by blanks, dashes or the end of a line; the last sign of a group may be X."""
    if not may_hold(text):
        return
    plain, spots = _plain(text)
    for row in _ROW.finditer(plain):
        groups = [Group(m.group(), tuple(spots[row.start() + m.start() : row.start() + m.end()])) for m in _GROUP.finditer(row.group())]
        if len(groups) > 1 and groups[0].digits in _COUNTRY:
            groups = groups[1:]
        if sum(len(group.digits) for group in groups) >= SHORTEST:
            yield tuple(groups)
            if wrapped := _wrapped(row.group(), groups):
                yield wrapped


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with digits of every script as 0 to 9 and without signs that nobody sees, and where each sign stood."""
    signs = [_PLAIN[sign] for sign in text]
    return "".join(signs), [spot for spot, sign in enumerate(signs) if sign]


class _Plain(dict[str, str]):
    """Each sign as it is read, one that nobody sees as nothing; worked out once, since a report has few different signs."""

    def __missing__(self, sign: str) -> str:
        seen = str(decimal(sign)) if sign.isdecimal() else sign.translate(_CROSSES)
        self[sign] = "" if category(sign) == "Cf" else seen
        return self[sign]


_PLAIN = _Plain()


def _wrapped(row: str, groups: list[Group]) -> tuple[Group, ...] | None:
    """The row with the groups on both sides of its one line end as one: a number goes on in the next line."""
    lines = row.split("\n")
    if len(lines) != 2:
        return None
    before = len(_GROUP.findall(lines[0])) - (len(_GROUP.findall(row)) - len(groups))
    return (*groups[: before - 1], groups[before - 1] + groups[before], *groups[before + 1 :]) if 0 < before < len(groups) else None


__all__ = ["SHORTEST", "Group", "may_hold", "rows"]
