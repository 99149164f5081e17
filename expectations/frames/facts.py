"""One row a report: what title, period and Table 2 say of its year."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told
from expectations.rule import Rule
from gouji.finding import Words
from gouji.form import form
from gouji.form.model import FormTable
from gouji.report import Report, Sign
from gouji.words import words
from gouji.words.days import day_in_words
from gouji.words.places import in_a_row, paragraph_in_words, table_in_words, with_spot

# A file's name is chosen by whoever stored it, and the years in the text are many: neither outweighs title or period.
_WITNESSES = ("given", "period", "signature", "preamble", "contact", "page", "text")
# A period that misses more days than this may be a body's that was founded or dissolved within the year.
_DAYS_OF_A_SLIP = 31


class FactsFrame:
    name = "facts"
    columns = {
        "year": NUMBER, "title_year": NUMBER, "shown_year": NUMBER, "period": TEXT, "whole_year": TEXT,
        "first_day": NUMBER, "period_start": NUMBER, "period_end": NUMBER, "last_day": NUMBER, "old_labels": NUMBER,
        "sign_first": NUMBER, "signed": NUMBER, "sign_last": NUMBER,
    }  # fmt: skip
    offers = frozenset({"where", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        report, year = case.report, case.report.report_year
        title, shown = _title_year(report), _shown_year(report)
        period, whole = report.period, _whole_year(case)
        yield (
            _n(year), _n(title), _n(shown), _span(period.start, period.end) if period else None, _span(*whole) if whole else None,
            _n(year and year * 10000 + 101), _day(period.start) if period else None, _day(period.end) if period else None,
            _n(year and year * 10000 + 1231), float(len(old_labels(report))) if "disclosure" in report.tables else None,
            *_signing(report),
        )  # fmt: skip
        yield from _not_judged(case, title, shown)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        report = case.report
        if rule.name == "title-year":
            alone = len(_witnesses(report, _shown_year(report))) < 2
            return ("one-sign-only",) if alone else () if report.year.sure else ("year",)
        if rule.name == "period-missing":
            return report.doubts
        if rule.name == "signature-date-wrong":
            return tuple(dict.fromkeys(_doubts_of_signature(case)))
        found = [] if report.year.sure else ["year"]
        if rule.name == "period-partial" and _may_be_part_of_a_year(case):
            found.append("founded-or-dissolved")
        if rule.name == "form-superseded":
            found += report.tables["disclosure"].doubts
        return tuple(found)

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        return _TELLING[rule.name](case)


def _not_judged(case: Case, title: int | None, shown: int | None) -> Iterator[NotJudged]:
    report = case.report
    if title is None:
        yield NotJudged("title-year", "no-title-year")
    elif shown is None:
        yield NotJudged("title-year", "title-alone")
    if report.signed_on is None or report.report_year is None:
        yield NotJudged("signature-date-wrong", "no-signature-day" if report.report_year else "no-year")
    for rule in ("period-wrong", "period-partial"):
        if report.period is None:
            yield NotJudged(rule, "no-period")
        elif report.report_year is None:
            yield NotJudged(rule, "no-year")
    if "disclosure" not in report.tables:
        yield NotJudged("form-superseded", "no-table", "table", "disclosure")
    elif report.report_year is None:
        yield NotJudged("form-superseded", "no-year")


def _signing(report: Report) -> tuple[float | None, float | None, float | None]:
    """The first day on which the report can be signed, the day under it, and the last: the day of publication where that is earlier."""
    year, signed = report.report_year, report.signed_on
    if year is None or signed is None:
        return None, None, None
    last = date(year + 1, 12, 31)
    published = report.published_on
    return _day(date(year + 1, 1, 1)), _day(signed), _day(min(last, published) if published and published.year > year else last)


def _doubts_of_signature(case: Case) -> Iterator[str]:
    """A later version is signed later, and a page's own day may be its draft's; a body that was dissolved reports early."""
    report, year, signed = case.report, case.report.report_year, case.report.signed_on
    yield from report.doubts
    if not report.year.sure:
        yield "year"
    if year is None or signed is None:
        return
    if signed > date(year + 1, 12, 31):
        yield "may-be-a-later-version"
    elif signed >= date(year + 1, 1, 1):
        yield "page-day"
    ended = report.period is not None and report.period.end < date(year, 12, 31)
    if signed < date(year + 1, 1, 1) and (ended or (case.dossier.agency and case.dossier.agency.dissolved)):
        yield "founded-or-dissolved"


def _title_year(report: Report) -> int | None:
    return next((int(sign.value) for sign in report.year.signs if sign.kind == "title"), None)


def _shown_year(report: Report) -> int | None:
    """The year that places other than the title show: the report's, unless that rests on the title against them."""
    others = [sign for sign in report.year.signs if sign.kind in _WITNESSES]
    if not others:
        return None
    if report.year.value and any(sign.value == report.year.value for sign in others):
        return int(report.year.value) if report.year.sure else _against(others, _title_year(report))
    return _against(others, None)


def _against(others: Sequence[Sign], title: int | None) -> int:
    """What most of the others say; on a tie the one that speaks against the title, for that is the question to ask."""
    votes = Counter(int(sign.value) for sign in others)
    return max(votes, key=lambda year: (votes[year], year != title))


def _witnesses(report: Report, year: int | None) -> list[Sign]:
    """The places that show this year, one of each kind."""
    by_kind = {sign.kind: sign for sign in report.year.signs if sign.kind in _WITNESSES and sign.value == str(year)}
    return list(by_kind.values())


def _whole_year(case: Case) -> tuple[date, date] | None:
    """The days of the report year on which the body existed, as far as the roster says."""
    year, agency = case.report.report_year, case.dossier.agency
    if year is None:
        return None
    founded, dissolved = (agency.founded, agency.dissolved) if agency else (None, None)
    start = founded if founded and founded.year == year else date(year, 1, 1)
    end = dissolved if dissolved and dissolved.year == year else date(year, 12, 31)
    return start, end


def _may_be_part_of_a_year(case: Case) -> bool:
    whole, period = _whole_year(case), case.report.period
    if whole is None or period is None:
        return False
    return (period.start - whole[0]).days > _DAYS_OF_A_SLIP or (whole[1] - period.end).days > _DAYS_OF_A_SLIP


def old_labels(report: Report) -> list[str]:
    """The labels in Table 2 that only the trial form has, as printed."""
    reading = report.tables["disclosure"]
    ids = _ids(form("2019").table("disclosure")) - _ids(form("2021").table("disclosure"))
    printed = [label for line in (reading.rows, reading.columns) for name, label in line.items() if name in ids]
    strange = [label for label in reading.strangers if _flat(label) in _old_names()]
    return list({_flat(label): label for label in (*printed, *strange)}.values())


def _old_names() -> set[str]:
    old, new = form("2019").table("disclosure"), form("2021").table("disclosure")
    return _names(old) - _names(new)


def _ids(table: FormTable) -> set[str]:
    return {line.id for block in table.blocks for line in (*block.rows, *block.columns)}


def _names(table: FormTable) -> set[str]:
    lines = [line for block in table.blocks for line in (*block.rows, *block.columns)]
    headings = [block.heading for block in table.blocks if block.heading]
    return {_flat(name) for line in lines for name in (line.label, *line.aliases)} | {_flat(heading) for heading in headings}


def _flat(label: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", label))


def _n(number: int | None) -> float | None:
    return float(number) if number else None


def _day(day: date) -> float:
    return float(day.year * 10000 + day.month * 100 + day.day)


def _span(start: date, end: date) -> str:
    return f"{start.isoformat()}/{end.isoformat()}"


def _tell_title_year(case: Case) -> Told:
    title, shown = _title_year(case.report), _shown_year(case.report)
    signs = _witnesses(case.report, shown)
    where = in_a_row([words(f"judging.sign-{sign.kind}") for sign in signs])
    places = [sign.place for sign in case.report.year.signs if sign.kind == "title" and sign.place]
    places += [sign.place for sign in signs if sign.place]
    return Told({"where": where, "printed": title, "expected": shown}, str(shown), str(title), tuple(places), spot=str(title))


def _tell_period(case: Case) -> Told:
    period, whole = case.report.period, _whole_year(case)
    expected = words("judging.period", start=day_in_words(whole[0]), end=day_in_words(whole[1])) if whole else Words("", "")
    if period is None:
        # Without a year the usual wording has none to name.
        usual = expected if whole else words("judging.period-usual")
        return Told({"where": words("place.report"), "printed": "", "expected": usual}, expected=usual.zh, spot="period")
    values = {"where": paragraph_in_words(case.report, period.place), "printed": period.printed, "expected": expected}
    places = (period.place,) if period.place else ()
    return Told(values, expected.zh, period.printed, places, spot=_span(period.start, period.end))


def _tell_signature(case: Case) -> Told:
    report = case.report
    signed = report.signed_on.isoformat() if report.signed_on else ""
    first, _, last = (str(int(n or 0)) for n in _signing(report))
    expected = words("judging.period", start=_written(first), end=_written(last))
    place = next((sign.place for sign in report.year.signs if sign.kind == "signature"), None)
    values = {
        "where": paragraph_in_words(report, place),
        "printed": day_in_words(report.signed_on) if report.signed_on else "",
        "expected": expected,
    }
    return Told(values, expected.zh, signed, (place,) if place else (), spot=signed)


def _written(day: str) -> Words:
    return day_in_words(date.fromisoformat(day)) if day != "0" else Words("", "")


def _tell_superseded(case: Case) -> Told:
    labels = old_labels(case.report)
    place = case.report.tables["disclosure"].place
    quoted = Words("、".join(f"“{label}”" for label in labels), ", ".join(f"“{label}”" for label in labels))
    values = {"where": with_spot(table_in_words("disclosure"), place), "printed": quoted, "expected": case.report.report_year}
    return Told(values, "2021", "2019", (place,) if place else (), spot="disclosure")


_TELLING = {
    "title-year": _tell_title_year,
    "period-missing": _tell_period,
    "period-wrong": _tell_period,
    "period-partial": _tell_period,
    "form-superseded": _tell_superseded,
    "signature-date-wrong": _tell_signature,
}
