"""Which figures stand in sums that do not hold: only what makes a second reading worth its time, never a verdict."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from gouji.form import form
from gouji.form.model import Form, Identity
from gouji.report import Figure, Report, State

_NOTHING = Decimal(0)


class _Sum(NamedTuple):
    """An identity as it is asked of one row or column: the figures on both its sides, by name."""

    left: Sequence[str]
    right: Sequence[str]
    at_most: bool


def unbalanced(report: Report) -> list[Figure]:
    """The printed figures of every identity that the report does not keep, in the form's order."""
    if report.form is None:
        return []
    doubled = set(_with_items(report, form(report.form)))
    values = {name: _value(figure) for name, figure in report.figures.items() if name not in doubled}
    found = {name for asked in _sums(report.form) if not _holds(asked, values) for name in (*asked.left, *asked.right)} - doubled
    return [figure for figure in report.figures.values() if figure.id in found and figure.state is not State.ABSENT]


@cache
def _sums(name: str) -> tuple[_Sum, ...]:
    """Each identity of the form with each row or column that it is asked of: the same for every report."""
    return tuple(
        _Sum(_side(one, one.left, unit), _side(one, one.right, unit), one.relation == "at-most") for one, unit in _asked(form(name))
    )


def _asked(of: Form) -> Iterator[tuple[Identity, str]]:
    for identity in of.identities.values():
        table = of.table(identity.table)
        units = table.blocks[0].columns if identity.along == "columns" else table.rows()
        yield from ((identity, unit.id) for unit in units if identity.rows is None or unit.id in identity.rows)


def _side(identity: Identity, terms: Sequence[str], unit: str) -> list[str]:
    return [f"{identity.table}.{unit}.{t}" if identity.along == "rows" else f"{identity.table}.{t}.{unit}" for t in terms]


def _with_items(report: Report, of: Form) -> Iterator[str]:
    """The figures of rows that stand for others which the report prints too: only those count."""
    for table in of.tables:
        if reading := report.tables.get(table.id):
            rows = (row for row in table.rows() if any(item in reading.rows for item in row.instead_of))
            yield from (f"{table.id}.{row.id}.{column.id}" for row in rows for column in table.columns_of(row.id))


def _value(figure: Figure) -> Decimal:
    return figure.value if figure.state is State.NUMBER and figure.value is not None else _NOTHING


def _holds(asked: _Sum, values: dict[str, Decimal]) -> bool:
    left, right = (sum((values.get(name, _NOTHING) for name in side), _NOTHING) for side in (asked.left, asked.right))
    return left <= right if asked.at_most else left == right
