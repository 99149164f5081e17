"""What is told of a report whose title, period, signature or form is at fault."""

from collections.abc import Callable, Mapping
from datetime import date

from expectations.frames.kind import Case, Told
from expectations.frames.old_labels import old_labels
from expectations.frames.reported_days import signing, span, whole_year
from expectations.frames.year_signs import shown_year, title_year, witnesses
from gouji.finding import Words
from gouji.words import words
from gouji.words.days import day_in_words
from gouji.words.places import in_a_row, paragraph_in_words, table_in_words, with_spot


def _tell_title_year(case: Case) -> Told:
    title, shown = title_year(case.report), shown_year(case.report)
    signs = witnesses(case.report, shown)
    where = in_a_row([words(f"judging.sign-{sign.kind}") for sign in signs])
    places = [sign.place for sign in case.report.year.signs if sign.kind == "title" and sign.place]
    places += [sign.place for sign in signs if sign.place]
    return Told({"where": where, "printed": title, "expected": shown}, str(shown), str(title), tuple(places), spot=str(title))


def _tell_period(case: Case) -> Told:
    period, whole = case.report.period, whole_year(case)
    expected = words("judging.period", start=day_in_words(whole[0]), end=day_in_words(whole[1])) if whole else Words("", "")
    if period is None:
        # Without a year the usual wording has none to name.
        usual = expected if whole else words("judging.period-usual")
        return Told({"where": words("place.report"), "printed": "", "expected": usual}, expected=usual.zh, spot="period")
    values = {"where": paragraph_in_words(case.report, period.place), "printed": period.printed, "expected": expected}
    places = (period.place,) if period.place else ()
    return Told(values, expected.zh, period.printed, places, spot=span(period.start, period.end))


def _tell_signature(case: Case) -> Told:
    report = case.report
    signed = report.signed_on.isoformat() if report.signed_on else ""
    first, _, last = (str(int(n or 0)) for n in signing(report))
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


TELLING: Mapping[str, Callable[[Case], Told]] = {
    "title-year": _tell_title_year,
    "period-missing": _tell_period,
    "period-wrong": _tell_period,
    "period-partial": _tell_period,
    "form-superseded": _tell_superseded,
    "signature-date-wrong": _tell_signature,
}
