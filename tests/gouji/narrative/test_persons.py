"""个人, who is nobody in particular: an applicant beside other applicants, or where it is said to be who applied."""

import pytest

from tests.gouji.narrative.telling import claimed

PERSONS = [
    "其中个人4件，企业2件。",
    "个人4件、法人2件。",
    "其中，个人4件次，企业2件次，均已按规定程序办理。",
    "其中个人申请的4件，单位申请2件。",
    "个人提出4件，企业提出2件。",
    "由个人提出4件，由企业提出2件。",
    "其中：个人申请4件，社会组织申请2件。",
    "（个人4件，公司2件）。",
    "申请人为个人的4件，申请人为企业的2件。",
    "其中申请主体是个人4件。",
    "申请者身份为个人的申请4件。",
]
NOBODY = [
    "涉及个人隐私4件。",
    "表彰先进集体2个、个人4个。",
    "个人4名，企业2家。",
    "其中涉及个人4件，企业2件。",
    "不予公开的个人信息4件，企业信息2件。",
]


@pytest.mark.parametrize("text", PERSONS)
def test_a_person_beside_other_applicants_applied(text: str) -> None:
    assert ("applicants_natural_person", 4) in claimed(f"收到政府信息公开申请6件，{text}")


@pytest.mark.parametrize("text", NOBODY)
def test_persons_of_other_matters_did_not(text: str) -> None:
    assert "applicants_natural_person" not in [quantity for quantity, _ in claimed(f"收到政府信息公开申请6件，{text}")]


@pytest.mark.parametrize("text", ["行政处罚6件，其中个人4件，企业2件。", "办理低保救助申请6件，其中个人4件，单位2件。"])
def test_persons_where_nobody_asked_for_information_did_not(text: str) -> None:
    assert "applicants_natural_person" not in [quantity for quantity, _ in claimed(text)]
