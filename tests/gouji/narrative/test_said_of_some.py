"""What is said of those due only, of the rest beside its rows, of those that came from the year before: none of it is of all, or of next year."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

DUE = [
    "收到政府信息公开申请10件。凡已受理登记满20个工作日的申请，均已办结答复。",
    "收到政府信息公开申请10件。受理超过二十个工作日的申请，全部办结。",
    "收到政府信息公开申请10件。12月10日前受理的申请，均已办结。",
    "收到政府信息公开申请10件。凡符合受理条件的申请，均已办结。",
    "收到政府信息公开申请10件。已满法定答复期限的申请，均已办结。",
]
ALL = [
    "收到政府信息公开申请10件。凡收到的申请，均已办结。",
    "收到政府信息公开申请10件，在20个工作日内，均已办结。",
]
BESIDE: list[tuple[str, Told]] = [
    (
        "予以公开16件，申请人无正当理由逾期不补正3件，其他处理10件。",
        [("granted", 16), ("other_uncorrected", 3), ("other_misc", 10)],
    ),
    ("予以公开16件，逾期未缴费3件，其它处理10件。", [("granted", 16), ("other_unpaid", 3), ("other_misc", 10)]),
    ("予以公开16件，其他处理13件，其中逾期不补正3件。", [("granted", 16), ("other_outcomes", 13), ("other_uncorrected", 3)]),
    (
        "予以公开16件，其他处理13件（逾期不补正3件，其他10件）。",
        [("granted", 16), ("other_outcomes", 13), ("other_uncorrected", 3), ("other_misc", 10)],
    ),
]
CARRIED: list[tuple[str, Told]] = [
    ("2023年新增政府信息依申请公开5件，12件2022年度结转继续办理。", [("received", 5), ("carried_in", 12)]),
    ("收到申请5件，另有3件2022年结转至本年继续办理。", [("received", 5), ("carried_in", 3)]),
    ("收到申请5件，3件2022年末未办结结转办理的申请，均已答复。", [("received", 5), ("carried_in", 3)]),
    ("收到申请5件，3件结转2024年继续办理。", [("received", 5), ("carried_out", 3)]),
    # from this year or into it
    ("收到申请5件，3件2023年结转继续办理。", [("received", 5)]),
]


@pytest.mark.parametrize("text", DUE)
def test_what_is_said_of_those_due_is_not_said_of_all(text: str) -> None:
    # That there were any is claimed all the same.
    assert [claim for claim in claimed(text) if claim[0] != "all_of_no_requests"] == [("received", 10)]


@pytest.mark.parametrize("text", ALL)
def test_what_is_said_of_whatever_came_in_is_said_of_all(text: str) -> None:
    assert claimed(text) == [("received", 10), ("all_concluded", 0)]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_beside_its_rows_the_rest_of_the_outcomes_is_what_they_leave(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_the_year_beside_a_carrying_over_tells_from_where_or_whereto(text: str, expected: Told) -> None:
    assert claimed(text) == expected
