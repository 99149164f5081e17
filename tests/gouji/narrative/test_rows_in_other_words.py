"""Rows of Table 3 in other words: what must first be made, what was not corrected, what was looked for in vain."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

LED = "收到政府信息公开申请18件，"
ROWS = [
    ("需另行制作、加工的2件。", "unavailable_needs_creation"),
    ("需要汇总、加工2件。", "unavailable_needs_creation"),
    ("需本机关另行制作、搜集信息2件。", "unavailable_needs_creation"),
    ("需行政机关加工分析2件。", "unavailable_needs_creation"),
    ("2件需要加工汇总。", "unavailable_needs_creation"),
    ("要求补正后未补正2件。", "other_uncorrected"),
    ("经通知补正后仍未补正2件。", "other_uncorrected"),
    ("2件经告知补正后未补正。", "other_uncorrected"),
    ("逾期未补正材料2件。", "other_uncorrected"),
    ("申请人未补正材料2件。", "other_uncorrected"),
    ("检索后未找到相关信息2件。", "unavailable_not_held"),
    ("查无相关信息2件。", "unavailable_not_held"),
    ("查无此信息2件。", "unavailable_not_held"),
    ("2件经检索不存在。", "unavailable_not_held"),
    ("经核实不存在2件。", "unavailable_not_held"),
]
OTHERS: list[tuple[str, Told]] = [
    (LED + "要求补正2件。", [("received", 18)]),
    (LED + "补正2件。", [("received", 18)]),
    (LED + "需要汇总、加工的材料2件已公开。", [("received", 18)]),
    ("行政许可申请18件，告知补正后未补正2件。", []),
    ("收到来信18件，查无此信息2件。", []),
]


@pytest.mark.parametrize(("text", "row"), ROWS)
def test_a_row_in_other_words_is_that_row(text: str, row: str) -> None:
    assert claimed(LED + text) == [("received", 18), (row, 2)]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_what_only_sounds_like_a_row_is_none(text: str, expected: Told) -> None:
    assert claimed(text) == expected
