"""One row a class of applicants: what last year's report carries out beside what this year's carries in."""

from collections.abc import Iterator, Sequence

from expectations.frames.before import before, doubts, explanation, named, quoted, why_not
from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, number, plain_number, text, value
from expectations.rule import Rule
from gouji.finding import Words
from gouji.report import Figure
from gouji.words import words
from gouji.words.places import in_a_row, short_name, table_in_words, with_spot

_RULE = "carry-over-continuity"
_TABLE = "applications"
_CARRIED = "结转|转结"


class YearsFrame:
    name = "years"
    columns = {"column": TEXT, "carried_out": NUMBER, "carried_in": NUMBER}
    offers = frozenset({"where", "previous", "current", "printed", "expected", "difference"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        if reason := why_not(case):
            yield NotJudged(_RULE, reason)
        elif case.dossier.merged is not None:
            yield NotJudged(_RULE, "merged")
        else:
            yield from self._columns(case)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return (f"{_TABLE}.carried_in.{text(record, 'column')}",)

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        return doubts(case, (figure for record in records for figure in _both(case, text(record, "column"))))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """Whether only the classes of applicants differ, or the text itself gives a reason."""
        out, into = _both(case, "total")
        if number(out) is not None and number(out) == number(into):
            return "same-total"
        return "explained-in-text" if explanation(case, _CARRIED) else None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        first = next((r for r in records if r["column"] == "total"), records[0])
        out, into = plain_number(value(first, "carried_out")), plain_number(value(first, "carried_in"))
        figure = case.figure(f"{_TABLE}.carried_in.{text(first, 'column')}")
        values = {
            "where": with_spot(table_in_words(_TABLE), figure.place),
            "previous": named(case.dossier.previous),
            "current": named(case.report),
            "printed": into,
            "expected": out,
            "difference": in_a_row((_difference(record) for record in records), "；", "; "),
        }
        return Told(values, expected=out, actual=into, tail=quoted(explanation(case, _CARRIED)))

    def _columns(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        for column in case.form.table(_TABLE).blocks[0].columns:
            out, into = _both(case, column.id)
            numbers = number(out), number(into)
            yield NotJudged(_RULE, "not-all-numbers", "column", _TABLE, column.id) if None in numbers else (column.id, *numbers)


def _both(case: Case, column: str) -> tuple[Figure, Figure]:
    """Carried out of last year, carried into this year."""
    return before(case, f"{_TABLE}.carried_out.{column}"), case.figure(f"{_TABLE}.carried_in.{column}")


def _difference(record: Record) -> Words:
    out, into = value(record, "carried_out") or 0, value(record, "carried_in") or 0
    column = short_name("column", _TABLE, text(record, "column"))
    return words("judging.column-differs", column=column, out=plain_number(out), into=plain_number(into), difference=f"{into - out:+.0f}")
