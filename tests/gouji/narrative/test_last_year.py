"""Last year's number told beside this year's, and changes told in words alone."""

from decimal import Decimal

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import told

TOLD = [
    "2023年收到政府信息公开申请14件，2022年收到政府信息公开申请45件。",
    "2023年收到政府信息公开申请14件，而2022年为45件。",
    "2023年度，本机关收到依申请公开14件，上年同期为45件。",
    "2023年度，本机关收到依申请公开14件，去年同期45件，均已答复。",
    "2023年度，本机关收到依申请公开14件（上年45件）。",
]
OTHERS = [
    "收到政府信息公开申请14件，受理投诉12件，上年同期为45件。",
    "主动公开信息14条，上年同期为45条。",
    "2023年收到政府信息公开申请14件，上年结转3件。",
    "2023年收到政府信息公开申请14件，2021年收到45件。",
    "2023年收到政府信息公开申请14件，2022年收到的45件申请中有3件结转。",
    "通过网站收到政府信息公开申请14件，上年同期为45件。",
    "2023年收到政府信息公开申请14件，上年访问量为45次。",
]
IN_WORDS = [
    "2023年收到政府信息公开申请75件，申请量比上年明显减少。",
    "2023年收到政府信息公开申请75件，较上年大幅下降。",
    "2023年收到政府信息公开申请75件，申请数量同比有所下降。",
    "2023年收到政府信息公开申请75件，总量比上年有较大幅度减少。",
]
OF_OTHER_THINGS = [
    "2023年收到政府信息公开申请75件，其中自然人申请量比上年明显减少。",
    "2023年收到政府信息公开申请75件，群众来访量比上年明显减少。",
    "2023年收到政府信息公开申请75件，涉农申请比上年明显减少。",
    "2023年收到政府信息公开申请75件，网站访问量较上年大幅下降。",
    "2023年收到政府信息公开申请75件，公开信息300条，较上年大幅下降。",
    "2023年收到政府信息公开申请75件，信访投诉件明显减少。",
]


def changes(text: str) -> list[tuple[str, int, Decimal | None, Decimal | None]]:
    return [(c.quantity, c.direction, c.prior, c.current) for c in told(text).changes if c.scope is Scope.OWN]


@pytest.mark.parametrize("text", TOLD)
def test_last_years_number_behind_this_years_is_told(text: str) -> None:
    assert changes(text) == [("received", -1, Decimal(45), Decimal(14))]


@pytest.mark.parametrize("text", OTHERS)
def test_another_number_behind_this_years_is_none_of_last_year(text: str) -> None:
    assert changes(text) == []


@pytest.mark.parametrize("text", IN_WORDS)
def test_how_much_in_words_narrows_nothing(text: str) -> None:
    assert changes(text) == [("received", -1, None, Decimal(75))]


@pytest.mark.parametrize("text", OF_OTHER_THINGS)
def test_what_else_changed_in_words_is_no_change_of_requests(text: str) -> None:
    assert changes(text) == []
