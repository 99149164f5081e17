"""Which columns the figures of a row with blanks stand in, by what stands on their page."""

import re

from gouji.form import form
from gouji.recognition.laidout.fitting import fitted
from gouji.recognition.laidout.words import Word

COLUMNS = form("2021").table("applications").blocks[0].columns


def words(number: int, line: str) -> list[Word]:
    """The figures of a line, each where it stands; the first stands apart from its label."""
    found: list[Word] = []
    for match in re.finditer(r"\S+", line):
        before = match.start() - found[-1].stop if found else 2
        found.append(Word(match.group(), match.start(), match.end(), before, 1, number))
    return found


def placed(*lines: str) -> tuple[int, ...] | None:
    """The columns of the last line's figures, None where they are not known."""
    rows = {number: words(number, line) for number, line in enumerate(lines)}
    return fitted(rows, [], COLUMNS).get(len(lines) - 1)


def test_a_figure_that_stands_under_those_of_one_column_is_of_that_column() -> None:
    assert placed("0  0  0     0   0  0  0", "2  0  0     0   0     2") == (0, 1, 2, 3, 4, 6)


def test_a_figure_under_a_pushed_one_of_another_column_may_be_of_either() -> None:
    assert placed("0  0  0     0   0   11 0", "0  0  0     0   0  0 0", "0  0  0     0   0    0") is None
