"""What a frame is: rows of operands for the suites, and how to say in words what a failing row is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from expectations.rule import Rule
from gouji.customs import Customs
from gouji.dossier import Dossier
from gouji.fetched import Fetched
from gouji.finding import Words
from gouji.form import form
from gouji.form.model import Form
from gouji.narrative import Narrative
from gouji.narrative.claim import Claim
from gouji.narrative.mentions import Mention, mentions
from gouji.narrative.sentence.sentences import Sentence, labels
from gouji.place import Place
from gouji.report import Figure, Report, State

Cell = str | float | None
Record = Mapping[str, Cell]


@dataclass(frozen=True)
class Case:
    """One report before the rules: its dossier, what its text says, and what is usual where it comes from."""

    dossier: Dossier
    narrative: Narrative = Narrative()
    customs: Customs = Customs()

    @property
    def report(self) -> Report:
        return self.dossier.report

    @cached_property
    def form(self) -> Form:
        name = self.report.form
        if name is None:
            raise ValueError("a report without a form is not judged")
        return form(name)

    @cached_property
    def numbers(self) -> Mapping[str, float]:
        """The numbers of the figures that are one."""
        figures = self.report.figures.items()
        # `number` without a call for each of two hundred figures a report.
        return {
            name: n
            for name, f in figures
            if f.state is _IS_NUMBER and f.value is not None and -_TOO_LONG < (n := float(f.value)) < _TOO_LONG
        }

    @cached_property
    def values(self) -> NDArray[np.float64]:
        """The numbers in the order of the form's cells, and one more that is none."""
        numbers = self.numbers
        return np.array([*map(numbers.get, cell_names(self.form.name)), None], dtype="float64")

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The text, sentence by sentence."""
        return self.narrative.sentences

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the text claims."""
        return self.narrative.claims

    @cached_property
    def labels(self) -> tuple[Sentence, ...]:
        """The labels of the tables as printed, beside the text."""
        return tuple(labels(self.report))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What the text says in passing of years, of the body and of its grounds."""
        return tuple(mentions(self.sentences))

    def figure(self, name: str) -> Figure:
        """The figure as read; absent where the document has no such cell."""
        return self.report.figures.get(name) or Figure(name, None, State.ABSENT)


@cache
def cell_names(form_name: str) -> tuple[str, ...]:
    """The figures that the form has a cell for, rows that stand for others among them, in its order."""
    return tuple(f"{t.id}.{row.id}.{c.id}" for t in form(form_name).tables for b in t.blocks for row in b.rows for c in b.columns)


@dataclass(frozen=True, slots=True)
class NotJudged:
    """An operand was missing: this rule said nothing of this row or column (`kind`, `table`, `name`), for this reason."""

    rule: str
    reason: str
    kind: str = ""
    table: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of failing rows: the values that a message names, the spots that a person looks at, and where nothing was found."""

    values: Mapping[str, object]
    expected: str | None = None
    actual: str | None = None
    places: tuple[Place, ...] = ()
    spot: str = ""
    tail: tuple[Words, ...] = field(default=())
    evidence: tuple[Fetched, ...] = ()


class Frame(Protocol):
    """One kind of row. `columns` maps the operands to their pandas types; `offers` are the names that a message may use."""

    @property
    def name(self) -> str: ...
    @property
    def columns(self) -> Mapping[str, str]: ...
    @property
    def offers(self) -> frozenset[str]: ...

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        """The operands of this report in the order of `columns`, and what is not judged for want of one."""

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        """The figures that a row speaks of, in the form's order."""

    def section(self, record: Record) -> int | None:
        """The section of the form that a row speaks of, where it is one's."""

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        """Why a verdict on these rows would rest on an uncertain reading."""

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """What explains the rows so far that they are only noted, a key of what judging says; None where nothing does."""

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        """What is to be said of the rows."""


@runtime_checkable
class InBulk(Protocol):
    """A frame that can give the rows of all cases as columns, for which a tuple a row would take too long."""

    @property
    def columns(self) -> Mapping[str, str]: ...

    def bulk(self, cases: Sequence[Case]) -> tuple[Mapping[str, Any], list[list[NotJudged]]]:
        """The columns, `report` (the position of the case) among them, and by case what is not judged; the same as `rows`."""


class ByColumns:
    """A frame in bulk: the rows of one report are those of a batch of one."""

    def rows(self: InBulk, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        columns, (missing,) = self.bulk([case])
        yield from zip(*(columns[name] for name in self.columns), strict=True)
        yield from missing


NUMBER = "float64"
TEXT = "str"
# A text of which there are few, by which rules pick their rows: compared by number instead of letter by letter.
KIND = "category"


_TOO_LONG = 1e15
_IS_NUMBER = State.NUMBER  # looked up once for all figures


def number(figure: Figure) -> float | None:
    """The figure's number as an operand. What has more digits than any count is left to a person's eyes."""
    if figure.state is not State.NUMBER or figure.value is None:
        return None
    found = float(figure.value)
    return found if -_TOO_LONG < found < _TOO_LONG else None


def text(record: Record, name: str) -> str:
    """A text operand that this row must have."""
    value = record[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is {value!r}")
    return value


def value(record: Record, name: str) -> float | None:
    """A number operand, None where the row has none."""
    found = record[name]
    return float(found) if isinstance(found, int | float) else None


def plain_number(n: object) -> str:
    """A number as people write it: 12, not 12.0; 28.6775. A printed one keeps all its digits, which a float would not hold."""
    return f"{n if isinstance(n, Decimal) else Decimal(str(n)):.6f}".rstrip("0").rstrip(".")
