"""Numbers that are none, reasons that came in, a head beside its parts: nothing surely said of all."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

LED = "（二）依申请公开。畅通受理渠道，规范登记、审核和送达环节。"
SAID: list[tuple[str, Told]] = [
    ("收到政府信息公开申请数十件，均已答复。", []),
    ("收到政府信息公开申请总数十二件。", [("received", 12)]),
    ("收到政府信息公开申请十余件。", [("received", 10)]),
    ("收到重复申请20件，合并为1件，全年共收到申请11件。", [("received", 11)]),
    ("收到重复申请3件，均不予处理。", [("rejected_repeat", 3)]),
    ("收到申请20件，其中重复申请3件。", [("received", 20), ("rejected_repeat", 3)]),
    ("受理信访举报投诉类申请8件，均告知信访渠道。", []),
    ("局机关收到申请20件，下属单位收到10件。", []),
    ("局本级受理20件，二级机构受理10件，共30件。", []),
    ("我局收到申请20件，局属单位收到申请10件。", [("received", 20)]),
    ("73件申请中，71件申请已按规定在法定期限内予以答复，其余2件结转下一年度。", [("concluded", 71), ("carried_out", 2)]),
    ("局机关收到申请20件，办结20件。", [("received", 20), ("concluded", 20)]),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_is_nearly_said_is_not_said(text: str, expected: Told) -> None:
    assert claimed(LED, text) == expected
