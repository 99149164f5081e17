"""One row a stock or a track that goes on from last year's report: what it was, what came and went, what it is now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from expectations.frames.before import before, doubts, explanation, named, quoted, why_not
from expectations.frames.kind import KIND, NUMBER, Case, Cell, NotJudged, Record, Told, number, plain_number, text, value
from expectations.frames.powers import power
from expectations.rule import Rule
from gouji.data import data_file
from gouji.report import Figure
from gouji.words.places import place_in_words

_OPERANDS = ("prior", "added", "removed", "now")
_REGULATIONS = "regulations-stock-continuity"
_LAST = "last."


@dataclass(frozen=True)
class Join:
    """How one thing goes on. `parts` are the operands' columns; `shows` is, by rule, the operand that it speaks of.

    `explained` is what a sentence speaks of that explains a break; a `balanced` one is asked only where its track adds up.
    """

    name: str
    table: str
    lines: tuple[str, ...]
    parts: Mapping[str, str]
    explained: str
    shows: Mapping[str, str]
    form: str | None = None
    balanced: bool = False

    @cached_property
    def own(self) -> dict[str, str]:
        """The operands that this year's report gives, with their columns."""
        return {operand: column for operand, column in self.parts.items() if not column.startswith(_LAST)}

    def figures(self, case: Case, line: str) -> dict[str, Figure]:
        """The figure of each operand, from this year's report or last year's."""
        start = f"{self.table}.{line}."
        return {
            operand: case.figure(start + column) if operand in self.own else before(case, start + column.removeprefix(_LAST))
            for operand, column in self.parts.items()
        }


class JoinsFrame:
    name = "joins"
    columns = {"join": KIND, "line": KIND, "power": KIND, **dict.fromkeys(_OPERANDS, NUMBER)}
    offers = frozenset({"where", "previous", "current", "prior", "issued", "repealed", "printed", "expected", "difference"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        for join in joins().values():
            if join.form in (None, case.report.form):
                # Bodies that were merged bring in their stocks and cases.
                reason = why_not(case, same_form=join.form is not None) or ("merged" if case.dossier.merged is not None else None)
                yield from (NotJudged(rule, reason) for rule in join.shows) if reason else _rows(case, join)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        join, line = _of(record)
        return tuple(f"{join.table}.{line}.{column}" for column in join.own.values())

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = doubts(case, (figure for record in records for figure in _figures(case, record).values()))
        return (*found, "power-unknown") if rule.name == _REGULATIONS and power(case) is None else found

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return "explained-in-text" if explanation(case, _of(records[0])[0].explained) else None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        join, _ = _of(records[0])
        prior, added, removed, now = (value(records[0], name) or 0 for name in _OPERANDS)
        shown = join.shows[rule.name]
        printed, expected = (removed, prior + added) if shown == "removed" else (now, prior + added - removed)
        values = {
            "where": place_in_words(case.form.name, _figures(case, records[0])[shown]),
            "previous": named(case.dossier.previous),
            "current": named(case.report),
            "prior": plain_number(prior),
            "issued": plain_number(added),
            "repealed": plain_number(removed),
            "printed": plain_number(printed),
            "expected": plain_number(expected),
            "difference": plain_number(abs(printed - expected)),
        }
        told = quoted(explanation(case, join.explained))
        return Told(values, expected=plain_number(expected), actual=plain_number(printed), tail=told)


@cache
def joins() -> Mapping[str, Join]:
    """All that goes on from year to year."""
    entries: Mapping[str, Any] = data_file("expectations.frames", "joins.yaml")
    return {name: Join(name=name, **{**entry, "lines": tuple(entry["lines"])}) for name, entry in entries.items()}


def _of(record: Record) -> tuple[Join, str]:
    return joins()[text(record, "join")], text(record, "line")


def _figures(case: Case, record: Record) -> dict[str, Figure]:
    join, line = _of(record)
    return join.figures(case, line)


def _rows(case: Case, join: Join) -> Iterator[tuple[Cell, ...] | NotJudged]:
    for line in join.lines:
        figures = join.figures(case, line)
        numbers = {operand: number(figure) for operand, figure in figures.items()}
        reason = "not-all-numbers" if None in numbers.values() else "unbalanced" if join.balanced and not _adds_up(case, line) else None
        if reason:
            yield from (NotJudged(rule, reason, "row", join.table, line) for rule in join.shows)
            continue
        yield join.name, line, power(case) or "unknown", *(numbers.get(operand) for operand in _OPERANDS)


def _adds_up(case: Case, track: str) -> bool:
    """Whether the outcomes of the track add up to its total in both years."""
    names = [f"proceedings.{track}.{column.id}" for column in case.form.table("proceedings").columns_of(track)]
    for figures in ([case.figure(name) for name in names], [before(case, name) for name in names]):
        *parts, total = (number(figure) for figure in figures)
        known = [part for part in parts if part is not None]
        if total is None or len(known) < len(parts) or sum(known) != total:
            return False
    return True
