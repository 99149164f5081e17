"""Disputes told beside the body that decides them: whose they are."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import told

OWN = [
    "收到政府信息公开行政复议案件13件，我局积极配合复议机关调查。",
    "行政复议机关受理的以本机关为被申请人的政府信息公开案件13件。",
    "政府信息公开类行政复议13件，本机关将按复议机关要求做好后续工作。",
    "我局因政府信息公开被申请行政复议13件，其中复议机关维持3件、纠正3件、未审结7件。",
    "发生政府信息公开行政复议13件，年内全部审结，我局按复议决定抓好落实。",
    "法律顾问全程参与政府信息公开案件办理，我局应对行政复议13件，均为政府信息公开类。",
    "涉及我局的政府信息公开行政诉讼案件13宗，均由法律顾问参与应诉。",
    "政府信息公开类行政诉讼13件，法院均已受理，行政复议0件。",
]
OTHERS = [
    "行政复议机关共审理政府信息公开类行政复议案件13件。",
    "县复议机关全年收到政府信息公开类复议申请13件。",
    "作为复议机关，审理政府信息公开行政复议案件13件。",
    "本级行政复议机关受理政府信息公开行政复议案件13件。",
    "参与市政府政府信息公开行政复议案件13件。",
    "代理县政府政府信息公开行政诉讼案件13件。",
]


@pytest.mark.parametrize("text", OWN)
def test_a_reviewing_body_spoken_of_in_passing_leaves_the_disputes_the_reports_own(text: str) -> None:
    assert [claim.scope for claim in told(text).claims if claim.value == 13] == [Scope.OWN]


@pytest.mark.parametrize("text", OTHERS)
def test_what_a_reviewing_body_decides_is_not_surely_the_reports_own(text: str) -> None:
    assert [claim for claim in told(text).claims if claim.value == 13 and claim.scope is Scope.OWN] == []


RULED = [
    ("我局因信息公开被申请行政复议4件，均被县政府维持。", ("all_upheld_reconsideration", 0)),
    ("我局因信息公开被申请行政复议4件，县政府维持3件，1件尚未审结。", ("reconsideration_upheld", 3)),
    ("我局因信息公开被申请行政复议4件，被市政府纠正1件。", ("reconsideration_corrected", 1)),
    ("我局因信息公开被提起行政诉讼4件，被法院维持3件。", ("litigation_upheld", 3)),
]


@pytest.mark.parametrize(("text", "expected"), RULED)
def test_who_rules_on_a_case_has_no_part_in_whose_it_is(text: str, expected: tuple[str, int]) -> None:
    assert expected in [(claim.quantity, claim.value) for claim in told(text).claims if claim.scope is Scope.OWN]


def test_a_government_may_rule_on_the_cases_of_others() -> None:
    said = "因信息公开被申请行政复议4件，县政府维持3件。"
    found = told(said, name="云溪县人民政府办公室").claims
    assert [claim.scope for claim in found if claim.quantity == "reconsideration_upheld"] == [Scope.OTHER]
    others = "县政府收到政府信息公开类行政复议4件。"
    assert [claim.scope for claim in told(others).claims] == [Scope.OTHER]


TOWN = "云溪县柳汀镇人民政府"


@pytest.mark.parametrize(
    "text",
    [
        "全年审理政府信息公开行政复议13起：结果维持5起，结果纠正7起，其他结果1起。",
        "审理政府信息公开行政复议案件13起，其中：结果维持13起。",
        "2023年审理因信息公开引发的行政复议案件13件。",
        "我镇审理信息公开行政复议13件。",
    ],
)
def test_a_town_reviews_nothing_and_those_reviewed_are_its_own(text: str) -> None:
    found = [claim for claim in told(text, name=TOWN).claims if claim.quantity == "reconsideration"]
    assert [(claim.scope, claim.doubts) for claim in found] == [(Scope.OWN, ())]


@pytest.mark.parametrize(
    "text", ["县政府审理政府信息公开行政复议13件。", "协助审理政府信息公开行政复议13件。", "全年审理行政处罚复议案件13件。"]
)
def test_what_others_review_is_not_surely_the_towns(text: str) -> None:
    assert [claim for claim in told(text, name=TOWN).claims if claim.scope is Scope.OWN and not claim.doubts] == []
