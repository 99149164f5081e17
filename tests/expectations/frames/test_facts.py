"""What a report says of its own year and body, and when that is only a question or nothing to judge."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from expectations.judging import judge
from gouji.agency import Agency
from gouji.finding import Finding
from gouji.judgement import Judgement
from gouji.report import Report, Settled
from tests.builders import AGENCY, agency, dossier, period, settled, sound_report

FACTS = ["title-year", "title-agency", "period-wrong", "period-partial", "form-superseded"]


def _judged(report: Report, body: Agency | None = None) -> Judgement:
    (judgement,) = judge([dossier(report, agency=body or agency())], select=FACTS)
    return judgement


def _found(report: Report, body: Agency | None = None) -> list[tuple[str, bool]]:
    return [(finding.rule, finding.doubt) for finding in _judged(report, body).findings]


def _year(value: str, sure: bool, signs: Mapping[str, str]) -> Report:
    return replace(sound_report(), year=Settled(value, sure, settled(value, True, **signs).signs))


@pytest.mark.parametrize(
    ("report", "found"),
    [
        (_year("2023", True, {"title": "2022", "period": "2023", "signature": "2023"}), [("title-year", False)]),
        (_year("2022", False, {"title": "2022", "period": "2022", "signature": "2023", "text": "2023"}), [("title-year", True)]),
        (_year("2022", False, {"title": "2022", "signature": "2023"}), [("title-year", True)]),
        (_year("2023", True, {"title": "2023", "period": "2023", "signature": "2022"}), []),
        (_year("2023", True, {"title": "2023", "file": "2022"}), []),
    ],
)
def test_the_title_stands_against_what_other_places_show(report: Report, found: list[tuple[str, bool]]) -> None:
    assert [entry for entry in _found(report) if entry[0] == "title-year"] == found


def test_a_year_known_from_the_title_alone_is_not_judged() -> None:
    judgement = _judged(_year("2023", True, {"title": "2023", "file": "2023"}))
    assert [(n.rule, n.reason.zh) for n in judgement.not_checked] == [("title-year", "除标题外没有可比之处")]


def _names(title: str, signature: str) -> Report:
    return replace(sound_report(), agency=settled(signature, True, title=title, signature=signature))


@pytest.mark.parametrize(
    ("title", "signature", "found"),
    [
        ("水务局", AGENCY, []),
        ("临河县人民政府", "临河县人民政府办公室", []),
        ("临河区", "安平市临河区人民政府", []),
        ("临河县卫健委", "临河县卫生健康委员会", [("title-agency", True)]),
        ("青山县水务局", AGENCY, [("title-agency", False)]),
        ("临河县水务局", "临河县水务局办公室", []),
        ("水务局", "临河县水务局政策法规股", []),
        ("临河县水务局", "临河县水务局城东分局", [("title-agency", True)]),
        ("望河镇人民政府", "望河镇党政综合办公室", []),
        ("临河县人民政府", "临河县人民政府办公室政务公开科", []),
        ("临河县人民政府", "临河县人民政府外事办公室", [("title-agency", True)]),
        ("临河县人民政府", "临河县综合行政执法局", [("title-agency", False)]),
    ],
)
def test_the_body_of_the_title_is_the_body_of_the_signature(title: str, signature: str, found: list[tuple[str, bool]]) -> None:
    assert _found(_names(title, signature)) == found


def test_an_alias_of_the_roster_is_the_same_body() -> None:
    body = agency("临河县卫生健康委员会", aliases=("临河县卫健委",), source="roster")
    assert _found(_names("临河县卫健委", "临河县卫生健康委员会"), body) == []


def _stated(**days: Any) -> Report:
    return replace(sound_report(), period=period(2023, **days))


def test_a_day_too_few_is_a_slip_and_months_too_few_a_question() -> None:
    assert _found(_stated(end=date(2023, 12, 30))) == [("period-partial", False)]
    assert _found(_stated(start=date(2023, 4, 1))) == [("period-partial", True)]


def test_a_body_founded_within_the_year_rightly_states_a_part() -> None:
    assert _found(_stated(start=date(2023, 4, 1)), agency(founded=date(2023, 4, 1))) == []


def test_a_period_that_ends_before_it_begins_is_wrong() -> None:
    judgement = _judged(_stated(start=date(2023, 12, 31), end=date(2023, 1, 1)))
    (finding,) = judgement.findings
    assert (finding.rule, finding.also) == ("period-wrong", ("period-partial",))


def _superseded(strangers: tuple[str, ...]) -> list[Finding]:
    report = sound_report()
    table = replace(report.tables["disclosure"], strangers=strangers)
    return list(_judged(replace(report, tables={**report.tables, "disclosure": table})).findings)


def test_two_rows_that_only_the_trial_form_has_show_that_it_was_taken() -> None:
    (finding,) = _superseded(("其他对外管理服务事项", "政府 集中采购"))
    assert finding.rule == "form-superseded"
    assert "“其他对外管理服务事项”、“政府 集中采购”" in finding.message.zh


def test_one_such_row_or_rows_of_a_province_do_not() -> None:
    assert _superseded(("政府集中采购", "其他主动公开文件")) == []
