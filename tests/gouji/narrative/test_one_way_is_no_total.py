"""The number of requests that came by one way is no total of those that came by others."""

import pytest

from tests.gouji.narrative.telling import told


def _lists(text: str) -> list[tuple[str, int, list[int]]]:
    return [(one.kind, int(one.total), [int(part) for part in one.parts]) for one in told(text).listings]


@pytest.mark.parametrize(
    "text",
    [
        "从申请渠道看，网络申请3件，信函申请12件，当面申请1件。",
        "网络申请3件，信函申请12件，当面申请1件。",
        "收到网络申请3件，信函申请12件，当面申请1件。",
        "受理信函申请3件，网上申请12件，现场申请2件。",
        "通过网络收到申请3件，信函12件，当面1件。",
        "我局收到在线申请3件，邮寄12件，传真1件。",
    ],
)
def test_ways_beside_each_other_are_no_list_of_the_first(text: str) -> None:
    assert _lists(text) == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("收到申请15件，网络申请3件，信函申请12件，当面申请1件。", 15),
        ("共收到政府信息公开申请15件。网络申请3件，信函申请12件，当面申请1件。", 15),
        ("通过网络、信函等方式收到申请15件，其中网络申请3件，信函申请12件，当面申请1件。", 15),
    ],
)
def test_all_that_came_is_still_their_total(text: str, total: int) -> None:
    assert _lists(text) == [("channels", total, [3, 12, 1])]


def test_more_by_single_ways_than_came_are_a_list_of_all_that_came() -> None:
    """Whatever the ways are called, and whatever a request is counted in."""
    assert _lists("收到的政府信息公开申请共60件，按来源分，网站提交23件，邮政寄送19件，窗口递交23件。") == [("channels", 60, [23, 19, 23])]
    assert _lists("本机关依申请公开收到53件次。按申请方式分：当面17件次，网络提交28件次，邮寄15件次。") == [("channels", 53, [17, 28, 15])]
    assert _lists("收到的政府信息公开申请共66件，按来源分，网站提交23件，邮政寄送19件，窗口递交23件。") == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("2023年本机关依申请公开收到43件。按申请方式分：当面12件，网络提交24件，邮寄14件。", 43),
        ("依申请公开共受理43件，当面12件，网络提交24件，邮寄14件。", 43),
        ("信息公开申请收件数为43件；从方式看，当面12件，网络提交24件，邮寄14件。", 43),
    ],
)
def test_more_by_single_ways_than_were_asked(text: str, total: int) -> None:
    assert _lists(text) == [("channels", total, [12, 24, 14])]


def test_as_many_by_single_ways_are_no_contradiction() -> None:
    assert _lists("依申请公开收到27件。按申请方式分：当面11件，网络提交11件，邮寄5件。") == []
