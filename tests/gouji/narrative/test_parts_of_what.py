"""Parts of a number before their total, parts that overlap by the text's own words, and some of a total only."""

import pytest

from tests.gouji.narrative.telling import claimed, told

NO_LIST = [
    "全年制发公文386件，其中规范性文件4件，主动公开212件，依申请公开46件，不予公开128件。",
    "收到申请40件，其中涉及征地的21件、涉及规划的15件、涉及信访的12件（部分申请涉及多个领域）。",
    "发布政策解读29篇，其中图解11篇、视频解读6篇、专家解读5篇、负责人解读12篇。",
    "召开新闻发布会5场，其中主要负责人出席3场、分管负责人出席4场。",
    "不予公开14件（其中2件涉及同一地块，1件经复议维持）。",
]
LISTS = [
    ("制发文件386件，其中主动公开212件，依申请公开46件，不予公开129件。", 387),
    ("发布政策解读29篇，其中图解11篇、视频解读6篇、图文解读13篇。", 30),
    ("收到申请40件（其中网络29件、信函13件）。", 42),
]


def _wrong(text: str) -> list[int]:
    return [
        int(sum(listing.parts))
        for listing in told(text).listings
        if not listing.doubts and not listing.low <= sum(listing.parts) <= listing.high
    ]


@pytest.mark.parametrize("text", NO_LIST)
def test_what_makes_another_number_or_is_counted_twice_contradicts_no_total(text: str) -> None:
    assert _wrong(text) == []


@pytest.mark.parametrize(("text", "made"), LISTS)
def test_parts_that_do_not_make_their_total_are_told(text: str, made: int) -> None:
    assert _wrong(text) == [made]


@pytest.mark.parametrize(
    "text", ["制发文件86件（公开62件、依申请公开18件、不公开6件）。", "申请：52件、46件、40件；办结：50件、47件、39件。"]
)
def test_properties_of_documents_and_rows_of_years_count_no_requests(text: str) -> None:
    assert claimed("（二）依申请公开。畅通渠道，规范办理。", text) == []
