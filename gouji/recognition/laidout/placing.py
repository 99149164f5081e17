"""Which column each figure of a row stands in: by count where there is one for each, else by where it stands in its line.

Programs that lay a page out in lines mostly keep the order of what stands side by side: a figure that stands over another of a whole row
of the same page, and over none of any other column, is of the same column. Only the first of a run parted by single blanks stands where
it should, the others are pushed. Now and then two change places (met in pdftotext where a paragraph follows close on the last row): then
one of them stands over another column than its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import or_

from gouji.form.model import Line as Column
from gouji.recognition.laidout.totals import adds_up, fails, may_be_torn, may_have_changed_places
from gouji.recognition.laidout.words import Word

_APART = 2
_FAR = 4  # blanks: no program was met that set figures so far from their places


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known to stand in each column: a line of words for the columns, None where it has none."""

    lines: Sequence[Sequence[Word | None]]

    def column(self, word: Word, count: int) -> int | None:
        """The one column in which this figure can stand; None where that is not clear."""
        found = [number for number in range(count) if any(_over(word, mark) for mark in self._of(word, number))]
        if len(found) != 1 or word.before < _APART:
            return None
        own = found[0]
        left = [mark for number in range(own) for mark in self._of(word, number)]
        right = [mark for number in range(own + 1, count) for mark in self._of(word, number)]
        ordered = all(mark.stop <= word.start for mark in left) and all(mark.start >= word.stop for mark in right)
        beside = [pair for pair in ((own - 1, own), (own, own + 1)) if pair[0] >= 0 and pair[1] < count]
        return own if ordered and all(self._has_room(word, *pair) for pair in beside) else None

    def bear_out(self, row: Sequence[Word], columns: Sequence[Column]) -> bool:
        """Whether no two figures of the row changed places, as far as their page tells.

        Where they did, the one that stands too far left is under the heading of the column that it is really of, the other pushed
        against it. A row alone on its page is sure where none is pushed and its totals are those of the figures before them, or where all
        stand far apart; and any row whose figures are alike.
        """
        pages = {mark.page for line in self.lines if line is not row for mark in line if mark}
        apart = min((word.before for word in row[1:]), default=_FAR)
        alone = apart >= (_APART if adds_up(row, columns) else _FAR)
        alike = len({word.text for word in row}) == 1
        told = (alone or all(word.page in pages for word in row)) and not self._changed_places(row, columns)
        return alike or (told and (not fails(row, columns) or self._are_told(row) or not self._may_be_damaged(row, columns, apart)))

    def _may_be_damaged(self, row: Sequence[Word], columns: Sequence[Column], apart: int) -> bool:
        """Whether a total that fails may be the page's fault.

        Figures that stand close may be torn. Two may have changed places wherever they stand: one close below a header that is set
        from top to bottom moves with it (met in pdftotext), and the row looks as if nothing had happened.
        """
        return (apart < _APART and may_be_torn(row, columns)) or may_have_changed_places(row, columns)

    def _changed_places(self, row: Sequence[Word], columns: Sequence[Column]) -> bool:
        """Whether a figure stands under the next column, that of a figure pushed against it; also under its own, where no total holds."""
        pushed = [number for number, word in enumerate(row[1:]) if word.before < _APART <= row[number].before]
        moved = [number for number in pushed if any(_over(row[number], mark) for mark in self._of(row[number], number + 1))]
        own = [any(_over(row[number], mark) for mark in self._of(row[number], number) if mark not in row) for number in moved]
        return bool(moved) and not (all(own) and adds_up(row, columns))

    def _are_told(self, row: Sequence[Word]) -> bool:
        """Whether the figures stand in their columns, of any two side by side one at least for sure."""
        places = [self.column(word, len(row)) for word in row]
        known = [place is not None for place in places]
        return all(place in (None, number) for number, place in enumerate(places)) and all(map(or_, known, known[1:]))

    def middle(self, word: Word, number: int) -> float | None:
        """Where the column lies on the word's page; None where nothing of it stands there."""
        own = [mark for line in self.lines if (mark := line[number]) is not None and mark.page == word.page]
        return sum(mark.start + mark.stop for mark in own) / (2 * len(own)) if own else None

    def _of(self, word: Word, number: int) -> list[Word]:
        marks = [line[number] for line in self.lines]
        return [mark for mark in marks if mark is not None and mark.page == word.page and mark.before >= _APART]

    def _has_room(self, word: Word, one: int, other: int) -> bool:
        """Whether two figures as long together stand apart in these columns: else this one may be both, run together."""
        pairs = [(line[one], line[other]) for line in self.lines]
        return any(
            a is not None and b is not None and a.page == word.page and b.before >= _APART and len(a.text) + len(b.text) >= len(word.text)
            for a, b in pairs
        )


def _over(one: Word, other: Word) -> bool:
    return one.start < other.stop and other.start < one.stop


def placed(words: Sequence[Word], columns: Sequence[Column], marks: Marks, way: Sequence[int] = ()) -> tuple[Sequence[Word | None], bool]:
    """The figure of each column, None for a blank, and whether that is sure; `way` are their columns where their page tells them all.

    What is not sure stands in the columns that lie nearest, else from the first column on, a last figure that is the sum of the others in
    the last.
    """
    count = len(columns)
    if count == 1 and len(words) <= 1:
        return words or [None], True
    apart = [piece for word in words for piece in _without_leading_zeros(word)]
    if len(words) < len(apart) == count and adds_up(apart, columns):
        return apart, marks.bear_out(apart, columns)
    if len(words) == count or not words:
        return (words, marks.bear_out(words, columns)) if words else ([None] * count, True)
    known = _by_those_beside([marks.column(word, count) for word in words], count)
    if len(known) == len(words):
        own = _in_columns(known, words, count)
        return own, not fails(own, columns)
    if way:
        return _in_columns(way, words, count), True
    if 1 < len(words) < count and adds_up(words, [*columns[: len(words) - 1], columns[-1]]):
        return [*words[:-1], *[None] * (count - len(words)), words[-1]], False
    nearest = _nearest(words[:count], [marks.middle(words[0], number) for number in range(count)])
    return [nearest.get(number) for number in range(count)], False


def _without_leading_zeros(word: Word) -> Iterator[Word]:
    """The word's figures, where it has run together with zeros before it: no number begins with one (03)."""
    zeros = len(word.text) - len(word.text.lstrip("0"))
    if not word.text.isdecimal() or len(word.text) == 1 or not zeros:
        yield word
        return
    last = min(zeros, len(word.text) - 1)
    yield from (word.piece(place, "0") for place in range(last))
    yield word.piece(last, word.text[last:])


def _in_columns(places: Sequence[int], words: Sequence[Word], count: int) -> list[Word | None]:
    by_column = dict(zip(places, words, strict=True))
    return [by_column.get(number) for number in range(count)]


def _by_those_beside(places: Sequence[int | None], count: int) -> list[int]:
    """The places, those that are not known where as many columns are left between those beside them; none where they are in no order."""
    found: list[int] = []
    for number, place in enumerate([*places, count]):
        if place is None:
            continue
        start = found[-1] + 1 if found else 0
        left = number - len(found)
        if place < start or left not in (0, place - start):
            return []
        found += range(place - left, place + 1)
    return found[:-1]


def _nearest(words: Sequence[Word], middles: Sequence[float | None]) -> dict[int, Word]:
    """The words in the columns that lie nearest, each right of the one before; from the first on where not all columns are known."""
    known = [middle for middle in middles if middle is not None]
    if len(known) < len(middles):
        return dict(enumerate(words))
    best: dict[int, tuple[float, dict[int, Word]]] = {-1: (0.0, {})}  # by the last column taken
    for word in words:
        centre = (word.start + word.stop) / 2
        reached: dict[int, tuple[float, dict[int, Word]]] = {}
        for last, (cost, own) in best.items():
            for number in range(last + 1, len(known)):
                further = cost + abs(centre - known[number])
                if number not in reached or further < reached[number][0]:
                    reached[number] = (further, {**own, number: word})
        best = reached
    return min(best.values(), key=lambda found: found[0])[1]
