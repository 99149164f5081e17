"""Shares in lists of any things, the ways by which requests came, and rates that cannot be more than all."""

import pytest

from tests.gouji.narrative.telling import claimed, told

SHARES = [
    ("收到政府信息公开申请30件，办结29件。从申请方式看，网络申请17件，占76%；信函申请13件，占43%。", [("17", "30")]),
    ("按结果分，公开58件、占45.9%；不公开29件、占18.6%；查无16件、占10.3%；不处理26件、占16.7%；其他27件、占17.3%。", [("58", "156")]),
    ("公开信息467条，其中公文类111条，占23.8%；公告类56条，占22%；财政类300条，占64.2%。", [("56", "467")]),
]
FITTING = [
    "公开信息467条，其中公文类111条，占23.8%；公告类56条，占12%；财政类300条，占64.2%。",
    "收到申请30件。全县共办理提案，其中农业类17件，占76%；工业类13件，占23%。",
    "公开信息3条，其中公文类1条，占33.3%；公告类1条，占33.3%；财政类1条，占33.4%。",
]
WAYS = [
    ("收到政府信息公开申请51件，办结50件。从申请方式看，网络申请27件，占53%；信函申请28件，占55%。", 51, [27, 28]),
    ("共受理政府信息公开申请5件，均为自然人，其中4起为网上申请，3起为到窗口现场申请。", 5, [4, 3]),
    ("办理政府信息公开申请9件。其中，网络申请14件，书面申请5件。", 9, [14, 5]),
]
NO_WAYS = [
    "收到政府信息公开申请9件，上年结转2件，其中网络申请7件，信函申请4件。",
    "收到政府信息公开申请9件。全年接待网上咨询14件，现场咨询5件。",
    "收到政府信息公开申请9件，网络申请7件，其中通过平台4件、电子邮件申请3件。",
]


@pytest.mark.parametrize(("text", "wrong"), SHARES)
def test_a_share_that_is_not_of_the_base_of_the_others_is_read(text: str, wrong: list[tuple[str, str]]) -> None:
    found = [(s.claim.value, s.totals[0], s.high) for s in told(text).shares if s.claim.quantity == "part"]
    assert [(str(value), str(base)) for value, base, high in found if abs(value / base * 100 - high) > 1] == wrong


@pytest.mark.parametrize("text", FITTING)
def test_shares_of_one_base_or_of_a_base_that_nothing_bears_out_are_left(text: str) -> None:
    wrong = [s.printed for s in told(text).shares for base in s.totals if not s.low - 1 <= s.claim.value / base * 100 <= s.high + 1]
    assert wrong == []


@pytest.mark.parametrize(("text", "total", "ways"), WAYS)
def test_more_requests_by_single_ways_than_there_are_make_a_list(text: str, total: int, ways: list[int]) -> None:
    found = [(one.kind, int(one.total), [int(part) for part in one.parts]) for one in told(text).listings]
    assert ("channels", total, ways) in found


@pytest.mark.parametrize("text", NO_WAYS)
def test_ways_of_something_else_or_of_a_carry_over_make_none(text: str) -> None:
    assert [one.printed for one in told(text).listings if sum(one.parts) > one.high] == []


def test_what_is_digitised_or_solved_is_no_more_than_all() -> None:
    assert [(c.quantity, int(c.value)) for c in told("全文电子化率达127%。工单解决率121%。").claims] == [("rate", 127), ("rate", 121)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("行政处罚本年处理决定数量43条。", [("penalties_made", 43)]),
        ("行政强制本年处理决定数量3条。", [("coercive_measures_made", 3)]),
        ("制发规范性文件5篇，已对外公开。", [("normative_documents_issued", 5)]),
        ("本机关没有印制行政规范性文件。", [("normative_documents_issued", 0)]),
        ("本年度我局未制发规章、行政规范性文件。", [("normative_documents_issued", 0), ("regulations_issued", 0)]),
        ("收到政府信息公开申请12件，为自然人申请，依法回复。", [("received", 12), ("all_natural_person", 0)]),
    ],
)
def test_decisions_documents_and_applicants_are_read_in_these_words(text: str, claims: list[tuple[str, int]]) -> None:
    assert claimed(text) == claims


def test_a_list_of_some_of_the_total_may_be_less() -> None:
    open_list, closed = "公开信息100条，其中：动态类91条，公告2条。", "公开信息100条，其中：动态类91条，其他信息2条。"
    assert [{int(one.low) for one in told(text).listings} for text in (open_list, closed)] == [{0}, {100}]


SIDE_BY_SIDE = [
    "共收到申请1447件。其中自然人申请1387件，占95.9%，法人和其他组织申请60件，占4.1%。",
    "共收到申请1447件。网络申请1303件，占90%，信函申请90件，占6.2%。",
    "共答复申请1440件。予以公开520件，占36.1%，部分公开130件，占9%。",
]


@pytest.mark.parametrize("text", SIDE_BY_SIDE)
def test_what_stands_beside_a_part_is_not_its_whole(text: str) -> None:
    assert [share.totals for share in told(text).shares] == [(), ()]


def test_what_a_part_stands_within_is_its_whole() -> None:
    text = "共收到申请1447件，法人和其他组织申请60件，其中商业企业申请40件，占66.7%。"
    assert [share.totals for share in told(text).shares] == [(1447, 60)]


def test_parts_in_the_sentence_behind_their_total_may_be_more_than_it() -> None:
    lists = told("共受理申请101件次。其中，电子邮箱受理28件次，信函邮寄受理44件次，当面受理32件次。").listings
    assert [(one.kind, one.total, one.parts) for one in lists] == [("channels", 101, (28, 44, 32))]
