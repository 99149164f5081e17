"""What was carried over, told with its reason, by whom and whereto; and what only looks like it."""

import pytest

from tests.gouji.narrative.telling import Told, claimed, told

CARRIED = [
    ("12月份收到的政府信息公开申请尚有7件未到答复期，我局结转2024年度继续办理，其余均已答复。", "carried_out", 7),
    ("截至12月31日，尚有6件政府信息公开申请正在按程序办理，我局将于2024年第一季度答复。", "carried_out", 6),
    ("另有两件政府信息公开申请因年底收到、答复期限未满，由本机关结转至2024年办理。", "carried_out", 2),
    ("政府信息公开申请转结2024年办结3起。", "carried_out", 3),
    ("受理时间较晚、按期将于次年答复的政府信息公开申请1件，本机关已列入结转。", "carried_out", 1),
    ("剩余12件尚未答复的政府信息公开申请，本机关已结转2024年度。", "carried_out", 12),
    ("政府信息公开申请中，5件因正在征求第三方意见或尚在法定期限内，结转下年度办理。", "carried_out", 5),
    ("年底前新收的七件政府信息公开申请，因未届答复期限，我局结转下一年度办理。", "carried_out", 7),
    ("本年度办理的政府信息公开申请中，有十九件系2022年底收到、结转至本年度继续办理。", "carried_in", 19),
    ("办理的政府信息公开申请中，有3件为上年结转。", "carried_in", 3),
    ("新收政府信息公开申请14件，加上上年结转的1件，除去结转下年度办理的2件，共办理17件。", "concluded", 17),
    ("应办政府信息公开申请26件（新收20件、上年结转6件），已办17件。", "concluded", 17),
]
OTHERS = [
    "共收到政府信息公开申请20件，3件涉及第三方权益，均已答复。",
    "2022年有6件政府信息公开申请结转至2023年。",
    "全市尚有7件政府信息公开申请未到答复期，结转2024年度继续办理。",
    "7件建议因涉及多个部门，结转2024年继续办理。",
    "其中5件因补正结转下年度，3件因征求意见结转下年度，均为政府信息公开申请。",
]


@pytest.mark.parametrize(("text", "quantity", "value"), CARRIED)
def test_what_was_carried_over_is_known_with_its_reason(text: str, quantity: str, value: int) -> None:
    assert (quantity, value) in claimed(text)
    assert all(claim.plain for claim in told(text).claims if (claim.quantity, int(claim.value)) == (quantity, value))


@pytest.mark.parametrize("text", OTHERS)
def test_others_and_parts_are_not_what_this_body_carried_on(text: str) -> None:
    assert [claim for claim in claimed(text) if claim[0] == "carried_out"] == []


@pytest.mark.parametrize(
    "text", ["除2022年度遗留的4件起诉件撤诉外，未发生诉讼。", "上年结转的3件行政复议申请已审结。", "结转下年度3件行政复议案件。"]
)
def test_disputes_carried_over_are_no_requests(text: str) -> None:
    assert [c for c in claimed(f"收到政府信息公开申请9件。{text}") if c[0].startswith("carried")] == []


def test_disputes_of_last_year_may_not_be_those_of_the_tables() -> None:
    assert [c for c in claimed("收到政府信息公开申请9件。上年结转行政诉讼案件2件。") if c[0] == "litigation"] == []
    assert ("reconsideration", 1) in claimed("收到政府信息公开申请3件，上年结转2件，行政复议1件。")


def test_what_became_of_those_carried_in_is_not_of_all() -> None:
    assert claimed("收到依申请公开9件。上年结转办理5件，予以公开3件，不予公开2件。") == [("received", 9), ("carried_in", 5)]
    whole = claimed("上年结转5件，本年新收10件，予以公开3件，不予公开2件。")
    assert whole == [("carried_in", 5), ("received", 10), ("granted", 3), ("denied", 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年度结转下年办理的政府信息公开申请4件，均已在今年办结。", [("carried_in", 4)]),
        ("2022年结转下年度的申请4件。", [("carried_in", 4)]),
        ("2022年底结转至下年的政府信息公开申请4件。", [("carried_in", 4)]),
        ("2021年结转下年度的申请4件。", []),
        ("2023年度结转下年办理的政府信息公开申请4件。", [("carried_out", 4)]),
        ("2023年结转下年度的申请4件。", [("carried_out", 4)]),
    ],
)
def test_what_is_carried_out_of_a_year_is_that_years(text: str, expected: Told) -> None:
    assert claimed(text) == expected
