"""本级机关 that does not hold what was asked for is the body itself; 行政起诉 is a suit."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

LED = "收到政府信息公开申请44件，予以公开19件，"
NOT_HELD = [
    "因本级行政机关不掌握相关信息无法提供25件。",
    "本级不掌握25件。",
    "本级机关不掌握相关政府信息25件。",
    "因我局本级不掌握无法提供25件。",
    "属于本级机关不掌握的25件。",
    "非本级机关制作25件。",
    "不属于本级机关公开25件。",
    "本级单位未掌握相关信息25件。",
    "25件属于本级机关不掌握的信息。",
]
OTHERS: list[tuple[str, Told]] = [
    ("收到政府信息公开申请44件，县本级收到25件。", []),
    ("县本级机关收到政府信息公开申请44件。", []),
    ("上级机关不掌握25件。", []),
]
SUITS: list[tuple[str, Told]] = [
    ("没有因政府信息公开引起行政复议或者行政起诉的案例发生。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("全年未发生政府信息公开行政起诉。", [("no_litigation", 0)]),
    ("因政府信息公开被行政起诉1件。", [("litigation", 1)]),
    ("全年没有因政府信息公开被提起行政起诉的情况。", [("no_litigation", 0)]),
    ("没有因行政处罚引起行政起诉的案例发生。", []),
    ("因行政处罚被行政起诉1件。", []),
]


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_its_own_level_does_not_hold_is_its_own_row(text: str) -> None:
    found = claimed(LED + text)
    assert found[:2] == [("received", 44), ("granted", 19)]
    assert [number for _, number in found[2:]] == [25]
    assert found[2][0].startswith("unavailable")


@pytest.mark.parametrize(("text", "expected"), [*OTHERS, *SUITS])
def test_others_and_suits_are_read_as_they_are(text: str, expected: Told) -> None:
    assert claimed(text) == expected
