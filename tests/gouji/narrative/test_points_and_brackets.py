"""Lists told point by point or with one part in a bracket, and withdrawals that explain no number of requests."""

import pytest

from tests.gouji.narrative.telling import told

LISTS = [
    (
        "全年网站专栏主动公开信息共计1192条。一是政务公开信息总计522条。二是公告类信息总计720条。三是专题类信息总计546条。",
        [(1192, (522, 720, 546))],
    ),
    ("全年主动公开信息共计1192条。一是概况信息522条；二是政务公开类信息720条；三是专题类信息546条。", [(1192, (522, 720, 546))]),
    ("全年主动公开信息1192条。一是公开概况信息522条。二是公开政策文件120条。", [(1192, (522, 120))]),
    ("收到政府信息公开申请14件（其中网络申请20件）。", [(14, (20,))]),
    ("处理依申请信息公开14件（其中网上申请公开20件）。", [(14, (20,))]),
    # work done, other things, the same thing twice
    ("全年主动公开信息1192条。一是加强组织领导。二是召开会议2次。三是公开预算信息20条。", []),
    ("全年主动公开信息1192条。一是收到申请20件。二是发布信息1300条。", []),
    ("全年主动公开信息1192条。一是抓好重点领域，公开财政信息520条。二是抓好基层，公开村务信息720条。", []),
    ("收到政府信息公开申请14件（其中网络申请10件）。", []),
    ("收到政府信息公开申请14件（网络申请20件）。", []),
]
EXPLAINED = [
    ("收到申请12件。发生行政复议1件，申请人已撤回；发生行政诉讼1件。", ""),
    ("收到申请12件。行政诉讼1件，原告撤回起诉。", ""),
    ("收到申请12件。行政复议1件，经沟通申请人撤回申请。", ""),
    ("收到申请12件，申请人已撤回3件。", "申请人已撤回3件"),
    ("收到申请12件，部分申请人撤回。", "部分申请人撤回"),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_points_and_brackets_list_what_they_name(text: str, expected: list[tuple[int, tuple[int, ...]]]) -> None:
    assert [(int(one.total), tuple(map(int, one.parts))) for one in told(text).listings if not one.doubts] == expected


def test_what_stands_on_two_media_may_overlap() -> None:
    lists = told("全年主动公开信息1192条。一是通过网站公开信息1192条。二是通过微信公众号推送信息800条。").listings
    assert [one.doubts for one in lists] == [("may-overlap",)]


@pytest.mark.parametrize(("text", "expected"), EXPLAINED)
def test_cases_taken_back_explain_no_number_of_requests(text: str, expected: str) -> None:
    assert next(claim.explained for claim in told(text).claims if claim.quantity == "received") == expected
