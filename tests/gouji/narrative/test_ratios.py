"""Which rates above 100 % are impossible whatever they are of, and which may be so."""

import pytest

from gouji.narrative import narrative
from tests.builders import sound_report, with_more_text


def rates(sentence: str) -> list[tuple[str, float]]:
    claims = narrative(with_more_text(sound_report(), 1, sentence)).claims
    return [(claim.quantity, float(claim.value)) for claim in claims if claim.quantity.startswith("rate")]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("“镇长信箱”全年来信56件，办结56件，办结率107.3%。", 107.3),
        ("“12345”平台受理工单9031件，办结率128.4%。", 128.4),
        ("发布图文解读、视频解读21条，规范性文件解读率131.2%。", 131.2),
        ("公文主动公开率达109.5%。", 109.5),
        ("建议提案办复率、面商率均为112%。", 112),
        ("“三审三校”制度执行率103%。", 103),
        ("收到申请21件，全部依法办结，办结率121%。", 121),
        ("收到申请21件，办结20件，办结率105%。", 105),
        ("群众满意度提升至118%。", 118),
    ],
)
def test_a_share_of_its_own_whole_cannot_exceed_it(sentence: str, value: float) -> None:
    assert rates(sentence) == [("rate", value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "公开培训计划执行率123%。", "预算执行率104%。", "信息报送任务完成率131%。", "公众号阅读率240%。", "粉丝增长率130%。",
        "年度目标任务落实率115%。", "项目资金到位率120%。", "群众满意度提升120%。", "信息采用率115%。", "资产保值增值率106%。",
    ],
)  # fmt: skip
def test_what_may_be_more_than_it_is_counted_against_is_no_such_share(sentence: str) -> None:
    assert rates(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "行政许可办结率104%。", "上年结转2件，政府信息公开申请办结率103%。", "群众来信办结率105%（含上年结转）。", "上年结转3件，来信办结率106%。",
        "坚持一件多解，政策解读率210%。", "采取多种形式解读政策，解读率150%。",
    ],
)  # fmt: skip
def test_where_more_may_have_been_done_than_came_in_it_is_possible(sentence: str) -> None:
    assert [quantity for quantity, _ in rates(sentence)] == ["rate_possible"]


@pytest.mark.parametrize("sentence", ["政府信息公开申请办结率103%。", "收到申请20件，办结23件，办结率115%。"])
def test_of_requests_alone_more_were_concluded_only_if_some_were_carried_in(sentence: str) -> None:
    assert [quantity for quantity, _ in rates(sentence)] == ["rate_of_requests"]


def test_explanations_counted_beside_their_rate_may_be_several_of_one_document() -> None:
    assert rates("共发布解读政策文件312份，政策解读率119%。") == [("rate_possible", 119)]
    assert rates("全年政策解读率达119%。") == [("rate", 119)]
