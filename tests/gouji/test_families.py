"""Which bodies of a roster hang together."""

from datetime import date

from gouji.agency import Agency
from gouji.parts import Standing
from gouji.roster import Roster
from gouji.roster.families import families


def body(name: str, kind: str = "部门", superior: str | None = None, **columns: object) -> Agency:
    return Agency(f"name:{name}", name, kind=kind, superior=superior, source="roster", **columns)  # type: ignore[arg-type]


COUNTY = body("栖梧县人民政府", "县")


def test_a_government_has_its_office_departments_and_governments_below_but_no_body_managed_from_above() -> None:
    under = [
        body("栖梧县人民政府办公室", "县", COUNTY.name), body("栖梧县水务局", superior=COUNTY.name),
        body("栖梧县柳汀镇人民政府", "乡镇", COUNTY.name), body("国家税务总局栖梧县税务局", superior=COUNTY.name),
        body("栖梧县水务局河道站", superior="栖梧县水务局"),
    ]  # fmt: skip
    found = families(Roster((COUNTY, *under)))
    parts = [(agency.name, standing) for agency, standing in found.parts(COUNTY.id, 2023)]
    assert parts == [
        ("栖梧县人民政府办公室", Standing.OFFICE),
        ("栖梧县水务局", Standing.DEPARTMENT),
        ("栖梧县柳汀镇人民政府", Standing.BELOW),
    ]
    assert found.above["name:栖梧县水务局"] == COUNTY


def test_who_was_not_there_at_the_end_of_the_year_is_no_part_of_it() -> None:
    under = [
        body("栖梧县水务局", superior=COUNTY.name, founded=date(2024, 3, 1)),
        body("栖梧县渔业局", superior=COUNTY.name, dissolved=date(2023, 5, 1), successor="栖梧县水务局"),
    ]
    found = families(Roster((COUNTY, *under)))
    assert found.parts(COUNTY.id, 2023) == []
    assert [agency.name for agency in found.predecessors("name:栖梧县水务局", 2023)] == ["栖梧县渔业局"]
    assert found.predecessors("name:栖梧县水务局", 2024) == []


def test_without_a_roster_nobody_hangs_together() -> None:
    assert families(None).parts(COUNTY.id, 2023) == []
