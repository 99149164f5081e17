"""A number told again in another sentence: all requests, what one place published, all that was made public; and what only looks like it."""

import pytest

from tests.gouji.narrative.telling import told

REQUESTS = [
    ("本单位2023年共收到政府信息公开申请21件。加强与申请人的沟通，27件申请均在期限内办理完成。", [27]),
    ("全年共受理政府信息公开申请14件。16件申请均按期作出答复，答复率100%。", [16]),
    ("2023年全局收到依申请公开13件，15件依申请公开均为网络申请。", [15]),
    ("收到依申请公开14件，其中当面申请2件，网络申请12件。17件申请中，予以公开4件，部分公开10件。", [17]),
    ("收到政府信息公开申请9件。我局收到的11件政府信息公开申请全部办结。", [11]),
    ("共受理政府信息依申请公开12件，16件依申请公开申请人均为自然人。", [16]),
    ("收到政府信息公开申请20件。12件申请均为自然人提出，8件申请均为企业提出。", []),
    ("收到政府信息公开申请20件，其中网络申请12件。12件申请均已答复。", []),
    ("收到政府信息公开申请8件，上年结转2件。10件申请均已办结。", []),
    ("收到政府信息公开申请20件。涉及征地的12件申请均已答复。", []),
    ("收到政府信息公开申请20件。需要征求第三方意见，12件申请均延期答复。", []),
    ("收到政府信息公开申请20件。其中12件申请均为重复申请。", []),
    ("收到行政许可申请20件。12件申请均已办结。", []),
    ("我委收到依申请公开7件。经逐一核实，17件申请的事项均已答复申请人。", [17]),
    ("收到政府信息公开申请26件，所有33件申请均已登记。", [33]),
    ("收到政府信息公开申请26件。全部33件申请均已答复。", [33]),
    ("收到政府信息公开申请26件，办结24件，全部24件申请均已归档。", []),
    ("收到政府信息公开申请26件。其中征地类所有8件申请均已答复。", []),
    ("我委收到依申请公开17件。经核实有误的7件申请均已补正。", []),
]
PUBLISHED = [
    ("2023年全局通过网站公开信息714条，微信公众号公开信息31条。上述网站公开的709条信息均经保密审查。", "714条", "709条"),
    ("我局共主动公开政府信息857条。在主动公开的538条信息中，均为其他类信息。", "857条", "538条"),
    ("本机关在门户网站住建信息栏目公开信息244条。全年通过该栏目公开政府信息251条。", "244条", "251条"),
    ("微信公众号发布信息200条，网站发布信息300条。该公众号发布的220条信息点击量较大。", "200条", "220条"),
]
APART = [
    "在门户网站住建信息栏目公开信息244条。全年通过该网站公开政府信息1251条。",
    "门户网站公开信息300条。截至目前，该网站累计公开信息5000条。",
    "门户网站公开信息300条。上半年，该网站公开信息120条。",
    "网站公开信息857条。在主动公开的638条信息中，多为动态。",
    "我局共主动公开政府信息857条，其中网站公开638条。在公开的638条信息中，动态600条。",
    "县政府网站公开信息300条。乡镇网站公开信息90条。该网站公开的50条信息为规划。",
    "我局共主动公开政府信息857条。在公开的财政信息中，预算12条。",
]


@pytest.mark.parametrize(("text", "values"), REQUESTS)
def test_all_requests_are_spoken_of_again_where_nothing_narrows_their_number(text: str, values: list[int]) -> None:
    assert [int(claim.value) for claim in told(text).again] == values


@pytest.mark.parametrize(("text", "one", "other"), PUBLISHED)
def test_what_was_made_public_in_one_place_or_in_all_is_spoken_of_again(text: str, one: str, other: str) -> None:
    assert [(one in first.printed, other in second.printed) for first, second in told(text).repeated] == [(True, True)]


@pytest.mark.parametrize("text", APART)
def test_other_places_and_times_are_not_what_was_told_before(text: str) -> None:
    assert told(text).repeated == ()
