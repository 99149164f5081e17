"""One row a table that last year's report has too: how many of its figures differ, how many say something of their own."""

from collections.abc import Iterator, Sequence

from expectations.frames.before import before, doubts, named, why_not
from expectations.frames.kind import KIND, NUMBER, Case, Cell, NotJudged, Record, Told, number, plain_number, text, value
from expectations.rule import Rule
from gouji.report import State
from gouji.words import words
from gouji.words.places import table_in_words, with_spot

_RULE = "tables-repeated"
# With fewer figures of its own a table is equal to last year's by chance: a small body with one or two requests.
_LEAST = {"disclosure": 4, "applications": 3, "proceedings": 3}
# A stock stays the same where nothing came and went.
_STOCKS = ("in_force", "public_total", "items_before")


class RepeatedTablesFrame:
    name = "repeated_tables"
    columns = {"table": KIND, "figures": NUMBER, "telling": NUMBER, "differing": NUMBER}
    offers = frozenset({"where", "previous", "printed", "expected", "count"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        if reason := why_not(case, same_form=True):
            yield NotJudged(_RULE, reason)
            return
        for table, least in _LEAST.items():
            if table in case.report.tables:
                yield _row(case, table, least)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        """Those that say something of their own; a person need not look at all the zeros."""
        return tuple(name for name in case.form.figure_ids(text(record, "table")) if case.numbers.get(name) and _is_own(name))

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        names = [name for record in records for name in case.form.figure_ids(text(record, "table"))]
        found = doubts(case, (figure for name in names for figure in (case.figure(name), before(case, name))))
        previous = case.dossier.previous
        same = previous is not None and previous.sha256 == case.report.sha256
        return (*found, "same-document") if same else found

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        table = text(records[0], "table")
        values = {
            "where": with_spot(table_in_words(table), case.report.tables[table].place),
            "previous": named(case.dossier.previous),
            "printed": plain_number(value(records[0], "figures")),
            "expected": words("judging.figures-of-this-year"),
            "count": plain_number(value(records[0], "telling")),
        }
        return Told(values)


def _row(case: Case, table: str, least: int) -> tuple[Cell, ...] | NotJudged:
    figures = [(name, case.figure(name), before(case, name)) for name in case.form.figure_ids(table)]
    # A row that both years leave out (（六） not split) says nothing of either.
    pairs = [(name, number(now), number(then)) for name, now, then in figures if {now.state, then.state} != {State.ABSENT}]
    if any(None in (now, then) for _, now, then in pairs):
        return NotJudged(_RULE, "not-all-numbers", "table", table)
    telling = sum(bool(now) and _is_own(name) for name, now, _ in pairs)
    if telling < least:
        return NotJudged(_RULE, "few-figures", "table", table)
    return table, float(len(pairs)), float(telling), float(sum(now != then for _, now, then in pairs))


def _is_own(name: str) -> bool:
    """Whether a figure follows from no other: neither a total nor a stock."""
    _, row, column = name.split(".")
    return column != "total" and row != "concluded_total" and column not in _STOCKS
