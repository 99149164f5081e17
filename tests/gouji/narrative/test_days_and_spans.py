"""Days within the year, and words that name a span of time told before: their numbers are not those of the year."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

NOT_OF_THE_YEAR = [
    "去年全年收到政府信息公开申请9件。",
    "2022年全年收到政府信息公开申请29件。予以公开8件。",
    "自2023年5月15日起执行新规以来，共受理政府信息公开申请35件。",
    "3月5日至9月10日，收到政府信息公开申请12件。",
    "截至2023年12月25日，收到政府信息公开申请8件。",
    "上述期间共收到政府信息公开申请16件。",
    "截至发稿时，共答复政府信息公开申请37件。",
]
OF_THE_YEAR: list[tuple[str, Told]] = [
    ("2023年全年收到政府信息公开申请29件。", [("received", 29)]),
    ("2023年1月1日至2023年12月31日，收到政府信息公开申请8件。", [("received", 8)]),
    ("截至2023年12月31日，收到政府信息公开申请8件。", [("received", 8)]),
    ("4月3日，召开工作推进会。全年收到政府信息公开申请8件。", [("received", 8)]),
    ("去年全年收到政府信息公开申请9件，今年收到8件。", [("received", 8)]),
]


@pytest.mark.parametrize("text", NOT_OF_THE_YEAR)
def test_a_day_or_a_span_within_or_before_the_year_is_not_the_year(text: str) -> None:
    assert claimed(text) == []


@pytest.mark.parametrize(("text", "expected"), OF_THE_YEAR)
def test_the_whole_year_is_the_year(text: str, expected: Told) -> None:
    assert claimed(text) == expected
