"""Requests carried over in other verbs: 转为, 移至, 延后至; 转下一年度继续办理."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

LED = "（二）依申请公开。畅通受理渠道，规范登记、审核和送达环节。"
BEFORE = "收到政府信息公开申请15件，办结7件，"
CARRIED = [
    "转下一年度继续办理8件。",
    "转为下一年度办理8件。",
    "转至次年继续办理8件。",
    "延至下一年度办理8件。",
    "移至下一年度继续办理8件。",
    "延后至2024年办理8件。",
    "推迟至来年答复8件。",
    "8件转为下一年度继续办理。",
    "8件移至下年度办理。",
    "其余8件延后至2024年继续办理。",
    "剩余8件申请推迟至次年办理。",
    "8件延至下一年度继续办理。",
]
NONE: list[tuple[str, Told]] = [
    ("收到群众来信15件，办结7件，转为下一年度办理8件。", []),
    ("收到政府信息公开申请15件，3件由征求意见转为直接答复。", [("received", 15)]),
    ("收到政府信息公开申请15件，8件由依申请公开转为主动公开。", [("received", 15)]),
    ("收到政府信息公开申请15件。8项政策解读任务移至下一年度继续办理。", [("received", 15)]),
    ("收到政府信息公开申请15件，8件办理时限推迟至20个工作日。", [("received", 15)]),
    ("办理人大建议15件，推迟至次年办理8件。", []),
]


@pytest.mark.parametrize("text", CARRIED)
def test_what_is_put_off_to_the_next_year_is_carried_over(text: str) -> None:
    assert claimed(LED, BEFORE + text) == [("received", 15), ("concluded", 7), ("carried_out", 8)]


@pytest.mark.parametrize(("text", "expected"), NONE)
def test_what_is_put_off_otherwise_is_not(text: str, expected: Told) -> None:
    assert claimed(text) == expected
