"""The share of those that came in one way, told of all that came in just before; not of what is another's or of some."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import told


def _shares(text: str) -> list[tuple[str, int]]:
    found = told(text).shares
    return [(s.claim.quantity, int(s.claim.value)) for s in found if s.claim.scope is Scope.OWN and not s.claim.doubts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2023年，我局收到信息公开申请73件,其中通过网络收到申请32件,占比59%,通过来信收到申请41件,全部按时办结。",
            ("channel_net", 32),
        ),
        ("收到政府信息公开申请73件，其中通过网络收到申请32件，占59%。", ("channel_net", 32)),
        ("共收到政府信息公开申请73件，其中，通过网上受理申请32件，占总数的59%。", ("channel_net", 32)),
        ("全年受理政府信息公开申请73件，其中通过信函收到申请41件，占比59%。", ("channel_letter", 41)),
        ("受理政府信息公开申请73件，其中以书面收到申请41件，占59%。", ("channel_letter", 41)),
        ("收到依申请公开73件，其中：通过互联网接收申请32件，占59%。", ("channel_net", 32)),
        ("接到政府信息公开申请73件（其中通过网络收到申请32件，占59%）。", ("channel_net", 32)),
        ("我局收到依申请公开申请73件，其中通过当面接收申请8件，占比59%。", ("channel_desk", 8)),
    ],
)
def test_a_share_of_those_that_came_one_way_is_read(text: str, expected: tuple[str, int]) -> None:
    assert expected in _shares(text)


@pytest.mark.parametrize(
    "text",
    [
        "全县收到政府信息公开申请73件，其中通过网络收到申请32件，占59%。",
        "2022年收到政府信息公开申请73件，其中通过网络收到申请32件，占59%。",
        "收到政府信息公开申请约73件，其中通过网络收到申请32件，占59%。",
        "收到政府信息公开申请73件，其中通过网络、信函收到申请32件，占59%。",
        "收到政府信息公开申请73件，其中镇街通过网络收到申请32件，占59%。",
        "收到政府信息公开申请73件，通过网络收到申请32件，占全县的59%。",
        "收到政府信息公开申请73件，其中通过网络收到申请32件，同比增长59%。",
        "收到政府信息公开申请73件，其中上半年通过网络收到申请32件，占59%。",
        "受理低保申请73件，其中通过网络收到申请32件，占59%。",
        "收到政府信息公开申请12件，其中通过网络收到申请32件，占59%。",
    ],
)
def test_a_share_of_something_else_is_not(text: str) -> None:
    assert [one for one in _shares(text) if one[0].startswith("channel")] == []
