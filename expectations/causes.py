"""What one cause breaks, brought together: several violations of one report that one change of its figures would mend."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from expectations.frames import FRAMES
from expectations.frames.identities import IdentityFrame
from expectations.frames.kind import Case
from expectations.frames.meant import claim_of
from expectations.frames.operands import Operands, operands_of, total
from expectations.frames.tabled import quantity_of
from expectations.verdicts import Violation
from gouji.narrative.claim import Scope
from gouji.report import Figure, State

# What makes all cells of a row doubtful at once: its sums fail together, column by column.
_OF_A_ROW = ("short-row", "row-twice", "split-row")
Changes = Mapping[str, Decimal]


@dataclass(frozen=True)
class Sum:
    """A violated sum: its figures, and by how much its left side is more than its right."""

    violation: Violation
    operands: Operands
    difference: Decimal

    @property
    def name(self) -> str:
        return self.violation.rule.name

    @property
    def unit(self) -> str:
        return self.operands.unit

    def mended_by(self, changes: Changes) -> bool:
        """Whether the sum would hold if these figures changed by so much."""
        left = sum((changes.get(f.id, Decimal(0)) for f in self.operands.left), Decimal(0))
        right = sum((changes.get(f.id, Decimal(0)) for f in self.operands.right), Decimal(0))
        return (left or right) != 0 and self.difference + left - right == 0

    def menders(self) -> Iterator[tuple[str, Decimal]]:
        """The single changes that would mend it: any of its numbers, by the difference."""
        yield from ((f.id, -self.difference) for f in self.operands.left if f.state is State.NUMBER)
        yield from ((f.id, self.difference) for f in self.operands.right if f.state is State.NUMBER)


@dataclass
class Group:
    """Violations of one cause. `mender` is the one figure whose change would mend all its sums, where there is one.

    `row` is the row that made the sums of several columns doubtful, where one did.
    """

    violations: list[Violation]
    sums: list[Sum] = field(default_factory=list)
    diagnoses: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    mender: str | None = None
    row: str | None = None

    def take(self, other: "Group") -> None:
        """All that the other group has is this one's."""
        self.violations += other.violations
        self.sums += other.sums
        for name in ("diagnoses", "doubts", "also"):
            getattr(self, name).extend(item for item in getattr(other, name) if item not in getattr(self, name))
        if other.sums:
            self.mender = None if self.mender != other.mender else self.mender


def groups_of(case: Case, violations: Sequence[Violation]) -> list[Group]:
    """The violations, those of one cause together."""
    sums = [found for violation in violations if (found := _sum(case, violation))]
    groups = _joined_by_figure(case, sums)
    groups = _joined_by_row(_joined_with_total(groups))
    rest = [Group([v]) for v in violations if not any(v is s.violation for s in sums)]
    return _joined_by_wrong_figure(_joined_by_claim(case, [*groups, *rest]))


def merge(groups: Sequence[Group], same: Sequence[Group]) -> list[Group]:
    """The groups with `same` made one, in the place of the first of them."""
    first, *others = [group for group in groups if any(group is s for s in same)]
    for other in others:
        first.take(other)
    return [group for group in groups if not any(group is other for other in others)]


def _sum(case: Case, violation: Violation) -> Sum | None:
    frame = FRAMES[violation.rule.frame]
    if not isinstance(frame, IdentityFrame):
        return None
    operands = frame.operands(case, violation.record)
    if operands.identity.relation != "equal" or operands.difference() == 0:
        return None
    return Sum(violation, operands, operands.difference())


def _joined_by_figure(case: Case, sums: Sequence[Sum]) -> list[Group]:
    """Sums that one change of one figure would mend: a row and a column that cross and differ alike."""
    order = {name: index for index, name in enumerate(case.report.figures)}
    groups, left = [], list(sums)
    while left:
        mended = _by_mender(left)
        (name, _), best = max(mended.items(), key=lambda item: (len(item[1]), -order.get(item[0][0], 0)))
        if len(best) < 2:
            break
        groups.append(Group([s.violation for s in best], best, mender=None if _breaks_others(case, name, best) else name))
        left = [s for s in left if not any(s is b for b in best)]
    return [*groups, *(Group([s.violation], [s]) for s in left)]


def _breaks_others(case: Case, name: str, mended: Sequence[Sum]) -> bool:
    """Whether a sum that holds now would fail if this figure changed."""
    table, row, column = name.split(".")
    for identity in case.form.identities.values():
        unit, term = (column, row) if identity.along == "columns" else (row, column)
        if identity.table == table and identity.relation == "equal" and term in (*identity.left, *identity.right):
            operands = operands_of(case, identity, unit)
            if operands.difference() == 0 and not any((s.name, s.unit) == (identity.name, unit) for s in mended):
                return True
    return False


def _by_mender(sums: Iterable[Sum]) -> dict[tuple[str, Decimal], list[Sum]]:
    found: dict[tuple[str, Decimal], list[Sum]] = {}
    for one in sums:
        for change in one.menders():
            found.setdefault(change, []).append(one)
    return found


def _joined_with_total(groups: list[Group]) -> list[Group]:
    """An applicant column and 总计 that differ by the same amount in the same sum."""
    for one in [s for group in groups for s in group.sums if s.operands.identity.along == "columns" and s.unit == "total"]:
        same = [s for g in groups for s in g.sums if s.name == one.name and s.unit != "total" and s.difference == one.difference]
        if same:
            groups = merge(groups, [g for g in groups if any(s is one or s is same[0] for s in g.sums)])
    return groups


def _joined_by_row(groups: list[Group]) -> list[Group]:
    """Columns whose sums fail over one row of which it is doubtful whether its cells stand in their columns: one question, not six."""
    left, rows = groups, [(group, _doubtful_rows(group)) for group in groups]
    while rows and (row := _commonest(rows)):
        same = [group for group, own in rows if row in own]
        if len(same) < 2:
            break
        left, same[0].row = merge(left, same), row
        rows = [(group, own) for group, own in rows if row not in own]
    return left


def _commonest(rows: Sequence[tuple[Group, set[str]]]) -> str | None:
    counted = Counter(row for _, own in rows for row in sorted(own))
    return max(counted, key=lambda row: counted[row], default=None)


def _doubtful_rows(group: Group) -> set[str]:
    figures = [figure for one in group.sums if one.operands.identity.along == "columns" for figure in one.operands.all]
    return {figure.id.rpartition(".")[0] for figure in figures if any(doubt in _OF_A_ROW for doubt in figure.doubts)}


def _joined_by_claim(case: Case, groups: list[Group]) -> list[Group]:
    """A claim of the text that equals the parts of a track whose total does not."""
    for group in [g for g in groups if not g.sums and FRAMES["claims"].name == g.violations[0].rule.frame]:
        sums = [s for g in groups for s in g.sums if _agrees_with_parts(case, group.violations[0], s, groups)]
        if sums:
            groups = merge(groups, [group, *(g for g in groups if any(s is one for s in g.sums for one in sums))])
    return groups


def _agrees_with_parts(case: Case, violation: Violation, one: Sum, groups: Sequence[Group]) -> bool:
    names = FRAMES["claims"].figures(case, violation.record)
    if not _is_total_of(one, names):
        return False
    claim = claim_of(case, violation.record)
    unbalanced = {s.operands.right[0].id: total(s.operands.left) for g in groups for s in g.sums if _is_total_of(s, names)}
    parts = sum((unbalanced.get(name, total([case.figure(name)])) for name in names), Decimal(0))
    return claim.low <= parts <= claim.high


def _is_total_of(one: Sum, names: Sequence[str]) -> bool:
    return len(one.operands.right) == 1 and one.operands.right[0].id in names


def _joined_by_wrong_figure(groups: list[Group]) -> list[Group]:
    """A figure that can be no count, and the sums over it."""
    for group in [g for g in groups if g.violations[0].rule.shape == "measure"]:
        wrong = set(group.violations[0].figures)
        sums = [g for g in groups if any(wrong & {f.id for f in s.operands.all} for s in g.sums)]
        if sums:
            groups = merge(groups, [group, *sums])
    return groups


def agreeing_claim(case: Case, figure: Figure, low: Decimal) -> str | None:
    """What the text says of this figure's quantity where it says this number, as printed; nothing on none."""
    for claim in case.claims:
        quantity = quantity_of(claim.quantity)
        sure = claim.value and claim.scope is Scope.OWN and not claim.doubts
        if sure and quantity and quantity.figures == (figure.id,) and claim.low <= low <= claim.high:
            return claim.printed
    return None
