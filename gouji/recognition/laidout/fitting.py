"""Which columns the figures of a row with blanks stand in: known where their page leaves one way of placing them, and no other fits.

On a page of lines a figure that is not pushed stands right of every figure of the columns before its own, left of those of the columns
behind it, and over or under no figure of another column. A pushed one, parted from the one before by a blank or two, may belong further
right than it stands, and so may all of its row. Rows that are placed so tell more of the page; where its lines contradict each other,
none is. Headers tell nothing of where a column stands: where they run on from the text in the corner, their page has them far left of
their figures.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from gouji.form.model import Line as Column
from gouji.recognition.laidout.totals import adds_up, fails
from gouji.recognition.laidout.words import Word

_APART = 2
_CLEAR = 3  # blanks: pdftotext parts two blocks of a page by as many
_TOTAL = "total"
_FEWEST_TOTALS = 2  # that are more than nothing, each the sum of its row: one alone may be so by chance
_FEWEST_FIGURES = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure, the column that it is known to stand in, and whether it may stand too far left."""

    word: Word
    column: int
    is_pushed: bool


def fitted(rows: Mapping[int, Sequence[Word]], columns: Sequence[Column]) -> dict[int, tuple[int, ...]]:
    """The column of each figure, from 0, for each row of which that is known; `rows` are under the same headers, whole ones among them."""
    found: dict[int, tuple[int, ...]] = {}
    single = [row for row in rows.items() if row[1] and len({word.page for word in row[1]}) == 1]
    by_page = sorted(single, key=lambda row: row[1][0].page)
    for _, own in groupby(by_page, key=lambda row: row[1][0].page):
        found |= _on_page(dict(own), columns)
    return found


def _on_page(rows: Mapping[int, Sequence[Word]], columns: Sequence[Column]) -> dict[int, tuple[int, ...]]:
    found = {row: tuple(range(len(columns))) for row, words in rows.items() if len(words) == len(columns)}
    known = list(_marks(rows, found))
    totals = _totals(rows.values(), columns)
    known = [*known, *totals] if _agree([*known, *totals]) else known
    while _agree(known):
        open_rows = {row: words for row, words in rows.items() if row not in found}
        new = {row: way for row, words in open_rows.items() if (way := _only_way(words, known, len(columns)))}
        if not new:
            return {row: way for row, way in found.items() if _is_borne_out(rows[row], way, columns, known)}
        found |= new
        known += _marks(rows, new)
    return {}


def _marks(rows: Mapping[int, Sequence[Word]], ways: Mapping[int, Sequence[int]]) -> Iterator[Mark]:
    for row, way in ways.items():
        yield from (Mark(*one) for one in zip(rows[row], way, _pushed(rows[row]), strict=True))


def _pushed(words: Sequence[Word]) -> list[bool]:
    """Which figures of a row may stand too far left: all of them, where two are of one block of the page, which has columns of its own.

    A block's columns stand as close as their signs allow: 3, parted from 71 0 by four blanks, was met where other rows have a figure
    of the column before it.
    """
    block = any(word.before < _CLEAR for word in words[1:])
    return [block or word.before < _CLEAR for word in words]


def _totals(rows: Iterable[Sequence[Word]], columns: Sequence[Column]) -> list[Mark]:
    """The last figures of the rows with blanks, where all stand one below the other and each is the sum of those before it."""
    open_rows = [words for words in rows if _FEWEST_FIGURES <= len(words) < len(columns) and words[-1].before >= _APART]
    lasts = [words[-1] for words in open_rows]
    kinds = [(*columns[: len(words) - 1], columns[-1]) for words in open_rows]
    one_below_the_other = all(_over(one, other) for one, other in combinations(lasts, 2))
    hold = columns[-1].id == _TOTAL and not any(fails(words, kind) for words, kind in zip(open_rows, kinds, strict=True))
    told = sum(word.text.strip("0") != "" for word in lasts) >= _FEWEST_TOTALS
    return [Mark(words[-1], len(columns) - 1, _pushed(words)[-1]) for words in open_rows] if told and hold and one_below_the_other else []


def _agree(known: Sequence[Mark]) -> bool:
    """Whether each figure that is not pushed stands right of all those of the columns before its own."""
    clear = [mark for mark in known if not mark.is_pushed]
    ends: dict[int, int] = {}
    for mark in clear:
        ends[mark.column] = max(mark.word.stop, ends.get(mark.column, 0))
    return all(stop <= mark.word.start for mark in clear for column, stop in ends.items() if column < mark.column)


def _only_way(words: Sequence[Word], known: Sequence[Mark], count: int) -> tuple[int, ...]:
    """The one way of placing the words in columns from left to right; none where there are several."""
    bounds = [_bounds(word, pushed, known, count) for word, pushed in zip(words, _pushed(words), strict=True)]
    if words[0].before < _CLEAR:  # of one block with its label, which, if it is long, takes all that is pushed further right
        bounds = [(0, count - 1) if pushed else own for pushed, own in zip(_pushed(words), bounds, strict=True)]
    ways = [
        way
        for way in combinations(range(count), len(words))
        if all(low <= column <= high for column, (low, high) in zip(way, bounds, strict=True))
    ]
    return ways[0] if len(ways) == 1 else ()


def _bounds(word: Word, pushed: bool, known: Sequence[Mark], count: int) -> tuple[int, int]:
    """The first and the last column that the word can stand in."""
    clear = [mark for mark in known if not mark.is_pushed]
    low = max((mark.column for mark in clear if mark.word.stop <= word.start), default=0)
    if pushed:
        return low, count - 1
    # A pushed one may belong further right, so this one is of no column behind it, but may be of any before (met in pdftotext: a total
    # pushed left by the figure before it stands where it would stand alone, or where, in a row with blanks, the figure before it does).
    own = [mark for mark in known if _over(mark.word, word)]
    high = min((mark.column for mark in known if mark.word.start >= word.stop), default=count - 1)
    first = min((mark.column for mark in own if not mark.is_pushed), default=low)
    return max(low, first), min(high, max((mark.column for mark in own), default=high))


def _is_borne_out(words: Sequence[Word], way: Sequence[int], columns: Sequence[Column], known: Sequence[Mark]) -> bool:
    """Whether no total fails and no word beside a blank may be two figures that ran together: its row adds up, or there is room."""
    by_column = dict(zip(way, words, strict=True))
    if fails([by_column.get(number) for number in range(len(columns))], columns):
        return False
    beside = [(number, pair) for number in way for pair in ((number - 1, number), (number, number + 1))]
    open_pairs = [(number, pair) for number, pair in beside if sum(column in by_column for column in pair) == 1 and pair[0] >= 0]
    at_risk = [(by_column[number], pair) for number, pair in open_pairs if pair[1] < len(columns) and len(by_column[number].text) > 1]
    return adds_up(words, [columns[number] for number in way]) or all(_has_room(word, pair, known) for word, pair in at_risk)


def _has_room(word: Word, pair: tuple[int, int], known: Sequence[Mark]) -> bool:
    """Whether two figures as long together stand apart in these columns on some line."""
    left, right = ({mark.word.line: mark.word for mark in known if mark.column == column} for column in pair)
    lines = left.keys() & right.keys()
    return any(right[line].before >= _APART and len(left[line].text) + len(right[line].text) >= len(word.text) for line in lines)


def _over(one: Word, other: Word) -> bool:
    return one.start < other.stop and other.start < one.stop
