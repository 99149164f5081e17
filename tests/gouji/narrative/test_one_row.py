"""What stands side by side and is not what it seems: names of one row, numbers left after withdrawals, works of something else."""

import pytest

from gouji.narrative.claim import Claim, Scope
from tests.gouji.narrative.telling import claimed, told


def _of(quantity: str, text: str) -> list[tuple[str, int, int, int]]:
    def told_of(claim: Claim) -> tuple[str, int, int, int]:
        return claim.printed, int(claim.value), int(claim.low), int(claim.high)

    return [told_of(claim) for claim in told(text).claims if claim.quantity == quantity]


def test_names_of_one_row_side_by_side_are_added() -> None:
    text = "收到政府信息公开申请20件，不掌握相关信息7件，信息不存在3件。"
    assert _of("unavailable_not_held", text) == [("不掌握相关信息7件，信息不存在3件", 10, 3, 10)]


def test_documents_abolished_and_expired_are_of_one_figure() -> None:
    text = "对行政规范性文件进行全面清理，决定废止1件、宣布失效20件、待修改8件。"
    assert _of("normative_documents_repealed", text) == [("废止1件、宣布失效20件", 21, 1, 21)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("因政府信息公开申请引起的4件投诉已全部办结。", []),
        ("因信息公开申请产生的4件纠纷均已化解。", []),
        ("因信息公开申请而产生的4件行政诉讼案件已全部审结。", [("litigation", 4), ("none_pending_litigation", 0)]),
        ("因信息公开申请引发的4起行政复议均由市政府受理。", [("reconsideration", 4)]),
    ],
)
def test_what_came_of_requests_is_none_of_them(text: str, wanted: list[tuple[str, int]]) -> None:
    assert claimed(text) == wanted


def test_those_told_what_is_published_already_may_be_among_the_granted() -> None:
    text = "收到政府信息公开申请26件，予以公开5件，所申请信息已主动公开10件。"
    assert _of("granted", text) == [("予以公开5件", 5, 5, 15)]


def test_one_name_with_two_numbers_is_told_twice() -> None:
    said = told("收到政府信息公开申请20件，信息不存在7件。经核实，信息不存在3件。").claims
    assert [(int(c.value), c.doubts) for c in said if c.quantity == "unavailable_not_held"] == [
        (7, ("two-statements",)),
        (3, ("two-statements",)),
    ]


@pytest.mark.parametrize("text", ["共收到政府信息公开申请12件（含上年结转2件）。", "收到12件政府信息公开申请（其中包括上年度遗留2件）。"])
def test_a_number_that_contains_the_carried_in_is_no_number_of_the_new(text: str) -> None:
    assert [claim for claim in claimed(text) if claim[1] == 12] == [("handled", 12)]


def test_where_it_does_not_say_how_many_it_contains_it_is_in_doubt() -> None:
    said = told("共收到政府信息公开申请12件（含2022年结转的申请）。").claims
    assert [(claim.quantity, claim.doubts) for claim in said] == [("handled", ("with-carried",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请12件，经沟通撤件4件，受理8件。", [("received", 12)]),
        ("受理政府信息公开申请12件，答复7件，不予受理3件，视为放弃2件。", [("received", 12)]),
        ("受理政府信息公开申请12件，答复12件，其中不予处理3件。", [("received", 12), ("concluded", 12), ("rejected", 3)]),
        ("收到政府信息公开申请12件，“镇长信箱”办结率100%。", [("received", 12), ("rate_possible", 100)]),
        ("收到政府信息公开申请12件，办结率100%。", [("received", 12), ("rate_possible", 100), ("all_concluded", 0)]),
        ("收到政府信息公开申请12件，平台交办事项均已办结。", [("received", 12)]),
    ],
)
def test_what_stands_beside_is_not_taken_for_all_requests(text: str, expected: list[tuple[str, int]]) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "以单位名义提出的政府信息公开申请6件，其中商业企业3件、科研机构3件。",
        "本局收取信息处理费3600元，涉及政府信息公开申请10件。",
    ],
)
def test_requests_narrowed_by_the_words_before_them_are_not_surely_all(text: str) -> None:
    assert {claim.scope for claim in told(text).claims if claim.quantity == "received"} <= {Scope.UNCLEAR}


@pytest.mark.parametrize("text", ["没有法人或其他组织向本机关申请公开政府信息。", "本机关没有政府信息公开申请需要跨年办理。"])
def test_none_of_one_kind_is_not_none_at_all(text: str) -> None:
    assert [claim for claim in told(text).claims if claim.quantity == "none_received" and claim.scope is Scope.OWN] == []


def test_none_of_persons_and_organisations_is_none_at_all() -> None:
    said = told("没有公民、法人或其他组织向本机关申请公开政府信息。").claims
    assert [(claim.quantity, claim.scope) for claim in said] == [("none_received", Scope.OWN)]


def test_cases_that_are_still_open_are_not_all_cases() -> None:
    said = told("政府信息公开行政复议尚有三件未审结，其余均已作出复议决定。").claims
    assert [(claim.quantity, claim.value, claim.scope) for claim in said] == [("reconsideration_pending", 3, Scope.OWN)]


BESIDES = [
    ("收到申请30件，其中4件不存在，5件非本机关掌握。", "unavailable_not_held", (5, 9)),
    ("收到申请30件，完全公开12件，主动公开5件。", "granted", (12, 17)),
    ("收到申请30件，予以公开12件，已主动公开告知获取途径5件。", "granted", (12, 17)),
    ("收到申请30件，予以公开12件，5件已主动公开。", "granted", (12, 17)),
    ("政府信息公开行政复议5件，未审结1件，中止2件，维持2件。", "reconsideration_pending", (1, 3)),
    ("收到申请30件，本机关不掌握5件，部分公开2件。", "unavailable_not_held", (5, 5)),
    ("收到申请30件，无法提供5件，信息不存在5件。", "unavailable_not_held", (5, 5)),
    ("收到申请30件，予以公开12件，主动公开文件20件。", "granted", (12, 12)),
    ("政府信息公开行政复议5件，未审结1件，维持2件。", "reconsideration_pending", (1, 1)),
]


@pytest.mark.parametrize(("text", "quantity", "bounds"), BESIDES)
def test_what_a_row_may_hold_besides_widens_it(text: str, quantity: str, bounds: tuple[int, int]) -> None:
    found = next(claim for claim in told(text).claims if claim.quantity == quantity)
    assert (int(found.low), int(found.high)) == bounds
