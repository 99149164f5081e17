"""Sums whose total stands after its parts, totals with a 万 too many, and numbers told after the clause that names them."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import claimed, told


@pytest.mark.parametrize(
    ("sentence", "kind", "total", "parts"),
    [
        ("收到网络申请3件、邮寄申请3件、当面申请2件，合计7件政府信息公开申请。", "channels", 7, (3, 3, 2)),
        ("收到线上申请14件、线下申请11件，共21件政府信息公开申请。", "channels", 21, (14, 11)),
        ("当面申请14件、信函申请10件，以上为本机关2023年收到的全部23件政府信息公开申请。", "channels", 23, (14, 10)),
        ("共收到网民留言57条，来自“领导信箱”16条、“互动交流”栏目42条，合计57条均已回复。", "parts", 57, (16, 42)),
        ("18件申请中网络申请16件，信函申请4件。", "channels", 18, (16, 4)),
        ("线上线下共发放宣传资料710份，线上推送368份、现场发放346份。", "parts", 710, (368, 346)),
    ],
)
def test_a_total_may_stand_after_its_parts_or_in_their_clause(sentence: str, kind: str, total: int, parts: tuple[int, ...]) -> None:
    [listing] = told(sentence).listings
    assert (listing.kind, listing.total, listing.parts) == (kind, total, parts)


@pytest.mark.parametrize(
    "sentence",
    [
        "举办培训3场、讲座5场，全年共开展活动12场。",
        "收到申请20件，上年结转2件，共22件。",
        "公众号发布399条，其中被上级媒体转载398条、阅读量过万23条。",
        "举办培训3场、讲座5场，共48场。",
        "网站发布20条、微信同步发布15条，共20条。",
    ],
)
def test_other_numbers_are_no_sum_of_what_stands_before(sentence: str) -> None:
    assert told(sentence).listings == ()


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [("全年服务群众1071万人次，窗口948人次、上门123人次。", (948, 123)), ("公布专项资金338万元，其中产业95元、民生243元。", (95, 243))],
)
def test_parts_that_make_the_bare_number_show_a_wan_too_many(sentence: str, parts: tuple[int, ...]) -> None:
    [listing] = told(sentence).listings
    assert (listing.many, listing.parts) == (True, parts)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("公示补贴资金995元，其中低保553万元、救助442万元。", (5_530_000, 4_420_000)),
        ("发放材料951份，其中折页790万份、手册161份。", (7_900_000, 161)),
    ],
)
def test_parts_that_have_a_wan_their_total_lacks_are_too_many(sentence: str, parts: tuple[int, ...]) -> None:
    [listing] = told(sentence).listings
    assert (listing.many, listing.parts, listing.high < sum(parts)) == (False, parts, True)


def test_a_sum_after_its_parts_may_have_a_wan_too_many() -> None:
    [listing] = told("本机关发布公告261条、动态527条，合计788万条。").listings
    assert (listing.many, listing.parts) == (True, (261, 527))


@pytest.mark.parametrize("sentence", ["投入资金995元，其中低保500万元、救助442万元。", "公开资金995万元，其中低保553万元、救助442万元。"])
def test_other_numbers_lack_no_wan(sentence: str) -> None:
    assert [one for one in told(sentence).listings if one.many or sum(one.parts) == 9_950_000 != one.total] == []


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("按件计收信息处理费，全年收取人民币1200元。", [("processing_fee", 1200)]),
        ("信息处理费收取情况：2023年本机关收取300元。", [("processing_fee", 300)]),
        ("减免信息处理费，全年合计300元。", []),
        ("行政许可方面，本机关处理决定数量43件。", [("permits_made", 43)]),
        ("全年219件行政处罚决定均归集至信用平台。", [("penalties_made", 219)]),
        ("20件行政处罚决定均被抽查。", []),
        ("行政许可：48件；行政处罚：20件。", [("permits_made", 48), ("penalties_made", 20)]),
        ("自然人向本机关提出政府信息公开申请5件。", [("applicants_natural_person", 5)]),
        ("以政府令形式公布规章5件。", [("regulations_issued", 5)]),
        ("行政规范性文件本年制发2、废止3。", [("normative_documents_issued", 2), ("normative_documents_repealed", 3)]),
        ("2022年未转结政府信息公开申请。", [("carried_in", 0)]),
        ("2023年度本机关依申请公开零受理。", [("none_received", 0)]),
    ],
)
def test_what_one_clause_names_another_counts(sentence: str, claims: list[tuple[str, int]]) -> None:
    assert claimed(sentence) == claims


def test_a_change_may_name_its_base_in_a_bracket_or_say_twice_as_many() -> None:
    assert [(c.direction, c.current) for c in told("依申请公开收件量71件，增幅283.4%（与2022年相比）。").changes] == [(1, 71)]
    [double] = told("政府信息公开申请由37件增至46件，翻了一番。").changes
    assert (double.prior, double.current, double.low, double.high, double.scope) == (37, 46, 75, 135, Scope.OWN)
    assert [c.direction for c in told("收到政府信息公开申请12件，同比增长20%（上年下降5%）。").changes] == [1]


@pytest.mark.parametrize("many", ["万", "亿"])
def test_a_total_may_have_its_many_in_the_sentence_before_its_parts(many: str) -> None:
    [listing] = told(f"本机关公布消息788{many}条。其中，公告261条、动态527条。").listings
    assert (listing.many, listing.parts) == (True, (261, 527))
