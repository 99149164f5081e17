"""What a list begun by 其中 is of, shares and changes told in one breath, and outcomes by what clerks call them."""

from decimal import Decimal

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import Told, claimed, told

OF_ALL: list[tuple[str, Told]] = [
    (
        "2023年共受理申请112件，其中予以公开33件、部分公开42件、不予公开37件。",
        [("received", 112), ("granted", 33), ("partially_granted", 42), ("denied", 37)],
    ),
    (
        "2023年共办理申请31件，其中公开12起，不存在10起，属于行政执法案卷9起。",
        [("handled", 31), ("granted_at_all", 12), ("unavailable_not_held", 10), ("denied_enforcement_file", 9)],
    ),
    (
        "共收到申请31件，予以公开12件、信息不存在10件、不予公开9件。",
        [("received", 31), ("granted", 12), ("unavailable_not_held", 10), ("denied", 9)],
    ),
    (
        "通过网站收到申请20件，全年共办结申请31件，予以公开12件。",
        [("concluded", 31), ("granted", 12)],
    ),
    ("收到申请60件，因涉及第三方的商业秘密、个人隐私不予公开25件。", [("received", 60), ("denied_third_party", 25)]),
    ("收到申请60件。因申请内容部分涉密不宜全部公开，按区分处理原则部分公开11件。", [("received", 60), ("partially_granted", 11)]),
]  # fmt: skip
OF_SOME = [
    "收到申请112件，上年结转5件，其中2件予以公开、3件不予公开。",
    "收到申请112件，自然人申请33件，其中予以公开3件、不予公开30件。",
    "通过网站收到申请20件，其中予以公开5件、部分公开3件。",
    "受理申请31件，不存在3件逾期答复。",
    "办理建议31件，公开12件，不存在10件。",
]


@pytest.mark.parametrize(("text", "expected"), OF_ALL)
def test_every_number_of_a_list_is_of_what_the_list_is_of(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize("text", OF_SOME)
def test_outcomes_of_some_or_of_other_things_are_not_those_of_all(text: str) -> None:
    assert [c for c in claimed(text) if c[0].startswith(("granted", "denied", "unavailable"))] == []


def shared(text: str) -> list[tuple[str, Decimal]]:
    """The shares without a number of their own."""
    return [(s.claim.quantity, s.low) for s in told(text).shares if not s.claim.exact]


def test_shares_stand_side_by_side() -> None:
    text = "办理政府信息公开申请144件，其中予以公开或部分公开占48.3%、不予公开占22.9%，其他情况占28.8%。"
    assert shared(text) == [("granted_or_partial", Decimal("48.25")), ("denied", Decimal("22.85"))]


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请60件，不予公开20件，其中因涉及国家秘密不予公开占30%。",
        "收到政府信息公开申请60件，自然人、企业申请占80%。",
        "收到政府信息公开申请60件，较上年增长30%，自然人申请占80%。",
        "收到政府信息公开申请60件，涉及征地的占80%，自然人申请占20%。",
        "收到政府信息公开申请60件，网络申请40件，自然人申请占80%。",
    ],
)
def test_a_share_beside_another_base_is_of_nobody_knows_what(text: str) -> None:
    assert shared(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("政府网站访问量1682次，比上年869次增长98.9%。", "98.8", "99"),
        ("政府网站访问量1682万次，较2022年869万次增长93.5%。", "93.0", "94"),
    ],
)
def test_a_change_is_told_right_behind_both_numbers(text: str, low: str, high: str) -> None:
    (change,) = told(text).changes
    assert (change.prior, change.current) == (869, 1682)
    assert change.low is not None
    assert change.high is not None
    assert Decimal(low) <= change.low < change.high <= Decimal(high)


@pytest.mark.parametrize("text", ["发布信息1682条，较2021年869条增加98.9%。", "访问量1.6亿次，比上年869万次增长93.5%。"])
def test_another_year_or_another_unit_makes_no_change(text: str) -> None:
    assert told(text).changes == ()


def test_what_came_in_of_all_kinds_is_more_than_its_parts() -> None:
    (listing,) = told("全年处理公开方面的来件815件，其中政府信息公开申请10件，咨询类来信815件。").listings
    assert (listing.total, listing.parts) == (815, (10, 815))


def test_requests_of_others_and_what_became_of_them_are_no_list() -> None:
    assert told("全市收到申请30件，其中自然人申请20件、不予公开15件。").listings == ()


def test_last_years_requests_handed_on_are_carried_in() -> None:
    text = "2023年,共收到依申请公开44件以及2022年转办依申请公开3件.全年共办理依申请公开41件."
    assert claimed(text) == [("received", 44), ("carried_in", 3), ("concluded", 41)]


def test_disputes_are_of_disclosure_where_the_right_to_it_is_named() -> None:
    text = "行政复议10件、行政诉讼7件，较好地保障了人民群众获取政府信息的权利。"
    assert [(c.quantity, int(c.value)) for c in told(text).claims if c.scope is Scope.OWN] == [("reconsideration", 10), ("litigation", 7)]


OF_REQUESTS_BY_WAYS = "，其中邮寄申请277件，网络申请20件，现场申请25件，传真申请5件。"


@pytest.mark.parametrize("between", ["，较上年下降11.1%", "，同比降低11.1%", ""])
def test_a_list_behind_a_growth_is_of_what_grew(between: str) -> None:
    lists = told(f"收到政府信息公开申请490件{between}{OF_REQUESTS_BY_WAYS}").listings
    assert [(one.total, one.parts) for one in lists] == [(490, (277, 20, 25, 5))]


@pytest.mark.parametrize("between", ["，较上年增加30件", "，同比下降11.1%，办结480件"])
def test_no_part_of_a_list_by_ways_is_the_total_of_those_behind_it(between: str) -> None:
    assert not [one for one in told(f"收到政府信息公开申请490件{between}{OF_REQUESTS_BY_WAYS}").listings if one.total in (20, 277, 30)]


BETWEEN = [
    "累计发布信息183条，网站点击率累计达到16.397万次。其中政策3条，动态150条，公告35条。",
    "公开政务信息183条，访问量12万人次。其中政策3条，动态150条，公告35条。",
    "公开政务信息183条，同比增长12%。其中政策3条，动态150条，公告35条。",
    "公开政务信息183条，较上年增长12.5%，其中政策3条，动态150条，公告35条。",
    "主动公开政府信息183条，超额完成考核任务。主动公开的信息包括政策3条、动态150条以及公告35条。",
]
OF_WHAT_STANDS_BETWEEN = [
    "公开政务信息183条，处理留言200条。其中咨询150条，投诉50条。",
    "公开政务信息183条，较上年增加200条，其中政策150条，公告50条。",
]


@pytest.mark.parametrize("text", BETWEEN)
def test_what_is_told_of_all_of_it_stands_before_its_parts(text: str) -> None:
    assert [(listing.total, sum(listing.parts)) for listing in told(text).listings] == [(183, 188)]


@pytest.mark.parametrize("text", OF_WHAT_STANDS_BETWEEN)
def test_parts_are_of_no_number_before_another_one(text: str) -> None:
    assert 183 not in {listing.total for listing in told(text).listings}


@pytest.mark.parametrize("behind", ["办理留言数量2444条", "网民留言办理54条", "答复咨询留言2000条"])
def test_what_was_written_in_is_no_part_of_what_was_put_out(behind: str) -> None:
    lists = told(f"通过网站公开发布信息共1791条，其中概况类信息32条，政务动态信息458条，信息公开目录信息416条，{behind}。").listings
    assert [(one.total, one.low, one.parts) for one in lists] == [(1791, 0, (32, 458, 416))]


def test_what_was_written_in_has_parts_of_its_own() -> None:
    lists = told("回复留言100条，其中网站留言办理60条，微信留言办理50条。").listings
    assert [one.parts for one in lists] == [(60, 50)]
