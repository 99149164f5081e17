"""Parts of a part, told in a list without a bracket, are no parts of the whole."""

import pytest

from tests.gouji.narrative.telling import told

OPENERS = ["包括", "主要为", "即", "分别是", "含", "涉及", "涵盖", "有", "按类别分", "具体包括", "具体为："]
TOLD = [
    *(f"全年公开信息300条，其中网站公开200条，{opener}政策120条、动态80条；微信公开100条。" for opener in OPENERS),
    *(f"全年公开信息300条，其中网站公开200条，{opener}政策120条、动态50条；微信公开100条。" for opener in OPENERS),
    "全年公开信息300条，其中网站公开200条、其中政策120条、动态80条，微信公开100条。",
    "全年公开信息300条，其中网站公开200条、其中政策120条、动态50条，微信公开100条。",
    "全年公开信息300条，其中网站公开200条，具体为：政策120条、动态50条，微信公开100条。",
    "主动公开政府信息200条，其中，通过区人民政府网公开信息140条，具体为：建议办理类信息80条、采购类信息60条；微信公众号发文60篇。",
]
FLAT = [
    "全年公开信息300条，其中涉及教育200条，涉及医疗80条，涉及就业40条。",
    "全年公开信息300条，其中有教育200条，有医疗80条，有就业40条。",
    "全年公开信息300条，其中网站公开200条，包括政策120条、动态80条，微信公开120条。",
]


@pytest.mark.parametrize("text", TOLD)
def test_they_contradict_no_whole_that_has_them_in_a_part(text: str) -> None:
    assert all(listing.low <= sum(listing.parts) <= listing.high for listing in told(text).listings)


@pytest.mark.parametrize("text", FLAT)
def test_what_exceeds_the_whole_beside_them_still_does(text: str) -> None:
    assert [sum(listing.parts) for listing in told(text).listings if listing.total == 300] == [320]


NO_PARTS = [
    "公开信息300条，其中一季度70条，二季度80条，三季度80条，四季度70条，月均25条。",
    "解读材料20篇，其中文字解读10篇、图片解读6篇、视频解读4篇，主要负责人解读3篇。",
    "公开信息50条，其中政策10条、含解读4条，动态40条。",
    "共公开信息66条，其中财政预决算6条，行政许可20条、行政处罚40条，全部按时公示，另有双随机检查结果12条。",
]


@pytest.mark.parametrize("text", NO_PARTS)
def test_what_is_told_once_more_or_besides_is_no_part(text: str) -> None:
    assert all(listing.low <= sum(listing.parts) <= listing.high for listing in told(text).listings)
