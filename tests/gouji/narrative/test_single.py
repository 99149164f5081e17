"""What became of requests without a number of its own; what was taken back, lost by nobody, or told of all that came in."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import Told, claimed, told

SAID: list[tuple[str, Told]] = [
    ("本局收到政府信息公开申请一件，属于无法提供的类型，无超期情况。", [("received", 1), ("unavailable", 1)]),
    ("本局收到政府信息公开申请1件，经审查，不予公开。", [("received", 1), ("denied", 1)]),
    ("本局收到政府信息公开申请1件。该件予以公开。", [("received", 1), ("granted", 1)]),
    ("本局收到政府信息公开申请1件，涉及土地征收，答复类型为部分公开。", [("received", 1), ("partially_granted", 1)]),
    ("本局收到政府信息公开申请3件，属于无法提供的情形。", [("received", 3), ("all_unavailable", 0)]),
    (
        "新收政府信息公开申请3件，本年度办理结果为：无法提供，本机关不掌握相关政府信息，均已书面答复。",
        [("received", 3), ("all_unavailable", 0)],
    ),
    ("收到申请6件，已按要求在规定时间内办理，均对其公开。", [("received", 6), ("all_granted_or_partial", 0)]),
    ("收到8份政府信息公开申请，因不掌握相关政府信息，办理结果均为无法提供。", [("received", 8), ("all_unavailable", 0)]),
    ("收到申请4件，均不属于职责范围，本机关不掌握相关政府信息。", [("received", 4), ("all_unavailable_not_held", 0)]),
    ("收到政府信息公开申请14件，其中公开14件。", [("received", 14), ("granted_at_all", 14)]),
    ("受理依申请公开18件，其中：属于公开范围11件，属于部分公开范围5件。", [("received", 18), ("granted", 11), ("partially_granted", 5)]),
    ("依申请公开已办结。在所有受理的来件当中，予以公开7件，不予公开6件。", [("granted", 7), ("denied", 6)]),
    ("已办结的依申请公开中，信息不存在或本机关不掌握9件。", [("unavailable_not_held", 9)]),
    (
        "收到申请16件，申请内容主要集中在物业收费、项目备案等方面。其中8件属于本机关不掌握相关政府信息而无法提供。",
        [("received", 16), ("unavailable_not_held", 8)],
    ),
    ("收到申请7件。其中5件由于本机关不掌握相关政府信息或不属于本级政府管理内容无法提供。", [("received", 7), ("unavailable_not_held", 5)]),
    ("收到申请31件，其中2件结转下年度，另外17件申请人主动撤销。", [("received", 31), ("carried_out", 2), ("withdrawn", 17)]),
    ("申请人主动撤回政府信息公开申请2件，本局按“其他处理”登记。", [("other_misc", 2)]),
]
NOT_SAID = [
    "申请人查询户籍档案的政府信息公开申请6件，属于行政查询事项，告知其依照有关规定办理。",
    "收到政府信息公开申请1件，予以公开答复。",
    "收到政府信息公开申请1件，上年结转1件，予以公开。",
    "收到政府信息公开申请2件，不予公开。",
    "收到政府信息公开申请2件，办理结果为予以公开、无法提供。",
    "收到政府信息公开申请6件，答复内容均已主动公开。",
    "收到政府信息公开申请6件，均公开答复。",
    "收到政府信息公开申请1件，部分公开内容涉及第三方。",
    "收到政府信息公开申请18件，不属于公开范围2件。",
    "收到政府信息公开申请78件，申请人撤件18件，实际受理60件。",
]
NONE_LOST = [
    "未发生政府信息公开行政复议被纠错、行政诉讼败诉情况。",
    "未出现因依申请公开引发的行政复议和行政诉讼被撤销或败诉等情况。",
    "没有因政府信息公开工作被复议机关撤销或被法院判决败诉的案件。",
]
NO_DISPUTE = [
    "本局没有收到涉政府信息公开的行政复议和行政诉讼。",
    "本局不存在因政府信息公开引起的行政复议、行政诉讼。",
    "全年及历年均未接到涉及政 府信息公开的行政复议或行政诉讼。",
    "2019年以来未发生因政府信息公开引发的行政复议、行政诉讼。",
]
OUTCOMES = ("granted", "partially", "denied", "unavailable", "rejected", "other_", "withdrawn", "all_")


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_an_outcome_without_a_number_of_its_own_is_read(text: str, expected: Told) -> None:
    assert claimed("依申请公开。", text) == expected


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_told_of_some_or_not_surely_is_no_outcome(text: str) -> None:
    assert [claim for claim in claimed("依申请公开。", text) if claim[0].startswith(OUTCOMES)] == []


@pytest.mark.parametrize("text", NONE_LOST)
def test_no_dispute_lost_is_no_word_of_no_dispute(text: str) -> None:
    assert claimed(text) == [("none_corrected_reconsideration", 0), ("none_corrected_litigation", 0)]


@pytest.mark.parametrize("text", NO_DISPUTE)
def test_no_dispute_in_all_years_is_none_in_this_one(text: str) -> None:
    assert claimed(text) == [("no_reconsideration", 0), ("no_litigation", 0)]
    assert claimed("截至2021年底，累计未收到政府信息公开行政复议。", "历年未发生政府信息公开行政复议，今年发生了1件。") == []


def test_reasons_told_with_more_make_the_whole_outcome_unless_more_of_it_is_told() -> None:
    said = told("政府信息公开申请因本机关不掌握等原因无法提供8件。").claims
    assert [(c.quantity, c.value, c.plain) for c in said] == [("unavailable", 8, True)]
    said = told("政府信息公开申请因本机关不掌握等原因无法提供8件，因补正后仍不明确无法提供2件。").claims
    assert [(c.quantity, c.plain) for c in said][0] == ("unavailable", False)


def test_who_may_review_is_not_surely_the_one_reviewed() -> None:
    said = "办理信息公开行政复议4件、行政诉讼3件。"
    assert claimed(said, name="云溪县柳汀镇人民政府") == claimed(said) == [("reconsideration", 4), ("litigation", 3)]
    assert all(claim.scope is not Scope.OWN for claim in told(said, name="云溪县人民政府").claims if claim.quantity == "reconsideration")
