"""Numbers that make no part of a list, and totals that it is not of."""

import pytest

from tests.gouji.narrative.test_claims import told

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
