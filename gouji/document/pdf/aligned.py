"""Tables ruled between their rows only: their columns are where no row has text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gouji.document.doubts import is_figure
from gouji.document.pdf.characters import Char
from gouji.document.pdf.frame import Box
from gouji.document.pdf.lattice import touching
from gouji.document.pdf.lines import words_of
from gouji.document.pdf.rules import Rule, Rules

_HEADING = re.compile(r"[一二三四五六七]、")
_PLACES = 16
Word = tuple[str, Box]

_SAME_EDGE = 3.0
_FEWEST_RULES = 3
_TALLEST_ROW = 250.0
_SHORTEST_RULE = 100.0
_NARROWEST = 3.0  # between two columns
_ENOUGH = 0.75  # of the figures in the fullest rows


def with_columns(rules: Rules, chars: Sequence[Char]) -> tuple[Rules, list[Box]]:
    """The rules, those added that text leaves room for where a table has none between its columns; and the boxes of such tables."""
    tables = list(_open_tables(rules))
    if not tables:
        return rules, []
    words = list(words_of(chars))
    tables = [part for table in tables for part in _parted(table, words)]
    found = [(table, list(_columns(table, words))) for table in tables]
    boxes = [(min(r.start for r in table), table[0].at, table[0].end, table[-1].at) for table, added in found if added]
    return Rules(rules.level, [*rules.upright, *(rule for _, added in found for rule in added)]), boxes


def _open_tables(rules: Rules) -> Iterator[list[Rule]]:
    """The level rules of each table that has no upright one inside, top down."""
    rows: list[Rule] = []
    for part in touching(rules):
        if part.level and not _has_columns(part):
            rows.extend(rule for rule in part.level if rule.end - rule.start >= _SHORTEST_RULE)
    while rows:
        end = rows[0].end
        table = sorted(rule for rule in rows if abs(rule.end - end) <= _SAME_EDGE)
        rows = [rule for rule in rows if abs(rule.end - end) > _SAME_EDGE]
        yield from (run for run in _runs(table) if len(run) >= _FEWEST_RULES)


def _has_columns(part: Rules) -> bool:
    left, right = min(rule.start for rule in part.level), max(rule.end for rule in part.level)
    return any(left + _SAME_EDGE < rule.at < right - _SAME_EDGE for rule in part.upright)


def _runs(table: list[Rule]) -> Iterator[list[Rule]]:
    run: list[Rule] = []
    for rule in table:
        if run and rule.at - run[-1].at > _TALLEST_ROW:
            yield run
            run = []
        run.append(rule)
    yield run


def _parted(table: list[Rule], words: Sequence[Word]) -> Iterator[list[Rule]]:
    """The table, or the tables before and after the headings that stand between two of its rules."""
    left, right, first = min(rule.start for rule in table), table[0].end, 0
    for number, (above, below) in enumerate(pairwise(table), 1):
        texts = [text for text, box in words if _stands_in(box, left, above.at, right, below.at)]
        if texts and _HEADING.match(texts[0]) and not any(is_figure(text) for text in texts):
            yield table[first:number]
            first = number
    yield table[first:]


def _columns(table: list[Rule], words: Sequence[Word]) -> Iterator[Rule]:
    """An upright rule in each row and between each two columns where no word stands in the way."""
    heights = [rule.at for rule in table]
    left, right = min(rule.start for rule in table), table[0].end
    rows = [[word for word in words if _stands_in(word[1], left, top, right, bottom)] for top, bottom in pairwise(heights)]
    edges = [*_between_figures(rows), *{rule.start for rule in table if rule.start > left + _SAME_EDGE}]
    if not edges:
        return
    for edge in (left, *edges, right):
        for (top, bottom), row in zip(pairwise(heights), rows, strict=True):
            if not _crossed(row, edge):
                yield Rule(edge, top, bottom)


def _crossed(row: Sequence[Word], edge: float) -> bool:
    return any(box[0] < edge < box[2] for _, box in row)


def _stands_in(box: Box, left: float, top: float, right: float, bottom: float) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return left <= x <= right and top <= y <= bottom


def _between_figures(rows: Sequence[Sequence[Word]]) -> Iterator[float]:
    """A place between each two columns of figures, by the rows that have most of them, and before the first.

    It stands where fewest other rows have a word across: headers are wider than figures.
    """
    figures = [[box for text, box in row if is_figure(text) or (len(text) == 1 and not text.isalpha())] for row in rows]
    most = max((len(row) for row in figures), default=0)
    full = [number for number, row in enumerate(figures) if row and len(row) >= _ENOUGH * most]
    if not full:
        return
    first = min(box[0] for number in full for box in figures[number])
    sides = sorted((box[0], box[2]) for number in full for _, box in rows[number])
    reach = sides[0][1]
    for start, end in sides[1:]:
        if start - reach >= _NARROWEST and start >= first - _SAME_EDGE:
            places = [reach + (start - reach) * part / _PLACES for part in range(1, _PLACES)]
            yield min(places, key=lambda x: (sum(_crossed(row, x) for row in rows), abs(2 * x - reach - start)))
        reach = max(reach, end)
