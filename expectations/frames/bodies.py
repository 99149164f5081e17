"""Reports of bodies that hang together, beside each other: a government and its office, a department and its government, merged bodies."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, number, plain_number, text, value
from expectations.frames.plain import PlainFrame, known_agency
from expectations.rule import Rule
from gouji.agencies.duties import duty_of, is_office
from gouji.finding import Words
from gouji.narrative.context.scope import scope_of
from gouji.parts import Part, Standing
from gouji.report import Figure, Report, State
from gouji.words import words
from gouji.words.places import place_in_words, table_in_words

_OFFICE, _WHOLE, _SCOPE = _RULES = ("aggregate-equals-office", "part-equals-whole", "scope-undeclared")
_REGULATIONS, _MERGED = ("aggregate-regulations", "carry-over-of-merged")
_RECEIVED = "applications.received.total"
_CARRIED_IN, _CARRIED_OUT = "applications.carried_in.total", "applications.carried_out.total"


class ScopesFrame(PlainFrame):
    """One row a question: in how many figures a report differs from its office's or its government's, which scope it names."""

    name = "scopes"
    columns = {
        "question": TEXT, "other": TEXT, "differing": NUMBER, "positive": NUMBER, "printed": NUMBER, "elsewhere": NUMBER, "scope": TEXT,
    }  # fmt: skip
    offers = frozenset({"where", "part", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        agency = case.dossier.agency
        duty = duty_of(agency) if agency else None
        if duty == "government":
            yield _beside_office(case)
        if duty == "department" and agency and not is_office(agency):
            yield _beside_government(case)
        if agency and (duty == "government" or is_office(agency)):
            scope = scope_of(case.report.narrative()).printed
            yield (_SCOPE, None, None, None, None, None, scope) if known_agency(case) else NotJudged(_SCOPE, "not-in-roster")

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return () if record["question"] == _SCOPE else (_RECEIVED,)

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        if rule.name == _SCOPE:
            return case.report.doubts
        found = [] if case.report.year.sure else ["year"]
        if rule.name == _OFFICE and (part := _office(case)) and _differing(case.report, part.report, "disclosure") == 0:
            found.append("one-document")
        if rule.name == _WHOLE and value(records[0], "elsewhere") is None:
            found.append("only-department")
        return tuple(found)

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        if rule.name == _SCOPE:
            usual = words("judging.scope-usual")
            return Told({"where": words("place.report"), "part": "", "printed": "", "expected": usual}, usual.zh, spot=_SCOPE)
        other, received = text(records[0], "other"), value(records[0], "printed") or 0
        due = words("judging.own-figures")
        if rule.name == _OFFICE:
            least = plain_number(received + (value(records[0], "elsewhere") or 0))
            due = Words(least, least)
        values = {
            "where": table_in_words("applications"), "part": Words(other, other), "printed": plain_number(received), "expected": due,
        }  # fmt: skip
        return Told(values, due.zh, plain_number(received))


class BodiesFrame(PlainFrame):
    """One row a figure that two bodies' reports should both print, or that one takes over from others."""

    name = "bodies"
    columns = {"question": TEXT, "figure": TEXT, "value": NUMBER, "due": NUMBER, "other": TEXT}
    offers = frozenset({"where", "part", "printed", "expected", "difference"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        yield from _regulations(case)
        if case.dossier.merged is not None:
            yield _merged(case)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return (text(record, "figure"),)

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for record in records for doubt in case.figure(text(record, "figure")).doubts]
        found += [doubt for report in _others(case, rule) for r in records for doubt in _theirs(report, rule, text(r, "figure")).doubts]
        return tuple(dict.fromkeys([*found, *([] if case.report.year.sure else ["year"])]))

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        first = records[0]
        ours, due, other = value(first, "value") or 0, value(first, "due") or 0, text(first, "other")
        values = {
            "where": place_in_words(case.form.name, case.figure(text(first, "figure"))),
            "part": Words(other, other),
            "printed": plain_number(ours),
            "expected": plain_number(due),
            "difference": plain_number(abs(ours - due)),
        }
        return Told(values, plain_number(due), plain_number(ours))


def _beside_office(case: Case) -> tuple[Cell, ...] | NotJudged:
    """In how many figures of Tables 3 and 4 the government's report differs from its office's, and what a department received."""
    office = _office(case)
    if office is None or case.dossier.parts is None:
        return NotJudged(_OFFICE, "no-office-report")
    if office.report.sha256 == case.report.sha256:
        return NotJudged(_OFFICE, "one-document")
    scope, numbers = scope_of(case.report.narrative()), [
        n for part in case.dossier.parts.found if part.standing is Standing.DEPARTMENT
        if (n := number(_figure(part.report, _RECEIVED))) is not None
    ]  # fmt: skip
    differing = _differing(case.report, office.report, "applications", "proceedings")
    if differing is None or (scope.own and not scope.whole):
        return NotJudged(_OFFICE, "not-all-figures" if differing is None else "scope-own")
    return _OFFICE, office.agency.name, float(differing), None, case.numbers.get(_RECEIVED), max(numbers, default=None), None


def _beside_government(case: Case) -> tuple[Cell, ...] | NotJudged:
    """In how many figures of Table 3 a department's report differs from the government's, and how many are more than 0."""
    above = case.dossier.above
    if above is None:
        return NotJudged(_WHOLE, "no-government-report")
    if above.elsewhere == 0:
        return NotJudged(_WHOLE, "only-department")
    differing = _differing(case.report, above.report, "applications")
    if differing is None or not scope_of(above.report.narrative()).whole:
        return NotJudged(_WHOLE, "not-all-figures" if differing is None else "scope-not-whole")
    positive = sum(n > 0 for name, n in case.numbers.items() if name.startswith("applications."))
    elsewhere = float(above.elsewhere) if above.elsewhere is not None else None
    return _WHOLE, above.agency.name, float(differing), float(positive), case.numbers.get(_RECEIVED), elsewhere, None


def _regulations(case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
    """A government's 规章 beside those that its office prints; an office's 0 is usual, for 规章 are the government's."""
    office, agency = _office(case), case.dossier.agency
    if agency is None or duty_of(agency) != "government" or not agency.makes_regulations:
        return  # no 规章 of its own
    if office is None:
        yield NotJudged(_REGULATIONS, "no-office-report")
    else:
        for name in (f for f in case.form.figure_ids() if f.startswith("disclosure.regulations.")):
            ours, theirs = case.numbers.get(name), number(_figure(office.report, name))
            if ours is None or theirs is None:
                yield NotJudged(_REGULATIONS, "no-number-in-both", "figure", "disclosure", name)
            elif theirs:
                yield _REGULATIONS, name, ours, theirs, office.agency.name


def _merged(case: Case) -> tuple[Cell, ...] | NotJudged:
    """What the successor carries in beside what its predecessors, and itself the year before, carried out."""
    merged = case.dossier.merged
    if merged is None or not merged.found:
        return NotJudged(_MERGED, "predecessor-missing")
    own, reason = case.numbers.get(_CARRIED_IN), _why_not_merged(case)
    parts = [number(_figure(report, _CARRIED_OUT)) for report in _predecessors(case)]
    if reason or own is None or None in parts:
        return NotJudged(_MERGED, reason or "not-all-figures")
    names = "、".join(part.agency.name for part in merged.found)
    return _MERGED, _CARRIED_IN, own, sum(n for n in parts if n is not None), names


def _why_not_merged(case: Case) -> str | None:
    merged, agency, year = case.dossier.merged, case.dossier.agency, case.report.report_year
    if merged is None or merged.missing:
        return "predecessor-missing"
    existed = not (agency and agency.founded and year and agency.founded.year >= year)
    return "no-previous" if existed and case.dossier.previous is None else None


def _predecessors(case: Case) -> list[Report]:
    merged, previous = case.dossier.merged, case.dossier.previous
    return [*(part.report for part in (merged.found if merged else ())), *([previous] if previous else [])]


def _others(case: Case, rule: Rule) -> list[Report]:
    office = _office(case)
    return _predecessors(case) if rule.name == _MERGED else [office.report] if office else []


def _theirs(report: Report, rule: Rule, name: str) -> Figure:
    return _figure(report, _CARRIED_OUT if rule.name == _MERGED else name)


def _office(case: Case) -> Part | None:
    return case.dossier.parts.office if case.dossier.parts else None


def _figure(report: Report, name: str) -> Figure:
    return report.figures.get(name) or Figure(name, None, State.ABSENT)


def _differing(one: Report, other: Report, *tables: str) -> int | None:
    """How many figures of these tables differ; None where one of them is no surely read number in both."""
    names = [name for name in one.figures if name.split(".")[0] in tables]
    pairs = [(_sure(one, name), _sure(other, name)) for name in names]
    if not pairs or any(None in pair for pair in pairs):
        return None
    return sum(ours != theirs for ours, theirs in pairs)


def _sure(report: Report, name: str) -> Decimal | None:
    figure = _figure(report, name)
    return figure.value if figure.state is State.NUMBER and figure.sure else None
