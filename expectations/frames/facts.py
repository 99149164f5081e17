"""One row a report: what title, period and Table 2 say of its year."""

from collections.abc import Iterator, Sequence

from expectations.frames.facts_told import TELLING
from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told
from expectations.frames.old_labels import old_labels
from expectations.frames.reported_days import day_number, doubts_of_signature, may_be_part_of_a_year, signing, span, whole_year
from expectations.frames.year_signs import shown_year, title_year, witnesses
from expectations.rule import Rule


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
        title, shown = title_year(report), shown_year(report)
        period, whole = report.period, whole_year(case)
        yield (
            _n(year), _n(title), _n(shown), span(period.start, period.end) if period else None, span(*whole) if whole else None,
            _n(year and year * 10000 + 101), day_number(period.start) if period else None, day_number(period.end) if period else None,
            _n(year and year * 10000 + 1231), float(len(old_labels(report))) if "disclosure" in report.tables else None,
            *signing(report),
        )  # fmt: skip
        yield from _not_judged(case, title, shown)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        report = case.report
        if rule.name == "title-year":
            alone = len(witnesses(report, shown_year(report))) < 2
            return ("one-sign-only",) if alone else () if report.year.sure else ("year",)
        if rule.name == "period-missing":
            return report.doubts
        if rule.name == "signature-date-wrong":
            return tuple(dict.fromkeys(doubts_of_signature(case)))
        found = [] if report.year.sure else ["year"]
        if rule.name == "period-partial" and may_be_part_of_a_year(case):
            found.append("founded-or-dissolved")
        if rule.name == "form-superseded":
            found += report.tables["disclosure"].doubts
        return tuple(found)

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        return TELLING[rule.name](case)


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


def _n(number: int | None) -> float | None:
    return float(number) if number else None
