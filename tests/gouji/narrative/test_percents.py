"""Shares, changes and lists that sentences give, and what may lie behind their printed digits."""

from decimal import Decimal

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import told


@pytest.mark.parametrize(
    ("sentence", "quantity", "value"),
    [
        ("申请数量较上年下降 300%。", "decrease", 300), ("降幅为150%。", "decrease", 150), ("承诺时限压缩率达120%。", "decrease", 120), ("群众满意度达120%。", "rate", 120),
        ("按期答复率为100%。", "rate", 100), ("政策解读率104%。", "rate", 104),
    ],
)  # fmt: skip
def test_falls_and_rates_are_claims_in_per_cent(sentence: str, quantity: str, value: int) -> None:
    assert [(c.quantity, c.value) for c in told(sentence).claims] == [(quantity, value)]


@pytest.mark.parametrize("sentence", ["申请数量下降至120%。", "信息公开率提升120%。", "纠错率由30%下降120%。", "下降120个百分点。"])
def test_levels_and_points_are_none(sentence: str) -> None:
    assert told(sentence).claims == ()


def test_a_share_leaves_room_for_rounding_and_for_cutting() -> None:
    [share] = told("收到政府信息公开申请805件，予以公开及部分公开258件，占32.0%。").shares
    assert (share.claim.value, share.low, share.high, share.totals) == (258, Decimal("31.95"), Decimal("32.1"), (Decimal(805),))


@pytest.mark.parametrize(
    ("sentence", "direction", "prior", "current"),
    [
        ("收到信息公开申请22起，比2022年（31起）下降29%。", -1, 31, 22),
        ("受理政府信息公开申请4件（较2022年减少3件）。", -1, None, 4),
        ("受理政府信息公开申请1件，申请数量与2022年持平。", 0, None, 1),
        ("政府信息公开申请量由上年的17件增至63件，增幅270%。", 1, 17, 63),
        ("政府信息公开申请数量较去年下降30%。", -1, None, None),
        ("2022年、2023年本机关分别收到政府信息公开申请21件、100件，同比增长376.2%。", 1, 21, 100),
        ("政府信息公开申请量由2022年的24件上升至58件，升幅141.67%。", 1, 24, 58),
        ("收到政府信息公开申请28件，较上年增长近三成。", 1, None, 28),
        ("通过窗口、邮寄等方式受理信息公开申请19件，上年受理49件，同比减少71%。", -1, 49, 19),
    ],
)
def test_a_change_has_its_direction_and_the_numbers_that_the_sentence_gives(
    sentence: str, direction: int, prior: int | None, current: int | None
) -> None:
    change = told(sentence).changes[0]
    assert (change.quantity, change.direction, change.prior, change.current) == ("received", direction, prior, current)


def test_two_numbers_and_a_direction_are_a_change_whatever_they_count_but_the_next_clauses_per_cent_is_not_theirs() -> None:
    [change] = told("办理环节由上年的5个增加到3个，平均时间下降50%。").changes
    assert (change.quantity, change.direction, change.prior, change.current, change.low) == ("anything", 1, 5, 3, None)
    assert told("累计办理52件，其中3件提高到2件。").changes == ()


def test_a_share_may_stand_in_a_bracket_of_its_own() -> None:
    [share] = told("在答复的366件政府信息公开申请中，本机关无法提供93件（45.8%）。").shares
    assert (share.claim.quantity, share.claim.value, share.totals) == ("unavailable", 93, (Decimal(366),))


def test_a_part_of_a_total_of_the_same_sentence_has_its_share_whatever_is_counted() -> None:
    [share] = told("主动公开政府信息2015条，其中政策文件类730条，占22.4%。").shares
    assert (share.claim.quantity, share.claim.value, share.totals) == ("part", 730, (Decimal(2015),))


@pytest.mark.parametrize(
    ("sentence", "kind", "low", "parts"),
    [
        ("收到政府信息公开申请152件（信函申请21件、网络申请131件）。", "channels", 152, (21, 131)),
        ("共发布信息100条：政策文件30条，工作动态60条。", "parts", 100, (30, 60)),
        ("共发布信息100条，其中政策文件30条，工作动态60条。", "parts", 0, (30, 60)),
        ("共发布信息100条，其中网站60条，微信40条，解读20条。", "parts", 0, (60, 40)),
        ("政府信息公开申请共41件，来源渠道分别为网络平台27件、信函14件。", "channels", 41, (27, 14)),
        ("收到政府信息公开申请41件：网络27件，占65.9%，信函14件，占34.1%。", "channels", 41, (27, 14)),
    ],
)
def test_a_list_gives_its_total_and_parts(sentence: str, kind: str, low: int, parts: tuple[int, ...]) -> None:
    [listing] = told(sentence).listings
    assert (listing.kind, listing.low, listing.parts) == (kind, low, parts)


def test_what_is_put_online_in_several_places_may_be_counted_several_times() -> None:
    assert told("公开信息100条，其中网站公开70条，微信公众号公开60条，两个平台同步发布。").listings == ()
    [listing] = told("公开信息100条，其中网站公开70条，微信公众号公开60条。").listings
    assert listing.doubts == ("may-overlap",)


def test_shares_named_in_turn_belong_to_the_numbers_in_their_turn() -> None:
    found = told("办结政府信息公开申请，予以公开6件、部分公开2件，占比分别为75%、25%。").shares
    assert [(share.claim.quantity, share.claim.value, share.low) for share in found] == [
        ("granted", 6, Decimal("74.5")),
        ("partially_granted", 2, Decimal("24.5")),
    ]


def test_a_change_of_the_year_before_is_none_of_the_reports() -> None:
    scopes = [told(f"{year}年政府信息公开申请量较{year - 1}年增长20%。").changes[0].scope for year in (2023, 2022)]
    assert scopes == [Scope.OWN, Scope.OTHER]
