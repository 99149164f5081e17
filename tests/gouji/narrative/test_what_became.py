"""What sentences say became of requests: reasons in brackets, outcomes joined or added up, the rest, laws as reasons."""

import pytest

from gouji.narrative import narrative
from gouji.narrative.claim import Claim, Scope
from tests.builders import sound_report, with_more_text

OUTCOMES = ("granted", "partially", "denied", "unavailable", "rejected", "other_", "refused", "not_granted")


def claims(sentence: str) -> list[Claim]:
    found = narrative(with_more_text(sound_report(), 1, sentence)).claims
    return [claim for claim in found if claim.quantity.startswith(OUTCOMES) or (claim.quantity == "received" and claim.printed in sentence)]


def sure(sentence: str) -> dict[str, int]:
    """What the sentence surely says of outcomes."""
    own = [claim for claim in claims(sentence) if claim.scope is Scope.OWN and not set(claim.doubts) - {"two-statements"}]
    return {claim.quantity: int(claim.value) for claim in own if claim.quantity != "received"}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("已办结的政府信息公开申请信件中，予以公开7件，部分公开4件。", {"granted": 7, "partially_granted": 4}),
        ("收到申请30件，上年结转2件，合计32件。年内办结32件，其中予以公开的14件。", {"granted": 14}),
        ("收到申请18件，符合公开条件予以公开9件；无法提供和不予处理7件。", {"granted": 9, "unavailable+rejected": 7}),
        ("收到申请20件，不予公开（过程性信息）5件，不予处理（重复申请）3件。", {"denied_process": 5, "rejected_repeat": 3}),
        ("收到申请20件，予以公开6件，无法公开3件。", {"granted": 6, "refused": 3}),
        ("予以公开和部分公开两项相加，本单位申请共11件。", {"granted_or_partial": 11}),
        ("办结申请20件，6件按无法提供办结，2件作其他处理。", {"unavailable": 6, "other_outcomes": 2}),
        ("提供了政府信息（予以公开或部分公开）的申请共计9件。", {"granted_or_partial": 9}),
        ("本机关作部分公开处理的申请6件。", {"partially_granted": 6}),
        ("因申请事项属于行政查询范围依法不予公开的3件。收到申请20件。", {"denied_inquiry": 3}),
        ("本机关审慎作出不予公开决定，共涉及申请4件。", {"denied": 4}),
        ("全年申请仅3件不予公开。", {"denied": 3}),
        ("除6件不予公开外，其余9件均予以公开。本年收到申请15件。", {"denied": 6, "granted": 9}),
        ("办结申请20件，除予以公开、部分公开外，其余申请8件。", {"not_granted": 8}),
        ("根据《政府信息公开条例》规定，不予处理申请5件。", {"rejected": 5}),
        ("依据第三十五条、第三十六条等规定，不予处理申请5件。", {"rejected": 5}),
        ("申请人撤回申请的，按其他处理计3件。收到申请20件。", {}),
        ("收到申请9件，不予公开9件，分别为第三方权益2件、内部事务信息7件。", {"denied": 9, "denied_third_party": 2, "denied_internal": 7}),
    ],
)
def test_an_outcome_is_read_whatever_stands_around_it(sentence: str, said: dict[str, int]) -> None:
    assert {name: value for name, value in sure(sentence).items() if name != "other_misc"} == said


@pytest.mark.parametrize(
    "sentence",
    [
        # Of some only, of a narrower reason than the row's, of a list that goes on.
        "上年结转4件，其中予以公开的2件。收到申请20件。",
        "收到的自然人申请信件中，予以公开7件。",
        "根据《条例》第十六条规定，不予公开申请5件。",
        "收到申请20件，不予公开（过程性信息等）5件，其中涉及规划的申请5件。",
        "本年收到申请20件，予以公开、部分公开8件。",
    ],
)
def test_what_may_be_of_some_only_accuses_of_no_outcome(sentence: str) -> None:
    assert not {"granted", "denied_process", "partially_granted"} & set(sure(sentence))


def test_the_sum_of_two_outcomes_is_no_number_of_requests_received() -> None:
    found = claims("予以公开与部分公开两项合计，全年政府信息公开申请共8项。")
    assert [(claim.quantity, claim.value) for claim in found] == [("granted_or_partial", 8)]
