"""Requests told by what was asked for, answered one by one, counted since no year is named, and who asked mostly."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import Told, claimed, told

LED = "（二）依申请公开。畅通受理渠道，规范登记、审核和送达环节。"
ASKED: list[tuple[str, Told]] = [
    ("我局共接到公民、法人和其他组织申请公开的政府信息项目13例，均在规定时间内答复。", [("received", 13)]),
    ("受理申请人要求公开的政府信息13件，已答复。", [("received", 13)]),
    ("收到公民申请公开信息13起。", [("received", 13)]),
    ("收到公众要求公开的政府信息8件。", [("received", 8)]),
    ("接到企业和群众要求公开的信息12件。", [("received", 12)]),
    ("收到群众申请公开的相关信息5宗。", [("received", 5)]),
    ("收到应当公开的政府信息5件。", []),
    ("收到各部门报送公开的政府信息5件。", []),
    ("收到要求公开的政府信息目录5条。", []),
    # answered, and so asked for
    ("全年依申请公开政府信息12件，均由专人在法定时限内答复申请人。", [("received", 12)]),
    ("依申请公开信息12件，已全部按规定程序答复。", [("received", 12)]),
    ("依申请公开政府信息12件，均严格按照程序办理并回复。", [("received", 12)]),
    ("全年依申请公开政府信息8件，均在20个工作日内答复。", [("received", 8)]),
    ("依申请公开信息8条，全部依法依规按时回复。", [("received", 8)]),
    ("依申请公开政府信息12条，均已在网站公布。", []),
    ("主动公开信息40条、依申请公开信息12条，均由专人办理。", []),
    # since when is not said
    ("累计收到政府信息公开申请9件，予以公开5件，不予公开2件。", [("received", 9), ("granted", 5), ("denied", 2)]),
    ("累计收到依申请公开信息9条，同意公开5条。", [("received", 9), ("granted", 5)]),
    ("截至2023年底累计收到申请9件，予以公开5件。", []),
    ("近三年累计收到申请9件，予以公开5件。", []),
    # mostly persons, so many
    ("申请人以自然人为主，共20件，企业申请12件。", [("applicants_natural_person", 20), ("applicants_business", 12)]),
    ("申请人主要为自然人，共20件，企业12件。", [("applicants_natural_person", 20), ("applicants_business", 12)]),
    ("申请主体以自然人为主（20件），企业12件。", [("applicants_natural_person", 20), ("applicants_business", 12)]),
    ("申请人以企业为主，共15件，自然人申请3件。", [("applicants_business", 15), ("applicants_natural_person", 3)]),
    ("申请以自然人为主，有20件，法人或其他组织5件。", [("applicants_natural_person", 20), ("applicants_legal_persons", 5)]),
    ("申请人以自然人为主，共收到申请20件。", [("received", 20)]),
    ("申请人以自然人为主，共20件。", []),
]


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_requests_told_in_other_ways(text: str, expected: Told) -> None:
    assert claimed(LED, text) == expected


def test_a_street_speaks_of_itself() -> None:
    assert claimed("2023年，全街共受理政府信息公开申请总数9件。", name="南城区桂巷街道办事处") == [("received", 9)]
    assert claimed("全街道收到政府信息公开申请9件。", name="南城区桂巷街道办事处") == [("received", 9)]


def test_all_of_several_years_are_perhaps_not_all_of_this_one() -> None:
    concluded = [c for c in told(LED, "累计受理申请9件，已全部办结。").claims if c.quantity == "all_concluded"]
    assert [c.scope for c in concluded] == [Scope.UNCLEAR]
