"""One row a change that the text states, with the two numbers that it is between and where these come from.

`source` is text (both numbers stand in the sentence), previous (the two reports), or number (this year's number alone:
`whole` is then the whole number nearest to what last year's must have been).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from expectations.frames.kind import KIND, NUMBER, Case, Cell, NotJudged, Record, Told, number, plain_number, value
from expectations.frames.meant import flat
from expectations.frames.tabled import quantity_of
from expectations.rule import Rule
from gouji.finding import Words
from gouji.narrative.claim import Change, Scope
from gouji.report import Figure, Report, State
from gouji.words import words
from gouji.words.places import paragraph_in_words

_TEXT, _PREVIOUS, _NUMBER = "text", "previous", "number"
_RULES = {_TEXT: ("change-direction", "change-recomputed"), _PREVIOUS: ("change-against-last-year",), _NUMBER: ("change-unattainable",)}
_BASES = {"received": (("received",), ("received", "carried_in")), "concluded": (("concluded_total",),)}
_WORDS = {1: "up", -1: "down", 0: "same"}

_Row = tuple[str, float, float, float, float, float | None, float | None, str, float | None, float | None, float | None]


class StatedFrame:
    name = "stated"
    columns = {
        "source": KIND, "change": NUMBER, "prior": NUMBER, "current": NUMBER, "direction": NUMBER, "low": NUMBER, "high": NUMBER,
        "unit": KIND, "least": NUMBER, "whole": NUMBER, "most": NUMBER,
    }  # fmt: skip
    offers = frozenset({"where", "printed", "expected", "prior", "count", "previous"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        found = {_TEXT: False, _PREVIOUS: False, _NUMBER: False}
        for index, change in enumerate(case.narrative.changes):
            for row in _rows(case, index, change):
                found[row[0]] = True
                yield row
        reason = "no-change" if _last_year(case) or not case.narrative.changes else "no-previous"
        for source, seen in found.items():
            yield from (NotJudged(rule, reason if source == _PREVIOUS else "no-change") for rule in _RULES[source] if not seen)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        quantity = quantity_of(_change(case, record).quantity)
        return () if quantity is None or record["source"] == _NUMBER else tuple(name.lstrip("-") for name in quantity.figures)

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for record in records for doubt in _change(case, record).doubts]
        if any(record["source"] == _PREVIOUS for record in records):
            found += [doubt for r in records for name in self.figures(case, r) for doubt in case.figure(name).doubts]
            last = case.dossier.previous
            if last is None or not (last.year.sure and case.report.year.sure):
                found.append("year")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        record = records[0]
        change = _change(case, record)
        prior, current = value(record, "prior") or 0, value(record, "current") or 0
        due = (
            words("judging.prior-of", prior=plain_number(value(record, "whole")))
            if record["source"] == _NUMBER
            else _due(change, prior, current)
        )
        values = {
            "where": paragraph_in_words(case.report, change.place),
            "printed": change.printed,
            "expected": due,
            "prior": plain_number(prior),
            "count": plain_number(current),
            "previous": _named(case.dossier.previous),
        }
        return Told(values, due.zh, change.printed, (change.place,), spot=flat(change.sentence) + flat(change.printed))


def _change(case: Case, record: Record) -> Change:
    return case.narrative.changes[int(value(record, "change") or 0)]


def _rows(case: Case, index: int, change: Change) -> Iterator[_Row]:
    if change.scope is Scope.OTHER:
        return
    if change.prior is not None and change.current is not None:
        yield _row(_TEXT, index, change, change.prior, change.current)
        yield from _told_otherwise(case, index, change, change.prior, change.current)
    elif change.scope is Scope.OWN and change.prior is None and (pair := _between_reports(case, change)):
        yield _row(_PREVIOUS, index, change, *pair)
    elif row := _attainable(index, change):
        yield row


def _told_otherwise(case: Case, index: int, change: Change, prior: Decimal, current: Decimal) -> Iterator[_Row]:
    """44起，比2022年（33起）大幅上升: as great a change as the numbers told make, where last year's report has another than 33.

    Only where this year's is the tables' on the same base: else another rule says so, or both are of something else.
    """
    last = _last_year(case) if change.scope is Scope.OWN else None
    pairs = [pair for names in _names(case, change) if last and (pair := _pair(case, last, names)) and pair[1] == current]
    if pairs and all(pair[0] != prior for pair in pairs):
        told = replace(
            change, direction=(current > prior) - (current < prior), percent=False, low=abs(current - prior), high=abs(current - prior)
        )
        yield _row(_PREVIOUS, index, told, *pairs[0])


def _row(source: str, index: int, change: Change, prior: Decimal, current: Decimal) -> _Row:
    low, high = (None if bound is None else float(bound) for bound in (change.low, change.high))
    unit = "%" if change.percent else "n"
    return source, float(index), float(prior), float(current), float(change.direction), low, high, unit, None, None, None


def _attainable(index: int, change: Change) -> _Row | None:
    """This year's number and the change alone: between which bounds last year's must lie, and the whole number nearest to them."""
    current, low, high = change.current, change.low, change.high
    if not (change.percent and current) or low is None or high is None or change.prior is not None:
        return None
    factors = [1 + change.direction * bound / 100 for bound in (low, high)]
    if min(factors) <= 0:
        return None
    least, most = sorted(current / factor for factor in factors)
    whole = max(Decimal(1), ((least + most) / 2).quantize(Decimal(1), ROUND_HALF_UP))
    bounds = float(least), float(whole), float(most)
    return _NUMBER, float(index), float(whole), float(current), float(change.direction), float(low), float(high), "%", *bounds


def _between_reports(case: Case, change: Change) -> tuple[Decimal, Decimal] | None:
    """Last year's number and this year's, from the two reports; of several bases the one that fits the statement best."""
    last = _last_year(case)
    if last is None:
        return None
    pairs = [pair for names in _names(case, change) if (pair := _pair(case, last, names))]
    return min(pairs, key=lambda pair: _off(change, *pair), default=None)


def _names(case: Case, change: Change) -> list[tuple[str, ...]]:
    if bases := _BASES.get(change.quantity):
        return [tuple(f"applications.{row}.total" for row in base) for base in bases]
    quantity = quantity_of(change.quantity)
    return [quantity.figures] if quantity and not any(name.startswith("-") for name in quantity.figures) else []


def _pair(case: Case, last: Report, names: Sequence[str]) -> tuple[Decimal, Decimal] | None:
    sums = []
    for report in (last, case.report):
        figures = [report.figures.get(name) or Figure(name, None, State.ABSENT) for name in names]
        if any(number(figure) is None for figure in figures):
            return None
        sums.append(sum((figure.value for figure in figures if figure.value is not None), Decimal(0)))
    return sums[0], sums[1]


def _off(change: Change, prior: Decimal, current: Decimal) -> Decimal:
    """By how much the statement misses these two numbers; bounds not stated are not missed."""
    wrong = Decimal(10**9) if (current > prior) - (current < prior) != change.direction else Decimal(0)
    if change.low is None or change.high is None or (change.percent and not prior):
        return wrong
    size = abs(current - prior) / prior * 100 if change.percent else abs(current - prior)
    return wrong + max(change.low - size, size - change.high, Decimal(0))


def _last_year(case: Case) -> Report | None:
    last, year = case.dossier.previous, case.report.report_year
    return last if last is not None and last.readable and year is not None and last.report_year == year - 1 else None


def _due(change: Change, prior: float, current: float) -> Words:
    """The change that the two numbers make, in words: 下降28.6%."""
    direction = (current > prior) - (current < prior)
    if change.percent and not prior:
        return words("judging.no-per-cent")
    size = abs(current - prior) / prior * 100 if change.percent else abs(current - prior)
    amount = "" if not direction else f"{plain_number(round(size, 2))}{'%' if change.percent else ''}"
    return words(f"judging.change-{_WORDS[direction]}", amount=amount)


def _named(report: Report | None) -> Words:
    year = report.report_year if report else None
    return words("judging.report-of", year=year) if year else words("judging.report-of-last-year")
