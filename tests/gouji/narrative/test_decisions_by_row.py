"""Items and decisions told row by row, as an older form has them side by side: 公开行政许可10项，处理决定数量556条."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

ROWS: list[tuple[str, Told]] = [
    (
        "公开行政许可10项，处理决定数量556条；公开行政处罚0项，处理决定数量0条。",
        [("permits_made", 556), ("penalties_made", 0)],
    ),
    ("行政处罚事项12项，处理决定数量为55件。", [("penalties_made", 55)]),
    ("2023年，我局公开行政许可10项，处理决定数量556件。", [("permits_made", 556)]),
    ("本年度行政处罚3项，处理决定数36件。", [("penalties_made", 36)]),
    ("行政强制3项，处理决定数量12件；行政处罚5项，处理决定数量7件。", [("coercive_measures_made", 12), ("penalties_made", 7)]),
    ("主动公开行政许可事项8个，处理决定件数共240件。", [("permits_made", 240)]),
    ("情况如下：行政许可6项，处理决定总数78件。", [("permits_made", 78)]),
    ("我局依法公开行政强制措施2项，处理决定数量9件。", [("coercive_measures_made", 9)]),
]  # fmt: skip
NOT_OF_THE_ROW = [
    "行政许可7项，行政处罚3项，处理决定数量556条。",
    "公开行政许可7项，公开行政处罚3项，处理决定数量556条。",
    "行政许可、行政处罚10项，处理决定数量556条。",
    "行政许可和行政处罚10项，处理决定数量556条。",
    "行政许可7项，公开处理决定数量556条。",
    "行政许可10项，处理决定数量公开556条。",
    "行政许可10项，信访处理决定数量556条。",
    "全县行政许可10项，处理决定数量556条。",
    "2022年行政许可10项，处理决定数量556条。",
    "通过信用平台公示行政许可10项，处理决定数量556条。",
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_decisions_behind_the_items_are_of_their_row(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize("text", NOT_OF_THE_ROW)
def test_decisions_of_several_rows_of_others_and_what_is_put_up_are_not(text: str) -> None:
    assert not claimed(text)
