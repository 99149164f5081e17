"""Decisions, cases and rows of an author who tells them in an order of his own, and what is none of them."""

import pytest

from gouji.narrative import narrative
from tests.builders import sound_report, with_more_text
from tests.gouji.narrative.telling import Told, claimed, told

WORDED: list[tuple[str, Told]] = [
    # what came in, and what was left of the year before
    ("受理依申请公开政府信息线上申请和书面申请共9件。", [("received", 9)]),
    ("收到政府信息公开书面及网络申请共计9件。", [("received", 9)]),
    ("接到群众书面要求公开政府信息的申请9条。", [("received", 9)]),
    ("我局年初尚有上年度结转的政府信息公开申请2件，均已办结。", [("carried_in", 2)]),
    ("收到申请9件，公开答复7件，结转下年度2件。", [("received", 9), ("concluded", 7), ("carried_out", 2)]),
    ("收到的申请中，没有一件由商业企业提出。", [("applicants_business", 0)]),
    ("收到的申请中，无一件来自法人或其他组织。", [("applicants_legal_persons", 0)]),
    ("受理低保线上申请和书面申请共9件。", []),
    ("收到的建议中，没有一件由企业提出。", []),
    # rows by what the form counts among them
    ("收到申请9件，申请内容属于人事管理、后勤管理等内部事务信息的3件，依法不予公开。", [("received", 9), ("denied_internal", 3)]),
    ("收到申请9件，内容涉及讨论记录、请示报告等四类过程性信息的3件，我局答复不予公开。", [("received", 9), ("denied_process", 3)]),
    ("收到申请9件，同一申请人大量反复申请的3件，不予处理。", [("received", 9), ("rejected_mass", 3)]),
    ("收到申请9件，申请人主动撤回申请3件，我局记入其他处理。", [("received", 9), ("other_misc", 3)]),
    ("收到申请9件，申请内容属于人事管理的3件，不予公开。", [("received", 9)]),
    # disputes, and who began them
    ("因政府信息公开工作，我局被公民、法人提起行政诉讼3起。", [("litigation", 3)]),
    ("我局政府信息公开工作连续三年保持零投诉、零复议、零诉讼。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("全年政府信息公开实现“零复议”的良好局面。", [("no_reconsideration", 0)]),
    ("公民就政府信息公开提出复议、诉讼的情况：我局无此类情况。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("全年没有政府信息类行政复议和行政诉讼案件。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("我局全年被群众提起行政诉讼2起。", []),
    ("我局信息公开零复议败诉。", [("none_corrected_reconsideration", 0)]),
    # decisions and documents
    ("本镇全年新增行政许可决定93项，行政处罚决定28项。", [("permits_made", 93), ("penalties_made", 28)]),
    ("2023年共作出并公开行政处罚决定26条。", [("penalties_made", 26)]),
    ("我局处理行政许可0件，处理行政处罚0件，处理行政强制0件。", [("permits_made", 0), ("penalties_made", 0), ("coercive_measures_made", 0)]),
    ("我局新增行政规范性文件3件，废止2件。", [("normative_documents_issued", 3), ("normative_documents_repealed", 2)]),
    ("全年新增行政许可事项93项，行政处罚事项28项。", []),
    ("做好双公示工作，全年新增行政许可决定93项。", []),
    ("公开新增行政处罚决定93条。", []),
    ("处理行政许可申请22件，处理行政处罚投诉3件。", []),
    ("规范性文件专栏更新及时，新增行政规范性文件3件。", []),
    ("市政府新增行政规范性文件3件。", []),
]  # fmt: skip
# A whole and parts that make more than it.
LISTED = [
    ("热线全年受理诉求1248件，咨询类161件，投诉类436件，建议类652件。", (1248, (161, 436, 652))),
    ("累计公开信息2021条。从公开渠道看，网站公开845条；新媒体公开320条；传统载体公开858条。", (2021, (845, 320, 858))),
    ("宣传栏发布38条，显示屏发布685条，全年各渠道合计发布信息695条。", (695, (38, 685))),
]
NOT_LISTED = [
    "热线全年受理诉求1248件，咨询类161件，投诉类436件，建议类852件。",
    "热线全年受理诉求1248件，咨询类161件，投诉类436件，建议类652件，办结1200件。",
]
TOLD_AT_ONCE = ("全年办理建议提案79件，105件建议提案均已按时办结。", (79, 105))
NOT_TOLD_AT_ONCE = [
    "全年办理建议提案79件，65件建议提案均已按时办结。",
    "全年办理建议提案79件，上年结转26件，105件建议提案均已按时办结。",
    "全年整改问题79件，105件问题线索均已移送。",
]
DOUBTED = [
    ("我局处理行政许可22件、行政处罚34件。", "clause-unclear"),
    ("收到申请9件，公开答复3件，不予公开4件，结转下年度2件。", "bare-word"),
    ("力争实现政府信息公开零复议、零诉讼。", "clause-unclear"),
]


@pytest.mark.parametrize(("sentence", "expected"), WORDED)
def test_authors_with_an_order_of_their_own_are_understood(sentence: str, expected: Told) -> None:
    assert claimed(sentence) == expected


@pytest.mark.parametrize(("sentence", "doubt"), DOUBTED)
def test_what_may_be_of_something_else_is_only_asked_about(sentence: str, doubt: str) -> None:
    report = with_more_text(sound_report(), 1, sentence)
    assert [claim for claim in narrative(report).claims if claim.printed in sentence and doubt in claim.doubts]


@pytest.mark.parametrize(("sentence", "expected"), LISTED)
def test_parts_in_clauses_of_their_own_are_added_up(sentence: str, expected: tuple[int, tuple[int, ...]]) -> None:
    assert [(one.total, one.parts) for one in told(sentence).listings] == [expected]


@pytest.mark.parametrize("sentence", NOT_LISTED)
def test_kinds_far_from_their_whole_or_beside_other_counts_are_no_parts(sentence: str) -> None:
    assert not told(sentence).listings


def test_all_of_them_are_no_more_than_were_counted_right_before() -> None:
    sentence, numbers = TOLD_AT_ONCE
    assert [(one.value, other.value) for one, other in told(sentence).repeated] == [numbers]


@pytest.mark.parametrize("sentence", NOT_TOLD_AT_ONCE)
def test_some_of_them_those_carried_over_and_other_things_contradict_nothing(sentence: str) -> None:
    assert not told(sentence).repeated
