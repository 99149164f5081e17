"""Which columns the figures of a row with blanks stand in, by what stands on their page."""

import re
from dataclasses import replace

from gouji.form import form
from gouji.recognition.laidout.fitting import fitted
from gouji.recognition.laidout.words import Word

COLUMNS = form("2021").table("applications").blocks[0].columns


def words(number: int, line: str) -> list[Word]:
    """The figures of a line, each where it stands; the first stands apart from its label."""
    found: list[Word] = []
    for match in re.finditer(r"\S+", line):
        before = match.start() - found[-1].stop if found else 3
        found.append(Word(match.group(), match.start(), match.end(), before, 1, number))
    return found


def placed(*lines: str, label: int = 3) -> tuple[int, ...] | None:
    """The columns of the last line's figures, None where they are not known; its first stands so many blanks from its label."""
    rows = {number: words(number, line) for number, line in enumerate(lines)}
    last = len(lines) - 1
    rows[last][0] = replace(rows[last][0], before=label)
    return fitted(rows, COLUMNS).get(last)


def test_a_figure_that_stands_under_those_of_one_column_is_of_that_column() -> None:
    assert placed("0   0   0     0   0   0   0", "2   0   0     0   0       2") == (0, 1, 2, 3, 4, 6)


def test_a_figure_under_a_pushed_one_of_another_column_may_be_of_either() -> None:
    assert placed("0  0  0     0   0   11 0", "0  0  0     0   0  0 0", "0  0  0     0   0    0") is None


def test_a_figure_over_one_that_may_stand_too_far_left_may_be_of_a_column_before() -> None:
    whole = "6461 943 34 84 221 74 7817"
    assert placed(whole, "0     0    0    0   0    0") is None


def test_rows_some_of_whose_figures_are_of_one_block_tell_nothing_of_where_a_column_stands() -> None:
    above = ("6461 943 34 84 221 74 7817", "279 71 0    3   19 3 375")
    assert placed(*above, "0     0    0    0   0    0") is None


def test_a_row_that_its_label_pushed_tells_nothing_but_what_stands_apart_from_it() -> None:
    above = "0   0   0     0   0   0   0"
    assert placed(above, "    3             0   0   3") == (1, 4, 5, 6)
    assert placed(above, "    3             0   0   3", label=1) is None
    assert placed(above, "3   2         0   0   0   5", label=1) == (0, 1, 3, 4, 5, 6)
