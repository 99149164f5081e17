"""Cases of both tracks with one word for how they stand, courts' rulings, and how an outcome came about."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

SAID: list[tuple[str, Told]] = [
    (
        "政府信息公开类行政复议19件，行政诉讼7件，其中13件行政复议、1件行政诉讼尚未审结。",
        [("reconsideration", 19), ("litigation", 7), ("reconsideration_pending", 13), ("litigation_pending", 1)],
    ),
    ("目前2件信息公开行政复议、1件诉讼正在审理。", [("reconsideration_pending", 2), ("litigation_pending", 1)]),
    ("因信息公开被诉2件，法院均驳回原告诉讼请求。", [("all_upheld_litigation", 0)]),
    ("收到政府信息公开申请22件，全部依法依规依程序办理完毕。", [("received", 22), ("all_concluded", 0)]),
    ("政府信息公开申请办结22件，对19件申请，在隐去个人信息后予以部分公开。", [("concluded", 22), ("partially_granted", 19)]),
    ("2022年度流转至本年度继续办理的政府信息公开申请4件。", [("carried_in", 4)]),
]
UNSAID = [
    ("因信息公开被诉2件，法院均裁定驳回起诉。", "all_upheld_litigation"),
    ("因信息公开被诉2件，法院驳回部分诉讼请求。", "all_upheld_litigation"),
    ("因信息公开引发3件行政复议、1件行政诉讼，均已审理终结。", "reconsideration_pending"),
    ("办结政府信息公开申请22件，对19件申请，在隐去个人信息后予以公开。", "partially_granted"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_is_told_together_is_counted_apart(text: str, expected: Told) -> None:
    assert [one for one in claimed(text) if not one[0].startswith("pending_")] == expected


@pytest.mark.parametrize(("text", "quantity"), UNSAID)
def test_its_neighbour_says_nothing_of_the_kind(text: str, quantity: str) -> None:
    assert quantity not in [name for name, _ in claimed(text)]
