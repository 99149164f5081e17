"""Changes on last year, in the words that clerks find for them."""

import pytest

from tests.gouji.narrative.telling import told

CHANGED = [
    ("政府信息公开申请数量（18件）较2022年下降76.77%。", ("received", -1, None, 18)),
    ("受项目建设等因素影响，2023年我局收到政府信息公开申请33件，较上年同期增长21.0%。", ("received", 1, None, 33)),
    ("本年度政府信息公开申请量有所回落，本机关共收到17件，降幅75.3%。", ("received", -1, None, 17)),
    ("政府信息公开申请总量从81件降为22件，降幅达57.7%。", ("received", -1, 81, 22)),
    ("全局公开行政许可结果237条，上年为56条，同比增长336.21%。", ("anything", 1, 56, 237)),
    ("近两年来，我局政府信息公开申请数量呈上升趋势，2022年收到84件，2023年收到14件。", ("received", 1, 84, 14)),
    ("对比两年数据，2022年我局收到政府信息公开申请70件，2023年收到33件，申请数量逐年递增。", ("received", 1, 70, 33)),
]
NOTHING = [
    "第四季度政府信息公开申请有所回落，收到17件，降幅75.3%。",
    "近五年来政府信息公开申请数量呈上升趋势，2022年收到84件，2023年收到14件。",
    "主动公开政府信息804条，较上年增长29.2%，清理过期失效信息654条。",
]


@pytest.mark.parametrize(("text", "change"), CHANGED)
def test_a_change_is_known_by_what_changed_and_between_which_numbers(text: str, change: tuple[str, int, int | None, int | None]) -> None:
    found = [(c.quantity, c.direction, c.prior and int(c.prior), c.current and int(c.current)) for c in told(text).changes]
    assert found == [change]


@pytest.mark.parametrize("text", NOTHING)
def test_changes_of_other_spans_or_things_are_none_on_last_year(text: str) -> None:
    assert told(text).changes == ()
