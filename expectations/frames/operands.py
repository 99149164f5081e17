"""The figures that one sum of a report is made of, and whether it can be judged where one of them is no number."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from functools import cached_property

from expectations.frames.kind import Case
from gouji.form.model import FormTable, Identity
from gouji.report import Figure, State

_EXACT = Context(prec=400)  # cells run together print more digits than a Decimal's usual 28


@dataclass(frozen=True)
class Operands:
    """The figures of one identity in one row or column of a report."""

    identity: Identity
    unit: str
    left: tuple[Figure, ...]
    right: tuple[Figure, ...]

    @cached_property
    def all(self) -> tuple[Figure, ...]:
        return self.left + self.right

    def difference(self) -> Decimal:
        """Left minus right as printed, what is no number left out."""
        with localcontext(_EXACT):
            return total(self.left) - total(self.right)


def operands_of(case: Case, identity: Identity, unit: str) -> Operands:
    """The figures of the identity in this row or column of the report; a row that stands for others in their place."""
    return Operands(identity, unit, _side(case, identity, identity.left, unit), _side(case, identity, identity.right, unit))


def _side(case: Case, identity: Identity, terms: Sequence[str], unit: str) -> tuple[Figure, ...]:
    if identity.along == "rows":
        return tuple(case.figure(f"{identity.table}.{unit}.{term}") for term in terms)
    left_out = spared(case, identity.table)
    return tuple(case.figure(f"{identity.table}.{term}.{unit}") for term in terms if term not in left_out)


def spared(case: Case, table: str) -> set[str]:
    """The rows that count nothing because another stands for them: （六） where it is split, its items where it is not."""
    found: set[str] = set()
    for row in case.form.table(table).rows():
        if row.instead_of:
            found |= set(row.instead_of) if merged(case, table, row.id, row.instead_of) else {row.id}
    return found


def merged(case: Case, table: str, row: str, items: Sequence[str]) -> bool:
    """Whether the report has this row and none of the rows that it stands for."""
    rows = case.report.tables[table].rows
    return row in rows and not any(item in rows for item in items)


def units(case: Case, identity: Identity) -> list[str]:
    """The rows or columns of which the identity is asked."""
    return units_of(case.form.table(identity.table), identity, spared(case, identity.table))


def units_of(table: FormTable, identity: Identity, left_out: Set[str]) -> list[str]:
    """The same where these rows count nothing."""
    if identity.along == "columns":
        return [column.id for column in table.blocks[0].columns]
    return [row.id for row in table.rows() if row.id not in left_out and row.id in (identity.rows or (row.id,))]


def total(figures: Sequence[Figure]) -> Decimal:
    """The sum of what is a number, to the last digit."""
    with localcontext(_EXACT):
        return sum((f.value for f in figures if f.state is State.NUMBER and f.value is not None), Decimal(0))


def why_not(case: Case, operands: Operands) -> str | None:
    """Why this sum cannot be judged, None where it can."""
    missing = {figure.id for figure in operands.all if figure.id not in case.numbers}
    if not missing:
        return None
    if any(figure.state is State.ABSENT for figure in operands.all):
        return "absent"
    if operands.identity.relation == "at-most":
        return "not-all-numbers"
    if len(operands.right) == 1 and operands.right[0].id in missing:
        return "no-total"
    if operands.difference() == 0 or _exceeds(operands.left, operands.right, missing) or _exceeds(operands.right, operands.left, missing):
        return None
    return "not-all-numbers"


def _exceeds(parts: Sequence[Figure], whole: Sequence[Figure], missing: Set[str]) -> bool:
    """Whether the surely read parts alone are more than a whole that was read completely."""
    if any(figure.id in missing or (len(whole) > 1 and not figure.sure) for figure in whole):
        return False
    return total([figure for figure in parts if figure.sure and figure.id not in missing]) > total(whole)
