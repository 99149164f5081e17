"""Figures read from an image, held against the form's sums: a sum that holds is a witness, one that fails doubts all its figures.

Only doubts are added, never a value changed: where a sum fails, the paper may be wrong or the reading, and a person looks.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from gouji.document import doubts
from gouji.document.model import Document
from gouji.form import form
from gouji.form.model import Form, Identity
from gouji.place import Place
from gouji.report import Figure, Report, State

_WITHOUT_WITNESS = 0.99  # as sure must a figure be that no sum confirms

Sum = tuple[tuple[str, ...], tuple[str, ...]]


def witnessed(report: Report, document: Document) -> Report:
    """The report, with doubts on the figures from an image that no sum confirms or that a failing sum holds."""
    recognised = _recognised(report.figures.values(), document)
    if not recognised or report.form is None:
        return report
    confirmed, contradicted = set[str](), set[str]()
    for left, right in _sums(form(report.form), report.figures):
        named = {*left, *right}
        if (kept := holds(left, right, report.figures)) is not None and named & recognised.keys():
            (confirmed if kept else contradicted).update(named)
    contradicted |= _incomplete(form(report.form), report.figures, recognised)
    figures = {
        name: _doubted(figure, recognised.get(name), name in confirmed, name in contradicted) for name, figure in report.figures.items()
    }
    return replace(report, figures=figures)


def _incomplete(used: Form, figures: Mapping[str, Figure], recognised: Mapping[str, float]) -> set[str]:
    """The figures of rows from an image that lack a cell: a rule that was not seen may have moved the others to the wrong columns."""
    found: set[str] = set()
    for identity in used.identities.values():
        for row in _lines(used, identity) if identity.along == "rows" else ():
            names = [f"{identity.table}.{row}.{column}" for column in (*identity.left, *identity.right)]
            absent = [name for name in names if name in figures and figures[name].state is State.ABSENT]
            if absent and any(name in recognised for name in names):
                found.update(name for name in names if name in figures and name not in absent)
    return found


def _recognised(figures: Iterable[Figure], document: Document) -> dict[str, float]:
    """How surely each figure that comes from an image was recognised."""
    known: dict[Place, float] = {
        cell.place: cell.confidence for grid in document.grids() for cell in grid.cells if cell.confidence is not None
    }
    return {figure.id: known[figure.place] for figure in figures if figure.place in known} if known else {}


def _sums(used: Form, figures: Mapping[str, Figure]) -> Iterator[Sum]:
    """The ids of the terms of each sum that the form asks for."""
    return ((left, right) for _, left, right in sides_of(used, figures))


def sides_of(used: Form, figures: Mapping[str, Figure]) -> Iterator[tuple[Identity, tuple[str, ...], tuple[str, ...]]]:
    """Each sum that the form asks for, with the ids of the figures on both sides that are there."""
    for identity in used.identities.values():
        if identity.relation == "equal":
            for line in _lines(used, identity):
                left, right = (_ids(identity, terms, line, figures) for terms in (identity.left, identity.right))
                yield identity, left, right


def _lines(used: Form, identity: Identity) -> Iterable[str]:
    """The columns, or the rows, of each of which the identity is asked."""
    table = used.table(identity.table)
    rows = [row.id for row in table.rows()]
    if identity.along == "columns":
        return [column.id for column in table.columns_of(rows[0])]
    return identity.rows or rows


def _ids(identity: Identity, terms: Iterable[str], line: str, figures: Mapping[str, Figure]) -> tuple[str, ...]:
    pairs = ((term, line) if identity.along == "columns" else (line, term) for term in terms)
    names = (f"{identity.table}.{row}.{column}" for row, column in pairs)
    return tuple(name for name in names if name in figures and figures[name].state is not State.ABSENT)


def holds(left: Iterable[str], right: Iterable[str], figures: Mapping[str, Figure]) -> bool | None:
    """Whether both sides are equal; None where one has no terms, or a term is no number."""
    sides = [[figures[name].value for name in side] for side in (left, right)]
    if not all(sides) or any(value is None for side in sides for value in side):
        return None
    first, second = (sum(value for value in side if value is not None) for side in sides)
    return first == second


def _doubted(figure: Figure, confidence: float | None, confirmed: bool, contradicted: bool) -> Figure:
    if contradicted:
        return replace(figure, doubts=doubts.joined(figure.doubts, (doubts.OCR_SUM,)))
    if confidence is not None and confidence < _WITHOUT_WITNESS and not confirmed:
        return replace(figure, doubts=doubts.joined(figure.doubts, (doubts.OCR,)))
    return figure
