"""Changes whose two numbers stand apart, and shares and rates that are told of what sentences before count."""

import pytest

from tests.gouji.narrative.telling import told

APART = [
    ("2023年共收到政府信息公开申请54件，均已按时回复。2022年收到政府信息公开申请9件，收到申请的数量同比增加510%。", 9, 54),
    ("2022年收到政府信息公开申请40件，均已办结。2023年共收到政府信息公开申请20件，同比下降51.5%。", 40, 20),
    ("我局窗口共实施行政许可18件，较上年略有减少，减少20件，下降率为61.43%。", 38, 18),
    ("主动公开信息180条，同比增加80条，增长率为85%。", 100, 180),
]
NOT_APART = [
    # of 2022 on the year before it
    "2023年共收到政府信息公开申请54件，均已按时回复。2022年收到政府信息公开申请9件，收到申请的数量同比增加12%。",
    "2023年收到政府信息公开申请54件。2021年收到政府信息公开申请9件，同比增加510%。",
    "主动公开信息180条，其中网站80条，增长率为85%。",
    "主动公开信息180条，环比增加80条，增长率为85%。",
]


@pytest.mark.parametrize(("text", "prior", "current"), APART)
def test_a_change_is_between_numbers_of_two_sentences_or_of_a_number_and_its_difference(text: str, prior: int, current: int) -> None:
    assert [(c.prior, c.current) for c in told(text).changes if c.prior is not None and c.current is not None] == [(prior, current)]


@pytest.mark.parametrize("text", NOT_APART)
def test_other_years_and_parts_make_no_change(text: str) -> None:
    assert [c for c in told(text).changes if c.prior is not None and c.current is not None] == []


def test_a_rate_of_conclusion_is_of_all_where_the_rest_was_left() -> None:
    text = "收到信息公开申请件47件，已按时办结42件，5件结转至下年度继续办理，办结率76.3%。"
    assert [(share.claim.quantity, int(share.claim.value), [int(t) for t in share.totals]) for share in told(text).shares] == [
        ("concluded", 42, [47])
    ]
    assert told(text.replace("5件结转", "7件结转")).shares == ()


@pytest.mark.parametrize(
    ("text", "rates"), [("全文电子化达161.7%。", [161]), ("业务覆盖面达120%。", [120]), ("业务覆盖面达120平方公里。", [])]
)
def test_what_is_no_rate_by_name_may_be_a_share_of_its_whole(text: str, rates: list[int]) -> None:
    assert [int(claim.value) for claim in told(text).claims if claim.quantity == "rate"] == rates
