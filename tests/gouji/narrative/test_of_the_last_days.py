"""Requests of the last days of a year, or not yet answered, are not all of the year's."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

LED = "（二）依申请公开。畅通受理渠道，规范登记、审核和送达环节。"
LATE: list[tuple[str, Told]] = [
    ("年底新收的1件申请将于2024年按期答复。", [("carried_out", 1)]),
    ("年末收到2件申请，结转下年办理。", [("carried_out", 2)]),
    ("收到申请12件，其中年底收到的1件将于2024年答复。", [("received", 12), ("carried_out", 1)]),
    ("年底收到的政府信息公开申请2件正在办理。", []),
    ("年底前收到的2件申请均已办结。", []),
    ("近期收到的2件申请正在审查。", []),
    ("新收1件申请未到答复期。", []),
    ("新收的2件申请需征求第三方意见。", []),
    ("当月收到申请2件。", []),
    ("截至年底收到申请12件。", [("received", 12)]),
    ("截至2023年底，共收到申请12件。", [("received", 12)]),
    ("收到的3件申请均已答复。", [("received", 3)]),
    # by their papers, and from whom
    ("收到政府信息公开申请表12份。", []),
    ("收到群众填写的《政府信息公开申请表》12份，均已答复。", []),
    ("发放政府信息公开申请表12份。", []),
    # from whom
    ("受理网民依申请公开12件。", [("received", 12)]),
    ("收到网民留言12件。", []),
]


@pytest.mark.parametrize(("text", "expected"), LATE)
def test_requests_of_the_last_days(text: str, expected: Told) -> None:
    assert [one for one in claimed(LED, text) if not one[0].startswith("all_")] == expected
