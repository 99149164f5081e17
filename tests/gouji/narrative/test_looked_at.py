"""Answers that were only looked at, and papers sorted by whether they may be published, are no requests answered."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

LED = "（二）依申请公开。畅通受理渠道，规范登记、审核和送达环节。"
LOOKED_AT: list[tuple[str, Told]] = [
    ("审核政府信息公开申请答复12件。", []),
    ("对12件政府信息公开申请答复进行合法性审查。", []),
    ("抽查依申请公开答复12件。", []),
    ("收到申请20件，审查答复12件。", [("received", 20)]),
    ("审核并答复政府信息公开申请12件。", [("concluded", 12)]),
    ("对12件政府信息公开申请作出答复。", [("concluded", 12)]),
    # in whose name
    ("以县政府名义答复政府信息公开申请12件。", []),
    ("以我局名义答复政府信息公开申请12件。", [("concluded", 12)]),
    # papers, not requests
    ("清理历史文件，予以公开5件，不予公开2件。", []),
    ("审查公开信息20件，不予公开2件。", []),
    ("梳理存量政策文件，予以公开5件，部分公开1件，不予公开2件。", []),
    ("经审查，予以公开5件，不予公开2件。", [("granted", 5), ("denied", 2)]),
    ("经核查信息不存在5件。", [("unavailable_not_held", 5)]),
]


@pytest.mark.parametrize(("text", "expected"), LOOKED_AT)
def test_what_was_only_looked_at(text: str, expected: Told) -> None:
    assert claimed(LED, text) == expected
