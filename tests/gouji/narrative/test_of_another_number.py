"""Words that stand beside a number without being of it: the change beside a total, the ruling beside both tracks, the subject before a bracket."""

from decimal import Decimal

import pytest

from tests.gouji.narrative.telling import Told, claimed, told

SUBJECTS: list[tuple[str, Told]] = [
    ("收到政府信息公开申请99件，其中，涉及房屋征收补偿21件（其中8件予以公开，3件不予公开）。", [("received", 99)]),
    ("收到政府信息公开申请99件，其中涉及征收21件，予以公开8件。", [("received", 99)]),
    ("收到政府信息公开申请99件，涉及征收类21件：予以公开8件，无法提供13件。", [("received", 99)]),
    ("收到政府信息公开申请99件。其中规划类12件，予以公开5件，不予公开7件。", [("received", 99)]),
    # More than these are of all.
    ("收到政府信息公开申请99件（其中涉及征收21件），予以公开80件。", [("received", 99), ("granted", 80)]),
    ("收到政府信息公开申请99件，予以公开80件，不予公开8件。", [("received", 99), ("granted", 80), ("denied", 8)]),
]
BOTH: list[tuple[str, Told]] = [
    ("涉及政府信息公开的行政复议、行政诉讼案件74件，结果维持46件。", [("disputes", 74)]),
    ("因政府信息公开引发行政复议和行政诉讼共20件，其中维持15件，纠正2件。", [("disputes", 20)]),
    ("因政府信息公开引发3件行政复议、1件行政诉讼。", [("reconsideration", 3), ("litigation", 1)]),
    ("因政府信息公开产生5起行政复议案件、2起行政诉讼案件。", [("reconsideration", 5), ("litigation", 2)]),
    ("因政府信息公开引发行政复议3件、行政诉讼1件。", [("reconsideration", 3), ("litigation", 1)]),
]
COSTS = [
    "无与政府信息公开诉讼（行政复议，行政诉讼）有关的费用支出。",
    "未产生因政府信息公开行政复议、行政诉讼发生的费用。",
    "没有因政府信息公开引发行政诉讼的支出。",
]
SHOWN: list[tuple[str, Told]] = [
    ("主动公开政府信息：机构职能类信息0条；行政许可类信息0条；其他类信息27条。", []),
    ("行政许可类0条，行政处罚类0条。", []),
    ("全年行政许可0件，行政处罚0件。", [("permits_made", 0), ("penalties_made", 0)]),
    ("依申请公开2条，免于公开信息0条。", []),
]
NO_CHANGE = [
    "因依申请公开产生行政复议案件2件和行政诉讼案件7件，同比分别下降60%和12.5%。",
    "收到政府信息公开申请30件，办结28件，同比分别增长20%、15%。",
    "收到政府信息公开申请106件，上年结转8件，共计114件，相较去年增加25件。",
    "收到政府信息公开申请106件，结转下年8件，同比增加5件。",
]

ARISEN: list[tuple[str, Told]] = [
    ("2023年，因信息公开申请产生的2件行政诉讼案件。", [("litigation", 2)]),
    ("2023年，因信息公开申请引发的2件行政复议案件。", [("reconsideration", 2)]),
    ("2023年，因信息公开申请而产生的2件投诉均已处理。", []),
    ("2023年，收到政府信息公开申请产生的费用2件。", []),
    # A case of another year, though it is told of in this one.
    ("有1起2022年因政府信息公开引起未经复议直接起诉的行政诉讼案。", []),
    ("有1起2023年因政府信息公开引起未经复议直接起诉的行政诉讼案。", [("direct_litigation", 1)]),
    ("本机关收到政务信息依申请公开业务3件。", [("received", 3)]),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_what_became_of_requests_on_one_subject_is_not_told_of_all(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize(("text", "expected"), BOTH)
def test_each_track_has_its_own_number_and_what_was_ruled_of_both_is_of_neither(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize(("text", "expected"), ARISEN)
def test_cases_that_came_of_requests_are_no_requests_and_of_their_own_year(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize("text", COSTS)
def test_no_costs_of_disputes_are_not_no_disputes(text: str) -> None:
    assert not claimed(text)


@pytest.mark.parametrize(("text", "expected"), SHOWN)
def test_none_made_public_are_not_none_made(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize("text", NO_CHANGE)
def test_a_change_of_several_or_of_a_sum_is_not_one_of_the_number_beside_it(text: str) -> None:
    assert not told(text).changes
    assert not told(text).shares


def test_a_change_beside_last_years_number_is_still_read() -> None:
    (one,) = told("收到政府信息公开申请22件，比上年（31件）下降29%。").changes
    assert (one.quantity, one.prior, one.current) == ("received", Decimal(31), Decimal(22))
