"""A sub-district under its government's name, 我街, and what an office tells of its government alone."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

STREETS: list[tuple[str, str, Told]] = [
    ("硚口区人民政府宗关街道办事处", "宗关街道收到政府信息公开申请3件。", [("received", 3)]),
    ("硚口区人民政府宗关街道办事处", "宗关街共受理政府信息公开申请21件，已办结18件。", [("received", 21), ("concluded", 18)]),
    ("硚口区人民政府宗关街道办事处", "2023年，街道新收到依申请公开政府信息4件，上年结转申请0件。", [("received", 4), ("carried_in", 0)]),
    ("硚口区人民政府宗关街道办事处", "我街未收到依申请公开的政府信息。", [("none_received", 0)]),
    ("锡山区安镇街道办事处", "安镇街道共受理政府信息公开申请3件。", [("received", 3)]),
    ("锡山区安镇街道办事处", "各镇街受理政府信息公开申请3件。", []),
    ("硚口区人民政府宗关街道办事处", "北山街道收到政府信息公开申请3件。", []),
    ("硚口区人民政府", "宗关街道收到政府信息公开申请3件。", []),
]
OFFICES: list[tuple[str, str, Told]] = [
    ("云溪县人民政府办公室", "共办理以县政府为被申请人的政府信息公开申请78件，结转下年度办理2件，予以公开11件。", []),
    ("云溪县人民政府办公室", "收到向县政府提出的政府信息公开申请60件，办结58件。", []),
    ("云溪县人民政府办公室", "县政府全年共办结政府信息公开申请13件，其中，予以公开11件。", []),
    ("云溪县人民政府办公室", "受理公众向县政府（县政府办公室）提交的政府信息公开申请543件。", [("received", 543)]),
    ("云溪县人民政府办公室", "办理向县政府提出的申请78件；我办收到政府信息公开申请5件。", [("received", 5)]),
    ("云溪县人民政府", "受理公民、法人或其他组织向县政府提出的政府信息依申请公开26件。", [("received", 26)]),
]


@pytest.mark.parametrize(("name", "text", "expected"), STREETS)
def test_a_sub_district_is_called_by_its_own_name(name: str, text: str, expected: Told) -> None:
    assert claimed(text, name=name) == expected


@pytest.mark.parametrize(("name", "text", "expected"), OFFICES)
def test_what_was_asked_of_its_government_is_not_surely_the_offices(name: str, text: str, expected: Told) -> None:
    assert claimed(text, name=name) == expected
