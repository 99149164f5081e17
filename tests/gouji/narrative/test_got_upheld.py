"""How many disputes came out so, said with 获, 得到 or 得以; and that so many of them are not all."""

import pytest

from tests.gouji.narrative.telling import claimed, told

UPHELD, WON = "reconsideration_upheld", "litigation_upheld"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("因政府信息公开引发的行政复议5件，其中3件获维持，1件结果纠正。", [(UPHELD, 3), ("reconsideration_corrected", 1)]),
        ("因政府信息公开引发的行政复议5件，其中3件获得维持，2件被纠正。", [(UPHELD, 3), ("reconsideration_corrected", 2)]),
        ("政府信息公开行政复议5件，其中4件得到维持，1件尚未审结。", [(UPHELD, 4), ("reconsideration_pending", 1)]),
        ("政府信息公开行政复议5件，其中3件得以维持，1件结果纠正。", [(UPHELD, 3), ("reconsideration_corrected", 1)]),
        ("政府信息公开行政诉讼5件，其中4件获胜诉，1件尚未审结。", [(WON, 4), ("litigation_pending", 1)]),
        ("政府信息公开行政复议5件，3件获得纠正。", [("reconsideration_corrected", 3)]),
        ("政府信息公开行政复议5件，获维持3件，得到纠正2件。", [(UPHELD, 3), ("reconsideration_corrected", 2)]),
        ("政府信息公开行政复议5件，3件均获维持，2件结果纠正。", [(UPHELD, 3), ("reconsideration_corrected", 2)]),
    ],
)
def test_so_many_were_upheld(text: str, expected: list[tuple[str, int]]) -> None:
    assert claimed(text)[1:] == expected


@pytest.mark.parametrize(
    "text",
    [
        "政府信息公开行政复议5件，3件获部分维持。",
        "政府信息公开行政复议5件，3件未获维持。",
        "政府信息公开行政复议5件，3件有望获维持。",
        "政府信息公开行政复议5件，3件预计获维持。",
        "政府信息公开行政复议5件，3件信访获维持。",
    ],
)
def test_what_is_hoped_for_or_half_is_none(text: str) -> None:
    assert claimed(text) == [("reconsideration", 5)]


@pytest.mark.parametrize("word", ["均获维持", "均予以维持", "均被维持", "全部维持", "都维持原答复"])
def test_so_many_of_them_are_not_all(word: str) -> None:
    some = told(f"政府信息公开行政复议5件，3件{word}，2件结果纠正。").claims
    assert "all_upheld_reconsideration" not in [claim.quantity for claim in some]
    every = told(f"政府信息公开行政复议5件，5件{word}。").claims
    assert "all_upheld_reconsideration" in [claim.quantity for claim in every]
