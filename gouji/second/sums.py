"""Which figures stand in sums that do not hold: only what makes a second reading worth its time, never a verdict."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.form import form
from gouji.form.model import Form, Identity
from gouji.report import Figure, Report, State


def unbalanced(report: Report) -> list[Figure]:
    """The printed figures of every identity that the report does not keep, in the form's order."""
    if report.form is None:
        return []
    found = {figure.id for identity, unit in _asked(form(report.form)) for figure in _broken(report, identity, unit)}
    return [figure for figure in report.figures.values() if figure.id in found and figure.state is not State.ABSENT]


def _asked(of: Form) -> Iterator[tuple[Identity, str]]:
    """Each identity with each row or column that it is asked of."""
    for identity in of.identities.values():
        table = of.table(identity.table)
        units = table.blocks[0].columns if identity.along == "columns" else table.rows()
        yield from ((identity, unit.id) for unit in units if identity.rows is None or unit.id in identity.rows)


def _broken(report: Report, identity: Identity, unit: str) -> Sequence[Figure]:
    left, right = (_side(report, identity, terms, unit) for terms in (identity.left, identity.right))
    difference = _total(left) - _total(right)
    holds = difference <= 0 if identity.relation == "at-most" else difference == 0
    return () if holds else (*left, *right)


def _side(report: Report, identity: Identity, terms: Sequence[str], unit: str) -> list[Figure]:
    names = [f"{identity.table}.{unit}.{t}" if identity.along == "rows" else f"{identity.table}.{t}.{unit}" for t in terms]
    return [figure for name in names if (figure := report.figures.get(name)) and not _has_items(report, figure)]


def _has_items(report: Report, figure: Figure) -> bool:
    """Whether the figure's row stands for others that the report prints too: only those count."""
    assert report.form is not None
    instead_of = form(report.form).table(figure.table).row(figure.row).instead_of
    reading = report.tables.get(figure.table)
    return reading is not None and any(item in reading.rows for item in instead_of)


def _total(figures: Sequence[Figure]) -> Decimal:
    return sum((figure.value for figure in figures if figure.state is State.NUMBER and figure.value is not None), Decimal(0))
