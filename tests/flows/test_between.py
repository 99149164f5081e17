"""Reports of several bodies, judged together by `gouji check` and by a patrol."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from samples import Sample, render, sound
from samples.faults import base
from tests.flows.calling import gouji
from tests.flows.town import Town

ROSTER = "机构名称,机构类型,上级机关\n栖梧县人民政府,县,\n栖梧县人民政府办公室,县,栖梧县人民政府\n栖梧县水务局,部门,栖梧县人民政府\n"
COUNTY = base("county").with_figures(disclosure__permits__decisions="175")


def trial(folder: Path, *arguments: object) -> dict[str, list[dict[str, Any]]]:
    """By file the findings, those of rules on trial too."""
    reports = json.loads(gouji("check", folder, "--format", "json", *arguments).out)["reports"]
    return {Path(r["source"]).stem: [*r["findings"], *r.get("trial", [])] for r in reports}


def put(folder: Path, **samples: Sample) -> None:
    folder.mkdir(exist_ok=True)
    for name, sample in samples.items():
        (folder / f"{name}.txt").write_bytes(render(sample, "text"))


def test_the_files_of_one_call_are_a_county_s_parts(tmp_path: Path) -> None:
    put(tmp_path / "in", county=COUNTY, office=base("office"), bureau=base())
    (tmp_path / "roster.csv").write_text(ROSTER, "utf-8")
    found = trial(tmp_path / "in", "--roster", tmp_path / "roster.csv")
    assert [f["rule"] for f in found["county"]] == ["aggregate-sum"]
    assert found["bureau"] == []


def test_a_part_that_is_not_there_leaves_the_sum_open(tmp_path: Path) -> None:
    put(tmp_path / "in", county=COUNTY, office=base("office"))
    (tmp_path / "roster.csv").write_text(ROSTER, "utf-8")
    assert trial(tmp_path / "in", "--roster", tmp_path / "roster.csv")["county"] == []


def test_a_report_published_late_by_the_word_of_the_person_and_its_signature(tmp_path: Path) -> None:
    put(tmp_path / "in", bureau=replace(base(), signed_on=date(2024, 2, 5)))
    (tmp_path / "roster.csv").write_text(ROSTER, "utf-8")
    asked = ("--roster", tmp_path / "roster.csv", "--published", "2024-02-06")
    (late,) = trial(tmp_path / "in", *asked, "--stage", "published")["bureau"]
    assert (late["rule"], late["doubt"]) == ("published-late-department", False)
    assert trial(tmp_path / "in", *asked)["bureau"] == []


def test_a_patrol_judges_a_county_again_when_a_part_of_it_changes_and_no_other(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", '[roster]\npath = "bodies.csv"\n')
    (tmp_path / "town" / "bodies.csv").write_text(ROSTER, "utf-8")
    for name, sample in {"county": base("county"), "office": base("office"), "bureau": base(), "other": sound("青禾县教育局")}.items():
        town.put(name, sample)
    assert town.patrol().judged.checked == 4
    assert town.patrol().judged.checked == 0
    town.put("bureau", base().with_figures(disclosure__permits__decisions="87"))
    # The bureau, the county that sums it, and the office, whose county's report may equal its own.
    assert 2 <= town.patrol().judged.checked <= 3
    assert town.patrol().judged.checked == 0
