"""No dispute of any kind is none over disclosure; no complaint is no word of requests."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import claimed, told

NO_DISPUTE = [
    "申请人均表示满意，未引发行政复议、行政诉讼。",
    "申请人对答复结果普遍表示认可，没有提起行政复议和行政诉讼。",
    "有效降低行政复议、行政诉讼风险，全年无行政复议、行政诉讼案件。",
    "均已按规定时间予以回复，无提起行政复议、行政诉讼情况。",
    "全年无政府信息公开行政复议、诉讼及败诉案件。",
    "未发生因信息公开引发的行政复议、行政诉讼和被纠错、败诉的情形。",
    "未因政府信息公开工作被申请行政复议、诉讼或败诉。",
    "我局未发生政府信息公开收费、行政复议、行政诉讼情况。",
    "行政复议和行政诉讼均未发生。",
    "行政复议、行政诉讼案件均为零。",
]
NONE_LOST = [
    "未发生政府信息公开行政复议和行政诉讼败诉案件。",
    "未发生政府信息公开行政复议被纠错、行政诉讼败诉情况。",
]
OF_SOME = [
    "许可申请人均表示满意，未引发行政复议。",
    "规范执法行为，有效降低行政复议风险，全年无行政复议、行政诉讼案件。",
    "规范执法，行政复议0件、行政诉讼0件。",
    "规范执法，行政复议和行政诉讼均未发生。",
    "未发生因收费引起的行政复议。",
    "全年行政复议案件没有增加。",
    "全年未受理行政复议案件。",
    "全年受理行政复议0件、行政诉讼0件。",
    "上年行政复议0件。",
    "行政复议3件、行政诉讼2件。",
    "行政复议维持0件。",
]


def own_disputes(text: str) -> list[tuple[str, int]]:
    """What is surely said of the report's own disputes."""
    return [(c.quantity, int(c.value)) for c in told(text).claims if c.scope is Scope.OWN and not c.doubts]


@pytest.mark.parametrize("text", NO_DISPUTE)
def test_none_of_any_kind_is_none_over_disclosure(text: str) -> None:
    assert own_disputes(text) == [("no_reconsideration", 0), ("no_litigation", 0)]


@pytest.mark.parametrize("text", NONE_LOST)
def test_none_lost_is_not_none_at_all(text: str) -> None:
    assert own_disputes(text) == [("none_corrected_reconsideration", 0), ("none_corrected_litigation", 0)]


@pytest.mark.parametrize("text", OF_SOME)
def test_disputes_of_other_business_another_year_or_a_number_of_them_say_nothing(text: str) -> None:
    assert own_disputes(text) == []


@pytest.mark.parametrize("text", ["全年无行政复议案件。", "未收到任何形式的行政复议。"])
def test_one_track_alone_may_be_denied(text: str) -> None:
    assert own_disputes(text) == [("no_reconsideration", 0)]


def test_fees_are_no_other_business() -> None:
    said = own_disputes("本年度无行政复议、行政诉讼案件，无收费情况。")
    assert said == [("no_reconsideration", 0), ("no_litigation", 0), ("no_fee_notice", 0)]


@pytest.mark.parametrize("text", ["行政复议0件、行政诉讼0件。", "行政复议0件，行政诉讼零件。", "本年度我局行政复议、行政诉讼均为0件。"])
def test_nought_of_any_kind_is_nought_over_disclosure(text: str) -> None:
    assert own_disputes(text) == [("reconsideration", 0), ("litigation", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "2023年未收到社会各界依申请政府信息公开来信、来电、来访和投诉。",
        "全局未新收到政府依申请公开件。",
        "我局没有新受理政府信息公开申请。",
        "2023年未收到本级依申请公开事项。",
        "2023年没有收到我局本级的依申请公开事项。",
        "未收到政府信息公开申请、咨询。",
    ],
)
def test_no_request_in_other_words(text: str) -> None:
    assert claimed(text) == [("none_received", 0)]


def test_requests_and_disputes_are_denied_in_one_breath() -> None:
    said = claimed("我局本年度未收到任何形式的依申请公开信息、行政复议和行政诉讼。")
    assert said == [("none_received", 0), ("no_reconsideration", 0), ("no_litigation", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "本年度未收到依申请公开咨询。",
        "本年度未收到依申请公开来访、投诉。",
        "2023年未收到县本级依申请公开事项。",
        "2023年未收到企业的依申请公开、行政复议。",
        "未新收到同类申请。",
    ],
)
def test_none_of_something_else_is_not_no_request(text: str) -> None:
    assert [claim for claim in claimed(text) if claim[0] == "none_received"] == []


def test_its_own_level_is_a_bureau_itself_as_an_object_and_never_a_county() -> None:
    assert claimed("2023年收到本级依申请公开事项3件。") == [("received", 3)]
    assert claimed("2023年收到县本级依申请公开事项3件。") == []
    assert claimed("2023年本级共收到依申请公开事项3件。") == []
    assert claimed("2023年收到本级依申请公开事项3件。", name="云溪县人民政府") == []


BOTH = [("no_reconsideration", 0), ("no_litigation", 0)]
NONE_AT_ALL = [
    ("本年度政府信息公开行政复议和行政诉讼情况为空。", BOTH),
    ("本机关政府信息公开行政复议、行政诉讼工作情况：无。", BOTH),
    ("无投诉、举报、行政复议和行政诉讼等情况。", BOTH),
    ("我局无投诉、举报、行政复议。", BOTH[:1]),
    ("收到3件信息公开申请，均已答复，无人提起行政复议和行政诉讼。", [("received", 3), *BOTH]),
    # of half a year, of other business, of some of the requests
    ("上半年政府信息公开行政复议情况为空。", []),
    ("信息公开栏目中行政复议栏为空。", []),
    ("信访工作：无投诉、举报、行政复议和行政诉讼。", []),
    ("行政执法案件无投诉、举报、行政复议和行政诉讼等情况。", []),
    ("受理工单20件，无投诉、行政复议和行政诉讼。", []),
    ("收到征地类信息公开申请3件，均已答复，无人提起行政复议和行政诉讼。", []),
    ("收到3件信息公开申请，其中征地类均已答复，无人提起行政复议。", [("received", 3)]),
]


@pytest.mark.parametrize(("sentence", "expected"), NONE_AT_ALL)
def test_none_however_it_is_said(sentence: str, expected: list[tuple[str, int]]) -> None:
    assert claimed(sentence) == expected


# What was said of a time or of others before 实现…零复议 narrows it.
ZERO: list[tuple[str, list[str]]] = [
    ("2023年实现政府信息公开零复议、零诉讼。", ["no_reconsideration", "no_litigation"]),
    ("全年我局实现政府信息公开零投诉、零复议。", ["no_reconsideration"]),
    ("上半年实现政府信息公开零复议、零诉讼。", []),
    ("2022年实现政府信息公开零复议、零诉讼。", []),
    ("一季度政府信息公开零投诉、零复议、零诉讼。", []),
    ("县公安局实现政府信息公开零复议、零诉讼。", []),
    ("全县实现政府信息公开零复议、零诉讼。", []),
]


@pytest.mark.parametrize(("sentence", "expected"), ZERO)
def test_none_at_all(sentence: str, expected: list[str]) -> None:
    assert [quantity for quantity, _ in claimed(sentence)] == expected
