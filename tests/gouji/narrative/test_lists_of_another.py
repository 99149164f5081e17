"""Numbers that make no part of a list, and totals that it is not of."""

import pytest

from tests.gouji.narrative.telling import told

NAMES = [
    "主动公开政府信息100条，其中5.3级地震灾后重建12条，5G建设20条，12345热线35条，319国道建设3条，其他30条。",
    "主动公开政府信息100条，其中12345政务服务便民热线35条，预算35条，其他30条。",
]
AHEAD = [
    "共发布信息234条，其中政策文件3条，政府会议22条，包括媒体解读、专家解读在内的各类解读155条，财政信息28条，其他信息26条。",
    "发布会议信息22条，包括媒体解读在内的各类解读155条，财政信息28条。",
]
CLOSED = [
    "主动公开各类信息2331条，其中概况类信息17条，政务动态信息1915条，信息公开目录信息399条；发布解读信息8条；征集调查7期。",
    "公开信息100条，其中动态40条，公告60条；信用信息7条；访谈3期。",
]
OF_MORE = "主动公开政府信息共188条。其中公开目录中公开年报1条，组织机构4条、部门文件22条、行政执法3条、公告12条、动态53条、预决算4条、其他3条，共发布102条；专题专栏包括组织机构4条、价格收费52条、其他30条，共发布86条。"
GROUPS = [
    "其中发布公示公告8条、决策公开类4条，执行公开类：工作动态52条，计划总结1条，管理公开类9条，结果公开类10条。",
    "公开公示公告8条，重点领域：社会救助12条，就业创业9条，教育4条。",
    "召开会议12次，培训情况：业务培训3次，保密培训2次。",
    "公开文件4条，执行公开内容：工作动态52条，计划总结1条。",
    "公开文件4条，政策解读形式：图片解读3条，文字解读3条。",
]
HEADS = ["具体为", "分类如下", "内容分类", "具体类别", "按栏目分", "主要内容", "主要包括以下几个方面", "公开形式", "公开内容"]
BEHIND = [
    "公开行政权力信息184条，其中行政许可115条，行政处罚决定4条，其他行政权力信息41条；公开招标采购信息23条；公开土地征收信息83条；公开矿业权信息77条。",
    "公开行政执法信息184条，其中行政许可115条，行政处罚4条；招标采购信息23条；土地征收信息83条；矿业权出让信息29条。",
    "公开政策文件20条，其中规范性文件3条，规划文件12条；公开人事信息11条；公开财政信息9条。",
]
TWO_WAYS = ["备案公文175件，其中规范性文件1件，主动公开175件，主动公开率100%。", "印发公文60件，其中请示12件，公开60件。"]
OF_ALL_KINDS = "网站共发布信息4796条，其中重点领域信息1334条，政务动态类信息2476条，信息公开目录信息1898条。"
INCREASED = "收到信息公开申请106件，比去年同期增加12件，其中当面申请6件，网络申请37件，邮寄63件。"


@pytest.mark.parametrize("text", NAMES)
def test_a_number_within_a_name_counts_nothing(text: str) -> None:
    assert [sum(listing.parts) for listing in told(text).listings] == [100]


@pytest.mark.parametrize("text", AHEAD)
def test_what_is_included_in_the_next_number_is_no_part_of_the_last(text: str) -> None:
    assert all(sum(listing.parts) <= listing.high for listing in told(text).listings)


@pytest.mark.parametrize("text", CLOSED)
def test_parts_that_make_their_total_end_at_the_semicolon(text: str) -> None:
    assert [sum(listing.parts) == listing.total for listing in told(text).listings] == [True]


def test_parts_that_have_a_sum_of_their_own_are_not_those_of_a_larger_total() -> None:
    assert 188 not in {listing.total for listing in told(OF_MORE).listings}


@pytest.mark.parametrize("text", GROUPS)
def test_what_stands_behind_the_head_of_another_group_is_no_part(text: str) -> None:
    assert all(sum(listing.parts) <= listing.high for listing in told(text).listings)


@pytest.mark.parametrize("head", HEADS)
def test_a_head_that_divides_opens_a_list(head: str) -> None:
    (listing,) = told(f"全年公开政府信息30条，{head}：工作动态20条，通知公告9条，财政信息4条。").listings
    assert (int(listing.total), sum(listing.parts)) == (30, 33)


@pytest.mark.parametrize("text", BEHIND)
def test_other_kinds_behind_a_semicolon_are_no_parts(text: str) -> None:
    assert all(sum(listing.parts) <= listing.high for listing in told(text).listings)


def test_a_kind_behind_a_semicolon_that_exceeds_a_little_is_one() -> None:
    (listing,) = told("全年主动公开信息263条，其中：部门文件111条、人事信息22条；应急信息140条。").listings
    assert sum(listing.parts) == 273


@pytest.mark.parametrize("text", TWO_WAYS)
def test_how_many_were_made_public_is_no_part_beside_a_kind(text: str) -> None:
    assert not told(text).listings


def test_what_matters_most_is_more_than_the_whole_alone_or_ends_with_the_rest() -> None:
    for text in (
        "主动公开信息524条。从信息内容分类看，机关职能4条，法规文件1条，重点领域740条，人事信息2条，通知公告25条。",
        "主动公开信息807条，其中：重点信息公开类708条，法定主动公开内容15条，其他动态类信息487条。",
    ):
        (listing,) = told(text).listings
        assert (sum(listing.parts) > listing.total, listing.doubts) == (True, ())


def test_what_matters_most_may_be_of_several_kinds() -> None:
    assert [one.doubts for one in told(OF_ALL_KINDS).listings] == [("may-overlap",)]


@pytest.mark.parametrize("behind", ["财政信息3。", "财政信息3条。", "财政信息3条，公开及时。"])
def test_what_a_list_lacks_may_stand_in_the_next_sentence(behind: str) -> None:
    (listing,) = told(f"发布政府信息103条，其中：指南1条，年报1条，文件、总结及其他信息82条，机构信息16条。{behind}").listings
    assert listing.low <= sum(listing.parts) <= listing.high


@pytest.mark.parametrize("behind", ["收到政府信息公开申请1件。", "财政信息5条。", ""])
def test_what_stands_behind_a_list_is_not_what_it_lacks(behind: str) -> None:
    (listing,) = told(f"发布政府信息103条，其中：指南1条，年报1条，文件、总结及其他信息82条，机构信息16条。{behind}").listings
    assert sum(listing.parts) < listing.low


def test_by_how_much_there_were_more_is_no_total() -> None:
    assert 12 not in {listing.total for listing in told(INCREASED).listings}


def test_a_list_that_exceeds_its_total_is_still_one() -> None:
    (listing,) = told("公开信息100条，其中动态40条，公告61条，其他9条。").listings
    assert sum(listing.parts) == 110


BEYOND = ["另发布解读20条", "报送信息20条", "公示行政许可信息20条", "更新权责清单20条", "公报3期，解读20条", "推送短信20条"]


@pytest.mark.parametrize("beyond", BEYOND)
def test_parts_that_make_their_total_exactly_are_all_of_it(beyond: str) -> None:
    (listing,) = told(f"公开信息100条，其中政策40条，公告60条，{beyond}。").listings
    assert listing.parts == (40, 60)


def test_another_kind_behind_them_exceeds_it_all_the_same() -> None:
    (listing,) = told("公开信息780条，其中政务动态84条，信息公开696条，政策解读信息35条。").listings
    assert listing.total < sum(listing.parts)
