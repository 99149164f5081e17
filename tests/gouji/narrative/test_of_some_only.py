"""What is told of a part of the body, of other work, of other things or of some requests alone accuses nobody; its neighbour still claims."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import claimed, told

_REQUESTS = "二、依申请公开。"

OF_A_PART = [
    "信息中心因信息公开答复被申请行政复议27件。",
    "涉及信息中心的信息公开行政复议18件。",
    "信息中心承办的政府信息公开申请已全部办结。",
    "法规科承办的申请已全部办结。",
    "法规科收到申请12件，答复11件，予以公开10件。",
    "信息中心收到申请12件，已全部办结。",
]
OF_OTHER_WORK = [
    "主动公开工作未引发行政复议、行政诉讼。",
    "主动公开政府信息未引发任何行政复议案件。",
    "解读回应工作未引起行政复议和行政诉讼。",
    "不予公开的申请，未引发行政复议、行政诉讼。",
    "部分公开的申请均未引发行政诉讼。",
    "因未按期答复被申请信息公开行政复议12件。",
    "企业就信息公开申请行政复议16件。",
]
OF_OTHER_THINGS = [
    "上年结转18件督办件全部办结。",
    "上年结转20件协查函已全部函复。",
    "上年结转9件案件均已结案。",
    "执法案件上年结转12件，新立案48件。",
    "督查事项上年结转6件，本年办结23件。",
    "立案604起，结案161起，罚款71375元。",
    "查处各类案件726件，办结75件。",
    "不予公开文件12件，均标注不公开理由。",
    "依申请公开文件35件，不予公开文件4件。",
    "不予公开信息17条，均经定密审查。",
    "审查拟公开文件91件，同意公开72件，不予公开29件。",
]
OF_CASES_BEGUN_BEFORE = [
    "结转上年度未审结的信息公开行政复议案件2件。",
    "上年结转信息公开行政复议18件，均维持。",
    "上年遗留的信息公开行政诉讼17件已审结。",
    "上年受理、本年审结的信息公开行政复议6件。",
]
NEIGHBOURS = [
    ("我局因信息公开答复被申请行政复议27件。", [("reconsideration", 27)]),
    ("政府信息公开工作未引发行政复议。", [("no_reconsideration", 0)]),
    ("所有政府信息公开申请均予以公开且未引发行政复议。", [("no_reconsideration", 0)]),
    ("政府信息公开申请上年结转2件，均已办结。", [("carried_in", 2)]),
    ("收到政府信息公开申请12件，审结12件。", [("received", 12), ("concluded", 12)]),
    ("收到政府信息公开申请3件，不予公开3件。", [("received", 3), ("denied", 3)]),
    ("对不予公开的3件政府信息公开申请，均说明理由。", [("denied", 3)]),
    ("全年因信息公开引发行政复议3件。", [("reconsideration", 3)]),
]


@pytest.mark.parametrize("text", [*OF_A_PART, *OF_OTHER_WORK, *OF_OTHER_THINGS, *OF_CASES_BEGUN_BEFORE])
def test_of_some_only_nothing_is_surely_claimed(text: str) -> None:
    sure = [(c.quantity, int(c.value)) for c in told(_REQUESTS, text).claims if c.scope is Scope.OWN and not c.doubts]
    assert sure == []


@pytest.mark.parametrize(("text", "expected"), NEIGHBOURS)
def test_what_is_told_of_all_is_claimed(text: str, expected: list[tuple[str, int]]) -> None:
    assert claimed(text) == expected


def test_more_done_for_some_requests_counts_them_in_doubt() -> None:
    text = "对不掌握信息的25件申请，协助联系有关部门为申请人提供便民解答。"
    assert [claim.doubts for claim in told(_REQUESTS, text).claims] == [("clause-unclear",)]


def test_the_body_itself_is_no_part_of_it() -> None:
    assert claimed("信息中心收到政府信息公开申请3件，已办结3件。", name="云溪县信息中心") == [("received", 3), ("concluded", 3)]


OF_SOME_REQUESTS = [
    "其中同一人提交6件，答复6件，信息不存在6件。",
    "其中涉及征地10件，予以公开10件，不予公开3件。",
    "网上受理27件，其中予以公开20件，不予公开7件。",
    "自然人申请办结12件，予以公开12件。",
    "重新答复22件，其中予以公开22件。",
    "部分公开的政府信息公开申请中，涉及第三方商业秘密的5件，征求第三方意见后答复。",
    "被复议机关纠正的申请中，重新答复后予以公开25件。",
    "上年结转2件，均已办结，其中予以公开1件、部分公开1件。",
    "经合法性审查答复19件。",
    "征求第三方意见后予以公开15件，不予公开4件。",
    "自条例施行以来，受理申请24件，答复24件。",
    "未收到信息公开申请方面的异议。",
    "未受理超出职责范围的政府信息公开申请。",
    "建议废止县政府规范性文件3件，宣布失效3件。",
]


@pytest.mark.parametrize("text", OF_SOME_REQUESTS)
def test_what_became_of_some_requests_is_no_number_of_all(text: str) -> None:
    sure = [(c.quantity, int(c.value)) for c in told(_REQUESTS, text).claims if c.scope is Scope.OWN and not c.doubts and c.plain]
    assert [one for one in sure if not one[0].startswith(("carried", "applicants", "channel"))] == []


def test_reasons_of_those_denied_are_their_rows() -> None:
    assert [(c.quantity, int(c.value), c.doubts) for c in told(_REQUESTS, "不予公开的申请中，涉及第三方商业秘密的5件。").claims] == [
        ("denied_third_party", 5, ())
    ]


def test_what_became_of_all_is_claimed_beside_who_applied() -> None:
    text = "收到政府信息公开申请12件，其中自然人申请9件，予以公开8件，不予公开2件，涉及国家秘密的2件。"
    assert ("granted", 8) in claimed(text)
    assert ("denied", 2) in claimed(text)
    assert ("concluded", 12) in claimed("收到政府信息公开申请12件，上年结转0件，办结12件，予以公开12件。")


ALL_OF_SOME = [
    "社区收到居民申请22件，全部办结。",
    "网上受理27件，全部办结。",
    "残疾人两补申请845件，审核通过741件，均予公开。",
    "村（居）未收到依申请公开。",
    "要求各科室做到申请全部办结。",
    "规定收到申请后20日内全部办结。",
    "公开历史档案895件，不予公开19件。",
    "公开审查976条，不予公开27条，暂缓公开27条。",
]


@pytest.mark.parametrize("text", ALL_OF_SOME)
def test_all_of_a_number_in_doubt_is_in_doubt_and_what_ought_to_be_is_no_claim(text: str) -> None:
    sure = [c.quantity for c in told(_REQUESTS, text, name="云溪县柳汀镇人民政府").claims if c.scope is Scope.OWN and not c.doubts]
    assert set(sure) <= {"channel_net"}


def test_all_of_what_came_in_is_claimed() -> None:
    assert ("all_concluded", 0) in claimed("收到政府信息公开申请12件，全部办结。")


def test_two_numbers_told_in_turn_are_of_the_two_years_named_before_them() -> None:
    said = claimed("2022年收到政府信息公开申请38件，2023年收到政府信息公开申请53件，分别答复38件和51件。")
    assert [value for name, value in said if name == "concluded"] == []


def test_cases_carried_over_are_requests_where_the_sentence_speaks_of_these() -> None:
    assert claimed("包括2022年度结转的7个案件，所有政府信息公开申请已办结26件。") == [("carried_in", 7), ("concluded", 26)]
    assert claimed(_REQUESTS, "包括2022年度结转的7个案件，已结案26件。") == []


def test_what_was_asked_for_is_no_number_of_requests() -> None:
    assert [value for name, value in claimed("公开申请71件，申请公开的信息535条。") if name == "received"] == [71]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("收到政府信息公开申请5件，答复政府信息公开申请3件（另有2件撤销申请）。", False),
        ("收到政府信息公开申请5件，办结3件（不含申请人逾期不补正2件）。", False),
        ("收到政府信息公开申请5件，答复3件（另有2件顺延到下年度答复）。", True),
        ("收到政府信息公开申请5件，办结3件（含上年结转1件）。", True),
    ],
)
def test_those_answered_beside_others_in_a_bracket_are_perhaps_not_all_concluded(text: str, sure: bool) -> None:
    assert [not claim.doubts for claim in told(text).claims if claim.quantity == "concluded"] == [sure]
