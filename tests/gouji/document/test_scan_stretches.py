"""Dashed rules that go on where they were not seen, and print that lies as they would."""

from collections.abc import Sequence

import numpy as np
import pytest

from gouji.document.pdf.rules import Rule

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.dashes import Make
from gouji.document.scan.pixels import Pixels
from gouji.document.scan.stretches import stretches

SCALE = 200 / 72
LEVELS = [Rule(100, 20, 80), Rule(120, 20, 120)]
UPRIGHTS = [Rule(20, 100, 120), Rule(80, 100, 120), Rule(120, 100, 120)]
LONG, DOT = Make(23, 6, 3), Make(32, 1, 3)  # dots that run into one another seem long


def drawn(pieces: Sequence[tuple[int, int]], beside: int = 0) -> Pixels:
    """Pieces of ink between 80 and 120 points, 100 from the top, and as much as is said above each."""
    dark = np.zeros((400, 400), np.uint8)
    for start, end in pieces:
        dark[277:280, 222 + start : 222 + end] = 255
        dark[266 : 266 + beside, 222 + start : 222 + end] = 255
    return dark


@pytest.mark.parametrize(
    ("make", "pieces"),
    [
        (LONG, [(0, 22), (28, 51), (57, 80), (87, 111)]),
        (DOT, [(at, at + 3) for at in range(0, 111, 4)]),
        (DOT, [(0, 20), (22, 29), (31, 63), (65, 111)]),
        (DOT, [(0, 3), (4, 7), (8, 30), *((at, at + 3) for at in range(31, 111, 4))]),
    ],
)
def test_a_dashed_rule_goes_on_where_it_is_known_to_lie_and_dashes_are_all_the_way(make: Make, pieces: list[tuple[int, int]]) -> None:
    [found] = stretches(LEVELS, UPRIGHTS, drawn(pieces), [make], SCALE)
    assert (found.at, found.start, found.end) == (100, 80, 120)
    assert len(found.ink[0]) == 3 * sum(end - start for start, end in pieces)


@pytest.mark.parametrize("make", [LONG, DOT])
@pytest.mark.parametrize(
    ("pieces", "beside"),
    [
        ([], 0),
        ([(42, 70)], 0),  # a dash
        ([(26, 55), (57, 86)], 0),
        ([(0, 111)], 0),  # as wide as its cell
        ([(0, 22), (28, 51)], 0),
        ([(0, 22), (28, 51), (57, 80), (87, 111)], 8),  # print that happens to lie so
        ([(at, at + 3) for at in range(0, 111, 4)], 8),
        ([(at, at + 3) for at in range(20, 90, 10)], 0),  # an ellipsis
    ],
)
def test_print_is_no_rule_that_goes_on(make: Make, pieces: list[tuple[int, int]], beside: int) -> None:
    assert list(stretches(LEVELS, UPRIGHTS, drawn(pieces, beside), [make], SCALE)) == []
