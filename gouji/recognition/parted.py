"""Numbers whose digits stand on two lines of their cell: a sum that holds with them shows that each is one number.

Two rows without a rule between them look the same, and their figures set one below the other add up along the row as their digits do:
1 and 2 over 3 and 4 are 13 and 24 in one row, and 4 and 6 below them 46. So along a row one number alone may be in question; down a
column such rows would fail the sum, and several may be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

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
        if own and others_sure and (identity.along == "columns" or len(own) == 1) and holds(left, right, figures):
            yield from own
