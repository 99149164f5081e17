"""One row a class of applicants: what last year's report carries out beside what this year's carries in."""

import re
from collections.abc import Iterator, Sequence

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, number, plain_number, text, value
from expectations.rule import Rule
from gouji.finding import Words
from gouji.report import Figure, Report, State
from gouji.words import words
from gouji.words.places import in_a_row, short_name, table_in_words, with_spot

_RULE = "carry-over-continuity"
_TABLE = "applications"
# A sentence with both is taken for the office's own explanation.
_CARRIED = re.compile("结转|转结")
_EXPLAINED = re.compile("调整|更正|合并|口径|清理|自动失效|撤并|划转")


class YearsFrame:
    name = "years"
    columns = {"column": TEXT, "carried_out": NUMBER, "carried_in": NUMBER}
    offers = frozenset({"where", "previous", "current", "printed", "expected", "difference"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        previous = case.dossier.previous
        if previous is None or not previous.readable:
            yield NotJudged(_RULE, "no-previous")
        elif None not in (previous.report_year, case.report.report_year) and previous.report_year != _year_before(case.report):
            yield NotJudged(_RULE, "previous-of-another-year")
        else:
            yield from self._columns(case, previous)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return (f"{_TABLE}.carried_in.{text(record, 'column')}",)

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        columns = [text(record, "column") for record in records]
        found = [doubt for c in columns for figure in _both(case, c) for doubt in figure.doubts]
        previous = case.dossier.previous
        if not case.report.year.sure or previous is None or not previous.year.sure:
            found.append("year")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """Whether only the classes of applicants differ, or the text itself gives a reason."""
        out, into = _both(case, "total")
        if number(out) is not None and number(out) == number(into):
            return "same-total"
        explained = any(_CARRIED.search(p.text) and _EXPLAINED.search(p.text) for p in case.report.narrative())
        return "explained-in-text" if explained else None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        first = next((r for r in records if r["column"] == "total"), records[0])
        out, into = plain_number(value(first, "carried_out")), plain_number(value(first, "carried_in"))
        figure = case.figure(f"{_TABLE}.carried_in.{text(first, 'column')}")
        values = {
            "where": with_spot(table_in_words(_TABLE), figure.place),
            "previous": _named(case.dossier.previous),
            "current": _named(case.report),
            "printed": into,
            "expected": out,
            "difference": in_a_row(_difference(record) for record in records),
        }
        return Told(values, expected=out, actual=into)

    def _columns(self, case: Case, previous: Report) -> Iterator[tuple[Cell, ...] | NotJudged]:
        for column in case.form.table(_TABLE).blocks[0].columns:
            out, into = _both(case, column.id)
            numbers = number(out), number(into)
            yield NotJudged(_RULE, "not-all-numbers", "column", _TABLE, column.id) if None in numbers else (column.id, *numbers)


def _year_before(report: Report) -> int | None:
    return report.report_year - 1 if report.report_year else None


def _both(case: Case, column: str) -> tuple[Figure, Figure]:
    """Carried out of last year, carried into this year."""
    name = f"{_TABLE}.carried_out.{column}"
    previous = case.dossier.previous
    out = previous.figures.get(name) if previous else None
    return out or Figure(name, None, State.ABSENT), case.figure(f"{_TABLE}.carried_in.{column}")


def _named(report: Report | None) -> Words:
    year = report.report_year if report else None
    return words("judging.report-of", year=year) if year else words("judging.report-of-last-year")


def _difference(record: Record) -> Words:
    difference = (value(record, "carried_in") or 0) - (value(record, "carried_out") or 0)
    return words("judging.column-differs", column=short_name("column", _TABLE, text(record, "column")), difference=f"{difference:+.0f}")
