"""What is said of some requests, cases or papers must not be taken for what all of the year are."""

import pytest

from gouji.narrative.claim import Claim
from tests.gouji.narrative.telling import claimed, told

OF_SOME = [
    "受理政府信息公开申请10件，其中2件均按规定程序办结，6件为“本机关不掌握相关政府信息”，重复申请1件，主动撤销1件。",
    "受理政府信息公开申请9件，其中3件已全部办结。",
    "受理政府信息公开申请9件，其中涉及拆迁的3件，已全部办结。",
    "收到政府信息公开申请10件，5件均已办结。",
    "受理政府信息公开申请45件，办结45件，结转下年度继续办理3件。所有申请件均在法定期限内予以答复，办结率100%。",
]
OF_ALL = [
    "收到政府信息公开申请10件，10件均已办结。",
    "发布信息120条，收到政府信息公开申请5件均已办结。",
    "2023年全局收到公开申请70件，到2023年12月31日已经全部办结。",
    "收到政府信息公开申请45件，结转下年度继续办理0件，办结率100%。",
]
LEFT = [
    ("收到政府信息公开申请7件，办结7件。其中，对3件予以公开，余下4件因不掌握相关信息无法提供。", False),
    ("收到政府信息公开申请7件，办结3件，剩余4件均已告知申请人。", False),
    ("收到政府信息公开申请7件，已办结3件，余下4件。", True),
    ("收到政府信息公开申请7件，已答复3件，剩余4件结转下年。", True),
]
PASSED_ON = [
    "共受理依申请公开事项1件，市转办2件，均已答复。",
    "收到政府信息公开申请5件，上级转办3件，均已答复。",
    "收到政府信息公开申请9件，其中网络平台收到3件，线下邮件收到1件，协助5件。",
]


def sure(text: str) -> list[Claim]:
    return [claim for claim in told(text).claims if not claim.doubts]


@pytest.mark.parametrize("text", OF_SOME)
def test_that_some_were_concluded_is_not_that_all_were(text: str) -> None:
    assert "all_concluded" not in {claim.quantity for claim in told(text).claims}


@pytest.mark.parametrize("text", OF_ALL)
def test_that_all_were_concluded_is_said_of_their_number(text: str) -> None:
    assert "all_concluded" in {claim.quantity for claim in sure(text)}


@pytest.mark.parametrize(("text", "surely"), LEFT)
def test_those_left_of_whom_something_is_told_are_not_surely_carried_out(text: str, surely: bool) -> None:
    assert ("carried_out" in {claim.quantity for claim in sure(text)}) is surely


@pytest.mark.parametrize("text", PASSED_ON)
def test_requests_that_others_passed_on_make_a_number_unsure(text: str) -> None:
    assert "received" not in {claim.quantity for claim in sure(text)}


def test_a_heading_of_both_tracks_does_not_widen_what_is_said_of_one() -> None:
    text = "因政府信息公开工作被申请行政复议或提起行政诉讼中，行政复议7件，均维持结果；行政诉讼3件。"
    quantities = {claim.quantity for claim in sure(text)}
    assert "all_upheld_reconsideration" in quantities
    assert "all_upheld_litigation" not in quantities


@pytest.mark.parametrize("text", ["信息公开行政复议7件、行政诉讼3件，均维持。", "信息公开行政复议、行政诉讼10件，均维持。"])
def test_both_tracks_are_upheld_where_both_are_counted(text: str) -> None:
    assert {"all_upheld_reconsideration", "all_upheld_litigation"} <= {claim.quantity for claim in sure(text)}


def test_papers_issued_among_those_in_force_may_be_of_any_year() -> None:
    assert not sure("梳理公布继续有效的规范性文件，包括本局制定的规范性文件12件。")
    assert [claim.quantity for claim in sure("梳理公布现行有效规范性文件，全年新制定规范性文件3件。")] == ["normative_documents_issued"]


def test_a_date_before_it_counts_none_of_them() -> None:
    assert ("all_concluded", 0) in claimed("全局收到公开申请70件，到2023年12月31日已经全部办结。")
