"""Likely causes of what the rules found. A diagnosis stands beside a finding, joins what it explains, and never stands alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from expectations.causes import Changes, Group, Sum, merge
from expectations.frames.kind import Case
from expectations.frames.operands import total
from gouji.form import form
from gouji.report import Figure, State

Diagnosis = Callable[[Case, list[Group]], list[Group]]
_BALANCE, _CONCLUDED, _ROW = "applications-balance", "applications-concluded-sum", "applications-row-sum"


def diagnosed(case: Case, groups: list[Group], names: Sequence[str]) -> list[Group]:
    """The groups with the diagnoses of these names attached."""
    for name, diagnosis in DIAGNOSES.items():
        if name in names:
            groups = diagnosis(case, groups)
    return groups


def columns_shifted(case: Case, groups: list[Group]) -> list[Group]:
    """Rows whose total stands under 其他 while 总计 is blank or 0."""
    if not any(_may_be_shifted(group) for group in groups):
        return groups
    changes = _shifts(case)
    rows = {name.split(".")[1] for name in changes}
    explained = [g for g in groups if any(s.mended_by(changes) for s in g.sums) or _totals_blank(g, rows)]
    if not any(s.name == _ROW for g in explained for s in g.sums) and not any(_totals_blank(g, rows) for g in explained):
        return groups
    groups = merge(groups, explained)
    return _marked(groups, "columns-shifted", [explained[0]], doubt=True)


def _may_be_shifted(group: Group) -> bool:
    return any(s.name == _ROW for s in group.sums) or group.violations[0].rule.name == "applications-total-blank"


def _shifts(case: Case) -> Changes:
    """By how much the figures under 其他 and 总计 change when each such row is moved by one column."""
    changes: dict[str, Decimal] = {}
    for row in case.form.table("applications").rows():
        *parts, last, sum_ = (case.figure(f"applications.{row.id}.{c.id}") for c in case.form.table("applications").columns_of(row.id))
        numbers = all(f.state is State.NUMBER for f in (*parts, last))
        if numbers and total([last]) > 0 and total(parts) == total([last]) and (sum_.state is State.BLANK or sum_.value == 0):
            changes |= {last.id: -total([last]), sum_.id: total([last])}
    return changes


def _totals_blank(group: Group, rows: set[str]) -> bool:
    violation = group.violations[0]
    return violation.rule.name == "applications-total-blank" and {f.split(".")[1] for f in violation.figures} <= rows


def cells_split_in_reading(case: Case, groups: list[Group]) -> list[Group]:
    """Sums of a row that hold when digits of neighbouring cells are joined, or those of one cell split."""
    explained = [g for g in groups if any(_holds_when_split(s) for s in g.sums)]
    return _marked(groups, "cells-split-in-reading", explained, doubt=True)


def _holds_when_split(one: Sum) -> bool:
    if one.operands.identity.along != "rows" or not all(_without_cell(f) for f in one.operands.all):
        return False
    digits = [str(f.value) for f in one.operands.all]
    return all(d.isdigit() for d in digits) and any(sum(map(int, row[:-1])) == int(row[-1]) for row in _other_readings(digits))


def _without_cell(figure: Figure) -> bool:
    """Whether the number stood in running text: HTML, DOCX and ruled PDF have cells of their own, which do not split."""
    return figure.state is State.NUMBER and figure.place is not None and figure.place.line is not None


def _other_readings(digits: Sequence[str]) -> Iterator[list[str]]:
    for i, (one, after) in enumerate(zip(digits, digits[1:], strict=False)):
        if one != "0":
            yield [*digits[:i], one + after, *digits[i + 2 :]]
    for i, one in enumerate(digits):
        yield from (
            [*digits[:i], one[:cut], one[cut:], *digits[i + 1 :]] for cut in range(1, len(one)) if one[cut] != "0" or cut == len(one) - 1
        )


def offsetting_columns(case: Case, groups: list[Group]) -> list[Group]:
    """总计 balances and two or more classes of applicants do not, their differences cancelling out."""
    open_groups = [g for g in groups if any(s.name == _BALANCE for s in g.sums) and not any(s.name == _ROW for s in g.sums)]
    sums = [s for g in open_groups for s in g.sums if s.name == _BALANCE]
    if len(sums) < 2 or sum(s.difference for s in sums) != 0 or not _total_balances(case):
        return groups
    return _marked(merge(groups, open_groups), "offsetting-columns", open_groups[:1])


def _total_balances(case: Case) -> bool:
    identity = form(case.form.name).identities[_BALANCE]
    left, right = ([case.figure(f"applications.{row}.total") for row in side] for side in (identity.left, identity.right))
    return all(f.state is State.NUMBER for f in (*left, *right)) and total(left) == total(right)


def partial_counted_twice(case: Case, groups: list[Group]) -> list[Group]:
    """The outcomes exceed their total by exactly the partial grants, or by one refusal not greater than them."""
    return _marked(groups, "partial-counted-twice", [g for g in groups if any(s.name == _CONCLUDED and _counted_twice(s) for s in g.sums)])


def _counted_twice(one: Sum) -> bool:
    partial = total(_rows(one, "partially_granted"))
    refusals = [total([f]) for f in one.operands.left if f.row.startswith("denied_")]
    return partial > 0 and one.difference > 0 and _all_numbers(one) and one.difference in (partial, *(r for r in refusals if r <= partial))


def applications_overrun(case: Case, groups: list[Group]) -> list[Group]:
    """What was concluded, or carried out, alone is more than all there was."""
    return _marked(groups, "applications-overrun", [g for g in groups if any(s.name == _BALANCE and _overrun(s) for s in g.sums)])


def _overrun(one: Sum) -> bool:
    return _all_numbers(one) and any(total([f]) > total(one.operands.left) for f in one.operands.right)


def concluded_equals_granted(case: Case, groups: list[Group]) -> list[Group]:
    """The total of the outcomes is the grants alone."""
    return _marked(groups, "concluded-equals-granted", [g for g in groups if any(s.name == _CONCLUDED and _grants_only(s) for s in g.sums)])


def _grants_only(one: Sum) -> bool:
    return _all_numbers(one) and total(one.operands.right) == total(_rows(one, "granted")) and one.difference > 0


def _rows(one: Sum, row: str) -> list[Figure]:
    return [f for f in one.operands.left if f.row == row]


def _all_numbers(one: Sum) -> bool:
    return all(f.state is State.NUMBER for f in one.operands.all)


def _marked(groups: list[Group], name: str, explained: Sequence[Group], doubt: bool = False) -> list[Group]:
    """The groups, with the diagnosis on those that it explains and the reading does not explain already."""
    for group in explained:
        if name not in group.diagnoses and not group.doubts:
            group.diagnoses.append(name)
            group.doubts += [name] if doubt else []
    return groups


# In the order in which they are tried: what may be the reading's fault first.
DIAGNOSES: Mapping[str, Diagnosis] = {
    "columns-shifted": columns_shifted,
    "cells-split-in-reading": cells_split_in_reading,
    "offsetting-columns": offsetting_columns,
    "partial-counted-twice": partial_counted_twice,
    "applications-overrun": applications_overrun,
    "concluded-equals-granted": concluded_equals_granted,
}
