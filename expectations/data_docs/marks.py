"""Which cells of the drawn tables are marked, how gravely, and for which findings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from expectations.data_docs.results import RuleResult
from expectations.data_docs.tables import Mark, Marks
from gouji.finding import Finding
from gouji.form import NAMES, form

# A finding with the number and the kind it is drawn in.
Numbered = tuple[int, str, Finding]


def marks(findings: Iterable[Numbered], results: Iterable[RuleResult]) -> Marks:
    """By figure: the findings that name it, gravest first, and whether Great Expectations found its row broken.

    A rule on trial marks nothing.
    """
    named: dict[str, list[Numbered]] = {}
    for numbered in findings:
        for name in numbered[2].figures:
            named.setdefault(name, []).append(numbered)
    broken = {name for result in results if not result.held and not result.trial for name in result.figures}
    return {name: _mark(name, named.get(name, []), name in broken) for name in named.keys() | broken}


def _mark(name: str, findings: Sequence[Numbered], broken: bool) -> Mark:
    """Of a figure that some finding speaks of, only those findings count; else it takes part in what others speak of."""
    spoken = [numbered for numbered in findings if name in spoken_of(numbered[2])]
    kind = next((kind for _, kind, _ in spoken or findings), "")
    numbers = tuple(number for number, _, _ in spoken)
    return Mark("notice" if kind in ("warning", "info", "waived") else kind, bool(findings) and not spoken, numbers, broken)


def spoken_of(finding: Finding) -> frozenset[str]:
    """The figures that the finding's sentence is about, not those that merely take part in its sum.

    Of a sum it is the figure that the others should make; where a row and a column are broken alike, also the one
    in which they cross. Of anything else it is every figure named.
    """
    rows = Counter(_line(name)[0] for name in finding.figures)
    columns = Counter(_line(name)[1] for name in finding.figures)
    results = _results().get(finding.rule, frozenset())
    # Two columns broken alike have rows of two cells each and cross nowhere; of a row and a column only the row was summed to its total.
    both = {"rows", "columns"} <= {_along()[name] for name in (finding.rule, *finding.also) if name in _along()}
    crossing = {name for name in finding.figures if both and rows[_line(name)[0]] > 1 and columns[_line(name)[1]] > 1}
    made = {name for name in finding.figures if _is_made(name, results, rows, columns)}
    return frozenset(crossing | made if made else finding.figures)


def _is_made(name: str, results: frozenset[str], rows: Counter[str], columns: Counter[str]) -> bool:
    """Whether the figure is what the others of its row, or of its column, should make."""
    row, column = _line(name)
    return row in results and columns[column] > 1 or column in results and rows[row] > 1


def _line(figure: str) -> tuple[str, str]:
    table, row, column = figure.split(".")
    return f"{table}.{row}.", f"{table}..{column}"


def _along() -> Mapping[str, str]:
    """By identity: whether it sums along a row or down a column."""
    return {i.name: i.along for name in NAMES for i in form(name).identities.values()}


def _results() -> Mapping[str, frozenset[str]]:
    """By identity: the rows or columns that the terms of the other side should make, as `_line` names them."""
    identities = [identity for name in NAMES for identity in form(name).identities.values()]
    return {
        i.name: frozenset(f"{i.table}.{term}." if i.along == "columns" else f"{i.table}..{term}" for term in i.right)
        for i in identities
        if i.relation == "equal"
    }
