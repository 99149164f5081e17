"""Parts by media that surely are too many, lists opened in other words, and numbers that so nearly make another that they were meant to."""

import pytest

from gouji.narrative.claim import Listing
from tests.gouji.narrative.test_claims import told


def wrong(text: str) -> list[Listing]:
    """The lists whose parts are more than the whole, or less than a closed one."""
    return [one for one in told(text).listings if not one.low <= sum(one.parts) <= one.high]


@pytest.mark.parametrize(
    "text",
    [
        # a little too much: whoever counts once what stands in two places finds most of the smaller one there
        "2024年，主动公开政务信息862条，其中，在局门户网站上发布671条，在“清沐交通”公众号上发布196条。",
        "公开信息795条，其中，政府门户网站178条，政务新媒体619条（微博425条、微信194条）。",
        "通过网站、微信、微博共发布信息2056条（其中：政府网站公开1647条，政府公报公开111条，微博公开177条，微信公开126条）。",
        "我市通过门户网站、政务新媒体等渠道公开信息9159条。通过政府网站公开957条、政务服务网公开917条，政务新媒体公开7295条。",
        "公开信息1070条。门户网站公开信息499条，以公众号为平台，加强舆论引导，全年共发布各类信息581条。",
        "公开信息1403条(次)。其中在门户网站发布公告44条，在各类主流媒体累计发布报道657条(次)，通过公众号累计发布707条。",
        # one alone is more than the whole
        "公开信息960条，其中门户网站公开信息1033条，微博、微信发布信息26条。",
    ],
)
def test_media_that_surely_exceed_their_whole_are_in_no_doubt(text: str) -> None:
    assert [one.doubts for one in wrong(text)] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息783条，其中，网站公开77条，微信公开709条、微博公开388条。",
        "公开信息820条。其中，门户网站发布794条；微信公众号发布37条。",
        "公开信息62条，其中门户网站公开28条，微信公众号公开38条。",
    ],
)
def test_media_that_may_share_much_are_only_asked_about(text: str) -> None:
    assert [one.doubts for one in wrong(text)] == [("may-overlap",)]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息113条，政府网站公开信息71条，政务微信公开63条。",
        "通过网站发布信息806条，其中法定公开680条，动态126条；微信公众号发布8条。",
        "公开信息408条，其中政府网站公开383条，其他方式公开25条，规范性文件7条。",
        "公开信息408条，其中门户网站公开383条，公众号公开29条，部分信息同步发布。",
        "通过网站发布信息300条，通过微信发布信息160条，通过微博发布信息143条。",
        "因信息公开引发行政争议17件，其中，行政复议13件，维持12件，未审结1件；行政诉讼4件，维持3件，未审结1件。",
        "公开信息780条，其中工作动态763条，通知公告17条，规范性文件5件。",
        "发布信息520条，推送信息300条，全年共收到留言812条。",
        "发布信息120条，回复留言40条、咨询52条、投诉30条。",
        "公开信息500条，其中动态300条，公告100条，制发规范性文件20件。",
        "举办培训47场、讲座53场，全年开展各类活动累计97场次。",
        "一季度发布信息110条，二季度发布信息120条，比去年共增加226条。",
        "通过政府网站公开信息984条，其中动态类11条，其他信息973条；通过新闻媒体发布信息269条。",
    ],
)
def test_true_and_other_numbers_contradict_nothing(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("公开信息共计657条，主要包括：基础信息公开（207条）、重点领域公开（247条）、决策与文件公开（204条）。", 657, [207, 247, 204]),
        ("累计公开信息972条，内容涵盖政务信息154条、基层政务26条、通知公告794条。", 972, [154, 26, 794]),
        ("公开信息636条，主要涉及机构设置、领导信息等信息公开129条，工作动态824条。", 636, [129, 824]),
        ("公开信息950条.工作运行正常.在公开的信息中,政策法规类14条,业务工作类940条.", 950, [14, 940]),
        ("公开信息共计3133条。其中，本局网页全年发布概况类信息268条，公开征求意见稿924条，发布政策信息1946条。", 3133, [268, 924, 1946]),
        ("公开信息780条，其中工作动态763条，有效规范性文件20件，通知公告1条。", 780, [763, 20, 1]),
        ("公开信息960条。其中文件16条、解读17条、图解17条、预决算458条、监管19条、教育421条、重点工作19条。", 960, [16, 17, 17, 458, 19, 421, 19]),
        ("公开信息392条，其中采购网发布177条采购信息，交易中心发布219条采购公告。", 392, [177, 219]),
        ("全年共解读文件782个。其中图片解读741个，动漫解读44个。", 782, [741, 44]),
        ("办结网民留言984条（其中：领导信箱留言362条，中国政府网留言629条）。", 984, [362, 629]),
        ("公开信息800条，其中，通过区政府网公开信息116条，具体为：建议办理类69条、公告类47条；“清沐城管”公众号发文650篇，点击13241次；信息公示栏公开39条。",
         800, [116, 650, 39]),
    ],
)  # fmt: skip
def test_lists_are_opened_in_many_words(text: str, total: int, parts: list[int]) -> None:
    [found] = wrong(text)
    assert (int(found.total), [int(part) for part in found.parts], found.doubts) == (total, parts, ())


@pytest.mark.parametrize(
    ("text", "total", "low"),
    [
        ("本局网站更新信息74条，公示栏更新信息826条，两项合计889条。", 889, 889),
        ("通过政府网站公开637条，通过公告栏公开406条，通过新媒体公开416条，本镇累计公开1454条。", 1454, 0),
        ("参加上级培训510人次、自办培训384人次，合计培训888人次。", 888, 0),
        ("362条动态信息、970条公示公告、515条政策文件，我局2023年共更新网站信息1837条。", 1837, 0),
        ("公开财政信息、专项资金信息共17条，发布行政处罚等各类信息共576条，总计公开信息590条。", 590, 0),
        ("印发宣传品1730份，折页937份、海报30份、手提袋767份。", 1730, 0),
        ("全年制发文件1503件，主动公开483件、依申请公开495件、不予公开535件。", 1503, 0),
    ],
)
def test_numbers_that_nearly_make_another_were_meant_to(text: str, total: int, low: int) -> None:
    assert [(int(one.total), int(one.low), one.doubts) for one in wrong(text)] == [(total, low, ())]
