"""As bureaus of the west write: their short names, whoever may apply, ways that are none of applying, brackets never closed."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.test_claims import told

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
