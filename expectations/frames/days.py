"""One row a sign of the day on which the report appeared, beside the days by which and after which it should have.

What counts for lateness is the earliest day that a sign allows (`day`): a correction or a moved page makes nothing late. `shown` is
what the present document shows. Days are numbers: 20240131.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, text, value
from expectations.frames.plain import PlainFrame, known_agency, not_judged, published
from expectations.rule import Rule
from gouji.agencies.duties import duty_of
from gouji.agency import Agency
from gouji.fetched import Fetched
from gouji.finding import Words
from gouji.place import Place
from gouji.publication import Publication
from gouji.words import words
from gouji.words.days import day_in_words
from gouji.words.evidence import lists_in_words
from gouji.words.places import in_a_row

_LATE = {
    "department": "published-late-department",
    "government": "published-late-government",
    "local": "published-late-local",
}
_RULES = (*_LATE.values(), "published-early", "date-altered")
# A list may be cached, and a page reviewed, for some days before both show it.
_DAYS_OF_A_CACHE = 3


@dataclass(frozen=True, slots=True)
class _Sign:
    """One sign of the day: the earliest that it allows, and what the document shows now."""

    kind: str
    day: date
    shown: date | None = None


class DaysFrame(PlainFrame):
    name = "days"
    columns = {
        "sign": TEXT, "duty": TEXT, "day": NUMBER, "shown": NUMBER, "statutory": NUMBER, "local": NUMBER, "opens": NUMBER,
        "least": NUMBER,
    }  # fmt: skip
    offers = frozenset({"agency", "signs", "printed", "expected", "difference"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        publication, year = published(case), case.report.report_year
        if publication is None or year is None:
            yield from not_judged(_RULES, "not-published" if publication is None else "no-year")
            return
        signs = _signs(case, publication)
        duty, statutory, local = _duty(case, year)
        for sign in signs:
            opens = None if _ended_early(case, year) else _number(date(year + 1, 1, 1))
            least = _least(publication) if sign.kind == "page" else None
            yield sign.kind, duty, _number(sign.day), _number(sign.shown), _number(statutory), _number(local), opens, _number(least)
        yield from _unjudged(case, publication, signs, duty, local)

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [] if case.report.year.sure else ["year"]
        if rule.name == "date-altered":
            return (*found, "list-may-lag")
        signs = {text(record, "sign") for record in records}
        if len(signs) < 2 or (rule.name != "published-early" and "page" not in signs):
            found.append("one-day-only")
        if rule.name in (_LATE["department"], _LATE["government"]) and known_agency(case) is None:
            found.append("kind-from-name")
        return tuple(found)

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        column, bound = {"published-early": ("shown", "opens"), "date-altered": ("shown", "least")}.get(rule.name, ("day", "statutory"))
        bound = "local" if rule.name == _LATE["local"] else bound
        days = sorted((_date(value(record, column)), text(record, "sign")) for record in records)
        due = _date(value(records[0], bound))
        if rule.name == "published-early":
            due -= timedelta(days=1)
        shown = _seen(case) if rule.name == "date-altered" else due
        agency = case.dossier.agency.name if case.dossier.agency else case.report.agency.value or ""
        values = {
            "agency": Words(agency, agency),
            "signs": in_a_row(words(f"judging.day-{sign}", day=day_in_words(day)) for day, sign in days),
            "printed": day_in_words(days[0][0]),
            "expected": day_in_words(shown),
            "difference": abs((days[0][0] - shown).days),
        }
        lists = _lists(case, rule, records)
        tail = lists_in_words("judging.lists-lacking", lists)
        return Told(values, shown.isoformat(), days[0][0].isoformat(), _places(case, records), spot=rule.name, tail=tail, evidence=lists)


def _signs(case: Case, publication: Publication) -> list[_Sign]:
    """What the page shows, the day under the report, and the day from which the lists had it."""
    page, signed = publication.published_on, case.report.signed_on
    pages = [day for day in (page, publication.first_published_on, *(other.published_on for other in case.dossier.others)) if day]
    hands = [day for day in (signed, publication.first_signed_on, *(other.signed_on for other in case.dossier.others)) if day]
    found = [_Sign("page", min(pages), page)] if pages else []
    found += [_Sign("signature", min(hands), signed)] if hands else []
    if publication.absent_on:
        found.append(_Sign("list", publication.absent_on + timedelta(days=1)))
    return found


def _duty(case: Case, year: int) -> tuple[str | None, date | None, date | None]:
    """Whose deadline it is, the statute's day and the local one."""
    agency, deadlines = case.dossier.agency, case.dossier.deadlines
    duty = duty_of(agency) if agency else None
    due = {"department": deadlines.department, "government": deadlines.government}.get(duty or "")
    return duty, deadlines.day(due, year) if due else None, _local(case, agency, year)


def _local(case: Case, agency: Agency | None, year: int) -> date | None:
    """The roster's own deadline, if it is of this year's reports, else that of a local notice for bodies of this kind."""
    if agency is None:
        return None
    deadlines = case.dossier.deadlines
    if agency.deadline and agency.deadline.year == year + 1:
        return deadlines.shifted(agency.deadline)
    due = deadlines.local.get(agency.kind or "")
    return deadlines.day(due, year) if due else None


def _ended_early(case: Case, year: int) -> bool:
    """Whether the body was dissolved within the year: its last report is due before the year ends."""
    agency = case.dossier.agency
    return bool(agency and agency.dissolved and agency.dissolved.year == year)


def _least(publication: Publication) -> date | None:
    """The earliest day that the page can truly show: not before one it showed already, nor long before a list lacked it."""
    found = [publication.shown_before]
    if publication.absent_on and publication.first_seen:
        found.append(min(publication.absent_on, publication.first_seen - timedelta(days=_DAYS_OF_A_CACHE)))
    return max((day for day in found if day), default=None) if publication.published_on else None


def _unjudged(case: Case, publication: Publication, signs: Sequence[_Sign], duty: str | None, local: date | None) -> Iterator[NotJudged]:
    if not signs:
        yield from not_judged((*_LATE.values(), "published-early"), "no-day")
    elif duty is None:
        yield from not_judged((_LATE["department"], _LATE["government"]), "duty-unknown")
    if signs and local is None and duty in ("local", None):
        agency = case.dossier.agency
        yield NotJudged(_LATE["local"], "deadline-of-another-year" if agency and agency.deadline else "no-local-deadline")
    if _least(publication) is None:
        yield NotJudged("date-altered", "not-watched")


def _seen(case: Case) -> date:
    """The day against which the page's date speaks: the first fetch, or what the page showed before."""
    publication = case.dossier.publication
    assert publication is not None
    days = [day for day in (publication.first_seen, publication.shown_before) if day]
    return max(days)


def _places(case: Case, records: Sequence[Record]) -> tuple[Place, ...]:
    """The day under the report has a place; what a page or a list shows stands outside the article."""
    signed = any(record["sign"] == "signature" for record in records)
    return tuple(sign.place for sign in case.report.year.signs if signed and sign.kind == "signature" and sign.place)


def _lists(case: Case, rule: Rule, records: Sequence[Record]) -> tuple[Fetched, ...]:
    """The list that did not have the report yet, where that is what speaks against the day."""
    publication = case.dossier.publication
    lacked = rule.name == "date-altered" or any(record["sign"] == "list" for record in records)
    return publication.lacking if publication and lacked else ()


def _number(day: date | None) -> float | None:
    return float(day.year * 10000 + day.month * 100 + day.day) if day else None


def _date(number: float | None) -> date:
    day = int(number or 0)
    return date(day // 10000, day // 100 % 100, day % 100)
