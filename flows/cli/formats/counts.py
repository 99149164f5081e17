"""How much of a form was read."""

from dataclasses import dataclass

from gouji.form import form, lines_of
from gouji.report import Report, State


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures read of those asked for; how many of them doubtful, blank or a mark."""

    read: int
    asked: int
    doubtful: int
    blank: int
    mark: int


def counts_of(report: Report) -> Counts:
    """Of the figures that this report has to have: where one row stands for several, of that row."""
    asked = _asked(report)
    present = [figure for name, figure in report.figures.items() if name in asked and figure.state is not State.ABSENT]
    seen = [figure for figure in present if figure.state is not State.UNREADABLE]
    doubtful = sum(not figure.sure or figure.state is State.UNREADABLE for figure in present)
    states = [figure.state for figure in seen]
    return Counts(len(seen), len(asked), doubtful, states.count(State.BLANK), states.count(State.MARK))


def _asked(report: Report) -> set[str]:
    if report.form is None:
        return set()
    the_form = form(report.form)
    asked = set(the_form.figure_ids())
    for figure in report.figures.values():
        row = lines_of(the_form.name, figure.id)[0]
        if row.instead_of and figure.state is not State.ABSENT:
            asked.add(figure.id)
            asked -= {f"{figure.table}.{name}.{figure.column}" for name in row.instead_of}
    return asked
