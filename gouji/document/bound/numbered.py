"""The numbers in a picture's name, and which of them may count pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

_NUMBER = re.compile(r"\d+|(?<=第)[一二三四五六七八九]?十?[一二三四五六七八九]?(?=[页張张面])")
_ONES = "零一二三四五六七八九"
# 第1页共3页, 1-of-3: how many there are, and the same on each.
_TOTAL = re.compile(r"(?:共|/|of)[\s_-]*$", re.IGNORECASE)
# Years, months, quarters and issues are reports of their own, and so are drafts; cameras and scanners count pages.
_NO_PAGE_AFTER = re.compile(r"^\s*(?:年|月|日|季|期|号|版|稿|届|次|周)")
_NO_PAGE_BEFORE = re.compile(r"(?:(?:^|[^a-z])(?:v|ver|version|rev|q)|版本?|稿|修订|修改)[\s._-]*$", re.IGNORECASE)
_YEARS = range(1990, 2100)
_BESIDE = re.compile(r"[\s_()（）\[\]【】第页張张面.\-－—~]+")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A file's name taken apart: `pieces` stand before, between and behind its `numbers`."""

    name: str
    pieces: tuple[str, ...]
    numbers: tuple[int, ...]
    suffix: str

    @classmethod
    def of(cls, name: str) -> "Numbered":
        path = PurePosixPath(name)
        found = list(_NUMBER.finditer(path.stem))
        edges = [0, *(edge for match in found for edge in match.span()), len(path.stem)]
        pieces = tuple(path.stem[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
        return cls(name, pieces, tuple(map(_number, (match[0] for match in found))), path.suffix)

    @property
    def skeleton(self) -> tuple[str, ...]:
        return tuple(piece.casefold() for piece in self.pieces)

    def without(self, slot: int) -> str:
        """The name without this number and what sets it off."""
        texts = [piece + str(number) * (n != slot) for n, (piece, number) in enumerate(zip(self.pieces, self.numbers, strict=False))]
        return bare("".join([*texts, self.pieces[-1]]))

    def starred(self, slot: int) -> str:
        """The name with a star for this number."""
        texts = list(_NUMBER.findall(PurePosixPath(self.name).stem))
        texts[slot] = "*"
        return "".join(piece + text for piece, text in zip(self.pieces, [*texts, ""], strict=True))


def bare(stem: str) -> str:
    """The name without blanks, dashes and brackets."""
    return _BESIDE.sub("", stem).casefold()


@dataclass(frozen=True, slots=True)
class Series:
    """Names that differ in the number of this slot and in nothing else, in its order."""

    slot: int
    names: tuple[Numbered, ...]

    @property
    def numbers(self) -> list[int]:
        return [name.numbers[self.slot] for name in self.names]

    @property
    def total(self) -> int | None:
        """How many pages there are, where every name says so."""
        slot = next((n for n in range(len(self.names[0].numbers)) if _is_total(self.names[0], n)), None)
        return None if slot is None else self.names[0].numbers[slot]

    @property
    def counts_pages(self) -> bool:
        """Whether the number can be a page's: each stands once, and it is no year, month, issue or draft."""
        first, numbers = self.names[0], self.numbers
        if len(set(numbers)) < len(numbers) or all(number in _YEARS for number in numbers):
            return False
        return not _NO_PAGE_AFTER.match(first.pieces[self.slot + 1]) and not _NO_PAGE_BEFORE.search(first.pieces[self.slot])


def series_in(names: Sequence[Numbered]) -> Iterator[Series]:
    """The series in which these names stand, all of them of one skeleton; of several numbers that vary the last one runs."""
    varying = [slot for slot in range(len(names[0].numbers)) if len({name.numbers[slot] for name in names}) > 1]
    varying = [slot for slot in varying if not _is_total(names[0], slot)]
    if len(varying) == 1:
        yield from _of_one_kind(varying[0], names)
    elif varying:
        others: dict[tuple[int, ...], list[Numbered]] = {}
        for name in names:
            others.setdefault(tuple(n for slot, n in enumerate(name.numbers) if slot != varying[-1]), []).append(name)
        for same in others.values():
            yield from series_in(same)


def _of_one_kind(slot: int, names: Sequence[Numbered]) -> Iterator[Series]:
    """The series; where a number stands twice, as 1.jpg and 1.png, that of each kind of picture."""
    ordered = sorted(names, key=lambda name: (name.numbers[slot], name.name))
    if len({name.numbers[slot] for name in names}) == len(names):
        yield Series(slot, tuple(ordered))
        return
    for suffix in dict.fromkeys(name.suffix.lower() for name in ordered):
        yield Series(slot, tuple(name for name in ordered if name.suffix.lower() == suffix))


def _is_total(name: Numbered, slot: int) -> bool:
    return bool(_TOTAL.search(name.pieces[slot]))


def _number(text: str) -> int:
    """Digits, or 一 to 九十九."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return 10 * (_ONES.index(tens or "一") if ten else 0) + _ONES.index(ones or "零")
