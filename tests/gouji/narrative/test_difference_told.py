"""Lists that tell themselves by how many their parts differ from the total."""

import pytest

from tests.gouji.narrative.telling import told

TOLD = [
    "共梳理政务公开标准化目录26个领域312项，其中县级事项280项，乡镇级事项110项（县乡共有事项78项）。",
    "发布解读材料41篇，其中文字解读41篇，图解29篇，视频解读6篇。",
    "公开信息120条，其中动态90条、公告50条，20条兼属两类。",
    "公开信息120条，其中动态90条、公告50条。两类中都有的20条。",
    "制发公文36件，其中通过邮寄方式送达35件、当面领取34件（部分采取两种方式）。",
    "收到政府信息公开申请32件，其中网络20件、信函15件、当面1件，4件既寄信又在网上提交。",
]
NOT_TOLD = [
    ("公开信息120条，其中动态90条、公告50条。", 140),
    ("公开信息120条，其中动态90条、公告50条，点击19次。", 140),
    ("收到政府信息公开申请32件，其中网络20件、信函15件、当面1件。", 36),
]


def _wrong(text: str) -> list[int]:
    return [int(sum(one.parts)) for one in told(text).listings if not one.doubts and not one.low <= sum(one.parts) <= one.high]


@pytest.mark.parametrize("text", TOLD)
def test_what_the_text_tells_of_its_parts_contradicts_no_total(text: str) -> None:
    assert _wrong(text) == []


@pytest.mark.parametrize(("text", "made"), NOT_TOLD)
def test_another_number_tells_nothing_of_them(text: str, made: int) -> None:
    assert set(_wrong(text)) == {made}


def test_the_last_part_is_a_part_where_its_name_stands_before_it() -> None:
    assert _wrong("通过政府网站公开政府信息8条，含工作动态9条，公开指南1条，财政信息2条。") == [12]
