"""One row a sum that can be judged: the figures on both sides of an identity of the form.

What is not a number may still leave the sum settled: it balances without it, or what was surely read is already too much.
Such a row is in the frame, the missing part left out; any other row with a part missing is not judged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from expectations.frames.kind import KIND, NUMBER, ByColumns, Case, NotJudged, Record, Told, cell_names, plain_number, text
from expectations.frames.operands import Operands, operands_of, spared, total, units_of, why_not
from expectations.rule import Rule
from gouji.finding import Words
from gouji.form import NAMES, form
from gouji.form.model import Identity
from gouji.report import READINGS_DIFFER, Figure, State
from gouji.words import words
from gouji.words.places import in_a_row, line_in_words, place_in_words, short_name, with_spot

# A sum of more terms than this is written out without its zeros.
_TERMS_IN_FULL = 6


@dataclass(frozen=True, slots=True)
class _Grid:
    """The sums of a form: of which identity and unit, where their terms stand among its cells, and how many have no place there."""

    identities: list[str]
    units: list[str]
    at: NDArray[np.int64]
    gaps: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Read:
    """The sums of one report that can be judged, a row each, and those that cannot."""

    identities: list[str]
    units: list[str]
    values: NDArray[np.float64]
    missing: list[NotJudged]


@dataclass(frozen=True)
class IdentityFrame(ByColumns):
    """The identities of one table along its rows or columns."""

    name: str
    table: str
    along: Literal["rows", "columns"]

    offers = frozenset({"where", "left_sum", "right_sum", "printed", "expected", "difference"})

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The terms of all these identities in any of the forms."""
        found = (t for f in NAMES for i in form(f).identities.values() if self._has(i) for t in (*i.left, *i.right))
        return tuple(dict.fromkeys(found))

    @cached_property
    def columns(self) -> Mapping[str, str]:
        return {"identity": KIND, "unit": KIND, **dict.fromkeys(self.terms, NUMBER)}

    def bulk(self, cases: Sequence[Case]) -> tuple[Mapping[str, Any], list[list[NotJudged]]]:
        """Forty sums a report: the figures of all of them are picked at once."""
        read = [self._read(case) for case in cases]
        columns: dict[str, Any] = {
            "report": np.repeat(np.arange(len(cases)), [len(found.values) for found in read]),
            "identity": [name for found in read for name in found.identities],
            "unit": [name for found in read for name in found.units],
        }
        values = np.concatenate([np.empty((0, len(self.terms))), *(found.values for found in read)])
        return columns | {term: values[:, at] for at, term in enumerate(self.terms)}, [found.missing for found in read]

    def _read(self, case: Case) -> "_Read":
        """The sums of one report."""
        if self.table not in case.report.tables:
            return _Read([], [], np.empty((0, len(self.terms))), [])
        grid = self._grid(case.form.name, frozenset(spared(case, self.table)))
        values = case.values[grid.at]
        # Nearly all sums have a number in every cell.
        gaps = np.isnan(values).sum(axis=1) != grid.gaps
        doubtful = range(len(values)) if case.report.tables[self.table].strange else np.flatnonzero(gaps).tolist()
        missing = {at: found for at in doubtful if (found := self._not_judged(case, grid.identities[at], grid.units[at]))}
        if not missing:
            return _Read(grid.identities, grid.units, values, [])
        kept = [at for at in range(len(values)) if at not in missing]
        names, units = ([column[at] for at in kept] for column in (grid.identities, grid.units))
        return _Read(names, units, values[kept], list(missing.values()))

    @cache  # noqa: B019 - the four frames live as long as the program
    def _grid(self, form_name: str, left_out: frozenset[str]) -> "_Grid":
        """Each sum of the form with the figures that stand for the frame's terms, where these rows count nothing."""
        table, place = form(form_name).table(self.table), {name: at for at, name in enumerate(cell_names(form_name))}
        identities, units, at = [], [], []
        for identity in filter(self._has, form(form_name).identities.values()):
            terms = {term for term in (*identity.left, *identity.right) if self.along == "rows" or term not in left_out}
            for unit in units_of(table, identity, left_out):
                identities.append(identity.name)
                units.append(unit)
                # The last of a report's values is none.
                at.append([place.get(self._name(unit, term), -1) if term in terms else -1 for term in self.terms])
        places = np.array(at, dtype="int64").reshape(len(at), len(self.terms))
        return _Grid(identities, units, places, (places == -1).sum(axis=1))

    def _name(self, unit: str, term: str) -> str:
        return f"{self.table}.{unit}.{term}" if self.along == "rows" else f"{self.table}.{term}.{unit}"

    def _not_judged(self, case: Case, name: str, unit: str) -> NotJudged | None:
        """Why a sum cannot be judged; None where a part that is no number cannot matter."""
        operands = operands_of(case, case.form.identities[name], unit)
        reason = self._open(case, operands.identity) or why_not(case, operands)
        return NotJudged(name, reason, self._line, self.table, unit) if reason else None

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return tuple(figure.id for figure in self.operands(case, record).all)

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        figures = [f for record in records for f in self.operands(case, record).all]
        found = [doubt for figure in figures if figure.state is State.NUMBER for doubt in figure.doubts]
        # What one way reads as a blank and the other as a number changes the sum.
        found += [READINGS_DIFFER for figure in figures if READINGS_DIFFER in figure.doubts]
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        operands = self.operands(case, records[0])
        left, right = total(operands.left), total(operands.right)
        printed, due = (left, right) if operands.identity.relation == "at-most" else (right, left)
        values = {
            "where": self._where(case, operands),
            "left_sum": self._written(operands.left),
            "right_sum": self._written(operands.right),
            "printed": plain_number(printed),
            "expected": plain_number(due),
            "difference": plain_number(operands.difference().copy_abs()),
        }
        at_most = "≤" if operands.identity.relation == "at-most" else ""
        return Told(values, expected=at_most + plain_number(due), actual=plain_number(printed))

    def operands(self, case: Case, record: Record) -> Operands:
        """The figures that a row of this frame was made of."""
        return operands_of(case, case.form.identities[text(record, "identity")], text(record, "unit"))

    def _has(self, identity: Identity) -> bool:
        return identity.table == self.table and identity.along == self.along

    def _open(self, case: Case, identity: Identity) -> str | None:
        """Why the sum cannot be reckoned by the form alone: a row that the place adds counts among its parts."""
        strange = case.report.tables[self.table].strange
        parts = self.along == "columns" and len(identity.right) == 1
        return "counted-row" if parts and any(case.customs.counted(self.table, row) for row in strange) else None

    @property
    def _line(self) -> str:
        """What a unit of this frame is, when named: sums along columns are asked of each column."""
        return "column" if self.along == "columns" else "row"

    def _term(self, figure: Figure) -> str:
        return figure.row if self.along == "columns" else figure.column

    def _where(self, case: Case, operands: Operands) -> Words:
        """The one figure that the others add up to, else the whole row or column."""
        if operands.identity.relation == "at-most":
            return place_in_words(case.form.name, operands.left[0])
        if len(operands.right) == 1:
            return place_in_words(case.form.name, operands.right[0])
        return with_spot(line_in_words(case.form.name, self._line, self.table, operands.unit), operands.left[0].place)

    def _written(self, figures: Sequence[Figure]) -> Words:
        """The sum written out: 维持1＋纠正0＋其他0＋尚未审结0."""
        shown = [f for f in figures if len(figures) <= _TERMS_IN_FULL or f.value or f.state is not State.NUMBER]
        if not shown:
            return words("judging.all-zero")
        return in_a_row((self._named(f) for f in shown), "＋", " + ")

    def _named(self, figure: Figure) -> Words:
        kind = "row" if self.along == "columns" else "column"
        name = short_name(kind, self.table, self._term(figure))
        if figure.state is State.NUMBER:
            return words("judging.term", name=name, value=plain_number(figure.value))
        return words(f"judging.term-{figure.state}", name=name, raw=figure.raw or "")


IDENTITIES = (
    IdentityFrame("applicant_columns", "applications", "columns"),
    IdentityFrame("form_rows", "applications", "rows"),
    IdentityFrame("tracks", "proceedings", "rows"),
    IdentityFrame("documents", "disclosure", "rows"),
)
