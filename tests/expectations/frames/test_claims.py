"""What the text says of requests, held against the tables by its own words."""

import pytest

from expectations.judging import judge
from tests.builders import dossier, sound_report, with_figure, with_text


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("上年结转1件。收到政府信息公开申请8件，全部办结。", ["all-concluded-but-carried"]),
        ("收到政府信息公开申请8件，应办结的全部办结，另有1件结转下年度。", []),
        ("收到政府信息公开申请8件，均已办结。1件于年末收到，2023年结转至2024年办理。", []),
    ],
)
def test_a_request_carried_in_does_not_excuse_one_carried_out(told: str, found: list[str]) -> None:
    report = with_text(with_figure(sound_report(), "applications.carried_out.total", 1), 1, told)
    (judgement,) = judge([dossier(report)], select=["all-concluded-but-carried"])
    assert [finding.rule for finding in judgement.findings] == found


def test_a_claim_is_quoted_without_the_end_of_the_words_before_it() -> None:
    report = with_text(with_figure(sound_report(), "applications.received.business", 1), 1, "收到政府信息公开申请8件，均为自然人提交。")
    (judgement,) = judge([dossier(report)], select=["narrative-applicants"])
    assert [finding.message.zh.partition("，表三")[0] for finding in judgement.findings] == ["第一部分（第210段）：正文写“均为自然人提交”"]


@pytest.mark.parametrize(("told", "doubted"), [("全县共收到政府信息公开申请9000件。", True), ("全县共收到政府信息公开申请1件。", False)])
def test_a_whole_area_may_have_more_than_its_government_and_never_less(told: str, doubted: bool) -> None:
    report = with_text(sound_report(agency="云溪县人民政府"), 1, told)
    (judgement,) = judge([dossier(report)], select=["narrative-received"])
    assert [bool(finding.doubt) for finding in judgement.findings] == [doubted]


@pytest.mark.parametrize(
    ("told", "doubted"),
    [
        ("全县行政许可、行政处罚、行政强制决定数量分别为130件、34件、5件。", False),
        ("全县行政许可、行政处罚、行政强制决定数量分别为130件、33件、5件。", True),
        ("全县行政许可、行政处罚、行政强制决定数量分别为130件、30件、6件。", True),
    ],
)
def test_tables_that_bear_out_the_area_s_other_numbers_are_the_area_s(told: str, doubted: bool) -> None:
    report = with_text(sound_report(agency="云溪县人民政府"), 1, told)
    (judgement,) = judge([dossier(report)], select=["narrative-decisions"])
    assert bool(judgement.findings[0].doubt) == doubted


@pytest.mark.parametrize(("carried_in", "found"), [(0, ["rate-over-100-percent"]), (1, []), ("", [])])
def test_more_than_all_requests_were_concluded_only_where_some_were_carried_in(carried_in: int | str, found: list[str]) -> None:
    report = with_text(with_figure(sound_report(), "applications.carried_in.total", carried_in), 1, "依申请公开件办结率112.5%。")
    (judgement,) = judge([dossier(report)], select=["rate-over-100-percent", "rate-over-100-percent-possible"])
    assert [finding.rule for finding in judgement.findings] == found


def test_a_share_is_never_reckoned_of_less_than_its_part() -> None:
    report = with_text(sound_report(), 1, "政府信息公开申请中，予以公开9000件，占42.16%。")
    (judgement,) = judge([dossier(report)], select=["narrative-share"])
    assert judgement.findings == ()


@pytest.mark.parametrize(("area", "found"), [("全县", 0), ("我局", 1)])
def test_a_share_of_the_whole_area_is_not_reckoned_of_the_governments_own(area: str, found: int) -> None:
    name = "云溪县人民政府" if area == "全县" else "云溪县水务局"
    told = f"{area}共收到政府信息公开申请1447件。其中信函申请1件，占0.07%。"
    (judgement,) = judge([dossier(with_text(sound_report(agency=name), 1, told))], select=["narrative-share"])
    assert len(judgement.findings) == found


@pytest.mark.parametrize(
    ("told", "quoted"),
    [
        ("全年政策解读率达102%，群众满意度达103%。", ["全年政策解读率达102%…", "…群众满意度达103%…"]),
        ("局机关公开率105%、各站所公开率105%，均按时完成。", ["局机关公开率105%…", "…各站所公开率105%…"]),
        ("全年政策解读率达102%，增强了公开实效。", ["全年政策解读率达102%，增强了公开实效。"]),
    ],
)
def test_of_two_shares_in_a_sentence_each_is_quoted_by_its_own_words(told: str, quoted: list[str]) -> None:
    (judgement,) = judge([dossier(with_text(sound_report(), 1, told))], select=["rate-over-100-percent"])
    assert sorted(finding.message.zh.split("“")[1].split("”")[0] for finding in judgement.findings) == sorted(quoted)
    assert len({finding.fingerprint for finding in judgement.findings}) == len(quoted)


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("收到政府信息公开申请13件，其中申请人主动撤销5件，其余8件在规定时限内答复。", "info"),
        ("收到依申请公开件13封，其中 5 封申请人主动撤销申请，8封均已答复。", "info"),
        ("收到政府信息公开申请13件，其中申请人主动撤销4件，其余9件在规定时限内答复。", "warning"),
        ("收到政府信息公开申请13件，行政复议1件，复议机关撤销原答复5件。", "warning"),
    ],
)
def test_those_whom_their_applicants_took_back_explain_as_many_by_whatever_word(told: str, severity: str) -> None:
    (judgement,) = judge([dossier(with_text(sound_report(), 1, told))], select=["narrative-received"])
    assert [str(finding.severity) for finding in judgement.findings if not finding.doubt] == [severity]


@pytest.mark.parametrize(
    ("told", "doubted"),
    [
        ("县政府新收政府信息公开申请6件；部门新收政府信息公开申请787件。", True),
        ("县政府收到政府信息公开申请5件，县直部门收到政府信息公开申请20件。", True),
        ("县政府收到政府信息公开申请5件，均按期答复。", False),
    ],
)
def test_a_government_s_own_number_beside_its_departments_is_asked_about(told: str, doubted: bool) -> None:
    report = with_text(sound_report(agency="云溪县人民政府"), 1, told)
    (judgement,) = judge([dossier(report)], select=["narrative-received"])
    assert [bool(finding.doubt) for finding in judgement.findings] == [doubted]


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("收到政府信息公开申请13件，其中申请人主动撤销5件，其余8件在规定时限内答复。", []),
        ("收到政府信息公开申请8件，其中申请人主动撤销5件，其余3件在规定时限内答复。", ["warning"]),
    ],
)
def test_those_taken_back_that_the_tables_never_counted_are_asked_for_in_no_row(told: str, severity: list[str]) -> None:
    (judgement,) = judge([dossier(with_text(sound_report(), 1, told))], select=["narrative-outcomes"])
    assert [str(finding.severity) for finding in judgement.findings if not finding.doubt and str(finding.severity) != "info"] == severity
