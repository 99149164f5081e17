"""Numbers whose digits stand on two lines of their cell, or more: a sum that holds with them shows that each is one number.

Two rows without a rule between them look the same, and their figures set one below the other add up along the row as their digits do:
1 and 2 over 3 and 4 are 13 and 24 in one row, and 4 and 6 below them 46. So along a row several numbers are in question where the first
lines add up by themselves, and the last; down a column such rows would fail the sum.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.form import form
from gouji.form.model import Form
from gouji.recognition.numbers import SPLIT_DIGITS
from gouji.recognition.witness import holds, sides_of
from gouji.report import Figure, Report


def with_whole_numbers(report: Report) -> Report:
    """The report; numbers on two lines that a sum confirms are sure."""
    parted = {name for name, figure in report.figures.items() if figure.doubts == (SPLIT_DIGITS,) and "\n" in (figure.raw or "")}
    if not parted or report.form is None:
        return report
    whole = set(_confirmed(form(report.form), report.figures, parted))
    figures = {name: replace(figure, doubts=()) if name in whole else figure for name, figure in report.figures.items()}
    return replace(report, figures=figures)


def _confirmed(used: Form, figures: Mapping[str, Figure], parted: set[str]) -> Iterator[str]:
    for identity, left, right in sides_of(used, figures):
        named = {*left, *right}
        own = named & parted
        others_sure = all(figures[name].sure for name in named - own)
        if own and others_sure and holds(left, right, figures):
            across = identity.along == "rows" and len(own) > 1
            if not (across and _may_be_rows([figures[name] for name in left], [figures[name] for name in right])):
                yield from own


def _may_be_rows(left: Sequence[Figure], right: Sequence[Figure]) -> bool:
    """Whether these may be the figures of two rows: where the sum is printed, in the first lines or the last or both, they add up to it.

    Nothing is said of lines with anything but digits.
    """
    if any(not line.isdecimal() for figure in (*left, *right) if SPLIT_DIGITS in figure.doubts for line in (figure.raw or "").split()):
        return True
    found = [_adds_up(left, right, line) for line in (0, -1)]
    return all(found) if len(right) != 1 or _lines(right[0])[1:] else any(found)


def _adds_up(left: Sequence[Figure], right: Sequence[Figure], line: int) -> bool:
    """Whether the figures' first or last lines add up; of a figure on one line nobody knows in which row it would stand."""
    reached = {Decimal(0)}
    for sign, figure in (*((1, one) for one in left), *((-1, one) for one in right)):
        lines, lone = _lines(figure), figure not in right
        added = {total + sign * lines[line] for total in reached}
        reached = added | reached if lone and len(lines) == 1 else added
    return Decimal(0) in reached


def _lines(figure: Figure) -> list[Decimal]:
    """The number on each line of the figure's cell; 0 of a blank."""
    texts = (figure.raw or "").split() if SPLIT_DIGITS in figure.doubts else []
    return [Decimal(text) for text in texts] or [figure.value or Decimal(0)]
