"""Judged reports of a fictional county, as pages."""

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from expectations.data_docs import ReportPage, TicketLines
from gouji.finding import Finding, NotChecked, Severity, Verdict, Words
from gouji.judgement import Judgement
from gouji.place import Place
from gouji.report import Report
from tests.builders import agency, sound_report, with_figure

AGENCY = "青禾县林业局"
TRACK = tuple(f"proceedings.reconsideration.{column}" for column in ("upheld", "corrected", "other", "pending", "total"))
TOTAL = TRACK[-1]
NO_PREVIOUS = Words("没有上年报告（加 --previous）", "No report of last year (add --previous)")


def page(report: Report | None = None, judgement: Judgement | None = None, **changes: Any) -> ReportPage:
    """The page of this report, a sound one that passed where nothing is said."""
    report = report or sound_report(agency=AGENCY)
    made = ReportPage(
        id="qinghe-2023", source="inbox", location="inbox/青禾县林业局2023.pdf", sha256="ab" * 32,
        report=report, judgement=judgement or passed(), agency=agency(AGENCY), published_on=date(2024, 1, 20),
        read_at=datetime(2024, 1, 21, 6, 1), versions={"gouji": "0.1.0"},
    )  # fmt: skip
    return replace(made, **changes)


def failed_page(**changes: Any) -> ReportPage:
    """The page of a report whose 行政复议 total is printed as 0 where its parts make 1."""
    return page(with_figure(sound_report(agency=AGENCY), TOTAL, 0), failed(), ticket=TICKET, **changes)


TICKET = TicketLines("T-7", "open", (Words("2024-01-21 06:01 开启", "2024-01-21 06:01 opened"),))


def passed(**changes: Any) -> Judgement:
    held = (suite("tracks", result("proceedings-sum", 3)), suite("applicant_columns", result("applications-balance", 7)))
    return replace(Judgement(Verdict.PASS, (), (NotChecked("carried-in-from-last-year", NO_PREVIOUS),), results=held), **changes)


def failed(**changes: Any) -> Judgement:
    results = (suite("tracks", result("proceedings-sum", 3, TRACK)), suite("applicant_columns", result("applications-balance", 7)))
    return replace(passed(), **{"verdict": Verdict.FAIL, "findings": (finding(),), "results": results, **changes})


def finding(**changes: Any) -> Finding:
    """The wrong total of 行政复议."""
    made = Finding(
        rule="proceedings-sum", severity=Severity.ERROR, doubt=False,
        message=Words("总计填0，维持1＋纠正0＋其他0＋尚未审结0＝1，相差1。", "The total says 0; 1 + 0 + 0 + 0 = 1, a difference of 1."),
        basis="国办公开办函〔2021〕30号", figures=(TOTAL,), where=(Place(page=4, bbox=(90.0, 100.0, 110.0, 120.0)),),
        expected="1", actual="0", fingerprint="cd" * 16, also=("narrative-reconsideration",),
        fix=Words("核对案件登记，改正分项或总计。", "Check the cases; correct a part or the total."),
    )  # fmt: skip
    return replace(made, **changes)


def suite(frame: str, *results: dict[str, Any]) -> dict[str, Any]:
    """A suite's result of Great Expectations, cut to one report."""
    return {"suite_name": frame, "success": all(r["success"] for r in results), "results": list(results)}


def result(rule: str, judged: int, broken: tuple[str, ...] = ()) -> dict[str, Any]:
    """One expectation's result: so many rows looked at, and one of them, with these figures, against it."""
    rows = [{"figures": list(broken)}] if broken else []
    return {
        "success": not broken,
        "expectation_config": {"type": "expect_identity_to_hold", "kwargs": {}, "meta": {"rule": rule}},
        "result": {"element_count": judged, "unexpected_count": len(rows), "unexpected_index_list": rows},
    }


def flipped(judgement: Judgement, rule: str, broken: tuple[str, ...] = ()) -> Judgement:
    """The judgement with that one Great Expectations result changed and nothing else: violated on these figures, or held."""
    results = json.loads(json.dumps(judgement.results))
    for frame in results:
        frame["results"] = [
            result(rule, r["result"]["element_count"], broken) if r["expectation_config"]["meta"]["rule"] == rule else r
            for r in frame["results"]
        ]
    return replace(judgement, results=tuple(results))
