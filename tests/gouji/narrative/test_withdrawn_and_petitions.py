"""Requests taken back after somebody talked to the applicant, and those that are petitions."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

LED = "收到政府信息公开申请18件，"
TAKEN_BACK = [
    "8宗协调申请人主动撤销申请。",
    "8件经协调申请人撤回。",
    "8件经沟通后申请人自愿撤回申请。",
    "8件与申请人沟通后撤回。",
    "8件经与申请人充分沟通，申请人主动撤回。",
    "8件与申请人协商后自愿撤回申请。",
    "8件说服申请人撤回。",
    "8宗劝导申请人撤回申请。",
    "8件因申请人主动撤回申请终止办理。",
    "8件申请人撤回，不再处理。",
    "协调申请人撤回申请8件。",
    "引导申请人撤回申请8件。",
    "经做工作申请人撤回8件。",
    "经沟通协调申请人主动撤回8件。",
]
NOT_TAKEN_BACK: list[tuple[str, Told]] = [
    ("收到政府信息公开申请18件，8件建议申请人撤回申请。", [("received", 18)]),
    ("收到政府信息公开申请18件，8件与申请人沟通后补正。", [("received", 18)]),
    ("因政府信息公开被申请行政复议8件，经协调申请人主动撤回3件。", [("reconsideration", 8)]),
    ("办理信访件18件，8件与申请人沟通后撤回。", []),
]
PETITIONS = [
    "其中属信访、投诉类不予处理8件。",
    "其中8件属信访、投诉类不予处理。",
    "其中属信访和投诉类事项不予处理8件。",
    "其中属于信访、举报类申请8件，不予处理。",
    "其中8件属于信访举报事项，不予处理。",
    "其中因属信访、投诉、举报不予处理8件。",
    "其中属于投诉、举报类不予处理8件。",
    "其中8件属于举报、投诉类申请，不予处理。",
    "其中属于信访、投诉和举报的8件。",
    "其中因信访、投诉类不予处理8件。",
]
NO_PETITIONS: list[tuple[str, Told]] = [
    ("收到群众反映问题20件，其中属于信访投诉事项8件。", []),
    ("收到群众反映问题20件，其中属于信访、投诉类8件。", []),
    ("收到申请23件。市长信箱收到来信20件，属信访、投诉类8件。", [("received", 23)]),
    ("收到申请23件，从内容看，属信访、投诉类8件，属征地拆迁类10件。", [("received", 23)]),
    ("收到申请23件，按内容分，属信访投诉类8件。", [("received", 23)]),
    ("12345热线收到20件，其中属于信访、投诉类5件。", []),
]


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_those_taken_back_after_a_talk_are_taken_back(text: str) -> None:
    assert claimed(LED + text) == [("received", 18), ("withdrawn", 8)]


@pytest.mark.parametrize("text", PETITIONS)
def test_petitions_are_a_row(text: str) -> None:
    assert claimed(LED + text) == [("received", 18), ("rejected_petition", 8)]


@pytest.mark.parametrize(("text", "expected"), [*NOT_TAKEN_BACK, *NO_PETITIONS])
def test_what_only_sounds_like_it_is_neither(text: str, expected: Told) -> None:
    assert claimed(text) == expected
