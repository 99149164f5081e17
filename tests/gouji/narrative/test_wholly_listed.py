"""Lists that are whole by what they name: every way by which requests came, each of the things that were joined, the rest."""

import pytest

from tests.gouji.narrative.telling import told

CLOSED = [
    # ways: nobody tells only some of those that make most of the requests
    ("收到依申请公开件130件，其中，当面申请的46件，来信申请的37件，网上申请的45件。", 130, [46, 37, 45]),
    ("收到政府信息公开申请12件，其中：网络申请1件、信函申请7件。全部在规定时效内办结。", 12, [1, 7]),
    ("共受理依申请公开24件，快递邮寄申请5件，电子邮件申请12件，均按时答复申请人。", 24, [5, 12]),
    ("共受理政府信息依申请公开96件，其中网络申请43件，其他方式申请50件。", 96, [43, 50]),
    ("收到政府信息公开申请30件，其中线上平台提交12件，其余途径提交15件。", 30, [12, 15]),
    # each of what the whole is said to be of
    (
        "概况类信息、政务动态类信息及信息公开目录信息共1536条。其中概况类10条，政务动态信息573条，信息公开目录信息950条。",
        1536,
        [10, 573, 950],
    ),
    ("举办培训、讲座和参观共20场，其中培训5场、讲座6场、参观8场。", 20, [5, 6, 8]),
    ("人大建议和政协提案774件，其中：代表建议133件、委员提案636件，都已全部完成面商答复。", 774, [133, 636]),
    # the rest
    ("主动公开政府信息共1942条，工作动态921条，公示公告512条，其他信息507条。", 1942, [921, 512, 507]),
    ("本局共受理依申请政府信息公开29件，其中规划许可类4件；生态修复类9件；其它类6件。", 29, [4, 9, 6]),
    ("共收到政府信息公开申请29件。其中住房类4件、教育类9件、其他类6件，均已答复。", 29, [4, 9, 6]),
    # made public in many columns, which are named before their number
    (
        "主动公开组织机构、部门文件、工作动态、部门预决算等栏目的政府信息共264条。其中组织机构类信息1条，工作动态类信息241条，其他类信息15条。",
        264,
        [1, 241, 15],
    ),
    (
        "全年公开义务教育、就业创业、养老服务、医疗卫生等重点领域的政府信息共264条。其中教育类1条，就业类248条，其他类信息16条。",
        264,
        [1, 248, 16],
    ),
]
MORE = [
    ("共收到政府信息公开申请42件。其中市政府办8件、政府部门22件、乡镇街道13件。", 42, [8, 22, 13]),
    ("新收政府信息公开申请42件。其中规划类18件；住建类29件。", 42, [18, 29]),
    ("本局主动公开信息1043条。其中重点领域发布信息765条，点击量40206次；本单位公开目录发布信息285条。", 1043, [765, 285]),
    ("收到来信774件，其中：投诉133件、咨询656件。", 774, [133, 656]),
    # disputes of which nobody says what they are over: the sentence alone tells
    ("行政复议7件，其中维持4件，纠正10件。", 7, [4, 10]),
    ("行政诉讼3起，其中胜诉3起，其他结果3起，尚未审结1起。", 3, [3, 3, 1]),
    ("被申请行政复议有5件，其中，2件被复议机关撤销答复书里的部分内容，4件还在审理，没有审结。", 5, [2, 4]),
]
OPEN = [
    "收到政府信息公开申请33件，其中网络申请9件，信函申请5件。",
    "收到政府信息公开申请33件，其中主要为网络申请12件，信函申请15件。",
    "收到政府信息公开申请33件，其中网络申请12件，信函申请15件等。",
    "收到政府信息公开申请33件，其中网络申请12件，信函申请15件，其余正在补正。",
    "收到政府信息公开申请33件，其中网络申请12件，信函申请15件，另有当面6件。",
    "收到政府信息公开申请33件，其中信函申请19件，信函申请中挂号信9件。",
    "全区公开申请中网络申请30件，信函邮寄12件，现场14件。",
    "行政复议7件、行政诉讼3件，其中维持4件，纠正5件。",
    "行政复议7件、行政诉讼0件，其中维持4件，纠正5件。",
    "行政复议7件，上年结转2件，其中维持4件，纠正5件。",
    "审结行政复议7件，其中维持4件，纠正5件。",
    "因政府信息公开引发行政复议7件，其中维持4件，纠正5件。",
    "举办培训、讲座、沙龙和参观共20场，其中培训5场、讲座6场、参观8场。",
    "举办培训、讲座和参观等共20场，其中培训5场、讲座6场、参观8场。",
    "主动公开政府信息共1942条，工作动态921条，公示公告512条，其他信息107条。",
    "共收到政府信息公开申请42件。其中市政府办8件、政府部门22件、乡镇街道11件。",
    "共收到政府信息公开申请42件。其中涉及征地28件、涉及拆迁22件、其他事项5件。",
    "共收到政府信息公开申请42件，上年结转1件。其中市政府办8件、政府部门22件、乡镇街道13件。",
    "共收到政府信息公开申请42件。其中予以公开28件、部分公开22件。",
    "共收到政府信息公开申请42件。其中自然人28件、企业22件。",
    "本局主动公开信息1043条。其中重点领域发布信息765条，点击量40206次；本单位全年发布微博信息485条。",
]


@pytest.mark.parametrize(("text", "total", "parts"), CLOSED)
def test_a_list_that_names_all_is_to_make_its_total(text: str, total: int, parts: list[int]) -> None:
    assert [(int(one.low), int(one.high), [*map(int, one.parts)]) for one in told(text).listings] == [(total, total, parts)]


WAN = "全年累计主动公开政府信息{}条，其中政府网站公开8.66万条、政务新媒体公开8.64万条{}。"


@pytest.mark.parametrize(
    ("total", "rest", "least"),
    [
        ("21.51万", "、其他方式公开0.21万条", 214_750),
        ("21.51万", "、通过其他渠道公开0.21万条", 214_750),
        ("21.51万余", "、其他方式公开0.21万条", 0),
        ("近21.51万", "、其他方式公开0.21万条", 0),
        ("21.51万", "、其他方式公开2100条", 0),
        ("21.51万", "", 0),
    ],
)
def test_a_list_in_tens_of_thousands_that_the_rest_ends_is_to_make_its_total(total: str, rest: str, least: int) -> None:
    assert [one.low for one in told(WAN.format(total, rest)).listings] == [least]


@pytest.mark.parametrize(("text", "total", "parts"), MORE)
def test_parts_that_are_more_than_their_total_are_read_wherever_they_stand(text: str, total: int, parts: list[int]) -> None:
    assert [(int(one.high), [*map(int, one.parts)], one.doubts) for one in told(text).listings] == [(total, parts, ())]


@pytest.mark.parametrize("text", OPEN)
def test_a_list_that_may_name_some_only_contradicts_nothing(text: str) -> None:
    assert [one for one in told(text).listings if not one.low <= sum(one.parts) <= one.high] == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("厅门户网站主动公开政府信息914条，其中规范性文件类信息566条、其他文件196条。", False),
        ("主动公开政府信息914条。其中：规范性文件566条；其他文件196条。", False),
        ("主动公开文件914件，其中规范性文件566件、其他文件196件。", True),
        ("主动公开政府信息914条，其中规范性文件566条、其他信息196条。", True),
    ],
)
def test_the_rest_of_one_kind_is_not_the_rest_of_all(text: str, whole: bool) -> None:
    (listing,) = told(text).listings
    assert (listing.low == listing.total) is whole
