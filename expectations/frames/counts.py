"""One row a rule that sets counts of the tables side by side: this year's, last year's, and what kind of body reports.

A row is there where the count that the rule speaks of is more than nothing, or says something of the body by being nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from expectations.frames.before import before, why_not
from expectations.frames.before import doubts as doubts_of
from expectations.frames.kind import KIND, NUMBER, Case, Cell, NotJudged, Record, Told, number, plain_number, text, value
from expectations.frames.powers import field_of_work, level
from expectations.rule import Rule
from gouji.data import data_file
from gouji.report import Figure
from gouji.words import words
from gouji.words.places import place_in_words

_SUIT = "suit-without-reconsideration"
_OVER = "suit-after-over-reconsideration"
_SUITS = "litigation_after_reconsideration"
_OUTCOMES = ("upheld", "corrected", "other", "pending")
_RECONSIDERED = re.compile("复议(?!后)")
_NONE = re.compile("未|没有|无|0件|零|不存在")


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted: figures added up, or tracks of Table 4; `last` in last year's report."""

    figures: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    last: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        return self.figures or tuple(name for track in self.tracks for name in _of_a_track(track))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule reads: the count that it speaks of, and those set beside it. `by_name` rests on what the body is called."""

    shows: str
    beside: tuple[str, ...] = ()
    by_name: bool = False
    of_none: bool = False
    forms: tuple[str, ...] = ("2021", "2019")

    @property
    def names(self) -> tuple[str, ...]:
        return (self.shows, *self.beside)


class CountsFrame:
    name = "counts"
    offers = frozenset({"where", "printed", "expected", "difference", "share", "field"})

    @property
    def columns(self) -> Mapping[str, str]:
        return {"rule": KIND, "year": NUMBER, "field": KIND, "level": KIND, **dict.fromkeys(counts(), NUMBER)}

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        for rule, reading in readings().items():
            shown = _total(case, counts()[reading.shows]) if case.report.form in reading.forms else 0
            if shown is None:
                yield NotJudged(rule, "not-all-numbers", "table", counts()[reading.shows].ids[0].split(".")[0])
            elif shown or reading.of_none:
                yield _row(case, rule, reading)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        """Those of this year that are more than nothing, all where none is."""
        own = [count for name in readings()[text(record, "rule")].names if not (count := counts()[name]).last]
        names = dict.fromkeys(name for count in own for name in count.ids)
        return tuple(name for name in names if case.numbers.get(name)) or tuple(names)

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        reading, agency = readings()[rule.name], case.dossier.agency
        own = [case.figure(name) for count in reading.names if not counts()[count].last for name in counts()[count].ids]
        last = [before(case, name) for count in reading.names if counts()[count].last for name in counts()[count].ids]
        found = list(doubts_of(case, [*own, *last]) if last else [doubt for figure in own for doubt in figure.doubts])
        if reading.by_name and agency is not None:
            found += ["agency"] * (not agency.sure) + ["kind-by-name"] * (agency.source != "roster")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        reading, record = readings()[rule.name], records[0]
        shown, beside = value(record, reading.shows) or 0, _beside(record, reading)
        expected = _usual(rule.name) if beside is None else plain_number(beside)
        values = {
            "where": place_in_words(case.form.name, _first(case, counts()[reading.shows])),
            "printed": plain_number(shown),
            "expected": expected,
            "difference": plain_number(abs(shown - (beside or 0))),
            "share": f"{100 * shown / beside:.0f}" if beside else "",
            "field": record["field"] or "",
        }
        return Told(values, actual=plain_number(shown))


@cache
def counts() -> Mapping[str, Count]:
    """The counts by name."""
    return {name: Count(tuple(e.get("figures", ())), tuple(e.get("tracks", ())), e.get("last", False)) for name, e in _data("counts")}


@cache
def readings() -> Mapping[str, Reading]:
    """What each rule reads."""
    made: dict[str, Reading] = {}
    for name, entry in _data("rules"):
        told: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()}
        made[name] = Reading(**told)
    return made


def _data(part: str) -> list[tuple[str, dict[str, Any]]]:
    return list(data_file("expectations.frames", "counts.yaml")[part].items())


def _row(case: Case, rule: str, reading: Reading) -> tuple[Cell, ...] | NotJudged:
    """The counts that this rule reads, or why one of them is not there."""
    if reason := _why_not(case, rule, reading):
        return NotJudged(rule, reason)
    found = {name: _total(case, counts()[name]) for name in reading.names}
    if None in found.values():
        missing = next(name for name, total in found.items() if total is None)
        return NotJudged(rule, "not-all-numbers", "table", counts()[missing].ids[0].split(".")[0])
    body = (field_of_work(case), level(case)) if reading.by_name else (None, None)
    year = case.report.report_year
    return rule, None if year is None else float(year), *body, *(found.get(name) for name in counts())


def _why_not(case: Case, rule: str, reading: Reading) -> str | None:
    if any(counts()[name].last for name in reading.names) and (reason := why_not(case)):
        return reason
    if reading.by_name and (case.dossier.agency is None or case.dossier.agency.kind is None):
        return "body-unknown"
    if rule == _SUIT and any(_RECONSIDERED.search(s.text) and not _NONE.search(s.text) for s in case.sentences if s.part == "text"):
        return "text-names-reconsideration"
    if rule in (_SUIT, _OVER) and _of_track(case.numbers.get, _SUITS) != case.numbers.get(f"proceedings.{_SUITS}.total"):
        return "unbalanced"
    return None


def _total(case: Case, count: Count) -> float | None:
    """The sum, None where a part of it is no number."""
    number_of = _numbers(case, last=count.last)
    found = [*(_of_track(number_of, track) for track in count.tracks), *map(number_of, count.figures)]
    known = [n for n in found if n is not None]
    return sum(known) if len(known) == len(found) else None


_NumberOf = Callable[[str], float | None]


def _numbers(case: Case, *, last: bool) -> _NumberOf:
    """What gives a figure's number in this report or in last year's, None where it is none."""
    return (lambda name: number(before(case, name))) if last else case.numbers.get


def _of_track(number_of: _NumberOf, track: str) -> float | None:
    """The track's cases: its total or its outcomes together, whichever is more, so that a forgotten total hides none."""
    *outcomes, total = map(number_of, _of_a_track(track))
    return None if total is None else max(total, sum(n for n in outcomes if n is not None))


@cache
def _of_a_track(track: str) -> tuple[str, ...]:
    """The track's figures, its total last."""
    return tuple(f"proceedings.{track}.{column}" for column in (*_OUTCOMES, "total"))


def _beside(record: Record, reading: Reading) -> float | None:
    """What is set beside the shown count; counts of two years together."""
    if not reading.beside:
        return None
    numbers = [value(record, name) or 0 for name in reading.beside]
    return sum(numbers) if any(counts()[name].last for name in reading.beside) else numbers[0]


def _first(case: Case, count: Count) -> Figure:
    """The first figure of the count that is not 0, else its first."""
    figures = [case.figure(name) for name in (*(f"proceedings.{t}.total" for t in count.tracks), *count.figures)]
    return next((figure for figure in figures if number(figure)), figures[0])


def _usual(rule: str) -> object:
    """What such a body usually has."""
    return words("judging.more-than-none") if rule == "powers-unused" else "0"
