"""What became of requests, told with reasons, manners and brackets around it."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

WORDED: list[tuple[str, Told]] = [
    ("办结的政府信息公开申请中，因涉及第三方权益、内部事务或行政查询等原因不予公开23件，均依法说明理由。", [("denied", 23)]),
    ("因本机关职责调整、档案移交等原因，本年政府信息公开申请答复“本机关无法提供”42件。", [("unavailable", 42)]),
    ("对以政府信息公开申请形式进行信访、投诉、举报或重复申请等情形，全局依法不予处理31件。", [("rejected", 31)]),
    ("因属于国家秘密和过程性信息不予公开政府信息公开申请5件。", [("denied_process+denied_state_secret", 5)]),
    ("本局按照“以公开为常态、不公开为例外”的原则，本年度对政府信息公开申请决定不予公开40件。", [("denied", 40)]),
    ("四是严把答复关口，我局对依法不予公开的77件政府信息公开申请逐件集体研究。", [("denied", 77)]),
    ("五是加强检索核查，本机关对确属无法提供的29件政府信息公开申请出具检索说明。", [("unavailable", 29)]),
    ("政府信息公开申请中，依据第十六条规定，不予公开5件。", []),
    ("政府信息公开申请中，因涉及征地，不予公开5件。", []),
    ("政府信息公开申请中，属于信访事项的，不予处理5件。", [("rejected_petition", 5)]),
    ("上年因档案移交等原因，无法提供政府信息公开申请5件。", []),
    ("对符合公开条件的政府信息公开申请予以公开12件。", [("granted", 12)]),
    ("收到符合受理条件的政府信息公开申请5件。", []),
    ("收到国家秘密类政府信息公开申请3件。", []),
    ("本机关邀请法律顾问会商疑难政府信息公开申请，经会商后答复13件。", []),
    ("政府信息公开行政复议工作，无相关问题。", []),
    (
        "办结政府信息公开申请5件，予以公开（3件）、部分公开（2件）。",
        [("concluded", 5), ("granted", 3), ("partially_granted", 2)],
    ),
    ("收到政府信息公开申请数量（3件），上年结转（1件）。", [("received", 3), ("carried_in", 1)]),
    ("收到政府信息公开申请48件（2022年40件），有所增加。", [("received", 48)]),
    ("收到政府信息公开申请，比2022年申请（31件）减少9件。", []),
    ("收到政府信息公开申请9件，不予公开（征地类）5件。", [("received", 9)]),
    (
        "政府信息公开行政复议案件5件，维持1件，申请人撤回复议申请（其他结果）4件。",
        [("reconsideration", 5), ("reconsideration_upheld", 1), ("reconsideration_other", 4)],
    ),
    ("因政府信息公开被申请行政复议的案件中，维持我局原答复的1件，尚未审结2件。", [("reconsideration_upheld", 1), ("reconsideration_pending", 2)]),
    ("因政府信息公开，本局经复议后被起诉1件，未经复议直接被起诉6件。", [("litigation_after_reconsideration", 1), ("direct_litigation", 6)]),
    ("本局未因政府信息公开被提起过行政诉讼，也未发生行政复议。", [("no_litigation", 0), ("no_reconsideration", 0)]),
    ("未因政府信息公开工作被申请行政复议或者提起行政诉讼。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("政府信息公开引发的行政复议、行政诉讼情况：我局2023年未发生此类情况。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("行政复议3件，均不涉及政府信息公开。", []),
    ("我局对申请公开数量明显超过合理范围的申请人收取信息处理费，全年累计收取2610元。", [("processing_fee", 2610)]),
    ("本机关落实信息处理费制度，本年实收2700元信息处理费。", [("processing_fee", 2700)]),
    ("2023年度收取依申请公开信息处理费总计13720元，已出具票据。", [("processing_fee", 13720)]),
    ("依法减免信息处理费300元。", []),
    ("落实信息处理费减免政策，累计收取其他费用300元。", []),
    ("信息处理费标准，收取每件30元。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDED)
def test_reasons_manners_and_brackets_are_seen_through(text: str, expected: Told) -> None:
    assert claimed(text) == expected


def test_the_rest_of_the_requests_is_never_all_of_them() -> None:
    assert claimed("除予以公开的13件外，本局其余政府信息公开申请24件均作其他处理。") == [("granted", 13)]
    assert claimed("予以公开13件，其余政府信息公开申请24件均作其他处理。") == [("granted", 13)]


def test_what_a_third_party_said_is_no_outcome_until_the_text_says_what_was_decided() -> None:
    assert claimed("涉及第三方权益的申请中，第三方书面反对公开的7件，本机关依法作出决定。") == []
    assert claimed("收到申请9件，第三方书面反对公开的7件，不予公开。") == [("received", 9), ("denied_third_party", 7)]


def test_papers_by_how_open_they_are_are_no_outcomes_of_requests() -> None:
    assert claimed("不予公开信息数3条，占比3.2%。") == []
    assert claimed("收到政府信息公开申请9件，不予公开信息数3条。") == [("received", 9), ("denied", 3)]
