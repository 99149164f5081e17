"""One row for a body that makes 规章: those in force as printed, beside those that the public list (规章库) had when somebody looked."""

from collections.abc import Iterator, Sequence
from datetime import date

from expectations.frames.kind import NUMBER, Case, Cell, NotJudged, Record, Told, plain_number, value
from expectations.frames.plain import PlainFrame
from expectations.frames.powers import power
from expectations.rule import Rule
from gouji.agency import Agency
from gouji.words.days import day_in_words
from gouji.words.places import place_in_words

_RULE = "regulations-list"
_IN_FORCE = "disclosure.regulations.in_force"


class RegisteredFrame(PlainFrame):
    name = "registered"
    columns = {"value": NUMBER, "registered": NUMBER}
    offers = frozenset({"where", "printed", "expected", "difference", "day"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        agency, printed = case.dossier.agency, case.numbers.get(_IN_FORCE)
        if agency is None or power(case) != "with":
            return  # no 规章 of its own; where that is not known, regulations-without-power says so
        if reason := _why_not(case, agency):
            yield NotJudged(_RULE, reason)
        elif printed is None:
            yield NotJudged(_RULE, "figure-no-number", "figure", "disclosure", _IN_FORCE)
        else:
            yield printed, float(agency.registered_regulations or 0)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return (_IN_FORCE,)

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        agency = case.dossier.agency
        found = [*case.figure(_IN_FORCE).doubts, *([] if case.report.year.sure else ["year"])]
        return tuple(found if agency and agency.sure else [*found, "agency"])

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        printed, registered = value(records[0], "value") or 0, value(records[0], "registered") or 0
        agency = case.dossier.agency
        assert agency is not None
        assert agency.registered_on is not None
        values = {
            "where": place_in_words(case.form.name, case.figure(_IN_FORCE)),
            "printed": plain_number(printed),
            "expected": plain_number(registered),
            "difference": plain_number(abs(printed - registered)),
            "day": day_in_words(agency.registered_on),
        }
        return Told(values, plain_number(registered), plain_number(printed))


def _why_not(case: Case, agency: Agency) -> str | None:
    """The list shows what stood at the year's end only if it was seen from then on and before the report came out."""
    year, seen = case.report.report_year, agency.registered_on
    if agency.registered_regulations is None or seen is None:
        return "not-counted-there"
    out = _came_out(case)
    if year is None or out is None:
        return "no-year" if year is None else "no-day"
    return None if date(year, 12, 31) <= seen <= out else "counted-another-day"


def _came_out(case: Case) -> date | None:
    """The day of publication, that under the report where there is none."""
    publication = case.dossier.publication
    return (publication.published_on if publication else None) or case.report.published_on or case.report.signed_on
