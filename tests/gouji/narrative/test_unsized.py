"""Shares told without their number, applicants by name or body, and totals told after the ways by which requests came."""

import pytest

from gouji.narrative import Narrative, narrative
from tests.builders import sound_report, with_more_text


def told(sentence: str) -> Narrative:
    return narrative(with_more_text(sound_report(), 1, sentence))


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("法人和其他组织提出的政府信息公开申请占申请总数的24%。", "applicants_legal_persons"),
        ("从答复结果看，政府信息公开申请予以公开的占62.5%。", "granted"),
        ("政府信息公开申请中，不予公开的占办结总数的比例约为12%。", "denied"),
    ],
)
def test_a_share_without_its_number_is_of_what_the_tables_print(sentence: str, quantity: str) -> None:
    (share,) = told(sentence).shares
    assert (share.claim.quantity, share.claim.exact) == (quantity, False)


@pytest.mark.parametrize(
    ("sentence", "shares"),
    [
        (
            "共答复政府信息公开申请58件，予以公开、部分公开、不予公开的比例分别为26.1%、24.1%、49.8%。",
            [("granted", "26.1"), ("partially_granted", "24.1"), ("denied", "49.8")],
        ),
        (
            "收到政府信息公开申请53件，自然人、法人或其他组织分别占55.8%、52.8%。",
            [("applicants_natural_person", "55.8"), ("applicants_legal_persons", "52.8")],
        ),
        ("共答复政府信息公开申请50件，予以公开比例为11.2%。", [("granted", "11.2")]),
        ("共答复政府信息公开申请50件，不予公开的比例为11.2%。", [("denied", "11.2")]),
        ("共答复政府信息公开申请83件，其中予以公开17件，比例为30.4%。", [("granted", "30.4")]),
        ("共答复政府信息公开申请83件，比例为30.4%。", []),
        ("共答复政府信息公开申请83件，其中予以公开17件，解读比例为30.4%。", []),
        # of something else, or not each its own
        ("共答复政府信息公开申请50件，予以公开、不予公开分别占征地类申请的26.1%、24.1%。", []),
        ("共答复政府信息公开申请50件，予以公开、部分公开、不予公开分别占26.1%、24.1%。", []),
        ("共答复政府信息公开申请50件，予以公开、不予公开分别增长26.1%、24.1%。", []),
        ("共答复政府信息公开申请50件，其中征地类予以公开比例为11.2%。", []),
        ("主动公开文件比例为11.2%。", []),
    ],
)
def test_shares_told_in_turn_and_by_their_ratio(sentence: str, shares: list[tuple[str, str]]) -> None:
    found = [(s.claim.quantity, str((s.low + s.high) / 2)) for s in told(sentence).shares]
    assert [(name, value[:4]) for name, value in found] == shares


@pytest.mark.parametrize(
    "sentence",
    [
        "涉及征地的申请中，予以公开的占30%。", "城南分局答复的申请中，予以公开的占30%。", "上年政府信息公开申请予以公开的占30%。",
        "主动公开信息中，企业类占30%。", "其中不予公开的占30%，收到申请3件。", "全县政府信息公开申请予以公开的占30%。",
    ],
)  # fmt: skip
def test_a_share_of_some_or_of_others_is_none_of_the_tables(sentence: str) -> None:
    assert told(sentence).shares == ()


@pytest.mark.parametrize(
    ("sentence", "quantity", "value"),
    [
        ("自然人向本机关提出的政府信息公开申请有18项。", "applicants_natural_person", 18),
        ("以企业名义提出的政府信息公开申请7件。", "applicants_business", 7),
        ("以单位名义提出的政府信息公开申请9件。", "applicants_legal_persons", 9),
        ("律师事务所等法律服务机构向我单位提出政府信息公开申请3件。", "applicants_legal_service", 3),
        ("收到政府信息公开申请7件，6件为自然人，1件为商业企业。", "applicants_business", 1),
        ("收到的政府信息公开申请全部来自商业企业。", "all_business", 0),
        ("收到政府信息公开申请8件，都是自然人网上申请。", "all_natural_person", 0),
    ],
)
def test_who_applied_is_read_however_it_is_named(sentence: str, quantity: str, value: int) -> None:
    found = [(claim.quantity, claim.value) for claim in told(sentence).claims if claim.printed in sentence]
    assert (quantity, value) in found


def test_who_asked_for_something_else_is_no_applicant() -> None:
    claims = told("全年政务服务办件数量为214件，其中自然人13件，法人组织201件。").claims
    assert [claim for claim in claims if claim.quantity.startswith("applicants")] == []


@pytest.mark.parametrize(
    ("sentence", "total", "parts"),
    [
        ("网络14件、信函15件、传真9件，本机关全年政府信息公开申请新收总数31件。", 31, (14, 15, 9)),
        ("通过网站提交申请7件、到窗口提交4件，合计收到申请12件。", 12, (7, 4)),
        ("网络申请4件，信函申请4件，当面申请0件，总数9件。", 9, (4, 4, 0)),
        ("政府信息公开申请共5件，2件来自网络，4件来自信函。", 5, (2, 4)),
    ],
)
def test_the_ways_are_added_up_wherever_their_total_stands(sentence: str, total: int, parts: tuple[int, ...]) -> None:
    (listing,) = (one for one in told(sentence).listings if one.kind == "channels")
    assert (listing.total, listing.parts) == (total, parts)


@pytest.mark.parametrize("sentence", ["网络申请4件，信函申请4件，上年结转1件，总数9件。", "网站发布40条，微信发布30条，全年申请总数9件。"])
def test_what_came_otherwise_makes_no_total_of_ways(sentence: str) -> None:
    assert [one for one in told(sentence).listings if one.kind == "channels" and one.low] == []


def test_a_rate_of_those_concluded_is_their_share() -> None:
    (share,) = told("全年收到政府信息公开申请10件，办结数5件，办结率63.2%。").shares
    assert (share.claim.quantity, share.claim.value) == ("concluded", 5)


@pytest.mark.parametrize(
    "sentence",
    ["收到申请10件，办结5件，办结率100%。", "收到申请10件，按期办结5件，办结率63%。", "收到申请10件，办结5件，镇长信箱办结率63%。"],
)
def test_a_rate_of_those_due_or_of_letters_is_no_share_of_requests(sentence: str) -> None:
    assert told(sentence).shares == ()


def test_requests_of_everybody_are_none_of_legal_persons_alone() -> None:
    sentence = "接收且办理公民、法人或者其他组织提出的政府信息公开申请43宗（含2022年度结转4宗），公民申请18宗，法人和其他组织申请25宗；"
    claims = [claim for claim in told(sentence).claims if claim.quantity == "applicants_legal_persons"]
    assert [int(claim.value) for claim in claims] == [25]
