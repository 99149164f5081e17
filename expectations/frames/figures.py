"""One row a cell of the statutory tables that the document has: what is printed, its number, what kind of number is due."""

import unicodedata
from collections.abc import Iterator, Sequence

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, plain_number, text
from expectations.rule import Rule
from gouji.finding import Words
from gouji.form.model import Kind
from gouji.report import Figure, State
from gouji.words import words
from gouji.words.places import in_a_row, listed, place_in_words, short_name

_POWER = "regulations-without-power"


class FiguresFrame:
    name = "figures"
    columns = {
        "table": TEXT, "row": TEXT, "column": TEXT, "figure": TEXT, "state": TEXT, "printed": TEXT, "value": NUMBER,
        "least": NUMBER, "step": NUMBER, "largest_in_row": NUMBER, "power": TEXT,
    }  # fmt: skip
    offers = frozenset({"where", "printed", "expected", "count", "agency"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        numbers, power = case.numbers, _power(case)
        largest = _largest(case)
        for table in case.form.tables:
            for block in table.blocks:
                for row in block.rows:
                    for column in block.columns:
                        figure = case.report.figures.get(f"{table.id}.{row.id}.{column.id}")
                        if figure is None or figure.state is State.ABSENT:
                            continue
                        least, step = _MEASURES[column.kind]
                        in_row = largest.get(row.id) if table.id == "applications" and column.id == "total" else None
                        of_row = power if row.id == "regulations" else None
                        yield (
                            table.id, row.id, column.id, figure.id, str(figure.state), printed(figure), numbers.get(figure.id),
                            least, step, in_row, of_row,
                        )  # fmt: skip
        if power is None and any(case.numbers.get(name, 0) > 0 for name in _regulations(case)):
            yield NotJudged(_POWER, "kind-unknown")

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return (text(record, "figure"),)

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for record in records for doubt in case.figure(text(record, "figure")).doubts]
        agency = case.dossier.agency
        if rule.name == _POWER and agency is not None and not agency.sure:
            found.append("agency")
        if records[0]["printed"] is None and _all_blank(case, text(records[0], "table")):
            found.append("whole-table-blank")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """Whether every blank may as well be a figure that the reading put elsewhere."""
        figures = [case.figure(text(record, "figure")) for record in records]
        return "unsure-blank" if all(f.state is State.BLANK and not f.sure for f in figures) else None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        figures = [case.figure(text(record, "figure")) for record in records]
        form = case.form.name
        where = place_in_words(form, figures[0]) if len(figures) == 1 else listed([_in_short(f) for f in figures], _MOST)
        marks = list(dict.fromkeys(_shown(f) for f in figures))
        due = _due(case, figures[0])
        actual = "、".join(marks)
        agency = case.dossier.agency.name if case.dossier.agency else ""
        values = {"where": where, "printed": _quoted(figures[0], marks), "expected": due, "count": len(figures), "agency": agency}
        return Told(values, expected=_expected(rule.name), actual=actual)


# As many cells are named in a sentence; all of them are in the finding's figures.
_MOST = 5

# What the least number of a kind is, and the step between its numbers; an amount has no step.
_MEASURES: dict[Kind, tuple[float | None, float | None]] = {"count": (0, 1), "amount": (0, None), "change": (None, 1)}


def printed(figure: Figure) -> str | None:
    """What is printed in the cell, in one shape for all formats; None where nothing is."""
    shown = unicodedata.normalize("NFKC", figure.raw or "").strip()
    return shown if shown and figure.state is not State.BLANK else None


def _in_short(figure: Figure) -> Words:
    """新收·自然人: enough to find the cell within its table."""
    return in_a_row((short_name("row", figure.table, figure.row), short_name("column", figure.table, figure.column)), "·", " · ")


def _largest(case: Case) -> dict[str, float]:
    """The largest figure of any class of applicants, by row."""
    table = case.form.table("applications")
    found: dict[str, float] = {}
    for row in table.rows():
        names = (f"applications.{row.id}.{column.id}" for column in table.columns_of(row.id) if column.id != "total")
        numbers = [case.numbers[name] for name in names if name in case.numbers]
        if numbers:
            found[row.id] = max(numbers)
    return found


def _regulations(case: Case) -> list[str]:
    return [name for name in case.form.figure_ids("disclosure") if name.startswith("disclosure.regulations.")]


def _power(case: Case) -> str | None:
    agency = case.dossier.agency
    if agency is None or agency.makes_regulations is None:
        return None
    return "with" if agency.makes_regulations else "without"


def _all_blank(case: Case, table: str) -> bool:
    states = {f.state for f in case.report.figures.values() if f.table == table}
    return states <= {State.BLANK, State.ABSENT}


def _shown(figure: Figure) -> str:
    return plain_number(figure.value) if figure.state is State.NUMBER else (printed(figure) or "")


def _quoted(first: Figure, marks: Sequence[str]) -> Words | str:
    if first.state is State.NUMBER:
        return "、".join(marks)
    return listed([Words(f"“{m}”", f"“{m}”") for m in marks])


def _due(case: Case, figure: Figure) -> Words:
    _, column = case.form.line(figure.id)
    return words(f"judging.due-{column.kind}")


def _expected(rule: str) -> str | None:
    return "0" if rule == _POWER else None
