"""What a body is called for short in its own report, and who is never meant."""

import pytest

from tests.gouji.narrative.telling import claimed

TOWN, STREET, BUREAU = "岚屿市栖云区柳汀镇人民政府", "岚屿市栖云区霁溪街道办事处", "岚屿市栖云区教育局"
COMMISSION, OFFICE, COUNTY = "清沐县卫生健康委员会", "清沐县人民政府办公室", "清沐县人民政府"
REFORM, ZONE = "清沐县发展和改革局", "清沐经济开发区管理委员会"
STEPPE, LEAGUE, ARCHIVE, SCHOOL = "凉川旗白音苏木人民政府", "锡桑盟行政公署", "清沐县档案馆", "清沐县第一中学"
POLICE, UNION, FARM = "清沐县公安局交通警察大队", "清沐县残疾人联合会", "清沐县红旗农场"
OWN = [
    *((TOWN, who) for who in ("柳汀镇", "柳汀镇政府", "镇政府", "镇人民政府", "镇党政办", "栖云区柳汀镇", "柳汀镇2023年")),
    *((STREET, who) for who in ("霁溪街道", "街道办", "霁溪街道办", "街道党政办", "我街道办", "办事处", "街道办事处")),
    *((BUREAU, who) for who in ("栖云区教育局", "区教育局", "教育局", "区局", "局机关", "局办公室")),
    *((COMMISSION, who) for who in ("县卫健委", "卫健委", "县卫生健康委", "委机关")),
    *((OFFICE, who) for who in ("县政府办", "县政府办公室", "县府办", "政府办公室")),
    *((COUNTY, who) for who in ("县政府", "县人民政府", "清沐县")),
    *((REFORM, who) for who in ("县发改局", "发改局", "县发展改革局")),
    *((ZONE, who) for who in ("管委会", "开发区", "园区", "经开区管委会", "我管委会", "我开发区", "本园区")),
    *((STEPPE, who) for who in ("我苏木", "全苏木", "本苏木", "白音苏木", "苏木政府")),
    *((LEAGUE, who) for who in ("我盟", "全盟")),
    *((ARCHIVE, who) for who in ("我馆", "本馆")),
    *((SCHOOL, who) for who in ("我校", "本校")),
    *((POLICE, who) for who in ("我大队", "本大队", "全大队")),
    *((UNION, who) for who in ("我会",)),
    *((FARM, who) for who in ("我场", "我农场", "本农场")),
    *(("清沐县白苇民族乡人民政府", who) for who in ("我民族乡", "我乡", "本乡")),
]
OTHERS = [
    *((TOWN, who) for who in ("栖云区政府", "市政府", "桐湾镇", "区教育局", "柳汀镇财政所")),
    *((STREET, who) for who in ("桐湾街道", "区政府", "霁溪社区")),
    *((BUREAU, who) for who in ("市教育局", "岚屿市教育局", "区水务局", "区政府", "市局")),
    *((COMMISSION, who) for who in ("市卫健委", "县教体局", "县政府")),
    *((COUNTY, who) for who in ("市政府", "县水务局", "柳汀镇")),
    *(("锡桑盟教育局", who) for who in ("全盟", "我盟", "盟行署")),
    *(("凉川旗教育局", who) for who in ("我苏木", "白音苏木", "各苏木")),
    *((BUREAU, who) for who in ("我馆", "我校", "我大队", "区档案馆")),
    *((ARCHIVE, who) for who in ("我校", "区图书馆")),
]


@pytest.mark.parametrize(("body", "who"), OWN)
def test_a_short_name_is_the_bodys_own(body: str, who: str) -> None:
    assert claimed(f"{who}收到政府信息公开申请9件。", name=body) == [("received", 9)]


@pytest.mark.parametrize(("body", "who"), OTHERS)
def test_another_bodys_name_is_never_taken_for_its_own(body: str, who: str) -> None:
    assert claimed(f"{who}收到政府信息公开申请9件。", name=body) == []
