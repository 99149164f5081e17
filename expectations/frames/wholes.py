"""One row a figure of a government's report beside the same figure of the bodies below it: their sum, and the largest of them."""

from collections.abc import Iterator, Sequence

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, number, plain_number, text, value
from expectations.frames.plain import PlainFrame, not_judged
from expectations.rule import Rule
from gouji.agencies.duties import duty_of
from gouji.finding import Words
from gouji.narrative.context.scope import Scope, scope_of
from gouji.parts import Part, Parts
from gouji.report import Figure, State
from gouji.words import words
from gouji.words.places import place_in_words

_SUM, _BELOW = _RULES = ("aggregate-sum", "aggregate-below-part")
# 规章 and 规范性文件 are the government's own; what is counted by all bodies stands in these rows and tables.
_COUNTED = ("disclosure.permits", "disclosure.penalties", "disclosure.coercive_measures", "disclosure.fees", "applications", "proceedings")


class WholesFrame(PlainFrame):
    name = "wholes"
    columns = {"figure": TEXT, "scope": TEXT, "value": NUMBER, "sum": NUMBER, "largest": NUMBER, "part": TEXT}
    offers = frozenset({"where", "printed", "expected", "difference", "part", "count"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        parts, agency = case.dossier.parts, case.dossier.agency
        if agency is None or duty_of(agency) != "government":
            return  # nobody's whole
        scope = scope_of(case.report.narrative())
        if reason := _why_not(case, parts, scope):
            yield from not_judged(_RULES, reason)
            return
        assert parts is not None
        summed = scope.whole and parts.complete
        if not summed:
            yield NotJudged(_SUM, "parts-missing" if scope.whole else "scope-not-whole")
        for name in case.numbers:
            if name.startswith(_COUNTED):
                yield from _row(case, name, parts, scope, summed)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return (text(record, "figure"),)

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        parts = case.dossier.parts
        assert parts is not None
        names = [text(record, "figure") for record in records]
        found = [doubt for name in names for doubt in case.figure(name).doubts]
        if rule.name == _SUM:
            found += [doubt for part in parts.found for name in names for doubt in _figure(part, name).doubts]
            found += ["branch-counted"] if any(part.agency.kind == "派出机构" for part in parts.found) else []
        else:
            found += [doubt for r in records for p in parts.found if p.agency.name == r["part"] for doubt in _figure(p, r["figure"]).doubts]
            found += [] if records[0]["scope"] == "whole" else ["scope-undeclared"]
        found += [] if case.report.year.sure and all(part.report.year.sure for part in parts.found) else ["year"]
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None if records[0]["scope"] == "whole" else "scope-undeclared"

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        first = records[0]
        ours, due = value(first, "value") or 0, value(first, "sum" if rule.name == _SUM else "largest") or 0
        values = {
            "where": place_in_words(case.form.name, case.figure(text(first, "figure"))),
            "printed": plain_number(ours),
            "expected": plain_number(due),
            "difference": plain_number(abs(ours - due)),
            "part": Words(text(first, "part"), text(first, "part")),
            "count": len(records),
        }
        at_least = "" if rule.name == _SUM else "≥"
        return Told(values, at_least + plain_number(due), plain_number(ours), tail=_tail(case, rule, records))


def _row(case: Case, name: str, parts: Parts, scope: Scope, summed: bool) -> Iterator[tuple[Cell, ...] | NotJudged]:
    numbers = [(n, part.agency.name) for part in parts.found if (n := number(_figure(part, name))) is not None]
    table, whole_of_it = name.split(".")[0], len(numbers) == len(parts.found)
    if summed and not whole_of_it:
        yield NotJudged(_SUM, "part-without-number", "figure", table, name)
    if numbers:
        largest, part = max(numbers, key=lambda found: found[0])
        total = round(sum(n for n, _ in numbers), 6) if summed and whole_of_it else None
        yield name, "whole" if scope.whole else None, case.numbers[name], total, largest, part


def _figure(part: Part, name: object) -> Figure:
    return part.report.figures.get(str(name)) or Figure(str(name), None, State.ABSENT)


def _why_not(case: Case, parts: Parts | None, scope: Scope) -> str | None:
    if parts is None or not parts.found:
        return "no-parts"
    if any(part.report.form != case.report.form for part in parts.found):
        return "parts-of-another-form"
    return "scope-own" if scope.own and not scope.whole else None


def _tail(case: Case, rule: Rule, records: Sequence[Record]) -> tuple[Words, ...]:
    parts = case.dossier.parts
    if rule.name == _SUM and parts:
        return (words("judging.parts-added", count=len(parts.found)),)
    return (words("judging.parts-missing", names="、".join(parts.missing[:5])),) if parts and parts.missing else ()
