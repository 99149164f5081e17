"""What no table counts though its words are those of requests; none at all by rarer words; lists that are whole by what they name."""

import pytest

from tests.gouji.narrative.telling import Told, claimed, told

SAID: list[tuple[str, Told]] = [
    ("依申请公开政务信息数6件，已按要求办理。", [("received", 6)]),
    ("本局全年未收到公开信息的申请。", [("none_received", 0)]),
    ("收到政府信息公开申请5件，均于当年答复，无跨年办理事项。", [("received", 5), ("carried_out", 0)]),
    ("全年受理政府信息公开申请13件，上年度无转结。", [("received", 13), ("carried_in", 0)]),
    ("收到政府信息公开申请21件，2022年转结事项共答复4件。", [("received", 21), ("carried_in", 4)]),
    ("本局没有一件政府信息公开申请作不予公开处理。", [("denied", 0)]),
    ("政府信息公开申请中7件申请人已主动撤销申请，列入其他处理。", [("other_misc", 7)]),
    ("本局行政许可、行政强制均为0件。", [("permits_made+coercive_measures_made", 0)]),
    ("本年度行政处罚和行政强制0宗。", [("penalties_made+coercive_measures_made", 0)]),
    ("未作为被申请人参加政府信息公开行政复议。", [("no_reconsideration", 0)]),
    ("未发生政府信息公开案由的行政诉讼。", [("no_litigation", 0)]),
    ("有5件政府信息公开申请引发行政复议，其中3件行政复议决定维持本局作出的答复书。", [("reconsideration_upheld", 3)]),
    ("收到政府信息公开申请5件，不存在跨年办理情况。", [("received", 5), ("carried_out", 0)]),
    ("收到政府信息公开申请5件，未出现跨年度办理件。", [("received", 5), ("carried_out", 0)]),
    ("收到政府信息公开申请5件，上一年度没有转结件。", [("received", 5), ("carried_in", 0)]),
    ("全年没有对申请人作出不予公开答复。", [("denied", 0)]),
    ("全年未出现不予公开情形。", [("denied", 0)]),
    ("全年行政许可、行政处罚、行政强制均为零。", [("coercive_measures_made", 0), ("permits_made", 0), ("penalties_made", 0)]),
    ("全年无一起因政府信息公开引发的行政复议、行政诉讼。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("6件政府信息公开申请已由申请人撤回，按其他处理办结。", [("other_misc", 6)]),
    ("收到信息公开申请函7封。", [("received", 7)]),
    ("本局集中公开31件现行有效的行政规范性文件。", [("normative_documents_in_force", 31)]),
]
NOT_SAID = [
    "全年共制作、获取政府信息58条，其中不予公开信息数27条。",
    "本局形成政府信息120条，其中依申请公开11条、不予公开9条。",
    "新增行政许可、行政强制事项均为0项。",
    "行政许可、行政处罚投诉0件。",
    "新增行政许可、行政强制均为零。",
    "全年未出现不予公开理由不充分的情形。",
    "全年无一起因征地引发的行政复议。",
    "未发生因政府信息公开申请跨年办理引发的投诉。",
]
WHOLE = [
    ("本局办理人大代表建议和政协提案共120件，其中代表建议30件、政协提案60件。", [30, 60]),
    ("2023年主动公开信息数为190条，其中1.机构职能类2条；2.政策文件类8条；3.其他类170条。", [2, 8, 170]),
]
MORE = [
    ("全年主动公开政府信息760余条，主要包括政务资讯411条、决策公开449条。", [411, 449]),
    ("主动公开政府信息500条。主要类别包括：机构职能33条、政策文件23条、工作动态452条。", [33, 23, 452]),
    ("全年发布信息300条，其中机构概况6条，行政许可290条，人事信息8条等。", [6, 290, 8]),
]
OPEN = [
    "本局办理人大代表建议和政协提案共120件，其中主办建议30件、主办提案60件。",
    "全年主动公开政府信息760余条，主要包括政务资讯311条、决策公开449条。",
    "全年共制作政府信息900条，其中主动公开500条、依申请公开200条、不予公开100条。",
]


@pytest.mark.parametrize(("text", "claims"), SAID)
def test_rarer_words_say_what_the_usual_ones_say(text: str, claims: Told) -> None:
    assert claims == [one for one in claimed(text) if one in claims]


@pytest.mark.parametrize("text", NOT_SAID)
def test_information_by_its_openness_and_items_on_lists_are_no_requests_and_no_decisions(text: str) -> None:
    assert claimed(text) == []


@pytest.mark.parametrize(("text", "parts"), WHOLE)
def test_lists_are_whole_by_what_they_name(text: str, parts: list[int]) -> None:
    [found] = told(text).listings
    assert ([int(part) for part in found.parts], found.low) == (parts, found.total)


@pytest.mark.parametrize(("text", "parts"), MORE)
def test_parts_are_more_than_their_total_however_it_is_written(text: str, parts: list[int]) -> None:
    [found] = told(text).listings
    assert ([int(part) for part in found.parts], sum(found.parts) > found.high, found.doubts) == (parts, True, ())


@pytest.mark.parametrize("text", OPEN)
def test_lists_that_name_some_contradict_no_total(text: str) -> None:
    assert [one for one in told(text).listings if not one.low <= sum(one.parts) <= one.high] == []


def test_what_this_body_put_on_anothers_site_is_not_all_that_stands_there() -> None:
    assert told("南湾区政府网站发布信息700条，本局在该网站发布信息330条。").repeated == ()


def test_answered_beside_those_taken_back_is_asked_about() -> None:
    assert ("concluded", 7) not in claimed("本局收到依申请公开件9件，其中，2件申请人主动撤销申请，7件均在规定时限内答复办结。")


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("全年主动公开政府信息400条，其中重点领域信息发布100条，占信息发布总量的35.99%。", 100, 400),
        ("本局发布信息400条，政务动态类100条，占35.4%。", 100, 400),
        ("通过政府网站主动公开发布政府信息400条，主要包括政策文件100条，占比35.4%。", 100, 400),
        ("主动公开政府信息400条，主要为工作动态100条，占35.4%。", 100, 400),
    ],
)
def test_shares_of_what_was_made_public_have_its_total(text: str, part: int, whole: int) -> None:
    [share] = told(text).shares
    assert (int(share.claim.value), [int(total) for total in share.totals]) == (part, [whole])


@pytest.mark.parametrize(
    "text",
    [
        "微信推送信息471条，动态类166条，占网站点击量的50%。",
        "发布信息471条，收到来信166条，占50.4%。",
        "本局收到申请8件，予以公开5件，占主动公开信息的30%。",
        "发布信息471条，举办活动20场，政务动态类166条，占50.4%。",
        "主动公开政府信息471条，主要包括政策文件、通知公告等166条，占50.4%。",
        "主动公开政府信息471条，主要包括政策文件166条、通知公告80条，占50.4%。",
        "主动公开政府信息471条，主要包括政策文件166条，占全年公开总量的20%。",
        "主动公开政府信息471条，主要包括政策文件166条，同比增长50.4%。",
        "更新栏目471条，主要包括政策文件166条，占50.4%。",
    ],
)
def test_shares_of_other_things_have_none(text: str) -> None:
    assert told(text).shares == ()


def test_ways_by_the_internet_are_ways_too() -> None:
    [found] = told("收到政府信息公开申请19件，通过互联网渠道提交9件，通过邮寄信件方式提交7件，通过当面申请方式5件。").listings
    assert (found.kind, [int(part) for part in found.parts]) == ("channels", [9, 7, 5])


def test_documents_made_public_in_one_place_need_not_be_those_that_the_form_counts() -> None:
    assert claimed("截至2023年底，集中公开有效规范性文件29份，规章5份。") == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("2023年，本局召开政府信息公开专题会议8次；全年召开政府信息公开专题会议共9次，部署重点工作。", 1),
        ("2023年，本局召开政府信息公开专题会议8次；全年召开政府信息公开工作会议共9次。", 0),
        ("2023年，本局召开会议8次；上半年召开会议9次。", 0),
        ("2023年，本局通过微信公众号发布信息454条；全年发布信息703条。", 0),
    ],
)
def test_one_kind_of_event_is_counted_again_after_a_semicolon(text: str, pairs: int) -> None:
    assert len(told(text).repeated) == pairs


@pytest.mark.parametrize(("name", "claims"), [("云溪县水务局", []), ("云溪市人民政府", [("regulations_issued", 4)])])
def test_regulations_with_their_titles_are_those_of_a_government(name: str, claims: Told) -> None:
    assert claimed("全年制修订《节约用水管理办法》等4部规章，同步做好解读。", name=name) == claims
