"""Which body a report is of, as its names say."""

from datetime import date

import pytest

from gouji.agencies import by_name, resolve, same_agency
from gouji.agencies.naming import cities_with_power, parse, repeated_counties
from gouji.agency import Agency
from gouji.report import Report, Settled, Sign
from gouji.roster import Roster


def report(name: str | None, *signs: tuple[str, str], sure: bool = True) -> Report:
    told = tuple(Sign(kind, value, value) for kind, value in signs)
    return Report(
        "a.txt", "0" * 64, "text", "2021", None, Settled(name, sure, told), Settled("2024", True), None, None, None, (), (), {}, {}
    )


def resolved(name: str, *signs: tuple[str, str], roster: Roster | None = None, sure: bool = True) -> Agency:
    agency = resolve(report(name, *signs, sure=sure), roster)
    assert agency is not None
    return agency


def test_a_report_that_names_nobody_has_no_agency() -> None:
    assert resolve(report(None), None) is None


def test_the_same_body_named_with_more_or_less_of_its_place_keeps_its_id() -> None:
    one_year = resolved("洪泽区人民政府", ("title", "洪泽区人民政府"), ("contact", "淮安市洪泽区人民政府办公室"))
    next_year = resolved("淮安市洪泽区人民政府", ("title", "淮安市洪泽区人民政府"))
    assert one_year.id == next_year.id == resolved("江苏省淮安市洪泽区人民政府").id
    assert one_year.name == next_year.name == "淮安市洪泽区人民政府"
    assert one_year.sure
    assert same_agency(one_year, next_year)


def test_an_office_is_not_its_government() -> None:
    office = resolved("淮安市洪泽区人民政府办公室")
    assert not same_agency(office, resolved("淮安市洪泽区人民政府"))


@pytest.mark.parametrize(
    "name",
    ["昌乐县公安局", "淮安市洪泽区人民政府", "江苏省教育厅", "国家税务总局淮安市税务局", "国家税务总局", "国家发展改革委", "上海市人民政府办公厅",
     "苏州工业园区管理委员会", "东莞市虎门镇人民政府", "上海市浦东新区财政局", "东乌珠穆沁旗人民政府", "海城市应急管理局", "下花园区财政局"],
)  # fmt: skip
def test_a_name_with_its_place_is_sure(name: str) -> None:
    assert resolved(name).sure


@pytest.mark.parametrize("name", ["应急管理局", "城市管理局", "市场监督管理局", "市人民政府办公室", "区城乡建设局", "鼓楼区人民政府", "高良涧街道办事处", "江苏省虎门镇人民政府", "经济技术开发区管委会"])  # fmt: skip
def test_a_name_that_several_bodies_may_bear_is_not_sure(name: str) -> None:
    assert not resolved(name).sure


def test_signs_that_disagree_are_not_sure() -> None:
    assert not resolved("昌乐县公安局", sure=False).sure


def test_another_sign_of_the_report_gives_the_place() -> None:
    agency = resolved("应急管理局", ("title", "应急管理局"), ("contact", "昌乐县应急管理局"), ("page", "昌乐县人民政府"))
    assert (agency.id, agency.name, agency.sure) == ("name:昌乐县应急管理局", "昌乐县应急管理局", True)


def test_a_sign_completes_even_the_word_that_the_title_begins_with() -> None:
    assert resolved("市人民政府办公室", ("contact", "天门市人民政府办公室")).id == "name:天门市人民政府办公室"


def test_a_repeated_district_keeps_its_city() -> None:
    nanjing = resolved("鼓楼区人民政府", ("signature", "江苏省南京市鼓楼区人民政府"))
    assert nanjing.id == "name:南京市鼓楼区人民政府"
    assert not same_agency(nanjing, resolved("徐州市鼓楼区人民政府"))
    assert resolved("北京市朝阳区教育局").id != resolved("长春市朝阳区教育局").id


def test_signs_that_give_two_places_settle_none() -> None:
    agency = resolved("财政局", ("contact", "甲县财政局"), ("page", "乙县财政局"))
    assert (agency.id, agency.sure) == ("name:财政局", False)


def test_a_sign_of_another_body_gives_no_place() -> None:
    assert not resolved("财政局", ("page", "昌乐县人民政府"), ("text", "昌乐县财政局"), ("contact", "昌乐县开发区财政局")).sure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("昌乐县发展和改革局", "昌乐县发改局"),
        ("昌乐县卫健委", "昌乐县卫生健康委员会"),
        ("镇安县政府", "镇安县人民政府"),
        ("昌乐县财政局（昌乐县国资局）", "昌乐县财政局"),
        ("中华人民共和国教育部", "教育部"),
        ("洪泽区高良涧街道", "淮安市洪泽区高良涧街道办事处"),
    ],
)
def test_two_ways_of_writing_are_one_body(one: str, other: str) -> None:
    assert by_name(one).id == by_name(other).id


@pytest.mark.parametrize(
    ("name", "kind", "power"),
    [
        ("国家发展和改革委员会", "部委", True),
        ("海关总署", "部委", True),
        ("国家林业和草原局", None, None),
        ("江苏省人民政府", "省", True),
        ("北京市人民政府办公厅", "省", True),
        ("淮安市人民政府办公室", "设区的市", True),
        ("恩施土家族苗族自治州人民政府", "设区的市", True),
        ("儋州市人民政府", "设区的市", True),
        ("昌邑市人民政府", None, None),
        ("昌邑市人民政府办公室", None, None),
        ("昌邑市财政局", "部门", False),
        ("淮安市洪泽区人民政府", "县", False),
        ("重庆市江北区人民政府", "县", False),
        ("本溪满族自治县人民政府", "县", False),
        ("淮安市生态环境局洪泽分局", "派出机构", False),
        ("国家税务总局淮安市税务局", "派出机构", False),
        ("江苏省教育厅", "部门", False),
        ("东莞市虎门镇人民政府", "乡镇", False),
        ("洪泽区高良涧街道办事处", "街道", False),
        ("阿克苏地区行政公署", None, None),
        ("苏州工业园区管理委员会", None, None),
        ("区人民政府", "县", False),
        ("市人民政府", None, None),
        ("财政局", "部门", False),
        ("淮安市自来水有限公司", None, None),
    ],
)
def test_kind_and_power_are_told_only_where_the_name_settles_them(name: str, kind: str | None, power: bool | None) -> None:
    agency = by_name(name)
    assert (agency.kind, agency.makes_regulations) == (kind, power)


@pytest.mark.parametrize("county", ["津市市", "沙市区", "梅县区", "社旗县", "红旗区", "市中区", "共青城市", "宜都市", "海城市", "黄石港区", "浦东新区", "神农架林区", "六枝特区", "新市区", "城步苗族自治县", "公安县", "镇平县"])  # fmt: skip
def test_counties_with_a_misleading_name_are_taken_whole(county: str) -> None:
    assert parse(f"{county}市场监督管理局").county == county
    assert parse(f"{county}公安局").body == "公安局"


def test_every_city_and_autonomous_prefecture_is_listed_once() -> None:
    names = cities_with_power()
    assert sum(name.endswith("市") for name in names) == 293
    assert sum(name.endswith("自治州") for name in names) == 30
    assert all(parse(f"{name}人民政府").prefecture == name for name in names)
    assert all(parse(f"{county}人民政府").county == county for county in repeated_counties())


HONGZE = Agency("uscc:1", "淮安市洪泽区人民政府", aliases=("洪泽政府",), deadline=date(2025, 1, 31), source="roster")
EMERGENCY = Agency("uscc:2", "淮安市洪泽区应急管理局", source="roster")
ROSTER = Roster((HONGZE, EMERGENCY))


def test_a_body_of_the_roster_is_taken_from_it() -> None:
    assert resolved("洪泽区人民政府", roster=ROSTER) == HONGZE
    assert resolved("洪泽政府", roster=ROSTER) == HONGZE


def test_a_body_found_by_the_end_of_its_name_is_not_sure() -> None:
    agency = resolved("应急管理局", roster=ROSTER)
    assert (agency.id, agency.sure) == ("uscc:2", False)


def test_a_place_from_another_sign_makes_the_end_of_a_name_sure() -> None:
    assert resolved("应急管理局", ("contact", "洪泽区应急管理局"), roster=ROSTER) == EMERGENCY


def test_a_body_of_another_place_is_not_taken_for_one_of_the_roster() -> None:
    assert resolved("应急管理局", ("contact", "昌乐县应急管理局"), roster=ROSTER).id == "name:昌乐县应急管理局"


def test_a_body_that_the_roster_does_not_know_goes_by_its_name() -> None:
    assert resolved("昌乐县公安局", roster=ROSTER).id == "name:昌乐县公安局"


def test_a_body_is_the_same_before_and_after_it_came_into_the_roster() -> None:
    assert same_agency(HONGZE, by_name("洪泽区人民政府"))
    assert not same_agency(HONGZE, by_name("应急管理局"))
    assert not same_agency(HONGZE, EMERGENCY)
