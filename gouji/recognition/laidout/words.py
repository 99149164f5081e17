"""The words of a text whose blanks keep the layout of a page, each with the signs that it takes in its line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gouji.recognition.figures import looks_like_figure
from gouji.recognition.normal import bare, nfkc

PAGE_END = "\f"
_WORD = re.compile(r"\S+")
_ORDINAL = re.compile(r"\d{1,2}[.、．]")
_OPENING = ("(", "（")
_UNOPENED = re.compile(r"[一二三四五六七][)）]")
_UNITS = ("件", "元", "万元", "件）", "件)")
_NOTE = re.compile(r"\((?![一二三四五六七]\))[^()]*\)?")
_TORN_NOTE = re.compile(r"\d[^()]*\([^()]*|\([^()]*\d[^()]*\)?")
_TORN_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})*,\d{0,2}|[\d,]+\.)")
_NUMBER = re.compile(r"\d+")
_STROKES = frozenset("/／\\-－—–―")
_PAGE_NUMBER = re.compile(r"[-—–－]+\d{1,3}[-—–－]+|第\d{1,3}页(?:[,，/]?共\d{1,3}页)?")
_LONGEST_FURNITURE = 60


@dataclass(frozen=True, slots=True)
class Word:
    """Signs without a blank between them: where they begin and end in their line, and how many blanks stand before them."""

    text: str
    start: int
    stop: int
    before: int
    page: int
    line: int

    @property
    def bare(self) -> str:
        return bare(self.text)

    def piece(self, place: int, sign: str) -> "Word":
        """The sign at this place in the word: where it stands is known well for the first alone."""
        start = min(self.start + place, self.stop - 1)
        return replace(self, text=sign, start=start, stop=start + 1, before=self.before if place == 0 else 0)

    @property
    def is_ordinal(self) -> bool:
        """Whether it is the number of an item and nothing else: 3. is no figure, whatever stands beside it."""
        return bool(_ORDINAL.fullmatch(self.text))

    @property
    def is_bracket(self) -> bool:
        """Whether it is an opening bracket and nothing else, torn off an ordinal: 七) above, ( below."""
        return self.text in _OPENING

    @property
    def lacks_bracket(self) -> bool:
        """Whether it begins with an ordinal whose opening bracket is torn off."""
        return bool(_UNOPENED.match(self.text))

    @property
    def is_figure(self) -> bool:
        """Whether it can only be a figure: it begins with a digit, or is a stroke for none. A unit in front (件0) is another cell's."""
        if self.is_ordinal or not looks_like_figure(self.text):
            return False
        return nfkc(self.text).lstrip("+-−")[:1].isdecimal() or set(self.text) <= _STROKES

    @property
    def is_of_figure(self) -> bool:
        """Whether it may be a piece of what a figure's cell prints: a unit, a note with a number, or one in brackets."""
        own = self.text in _UNITS or _NOTE.fullmatch(nfkc(self.text)) is not None
        return own or (not self.is_ordinal and any(sign.isdecimal() for sign in self.text))

    @property
    def is_torn_note(self) -> bool:
        """Whether it is a figure with the beginning of a note (15（其中修订3), or a note without its figure."""
        return bool(_TORN_NOTE.fullmatch(nfkc(self.text)))

    @property
    def is_torn_number(self) -> bool:
        """Whether it is a number broken off behind a separator (6,0 of 6,016): the rest stands on another line."""
        return bool(_TORN_NUMBER.fullmatch(nfkc(self.text)))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, counted from 1, on its page."""

    number: int
    page: int
    words: tuple[Word, ...]

    @property
    def figures(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.is_figure)


def lines_of(text: Sequence[str]) -> list[Line]:
    """The lines that print something, without what stands at the head and the foot of every page."""
    pages = _without_furniture(list(_pages(text)))
    return [line for page in pages for line in page]


def _pages(text: Sequence[str]) -> Iterator[list[Line]]:
    lines: list[Line] = []
    page = 1
    for number, line in enumerate(text, 1):
        if line.startswith(PAGE_END):
            yield lines
            lines, page = [], page + 1
        if words := tuple(_words(line.removeprefix(PAGE_END), page, number)):
            lines.append(Line(number, page, words))
    yield lines


def _words(line: str, page: int, number: int) -> Iterator[Word]:
    end = 0
    for found in _WORD.finditer(line):
        yield Word(found[0], found.start(), found.end(), found.start() - end, page, number)
        end = found.end()


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without the lines that stand first or last on each of them: the same words, or a number that counts the pages."""
    pages = [[line for line in page if not (line in (page[0], page[-1]) and _PAGE_NUMBER.fullmatch(_text(line)))] for page in pages]
    while pages and not pages[-1]:
        pages = pages[:-1]
    for place in (0, -1):
        while len(pages) > 1 and all(pages) and _is_furniture([page[place] for page in pages]):
            pages = [page[1:] if place == 0 else page[:-1] for page in pages]
    return pages


def _is_furniture(lines: Sequence[Line]) -> bool:
    texts = [_text(line) for line in lines]
    if len({_NUMBER.sub("#", text) for text in texts}) > 1 or len(texts[0]) > _LONGEST_FURNITURE:
        return False
    counts = [[int(digits) for digits in _NUMBER.findall(text)[:1]] for text in texts]
    return all(after == [number + 1 for number in before] for before, after in pairwise(counts))


def _text(line: Line) -> str:
    return "".join(word.text for word in line.words)
