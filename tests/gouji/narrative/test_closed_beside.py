"""Requests closed without an answer, told beside those answered: the form counts them among those concluded."""

import pytest

from tests.gouji.narrative.telling import told

BESIDE = [
    ("受理政府信息公开申请67宗，办理上年度结转6宗，撤销申请13宗，按期答复58宗，结转下年度继续办理2宗。", (58, 71)),
    ("收到政府信息公开申请43件，办结40件，逾期未补正不再处理1件，结转下年办理2件。", (40, 41)),
    ("收到政府信息公开申请43件，办结40件。申请人撤回申请1件，结转下年度办理2件。", (40, 41)),
    ("收到政府信息公开申请43件，已答复40件，其余3件申请人主动撤回。", (40, 43)),
    ("收到政府信息公开申请43件，已办结40件，因申请人逾期不补正终止3件。", (40, 43)),
    ("收到政府信息公开申请43件，已办结40件，视为放弃申请3件。", (40, 43)),
    ("收到政府信息公开申请43件，答复40件，转为信访处理3件。", (40, 43)),
    ("收到政府信息公开申请43件，答复40件，另有3件因申请人未补正未予答复。", (40, 43)),
    ("收到政府信息公开申请43件，办结40件，作其他处理3件。", (40, 43)),
    ("收到政府信息公开申请43件，办结40件，退件3件。", (40, 43)),
]


@pytest.mark.parametrize(("text", "bounds"), BESIDE)
def test_those_concluded_may_be_with_those_closed_beside_them(text: str, bounds: tuple[int, int]) -> None:
    [concluded] = [claim for claim in told(text).claims if claim.quantity == "concluded" and not claim.doubts]
    assert (concluded.low, concluded.high) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请43件，办结43件，其中予以公开40件，申请人撤回申请3件。",
        "收到政府信息公开申请43件，办结43件（含申请人撤回申请3件）。",
        "收到政府信息公开申请43件，办结40件，结转下年度办理3件。",
        "收到政府信息公开申请43件，办结40件，较上年增加5件。",
        "接收政府信息公开申请43件，连同上年结转2件，共答复42件，另有3件转至下一年度。",
        "接收政府信息公开申请43件，连同上年结转2件，共答复39件，另有3件转至下一年度。",
        "收到政府信息公开申请87件，答复83件。予以公开4件；不予公开5件；无法提供33件；其他处理41件。",
        "收到政府信息公开申请43件，其中40件已办结，答复37件，申请人主动撤回3件。",
    ],
)
def test_those_among_the_concluded_widen_nothing(text: str) -> None:
    assert all(claim.exact for claim in told(text).claims if claim.quantity == "concluded")
