"""A year that is only compared with, what is carried to the next, and the tidying of a website."""

import pytest

from tests.gouji.narrative.telling import claimed, told

THAN = ["相比于2022年", "相较于2022年", "相比2022年", "相比于上年", "较2022年"]


@pytest.mark.parametrize("than", THAN)
def test_a_year_compared_with_holds_for_a_moment_only(than: str) -> None:
    said = told(f"全年收到政府信息公开申请44件，{than}增长46.7%，其中自然人申请42件。")
    assert [(change.scope.value, int(change.current or 0)) for change in said.changes] == [("own", 44)]
    assert [(claim.quantity, claim.scope.value) for claim in said.claims] == [("received", "own"), ("applicants_natural_person", "own")]


@pytest.mark.parametrize(
    "text",
    ["受理依申请公开10件，下年结转2件。", "受理依申请公开10件，无上年结转件，下年结转件2件。", "受理依申请公开10件，下一年度结转2件。"],
)
def test_what_the_next_year_takes_over_is_carried_out(text: str) -> None:
    assert ("carried_out", 2) in claimed(text)


def test_tidied_pages_explain_no_number_of_requests() -> None:
    text = "清理过期失效信息70条。收到依申请公开11件。"
    assert [claim.explained for claim in told(text).claims] == [""]
    assert [bool(claim.explained) for claim in told("收到依申请公开11件，清理积压申请后口径有变。").claims] == [True]
