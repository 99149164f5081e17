"""As bureaus of the west write: their short names, whoever may apply, ways that are none of applying, brackets never closed."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import told

ASKED = ["不存在因政府信息公开针对水利局申请行政复议的事项", "没有发生因政府信息公开针对县水利局提起行政诉讼的事项"]
WHOEVER = [
    "2023年未收到法人、自然人或其他组织向我局提出的政府信息公开申请。",
    "2023年没有收到法人、公民或其他组织提出的政府信息公开申请。",
    "2023年未接到单位、个人或者其他组织的政府信息公开申请。",
]
SOMEBODY = ["2023年未收到自然人提出的政府信息公开申请。", "2023年未收到法人或其他组织提出的政府信息公开申请。"]
OTHER_WAYS = ["告知其他途径3件", "告知申请人通过其他方式获取3件", "引导申请人通过其他渠道解决3件", "建议其他途径查询3件"]


@pytest.mark.parametrize("text", ASKED)
def test_a_body_may_be_called_for_short_where_nobody_sued_it(text: str) -> None:
    (claim,) = told(f"2023年，{text}。", name="云溪市岚屿县水利局").claims
    assert claim.quantity in ("no_reconsideration", "no_litigation")
    assert claim.scope is Scope.OWN


@pytest.mark.parametrize("text", WHOEVER)
def test_persons_or_bodies_are_everybody(text: str) -> None:
    assert ("none_received", Scope.OWN, ()) in [(c.quantity, c.scope, c.doubts) for c in told(text).claims]


@pytest.mark.parametrize("text", SOMEBODY)
def test_persons_alone_are_not(text: str) -> None:
    assert not [c for c in told(text).claims if c.quantity == "none_received" and c.scope is Scope.OWN and not c.doubts]


@pytest.mark.parametrize("said", ["朔州市政府办公室", "朔州市府办", "市政府办公室", "市人民政府办公室"])
def test_an_office_is_called_with_its_place(said: str) -> None:
    (claim,) = told(f"2023年，{said}共受理政府信息公开申请12件。", name="朔州市人民政府办公室").claims
    assert (claim.quantity, claim.scope, claim.doubts) == ("received", Scope.OWN, ())


@pytest.mark.parametrize("said", ["大同市政府办公室", "朔州市政府", "朔州市水务局"])
def test_another_office_or_its_government_is_not_it(said: str) -> None:
    claims = told(f"2023年，{said}共受理政府信息公开申请12件。", name="朔州市人民政府办公室").claims
    assert all(c.scope is not Scope.OWN or c.doubts for c in claims)


@pytest.mark.parametrize("text", OTHER_WAYS)
def test_where_applicants_were_sent_is_no_way_of_applying(text: str) -> None:
    found = told(f"收到信息公开申请22件，答复22件，其中予以公开8件，{text}，信息不存在11件。")
    assert "channel_other" not in {c.quantity for c in found.claims}
    assert all(listing.low <= sum(listing.parts) <= listing.high for listing in found.listings)


def test_a_bracket_that_never_closes_opens_a_list_all_the_same() -> None:
    (listing,) = told(
        "通过政府门户网站公开195条信息，（其中：“指南”栏目发布信息3条，“公告”栏目发布信息102条，“动态”栏目发布信息99条。"
    ).listings
    assert (listing.total, sum(listing.parts)) == (195, 204)


TWICE = [
    "在受理的3件政府信息依申请公开中，按申请方式区分，3件属于网络平台申请，且2件申请信息不属于公开的政府信息。",
    "收到申请30件，其中网络20件，且12件为自然人申请，信函10件。",
]


@pytest.mark.parametrize("text", TWICE)
def test_what_is_told_of_the_same_ones_is_no_part_beside_them(text: str) -> None:
    assert all(listing.low <= sum(listing.parts) <= listing.high for listing in told(text).listings)


@pytest.mark.parametrize("text", ["未产生依申请公开政府信息案例。", "未收到依申请公开典型案例。"])
def test_no_model_case_is_not_no_request(text: str) -> None:
    assert "none_received" not in {c.quantity for c in told("接到依申请公开事项3项，均已答复办结。", text).claims}


PAPERS = ["全年主动公开征地批复22条；行政处罚决定50条；城乡总体规划1条。", "审批结果4条；行政许可决定50条。"]
DECIDED = ["2023年共作出行政处罚决定50条。", "行政处罚处理决定数量50条。", "2023年我局行政处罚决定50件。"]


@pytest.mark.parametrize("text", PAPERS)
def test_decisions_counted_as_papers_may_be_some_of_them(text: str) -> None:
    assert not [c for c in told(text).claims if c.quantity.endswith("_made") and not c.doubts]


@pytest.mark.parametrize("text", DECIDED)
def test_decisions_made_are_all_of_them(text: str) -> None:
    assert [c.quantity for c in told(text).claims if not c.doubts] == ["penalties_made"]


BESIDE = ["未发生投诉举报、行政复议、行政诉讼等相关情况。", "未发生举报、投诉、复议、诉讼。", "无投诉、行政复议和行政诉讼情况。"]
NARROWED = [
    "无投诉举报处理的行政复议。",
    "未发生投诉举报类行政复议。",
    "没有因投诉举报引发的行政复议。",
    "未发生行政处罚、行政复议案件。",
    "发生投诉、行政复议2件。",
]


def _disputes(text: str) -> set[str]:
    claims = told(f"2023年，共受理政府信息公开申请2件，均按时答复。{text}").claims
    return {
        c.quantity
        for c in claims
        if c.scope is Scope.OWN and not c.doubts and ("reconsideration" in c.quantity or "litigation" in c.quantity)
    }


@pytest.mark.parametrize("text", BESIDE)
def test_complaints_beside_them_narrow_no_disputes_that_there_were_not(text: str) -> None:
    assert _disputes(text) == {"no_reconsideration", "no_litigation"}


@pytest.mark.parametrize("text", NARROWED)
def test_disputes_over_complaints_are_others(text: str) -> None:
    assert not _disputes(text)


THROUGH = ["通过市政府网站在线申请9件", "通过市政府门户网站申请9件", "通过网站在线申请9件"]


@pytest.mark.parametrize("text", THROUGH)
def test_a_website_of_another_makes_no_request_anothers(text: str) -> None:
    claims = told(f"2023年，共收到政府信息公开申请24件，其中：线下申请15件，{text}。答复24件。").claims
    assert [c.scope for c in claims if c.quantity == "concluded"] == [Scope.OWN]


def test_what_another_body_received_through_its_website_is_anothers() -> None:
    claims = told("2023年，共收到政府信息公开申请24件，其中：市财政局收到网上申请9件。").claims
    assert not [c for c in claims if c.quantity == "channel_net" and c.scope is Scope.OWN]
