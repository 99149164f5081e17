"""That no administrative charges were levied, in its ways of saying, and what is denied of them besides."""

import pytest

from tests.gouji.narrative.telling import claimed


@pytest.mark.parametrize(
    "text",
    [
        "2023年本镇未产生行政事业性收费。",
        "进一步完善流程,强化会商.2023年我局未产生行政事业性收费.",
        "我局没有产生行政事业性收费。",
        "全年未涉及行政事业性收费。",
        "本单位不涉及行政事业性收费。",
        "未有行政事业性收费。",
        "未开展行政事业性收费。",
        "未征收行政事业性收费。",
        "不存在行政事业性收费情况。",
        "暂无行政事业性收费。",
        "行政事业性收费：无。",
        "行政事业性收费情况：未产生。",
        "2023年未收行政事业性收费。",
        "本年度我局未出现行政事业性收费。",
    ],
)
def test_no_charges(text: str) -> None:
    assert claimed(text) == [("no_admin_fee", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "未新增行政事业性收费。",
        "未产生行政事业性收费目录调整。",
        "未涉及行政事业性收费公示。",
        "无行政事业性收费违规行为。",
        "未产生行政事业性收费投诉。",
        "取消行政事业性收费。",
        "我局未发生违规行政事业性收费。",
        "未向申请人收取行政事业性收费。",
        "依申请公开未产生行政事业性收费。",
        "办理政府信息公开申请，未产生行政事业性收费。",
    ],
)
def test_what_else_is_denied_of_charges(text: str) -> None:
    assert claimed(text) == []
