"""What the page of one document shows, arranged as the templates walk it."""

from collections.abc import Mapping
from dataclasses import dataclass

from expectations.data_docs.pages import ReportPage
from expectations.data_docs.results import RuleResult
from expectations.data_docs.revisions import RevisionView
from expectations.data_docs.tables import Rows
from gouji.finding import Finding, Words
from gouji.report import ReadBy, State, TableReading


@dataclass(frozen=True, slots=True)
class RuleName:
    name: str
    title: Words


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure that the page names: what to call it, what is printed there, and where that is."""

    id: str
    name: Words
    raw: str | None
    state: State
    place: Words | None


@dataclass(frozen=True, slots=True)
class FindingView:
    """`kind` is the class it is drawn in: doubt goes before severity, a question is never drawn as a fault.

    `figures` are those that it speaks of, `more` counts what is left of them where there are too many to list, `others`
    those that only take part in their sum; all of them are marked in the tables. `places` are the rest: where
    in the text, or the only word there is on where to look.
    """

    number: int
    kind: str
    finding: Finding
    title: Words
    also: tuple[RuleName, ...]
    places: tuple[Words, ...]
    figures: tuple[FigureLine, ...]
    more: int
    others: int
    waived: Words | None = None


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """The figures of one table that are in doubt for one reason; `more` counts what is left of them."""

    reason: str
    figures: tuple[FigureLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A figure that a person read, and why what had been read was in doubt."""

    figure: FigureLine
    read_by: ReadBy
    was: FigureLine
    why: Words | None


@dataclass(frozen=True, slots=True)
class TableView:
    """One statutory table; `reading` is None where the document has no such table. `long` is what its cells cannot show whole.

    `people` are the figures that persons read.
    """

    id: str
    heading: str
    head: Rows
    body: Rows
    reading: TableReading | None
    doubts: tuple[DoubtLine, ...]
    long: tuple[FigureLine, ...]
    people: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class ResultLine:
    """`findings` are those that the rule is named in; a rule that yields to another is named in none."""

    result: RuleResult
    title: Words
    findings: tuple[FindingView, ...] = ()


@dataclass(frozen=True, slots=True)
class Unchecked:
    """The rules that did not run for one reason."""

    reason: Words
    rules: tuple[RuleName, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How the figures that the form asks for were read."""

    asked: int
    states: Mapping[State, int]
    unsure: int


@dataclass(frozen=True, slots=True)
class ReportView:
    page: ReportPage
    counts: Mapping[str, int]
    findings: tuple[FindingView, ...] = ()
    trial: tuple[FindingView, ...] = ()
    tables: tuple[TableView, ...] = ()
    tally: Tally | None = None
    held: tuple[ResultLine, ...] = ()
    violated: tuple[ResultLine, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    compared: Words | None = None
    changes: Words | None = None
    revisions: tuple[RevisionView, ...] = ()
