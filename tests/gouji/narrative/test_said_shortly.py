"""Requests and what became of them said shortly: wholes with their new ones beside, 共有, what people ask for, disputes over requests."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

LED = "（二）依申请公开。畅通受理渠道，规范登记、审核和送达环节。"
WHOLES: list[tuple[str, Told]] = [
    ("共受理政府信息公开申请33件，其中新收31件，上年结转2件。", [("handled", 33), ("received", 31), ("carried_in", 2)]),
    (
        "2023年共受理政府信息公开申请33件，其中新收到31件，结转上年度办理2件，办结30件。",
        [("handled", 33), ("received", 31), ("carried_in", 2), ("concluded", 30)],
    ),
    ("共受理政府信息公开申请33件（新收31件，上年结转2件）。", [("handled", 33), ("received", 31), ("carried_in", 2)]),
    ("共收到政府信息公开申请33件，其中新增31件、上年结转2件。", [("handled", 33), ("received", 31), ("carried_in", 2)]),
    ("共收到政府信息公开申请33件，其中网络申请31件，上年结转2件。", [("received", 33), ("channel_net", 31), ("carried_in", 2)]),
    ("2023年全局受理的94件申请件其中88件申请已按规定予以答复，其中予以公开18件。", [("received", 94), ("granted", 18)]),
    ("全委共有四件政府信息公开申请，均为自然人提出，已全部按时答复。", [("received", 4), ("all_natural_person", 0)]),
    ("2023年度，共有4件政府信息公开申请，已全部公开。", [("received", 4), ("all_granted_or_partial", 0)]),
    ("其中共有4件政府信息公开申请，均为企业提出。", [("all_business", 0)]),
    ("我局共有4件政府信息公开申请，均需延期答复。", []),
    ("我局共有4件政府信息公开申请，因案情复杂延期。", []),
    ("2022年共有4件政府信息公开申请，均已答复。", []),
    ("共收到公民、法人和其他组织需要本机关依申请公开信息的申请15条。", [("received", 15)]),
    ("共收到需要延期的申请15条。", []),
    ("企业申请政务公开信息22条，收到自然人申请公开政务信息7条。", [("applicants_business", 22), ("applicants_natural_person", 7)]),
    ("处理依申请信息公开14件（其中网上申请公开10件）。", [("handled", 14), ("channel_net", 10)]),
    ("收到申请14件，其中网上申请公开10件、信函申请公开4件。", [("received", 14), ("channel_net", 10), ("channel_letter", 4)]),
    ("本机关未办结12件，因答复期限未到，结转至下年度办理。", [("carried_out", 12)]),
    ("信访未办结3件，因期限未到，结转下年。", []),
    ("答复的申请中，申请人撤销等其他处理7件。", [("other_outcomes", 7)]),
    ("收到申请20件，申请人撤回7件，其他处理9件。", [("received", 20), ("withdrawn", 7), ("other_outcomes", 9)]),
]
NONE_ASKED = [
    ("2023年度群众提出的政府信息公开申请，皆依法依规予以答复。", ["all_of_no_requests"]),
    ("本年度公民、法人和其他组织提交的政府信息公开申请均按时办结。", ["all_of_no_requests"]),
    ("对群众提出的政府信息公开申请，皆依法依规予以答复。", []),
    ("2022年度群众提出的政府信息公开申请，皆依法依规予以答复。", []),
]
DISPUTES: list[tuple[str, Told]] = [
    ("2023年，我局均按期答复申请，未发生行政复议、行政诉讼事件。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("全年办理的申请件中，涉及行政复议11件，被纠错1件。", [("reconsideration", 11), ("reconsideration_corrected", 1)]),
    ("未存在因政府信息公开工作被申请行政复议、提起行政诉讼情况。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("未存在因答复不当被申请行政复议的情况。", []),
    ("2023年，我局依法办理行政许可，未发生行政复议、行政诉讼。", []),
    ("2023年，我局均按期答复许可申请，未发生行政复议、行政诉讼。", []),
    ("受理低保申请，未发生行政复议。", []),
    # what they are about, not what came of them
    ("全年办理申请20件，其中3件为行政复议相关申请。", [("handled", 20)]),
    ("收到申请20件，答复20件，涉及行政诉讼3件。", [("received", 20), ("concluded", 20)]),
    ("受理申请20件，办结20件，引发行政复议2件。", [("received", 20), ("concluded", 20), ("reconsideration", 2)]),
    ("受理群众来信，均已办结，未发生行政复议。", []),
]


@pytest.mark.parametrize(("text", "expected"), WHOLES)
def test_requests_said_shortly_are_counted_as_they_are(text: str, expected: Told) -> None:
    assert claimed(LED, text) == expected


@pytest.mark.parametrize(("text", "expected"), NONE_ASKED)
def test_what_is_said_of_what_people_asked_for_in_the_year_is_said_of_some(text: str, expected: list[str]) -> None:
    assert [quantity for quantity, _ in claimed(LED, text)] == expected


@pytest.mark.parametrize(("text", "expected"), DISPUTES)
def test_under_a_heading_on_requests_disputes_are_over_those_answered(text: str, expected: Told) -> None:
    assert claimed(LED, text) == expected
