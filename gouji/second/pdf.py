"""A PDF the second way: letters into words by baseline and gap, words into rows by what stands beside the figures; no rules."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gouji.second.letters import Letter, pages_of
from gouji.second.rows import Row, is_figure

_GAP = 0.35  # of a letter's size, between two words where one may be a figure; digits of one number stand closer
_GAP_OF_WORDS = 1.2  # Chinese signs stand further apart in justified lines
_SAME_LINE = 0.4
_REACH = 3.0  # letters of a label that far above or below its figures, where no neighbour tells
_MOST_LINES = 8
_COLUMNS = 7  # of Table 3: where some of a row's seven cells are blank the full rows tell which
_SLACK = 0.5
_HEADS = 14.0  # the heads of Table 4 are no higher than so many letters


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that stand close on one baseline."""

    text: str
    x0: float
    x1: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class _Run:
    """The figures at the end of a line."""

    words: tuple[Word, ...]

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def x0(self) -> float:
        return self.words[0].x0


def pdf_rows(data: bytes, pages: Collection[int]) -> Iterator[Row]:
    """The rows of figures on these pages; a row with blanks once as printed and once spread over the columns."""
    read = [_words(letters) for letters in pages_of(data, pages)]
    runs = [list(_runs(words)) for words in read]
    columns = _columns([run for words, found in zip(read, runs, strict=True) for run in found if _is_full(run, words)])
    above: list[Word] = []
    for words, found in zip(read, runs, strict=True):
        torn = _torn(found)
        for number, run in enumerate(found):
            if number in torn:
                continue
            labels, heads = _labels(words, found, number), _heads(words, found, number)
            values, perhaps = tuple(word.text for word in run.words), _perhaps(words, found, number)
            yield Row(labels, values, _across([*(above if number == 0 else ()), *heads]), perhaps)
            if spread := _spread(run, columns, words):
                yield Row(labels, spread, perhaps=perhaps)
        above = _heads(words, found, len(found))


def _words(letters: Sequence[Letter]) -> list[Word]:
    return [word for line in _lines(letters) for word in _parted(sorted(line, key=lambda letter: letter.x0))]


def _lines(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    line: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: letter.base):
        if line and letter.base - line[0].base > _SAME_LINE * line[0].size:
            yield line
            line = []
        line.append(letter)
    if line:
        yield line


def _parted(line: Sequence[Letter]) -> Iterator[Word]:
    word = [line[0]]
    for before, letter in pairwise(line):
        figures = is_figure(before.text) or is_figure(letter.text)
        if letter.x0 - before.x1 > (_GAP if figures else _GAP_OF_WORDS) * max(before.size, letter.size):
            yield _word(word)
            word = []
        word.append(letter)
    yield _word(word)


def _word(letters: Sequence[Letter]) -> Word:
    first = letters[0]
    return Word("".join(x.text for x in letters), first.x0, letters[-1].x1, median(x.base for x in letters), first.size)


def _runs(words: Sequence[Word]) -> Iterator[_Run]:
    """The figures that end a line, line by line downwards; `words` come in that order."""
    lines: list[list[Word]] = []
    for word in words:
        if lines and word.x0 > lines[-1][-1].x0 and _level(word, lines[-1][-1]):
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        start = max((number for number, word in enumerate(line, 1) if not is_figure(word.text)), default=0)
        if line[start:]:
            yield _Run(tuple(line[start:]))


def _torn(runs: Sequence[_Run]) -> set[int]:
    """The runs above or below which a piece of a number stands that a narrow cell broke: nearer than the nearest two full rows."""
    full = [run.base for run in runs if len(run.words) == _COLUMNS]
    pitch = min((below - above for above, below in pairwise(full)), default=0.0)
    near = [number for number, (above, below) in enumerate(pairwise(runs)) if below.base - above.base < pitch - _SLACK]
    return {side for number in near for side in (number, number + 1)}


def _labels(words: Sequence[Word], runs: Sequence[_Run], number: int) -> tuple[str, ...]:
    """The words left of the figures, nearer to them than to any other; the column next to the figures last."""
    top, bottom = _band(runs, number)
    return _by_column([w for w in _beside(words, runs[number]) if top < w.base <= bottom])


def _perhaps(words: Sequence[Word], runs: Sequence[_Run], number: int) -> tuple[str, ...]:
    """What any lines left of the figures say that begin above or beside them and end beside or below, no other figures between.

    Rows are of unequal height and figures stand at the top, the middle or the foot of theirs: what is nearer does not always tell.
    """
    run = runs[number]
    slack = run.words[0].size * _SAME_LINE
    above = runs[number - 1].base if number else run.base - _HEADS * run.words[0].size
    below = runs[number + 1].base if number + 1 < len(runs) else run.base + _HEADS * run.words[0].size
    beside = [word for word in _beside(words, run) if above - slack < word.base < below + slack]
    level = [word.base for word in beside if abs(word.base - run.base) <= slack]
    starts = sorted({word.base for word in beside if word.base <= min(level, default=run.base)})[-_MOST_LINES:]
    ends = sorted({word.base for word in beside if word.base >= max(level, default=run.base)})[:_MOST_LINES]
    found = (_by_column([w for w in beside if start <= w.base <= end]) for start in starts for end in ends if start <= end)
    return tuple(dict.fromkeys(columns[-1] for columns in found if columns))


def _beside(words: Sequence[Word], run: _Run) -> list[Word]:
    """The words left of the figures, without those that have words beside them over the figures: heads."""
    heads = [w for w in words if w.x1 > run.x0 and not is_figure(w.text)]
    return [w for w in words if w.x1 <= run.x0 and not any(_level(w, head) for head in heads)]


def _by_column(words: Sequence[Word]) -> tuple[str, ...]:
    """What stands in each column, from left to right, read downwards."""
    columns: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.x0):
        if columns and word.x0 < max(w.x1 for w in columns[-1]):
            columns[-1].append(word)
        else:
            columns.append([word])
    return tuple("".join(w.text for w in sorted(column, key=lambda w: (w.base, w.x0))) for column in columns)


def _level(one: Word, other: Word) -> bool:
    return abs(one.base - other.base) <= _SAME_LINE * one.size


def _band(runs: Sequence[_Run], number: int) -> tuple[float, float]:
    """From half way to the figures above to half way to those below."""
    base, reach = runs[number].base, _REACH * runs[number].words[0].size
    up = (base - runs[number - 1].base) / 2 if number else reach
    down = (runs[number + 1].base - base) / 2 if number + 1 < len(runs) else reach
    return base - min(up, reach), base + min(down, reach)


def _heads(words: Sequence[Word], runs: Sequence[_Run], number: int) -> list[Word]:
    """The words between these figures and those above; before the first and after the last of a page, all that is near."""
    top = runs[number - 1].base if number else float("-inf")
    bottom = runs[number].base if number < len(runs) else float("inf")
    near = bottom - _HEADS * runs[number].words[0].size if number < len(runs) else top
    return [word for word in words if max(top, near) < word.base < bottom]


def _across(words: Sequence[Word]) -> str:
    """The words letter by letter from left to right: heads broken into lines stand one below the other."""
    placed = [
        (word.x0 + (word.x1 - word.x0) * (number + 0.5) / len(word.text), sign) for word in words for number, sign in enumerate(word.text)
    ]
    return "".join(sign for _, sign in sorted(placed))


def _is_full(run: _Run, words: Sequence[Word]) -> bool:
    """Whether all columns are printed, beside a label: seven of Table 4's fifteen figures, the others blank, have none."""
    return len(run.words) == _COLUMNS and bool(_beside(words, run))


def _columns(full: Sequence[_Run]) -> list[float]:
    return [median(middles) for middles in zip(*([word.middle for word in run.words] for run in full), strict=True)]


def _spread(run: _Run, columns: Sequence[float], words: Sequence[Word]) -> tuple[str, ...]:
    """The figures with a blank for each column that has none.

    Nothing where one stands under no column, or under two: run together; or where words of the line, as a label that runs into its figure,
    reach under a column without one.
    """
    if not columns or len(run.words) >= len(columns):
        return ()
    width = min(after - before for before, after in pairwise(columns))
    cells = [""] * len(columns)
    for word in run.words:
        nearest = min(range(len(columns)), key=lambda number: abs(columns[number] - word.middle))
        under = sum(word.x0 < column < word.x1 for column in columns)
        if cells[nearest] or under > 1 or abs(columns[nearest] - word.middle) > width / 2:
            return ()
        cells[nearest] = word.text
    beside = [word for word in words if word not in run.words and _level(word, run.words[0])]
    reached = any(word.x0 < column < word.x1 for cell, column in zip(cells, columns, strict=True) if not cell for word in beside)
    return () if reached else tuple(cells)
