"""Totals whose parts stand in the next sentence, and parts that are named by their kinds."""

import pytest

from tests.gouji.narrative.test_claims import told

TOLD = [
    ("主动公开信息642条。其中部门文件23条、文件废止0条、政策解读24条、财政预决算658条。", 642, [23, 0, 24, 658]),
    ("主动公开政府信息1494条。在主动公开的信息中，规范性文件1条；动态类信息525条、其他信息985条。", 1494, [1, 525, 985]),
    ("主动公开政府信息709条。工作运行正常。在公开的信息中，政策法规类26条，业务工作类740条。", 709, [26, 740]),
    ("公开政府信息980条，其中：1.机构类信息2条；2.其他文件信息25条；3.动态类信息960条。", 980, [2, 25, 960]),
    ("公开政府信息1573条；其中单位概况信息9条，财政信息741条，工作动态917条。", 1573, [9, 741, 917]),
    ("主动公开政府信息共899条，工作动态840条，其他信息508条。", 899, [840, 508]),
    ("公开各类信息2318条，通知公告类718条，政务动态类832条，政策文件类798条。", 2318, [718, 832, 798]),
    ("主动公开财政预决算信息共894条，公开其他信息共905条，总计公开信息1792条。", 1792, [894, 905]),
]
NO_LIST = [
    "政策法规类26条，业务工作类140条，其他781条。",
    "微信发布信息20条，微博15条，其他信息9条。",
    "共受理来信20件，来电15件，其他9件。",
    "收到政府信息公开申请5件。其中予以公开3件，不予公开4件。",
    "公开信息642条，其中部门文件623条；举办培训20场；政策解读120条。",
    "公开信息642条。全年举办培训23场、讲座24场。",
]


@pytest.mark.parametrize(("text", "total", "parts"), TOLD)
def test_parts_told_after_their_total_are_a_list_of_it(text: str, total: int, parts: list[int]) -> None:
    found = [one for one in told(text).listings if one.total == total and len(one.parts) == len(parts)]
    assert [([int(part) for part in one.parts], int(one.low), one.doubts) for one in found] == [(parts, 0, ())]


def test_parts_by_media_may_overlap() -> None:
    media = told("公开政府信息820条。其中，门户网站发布794条；微信公众号发布37条。").listings
    assert [one.doubts for one in media] == [("may-overlap",)]


@pytest.mark.parametrize("text", NO_LIST)
def test_what_is_no_list_of_a_total_makes_none(text: str) -> None:
    assert told(text).listings == ()
