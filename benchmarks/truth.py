"""What was read held against what was printed, figure by figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from unicodedata import normalize

from benchmarks.corpus import Made
from gouji.form import NAMES, form
from gouji.isolation import Reading
from gouji.report import Figure, Report, State

_STATES = {"": State.BLANK, "/": State.MARK}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One figure: what stands in the document, None where it has no such cell, and what was read of it."""

    id: str
    printed: str | None
    read: Figure | None
    exact: bool
    doubts: tuple[str, ...]

    @property
    def sure(self) -> bool:
        return not self.doubts

    @property
    def missed(self) -> bool:
        """Whether it was read wrong and nobody would know."""
        return not self.exact and self.sure

    def __str__(self) -> str:
        read = f"{self.read.raw!r} {self.read.state}" if self.read else "nothing"
        return f"{self.id}: printed {self.printed!r}, read {read}, doubts {'、'.join(self.doubts) or 'none'}"


def outcomes(made: Made, reading: Reading) -> list[Outcome]:
    """Every figure of the form and of the document. A document that nobody could read is one great doubt."""
    report = reading.report
    if report is None or not report.readable:
        reason = reading.trouble.words.en if reading.trouble else "no table was recognised"
        return [Outcome(name, text, None, text is None, (reason,)) for name, text in made.content.truth.items()]
    return list(_outcomes(made, report))


def _outcomes(made: Made, report: Report) -> Iterator[Outcome]:
    truth = made.content.truth
    for name in dict.fromkeys([*truth, *report.figures]):
        printed, figure = truth.get(name), report.figures.get(name)
        exact = same(printed, figure, on_paper=made.family.format == "scan")
        yield Outcome(name, printed, figure, exact, _doubts(report, name, figure))


def same(printed: str | None, figure: Figure | None, *, on_paper: bool = False) -> bool:
    """Whether the figure is the one printed: its text but for blanks, its kind, and its number. On paper digits of any width are one."""
    if printed is None or figure is None or figure.raw is None:
        return printed is None and (figure is None or figure.state == State.ABSENT)
    read = "".join(figure.raw.split())  # a narrow cell breaks its text
    if on_paper:
        read, printed = normalize("NFKC", read), normalize("NFKC", printed)
    if read != printed:
        return False
    if printed in _STATES:
        return figure.state == _STATES[printed]
    return figure.state == State.NUMBER and figure.value == _number(printed, figure)


def _number(printed: str, figure: Figure) -> Decimal | None:
    """The number printed; beside a unit or a note only the text is compared."""
    try:
        return Decimal(printed.replace(",", ""))
    except InvalidOperation:
        return figure.value


def _doubts(report: Report, name: str, figure: Figure | None) -> tuple[str, ...]:
    """All that tells a person to look: at the figure, its table, the report; what is said to be unread, where the figure is missing."""
    table = report.tables.get(name.split(".")[0])
    found = (*(figure.doubts if figure else ()), *(table.doubts if table else ()), *report.doubts)
    missing = figure is None or figure.state == State.ABSENT
    found = (*found, *(doubt for item in _items(report, name) for doubt in item.doubts if missing))
    unread = figure is not None and figure.state == State.UNREADABLE
    return (*found, *(report.unread if missing else ()), *(("unreadable",) if unread and not found else ()))


def _items(report: Report, name: str) -> list[Figure]:
    """The figures of the rows that this one's row stands for: those in doubt tell a person to look at it as well."""
    table, row, column = name.split(".")
    lines = [line for each in NAMES for line in form(each).table(table).rows() if line.id == row]
    names = dict.fromkeys(f"{table}.{item}.{column}" for line in lines for item in line.instead_of)
    return [report.figures[item] for item in names if item in report.figures]
