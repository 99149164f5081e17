"""Information made public and the kinds that a list names of it, in its own sentence or in the next."""

import pytest

from tests.gouji.narrative.telling import told

LISTS = [
    ("全年主动公开信息263条，其中：部门文件111条、人事信息22条；应急信息140条。", 263, [111, 22, 140]),
    ("公开信息263条（均在门户专栏公开）。在主动公开的信息中，公文类111条，占42.2%；预算、决算信息162条，占61.6%。", 263, [111, 162]),
    ("公开信息263条，全文电子化率100%。其中公文类111条，2022年决算和2023年预算等财政类信息162条。", 263, [111, 162]),
    ("公开信息263条，主要涉及水利、防汛等方面内容，其中发布动态类261条、公告12条。", 263, [261, 12]),
    ("公开信息60条。其中机构类信息24条，内有领导、职能等；工作类信息31条，其中动态3条、总结7条；政策类信息14条。", 60, [24, 31, 14]),
    ("公开信息总数84条：工作动态51条（含图片新闻40条），预决算24条，其他结合我县实际应当公开的信息19条。", 84, [51, 24, 19]),
    ("公开信息60条。其中公文类24条、预决算2条、总结1条、计划1条、动态40条，全年信箱留言答复112条。", 60, [24, 2, 1, 1, 40]),
    ("公众号推送信息546条，其中原创127条，转发上级信息426条。", 546, [127, 426]),
    ("公开信息2,060条，其中公文类1,024条，动态1,102条。", 2060, [1024, 1102]),
]


@pytest.mark.parametrize(("text", "total", "parts"), LISTS)
def test_kinds_of_information_are_parts_of_its_total(text: str, total: int, parts: list[int]) -> None:
    longest = max(told(text).listings, key=lambda one: len(one.parts))
    assert (int(longest.total), int(longest.high), [int(part) for part in longest.parts], longest.doubts) == (total, total, parts, ())


@pytest.mark.parametrize(
    "text",
    [
        "公开信息60条，其中更新概况类信息20条，比上年增加15条，累计公开信息340条。",
        "公开信息90条，其中通过网站公开动态类信息31条，其中解读文件2份，执法信息6条，部门信息54条。",
        "公众号推送信息60条，其中被上级转载50条、阅读量过千20条。",
        "公开信息60条。全年举办培训会40场。其中面向基层30场，面向企业20场。",
    ],
)
def test_what_counts_something_besides_contradicts_no_total(text: str) -> None:
    assert [one.printed for one in told(text).listings if sum(one.parts) > one.high and not one.doubts] == []


@pytest.mark.parametrize(
    "text",
    [
        "我局通过网站公布政务信息135条，其中包括公开规范性文件9个，政府采购信息3条；通过网站发布各类信息1380条；通过官方微博发布信息245条。",
        "在政府门户网站公开栏目发布信息31条，其中概况栏目17条，公告公示栏目4条；通过单位微信公众号公开信息190条。",
        "主动公开政府信息62条，其中部门动态33条，公告公示15条；微信公众号推送信息700条。",
        "通过政府网站主动公开信息62条，其中政策文件3条，财政信息15条，利用微博发布信息55条。",
        "在政府网站公开信息62条。其中政策文件3条、财政信息15条；公示栏张贴公告80条。",
        "主动公开政府信息62条，包括机构职能2条、财政信息15条，“临河发布”公众号88条。",
        "主动公开政府信息62条，包括机构职能2条、财政信息15条、抖音发布视频88条。",
        "主动公开政府信息62条，其中政策文件3条，财政信息15条；向报社投稿81条。",
    ],
)
def test_what_another_medium_published_is_no_kind_of_what_a_list_names(text: str) -> None:
    assert [one.printed for one in told(text).listings if sum(one.parts) > one.high and not one.doubts] == []


def test_a_medium_that_makes_the_whole_is_a_part_all_the_same() -> None:
    [listing] = told("主动公开政府信息62条，其中政策文件3条，财政信息5条，通过微信公众号发布54条。").listings
    assert [int(part) for part in listing.parts] == [3, 5, 54]
    [kind] = told("主动公开政府信息62条，其中政策文件3条，财政信息55条，政府网站年度报告14条。").listings
    assert (sum(kind.parts), kind.doubts) == (72, ())


def test_parts_of_a_part_are_not_counted_again() -> None:
    [listing] = told("公开信息310条，其中政务动态类信息215条，更新要闻93条，更新简报122条；公告类信息85条。").listings
    assert (sum(listing.parts), listing.doubts) == (300, ())


def test_what_was_put_in_several_places_is_in_doubt() -> None:
    [media] = told("公开信息310条。其中，局网站公开215条；便民公众号公开125条。").listings
    assert (sum(media.parts), media.doubts) == (340, ("may-overlap",))
    [times] = told("公开各类信息310条次。其中，局网站公开215条、便民公众号发布125条。").listings
    assert (sum(times.parts), times.doubts) == (340, ())


TOLD = [
    ("主动公开信息642条。其中部门文件23条、文件废止0条、政策解读24条、财政预决算658条。", 642, [23, 0, 24, 658]),
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


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("主动公开政府信息1494条。在主动公开的信息中，规范性文件1条；动态类信息525条、其他信息985条。", [1, 525, 985]),
        ("主动公开信息88条，其中，公文类信息60条，其他公开类信息26条。", [60, 26]),
    ],
)
def test_the_rest_closes_a_list(text: str, parts: list[int]) -> None:
    [found] = told(text).listings
    assert ([int(part) for part in found.parts], found.low) == (parts, found.total)


@pytest.mark.parametrize(
    "text",
    [
        "主动公开信息88条，其中，公文类信息60条，其他文件6件。",
        "主动公开信息88条，其中，公文类信息60条，其他信息12条，公告16条。",
        "主动公开信息80余条，其中，公文类信息60条，其他信息12条。",
    ],
)
def test_what_is_counted_otherwise_or_goes_on_closes_none(text: str) -> None:
    assert [one for one in told(text).listings if sum(one.parts) < one.low] == []


def test_parts_by_media_may_overlap() -> None:
    media = told("公开政府信息820条。其中，门户网站发布794条；微信公众号发布37条。").listings
    assert [one.doubts for one in media] == [("may-overlap",)]


@pytest.mark.parametrize("text", NO_LIST)
def test_what_is_no_list_of_a_total_makes_none(text: str) -> None:
    assert told(text).listings == ()


def test_at_least_the_published_are_in_force() -> None:
    """已公开现行有效政府规章24件: more may be in force; 公开全部现行有效规章 says how many are."""
    some, every = told("已公开现行有效政府规章24件。").claims, told("公开全部现行有效规章24件。").claims
    assert [(c.quantity, c.low, c.exact) for c in some] == [("regulations_in_force", 24, False)]
    assert [(c.quantity, c.value, c.exact) for c in every] == [("regulations_in_force", 24, True)]
