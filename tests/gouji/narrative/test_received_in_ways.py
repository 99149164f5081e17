"""What came in told by who handed it in, on which paper, and what was done with all of it."""

import pytest

from tests.gouji.narrative.telling import Told, claimed, told

SAID: list[tuple[str, Told]] = [
    (
        "2023年公众通过邮递、网站、现场申请等途径提交政府信息公开申请7件，已全部办结。",
        [("received", 7), ("all_concluded", 0)],
    ),
    ("申请人通过信函、网络等方式提出政府信息公开申请7件。", [("received", 7)]),
    ("社会公众以信函、网络和当面等方式提交的依申请公开事项7件。", [("received", 7)]),
    ("群众通过网络、来信等方式申请公开政府信息共30件。", [("received", 30)]),
    ("规范办理依申请公开事项，全年共收办申请9件。", [("handled", 9)]),
    ("2023年度云溪县水务局接收到申请书1份，申请公开的政府信息主要涉及征地信息、规划信息等方面。", [("received", 1)]),
    (
        "共收到政府信息公开申请114件，上年结转信件14件，共办结113件，结转下年度信件15件。",
        [("received", 114), ("carried_in", 14), ("concluded", 113), ("carried_out", 15)],
    ),
    (
        "共收到依申请公开64件，60件已按照规定时限和程序依法依规进行了答复，4件结转下年。",
        [("received", 64), ("concluded", 60), ("carried_out", 4)],
    ),
    (
        "共收到依申请公开64件，60件依法作出了答复，4件结转下年。",
        [("received", 64), ("concluded", 60), ("carried_out", 4)],
    ),
    ("受理依申请公开事项16件，均已按要求受理办结。", [("received", 16), ("all_concluded", 0)]),
    ("共受理政府信息公开申请51件次，全部在规定时限内办理完毕。", [("received", 51), ("all_concluded", 0)]),
]  # fmt: skip
OF_OTHERS = [
    "企业通过信函、网络等方式提出政府信息公开申请7件。",
    "企业通过网络、来信等方式申请公开政府信息共30件。",
    "公众通过网站提交政府信息公开申请7件。",
    "收到申请表3份，申请内容主要为公租房。",
    "收办信访件8件。",
    "共收到群众来信30件，上年结转信件14件。",
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_requests_are_counted_by_whatever_way_they_are_told(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize("text", OF_OTHERS)
def test_some_applicants_ways_and_other_papers_count_no_requests(text: str) -> None:
    assert [c for c in claimed(text) if c[0] in ("received", "handled", "carried_in")] == []


@pytest.mark.parametrize("text", ["受理依申请公开事项16件，均已受理。", "共受理政府信息公开申请51件，均在规定时限内办理完毕。"])
def test_accepted_and_in_time_are_not_all_concluded(text: str) -> None:
    assert [c for c in claimed(text) if c[0] == "all_concluded"] == []


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到的政府信息公开申请均已按时办结。",
        "收到的依申请公开件，均按照规定程序在规定时限内答复申请人。",
        "所有申请均在法定期限内完成答复，办理流程进一步规范化。",
        "本年度的依申请公开件均严格依照法律法规，在规定时限内作出答复，办结率100%。",
        "2023年度依申请公开均按规定时限答复。",
        "今年的政府信息公开申请全部在法定期限内答复。",
        "我局规范办理，全年依申请公开事项都按时办结。",
        "办结件均严格按照法定程序，在规定时限内予以答复。",
    ],
)
def test_all_that_came_in_was_something(text: str) -> None:
    assert [(c.low, c.exact) for c in told(text).claims if c.quantity == "all_of_no_requests"] == [(1, False)]


@pytest.mark.parametrize(
    "text",
    [
        "确保收到的政府信息公开申请均按时答复。",
        "收到的来信均已答复。",
        "要求所有申请均按时答复。",
        "要求本年度的依申请公开件均在规定时限内作出答复。",
        "2022年度的依申请公开件均按时答复。",
    ],
)
def test_what_is_to_be_done_and_letters_are_no_requests_that_came_in(text: str) -> None:
    assert [c for c in told(text).claims if c.quantity == "all_of_no_requests"] == []


NONE_BY_ANY_WAY = [
    "我局未收到通过受理电话、网络平台、来信等方式提出的相关政府信息公开申请。",
    "我局未收到通过网络平台、来信等方式提出的政府信息公开申请。",
    "我局未收到公民、法人和其他组织通过门户网站、邮寄等途径提交的政府信息公开申请。",
    "我局未接到群众以网络、来信等形式提出的依申请公开。",
    "我局尚未收到公众通过现场、网站等渠道递交的信息公开申请。",
    "未收到社会公众利用信函、网站等方式申请的政府信息公开申请。",
    "没有群众通过网络、信函、当面等方式向我局申请政府信息公开。",
    "未有公民、法人或者其他组织通过各种方式向我局申请公开政府信息。",
    "未发生群众通过信函、网络等途径向本机关提出政府信息公开申请的情况。",
    "没有公民、法人及其他组织通过各类渠道申请获取政府信息。",
]
SOME_BY_THESE = [
    "我局未收到通过口头、电话等方式提出的政府信息公开申请。",
    "我局未收到企业通过网络、信函等方式提出的政府信息公开申请。",
    "我局未收到个人通过网络、信函等方式提出的政府信息公开申请。",
    "我局未接到群众以来电、来信等形式提出的依申请公开。",
    "我局未收到通过网站、电子邮箱等方式提出的政府信息公开申请。",
    "我局未收到信函、当面等方式提出的政府信息公开申请。",
    "我局未收到当面、信函、传真等方式提出的政府信息公开申请。",
    "我局未收到以书面、信函形式提出的政府信息公开申请。",
    "没有企业通过网络、信函等方式向我局申请政府信息公开。",
    "我局未收到通过网络、信函等方式提出的涉及征地的政府信息公开申请。",
    "我局未收到通过网络、信函等方式提出的行政许可申请。",
    "我局没有通过网络、信函等方式公开政府信息。",
    "我局未收到通过网络平台提出的政府信息公开申请。",
]


@pytest.mark.parametrize("text", NONE_BY_ANY_WAY)
def test_none_by_a_list_of_ways_left_open_is_none(text: str) -> None:
    assert claimed(f"2023年，{text}") == [("none_received", 0)]


@pytest.mark.parametrize("text", SOME_BY_THESE)
def test_none_from_some_or_about_some_is_not(text: str) -> None:
    assert claimed(f"2023年，{text}") == []


BOTH_WAYS = [
    "群众通过市、区政府网站“依申请公开”专栏及邮寄方式提交政府信息公开申请6件。",
    "公众通过政府网站和信函方式提交政府信息公开申请6件。",
    "申请人通过网络及现场方式递交政府信息公开申请6件。",
    "市民通过在线平台与邮寄方式提出政府信息公开申请6件。",
    "社会公众以网络、书面形式提交政府信息公开申请6件。",
    "公民、法人和其他组织通过门户网站、当面方式申请政府信息公开6件。",
    "收到群众通过网络及邮寄方式提交的政府信息公开申请6件。",
    "收到通过网络和邮寄方式提交的政府信息公开申请6件。",
    "共接收公众经由网上平台与来信途径递交的依申请公开6件。",
    "居民通过线上平台以及窗口渠道提出政府信息公开申请6件。",
]
ONE_OF_THEM = [
    "群众通过网络及邮寄方式提交政府信息公开申请6件，当面提交2件。",
    "群众通过网络方式提交政府信息公开申请6件。",
    "群众通过邮寄及现场方式提交政府信息公开申请6件。",
    "企业通过网络及邮寄方式提交政府信息公开申请6件。",
    "群众通过网络及邮寄方式提交的涉及征地的政府信息公开申请6件。",
    "居民通过网络及邮寄方式提交低保申请6件。",
]


@pytest.mark.parametrize("text", BOTH_WAYS)
def test_what_came_in_online_and_by_hand_is_all_that_came_in(text: str) -> None:
    assert claimed(f"2023年，{text}") == [("received", 6)]


@pytest.mark.parametrize("text", ONE_OF_THEM)
def test_what_came_in_by_some_ways_or_from_some_is_not(text: str) -> None:
    assert "received" not in [quantity for quantity, _ in claimed(f"2023年，{text}")]
