"""Disputes, documents and decisions in the words of published reports: what is told of them, and what only seems to be."""

import pytest

from gouji.narrative import narrative
from gouji.narrative.claim import Scope
from gouji.narrative.counted.phrases import needed_signs
from tests.builders import sound_report, with_text
from tests.gouji.narrative.telling import Told, claimed, told

DISPUTES: list[tuple[str, Told]] = [
    (
        "办理因2022年政府信息公开申请引发的行政复议5件、行政诉讼2件，均维持原答复。",
        [("reconsideration", 5), ("litigation", 2), ("all_upheld_reconsideration", 0), ("all_upheld_litigation", 0)],
    ),
    # Who ruled says on what: the authority on reconsiderations, the court on suits.
    (
        "发生政府信息公开行政复议、行政诉讼，复议机关均作出维持决定。",
        [("all_upheld_reconsideration", 0)],
    ),
    (
        "办理政府信息公开行政复议5件、行政诉讼2件，法院均维持原答复。",
        [("reconsideration", 5), ("litigation", 2), ("all_upheld_litigation", 0)],
    ),
    (
        "2023年收到政府信息公开申请31件，其中网络申请20件，信函申请11件，已按期答复，发生行政复议2件。",
        [("received", 31), ("channel_net", 20), ("channel_letter", 11), ("reconsideration", 2)],
    ),
    ("已答复的政府信息公开申请中，3件经行政复议后产生行政诉讼。", [("litigation_after_reconsideration", 3)]),
    ("2件政府信息公开申请未经行政复议直接引发行政诉讼。", [("direct_litigation", 2)]),
    ("本局作为被申请人，参加政府信息公开行政复议案件4件。", [("reconsideration", 4)]),
    ("行政复议方面，我局政府信息公开类案件共6件。", [("reconsideration", 6)]),
    ("法院受理以我局为被告的政府信息公开案件5件。", [("litigation", 5)]),
    ("行政复议案件9件，其中因政府信息公开引发的4件。", [("reconsideration", 4)]),
    ("本年度全局有4件政府信息公开行政复议案件，3件政府信息公开行政诉讼案件。", [("reconsideration", 4), ("litigation", 3)]),
    ("政府信息公开行政复议尚有2件未审结。", [("reconsideration_pending", 2)]),
    ("复议机关对我局政府信息公开答复作出纠正决定2件。", [("reconsideration_corrected", 2)]),
    ("因政府信息公开引发行政复议2件，结果维持。", [("reconsideration", 2), ("upheld_reconsideration", 1)]),
    # What became of the one that is counted, in a clause of its own; of two, only a word of each tells.
    ("因政府信息公开引发行政诉讼1起，我局胜诉。", [("litigation", 1), ("upheld_litigation", 1)]),
    ("因政府信息公开引发行政复议1件，复议机关维持了我局作出的答复。", [("reconsideration", 1), ("upheld_reconsideration", 1)]),
    ("因政府信息公开引发行政诉讼1起，一审我局胜诉。", [("litigation", 1)]),
    ("因政府信息公开引发行政复议1件，未维持。", [("reconsideration", 1)]),
    ("因政府信息公开引发行政复议2件，维持。", [("reconsideration", 2)]),
    ("因政府信息公开引发行政复议1件，行政诉讼1件，维持。", [("reconsideration", 1), ("litigation", 1)]),
    ("上年因政府信息公开引发行政诉讼1起，我局胜诉。", []),
    ("政府信息公开行政复议案件均已审结，未审结数为零。", [("none_pending_reconsideration", 0), ("none_pending_reconsideration", 0)]),
    ("未涉及政府信息公开行政复议、行政诉讼。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("没有引发政府信息公开行政争议。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("政府信息公开行政复议、行政诉讼均无。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("没有政府信息公开行政诉讼案件，行政复议案件也为零。", [("no_litigation", 0), ("no_reconsideration", 0)]),
    ("未发生关于部门信息公开工作的行政复议。", [("no_reconsideration", 0)]),
    ("未收到以云溪县水务局为被申请人的政府信息公开行政复议案件。", [("no_reconsideration", 0)]),
    (
        "全年没有一起因政府信息公开工作被申请行政复议、被提起行政诉讼。",
        [("no_reconsideration", 0), ("no_litigation", 0)],
    ),
    ("没有一件依申请公开事项引发行政复议。", [("no_reconsideration", 0)]),
    (
        "投诉举报、复议、诉讼情况.2023年我局没有收到因政府信息公开申请行政复议和提起行政诉讼情况.",
        [("no_reconsideration", 0), ("no_litigation", 0)],
    ),
    ("因政府信息公开引发行政诉讼零件。", [("litigation", 0)]),
    (
        "因政府信息公开引发行政诉讼5件，3件维持；2件因未在期限内举证，被法院判决撤销。",
        [("litigation", 5), ("litigation_upheld", 3), ("litigation_corrected", 2)],
    ),
    (
        "因政府信息公开引发行政复议5件，2件因超过答复期限，责令我局重新作出答复。",
        [("reconsideration", 5), ("reconsideration_corrected", 2)],
    ),
    (
        "政府信息公开行政复议5件，维持3件，撤销2件。",
        [("reconsideration", 5), ("reconsideration_upheld", 3), ("reconsideration_corrected", 2)],
    ),
    ("因政府信息公开被申请行政复议、提起行政诉讼的情况：2023年度，没有发生。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("办理政府信息公开行政复议答复3件、行政诉讼应诉1件。", [("reconsideration", 3), ("litigation", 1)]),
    (
        "政府信息公开行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件。",
        [("litigation", 3), ("direct_litigation", 2), ("litigation_after_reconsideration", 1)],
    ),
    ("我局实现政府信息公开行政复议、行政诉讼“零发生”。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("信息公开引发的行政诉讼案件零发生。", [("no_litigation", 0)]),
    ("未出现一例因信息公开引起的复议和诉讼。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("申请人对信息公开答复均未提出行政复议。", [("no_reconsideration", 0)]),
    ("收到政府信息公开申请18件，均按时答复。上述18件申请均未引发行政诉讼。", [("received", 18), ("no_litigation", 0)]),
]
TABLE_2: list[tuple[str, Told]] = [
    ("本年度无行政规范性文件发布。", [("normative_documents_issued", 0)]),
    ("全年未新发布规章和行政规范性文件。", [("normative_documents_issued", 0)]),
    ("我局无新增的规章和规范性文件。", [("normative_documents_issued", 0)]),
    ("本机关未制发、修改、废止行政规范性文件。", [("normative_documents_issued", 0), ("normative_documents_repealed", 0)]),
    ("共发布规范性文件4份，清理废止规范性文件3份。", [("normative_documents_issued", 4), ("normative_documents_repealed", 3)]),
    ("梳理出继续有效规范性文件62件，废止规范性文件4件。", [("normative_documents_in_force", 62), ("normative_documents_repealed", 4)]),
    ("对7件不合时宜的行政规范性文件予以废止。", [("normative_documents_repealed", 7)]),
    ("主动公开信息900条，其中行政许可9条（决定数量共538个）。", [("permits_made", 538)]),
    ("新增行政许可事项21项，总计21项，行政许可处理决定数量16件。", [("permits_made", 16)]),
    ("依法公开许可信息，2023年我局作出许可决定共计22件。", [("permits_made", 22)]),
    ("2023年我局行政处罚共作出决定69件。", [("penalties_made", 69)]),
    ("行政处罚方面，全年作出决定12件。", [("penalties_made", 12)]),
    ("行政强制方面，我局作出处理决定12件。", [("coercive_measures_made", 12)]),
    ("行政处罚事项公开方面，全年作出决定12件。", []),
    ("行政复议方面，全年作出决定12件。", []),
    ("行政处罚方面，全年作出复议决定12件。", []),
    ("行政处罚方面，全年作出整改决定12件。", []),
    ("行政处罚共作出听证决定6件。", []),
    ("我局作出准予或不予行政许可决定共15件。", [("permits_made", 15)]),
    ("实施行政强制措施和强制执行合计13件。", [("coercive_measures_made", 13)]),
    ("2023年行政强制数量为零。", [("coercive_measures_made", 0)]),
    ("经责令整改，我局共计行政处罚24起。", [("penalties_made", 24)]),
    ("2023年共办理行政许可0件。", [("permits_made", 0)]),
    ("作出行政许可和行政处罚决定分别是130件和30件。", [("permits_made", 130), ("penalties_made", 30)]),
    ("全年共作出行政许可、行政处罚决定共160件。", [("permits_made+penalties_made", 160)]),
    ("我局未作出行政强制和行政征收。", [("coercive_measures_made", 0)]),
    ("截至2023年底，本局无行政处罚和行政强制事项。", [("coercive_measures_made", 0), ("penalties_made", 0)]),
    (
        "主动公开行政许可决定19件，行政处罚决定4件，行政事业性收费0万元。",
        [("permits_made", 19), ("penalties_made", 4), ("no_admin_fee", 0)],
    ),
    ("本机关制定修订规范性文件9件，已在网站公布。", [("normative_documents_issued", 9)]),
    ("全年我局共制发3份局本级规范性文件。", [("normative_documents_issued", 3)]),
    ("我局未有新增的行政规范性文件。", [("normative_documents_issued", 0)]),
    ("我局未制定发布、废止行政规范性文件。", [("normative_documents_issued", 0), ("normative_documents_repealed", 0)]),
    ("我局未出台、印发和公布任何新的规范性文件。", [("normative_documents_issued", 0)]),
    ("本机关作出行政处罚决定由18件增至31件，增长72.2%。", []),
    ("我局制发规范性文件零份。", [("normative_documents_issued", 0)]),
    (
        "公开栏更新及时。规范性文件新制发3件、废止1件，继续有效20件。",
        [("normative_documents_issued", 3), ("normative_documents_repealed", 1), ("normative_documents_in_force", 20)],
    ),
    ("2023年我局行政强制0项。", [("coercive_measures_made", 0)]),
    ("2023年，本机关行政许可0项，行政处罚8项。", [("permits_made", 0)]),
    ("围绕企业关切加强信息公开，全年行政处罚决定共76件。", [("penalties_made", 76)]),
    ("行政处罚立案40件，结案36件，作出处罚决定35件。", [("penalties_made", 35)]),
    ("本年度未开展行政强制。", [("coercive_measures_made", 0)]),
    ("我局没有行政许可、行政处罚事项发生。", [("permits_made", 0), ("penalties_made", 0)]),
    ("本机关未产生行政许可、行政处罚以及行政事业性收费。", [("no_admin_fee", 0), ("permits_made", 0), ("penalties_made", 0)]),
    ("作出行政检查45次，行政处罚8件，行政强制2件。", [("penalties_made", 8), ("coercive_measures_made", 2)]),
    ("共立案查处并作出行政处罚8件。", [("penalties_made", 8)]),
    ("新增行政规范性文件2件，宣布失效1件。", [("normative_documents_issued", 2), ("normative_documents_repealed", 1)]),
    ("共审核并印发规范性文件2件。", [("normative_documents_issued", 2)]),
    ("我局未产生行政规范性文件。", [("normative_documents_issued", 0)]),
    ("我局无规范性文件制发、废止情况。", [("normative_documents_issued", 0)]),
    ("规范性文件制发、废止均为零。", [("normative_documents_issued", 0)]),
    ("行政规范性文件制发件数、废止件数均为0。", [("normative_documents_issued", 0)]),
    ("我局无新制定、废止的行政规范性文件。", [("normative_documents_issued", 0)]),
    ("我局无规章、规范性文件制定。", [("normative_documents_issued", 0)]),
    ("我局未发布涉及公民权利义务的行政规范性文件。", [("normative_documents_issued", 0)]),
    ("制定公开规范性文件2件。", [("normative_documents_issued", 2)]),
    ("目前我局有效规范性文件12件。", [("normative_documents_in_force", 12)]),
    ("我局印发文件36份，其中行政规范性文件2份、其他文件34份。", [("normative_documents_issued", 2)]),
    ("以云溪县水务局名义制发规范性文件2件。", [("normative_documents_issued", 2)]),
]


@pytest.mark.parametrize(("text", "expected"), [*DISPUTES, *TABLE_2])
def test_words_of_published_reports_tell_cases_and_decisions(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "行政复议案件9件，其中城市管理类4件。",
        "行政复议案件3件，均未涉及政府信息公开。",
        "不涉及政府信息公开的行政诉讼10件。",
        "以云溪县人民政府为被申请人的政府信息公开行政复议案件2件。",
        "本地区涉及政府信息公开的行政复议案件10件。",
        "本县因政府信息公开引发行政复议10件。",
        "2022年，我局因政府信息公开被申请行政复议4件。",
        "集中公开继续有效规范性文件62件。",
        "对县政府的规范性文件全面清理，决定废止7件。",
        "办理行政许可案件63件，办理行政处罚案件24件。",
        "主动公开信息60条，其中行政许可12件、行政处罚8件。",
        "执法结果公示情况：2023年行政处罚56件。",
        "我局公示行政处罚24件。",
        "行政处罚24件。",
        "我局无行政处罚投诉。",
        "我局没有行政许可、行政处罚权限。",
        "主动公开行政许可决定19件，行政处罚决定4件。",
        "主动公开本年度新制发规范性文件3件。",
        "进驻政务服务网上大厅行政许可15项，行政处罚611项，行政强制15项，行政检查594项。",
        "保留行政许可21项、行政处罚300项、行政强制5项。",
        "编制行政许可事项清单，我局实施行政许可7项，逐项公布办事指南。",
        "行政许可和行政处罚160件。",
        "作出行政许可和行政处罚决定分别是130件、30件和5件。",
        "主动公开行政许可、行政处罚决定分别为130件、30件。",
        "依申请公开有序进行。本机关被诉讼的案件共计3件，未被纠错。",
        "2023年我局新增行政许可0项。",
        "审核规范性文件5件。",
        "处理行政处罚案件51宗，行政许可投诉9件。",
        "处理行政处罚51宗，行政许可9件。",
        "新增行政复议5件，上年结转1件。",
        "以县政府名义制发规范性文件2件。",
        "集中公开我局有效规范性文件12件。",
        "未发布涉及民生的行政规范性文件。",
        "新增行政规范性文件2件。",
        "行政许可0项。",
        "主动公开信息60条，全年行政处罚决定8件。",
        "公开行政处罚决定，全年行政处罚决定8件。",
        "机械零件加工项目行政许可已公示。",
    ],
)
def test_cases_and_decisions_of_others_or_of_some_accuse_nobody(text: str) -> None:
    assert [
        claim for claim in told(text).claims if claim.scope is Scope.OWN and not claim.doubts and not _of_requests(claim.quantity)
    ] == []


def _of_requests(quantity: str) -> bool:
    return quantity.startswith(("received", "none_"))


def test_the_office_of_a_town_is_the_town_s() -> None:
    said = told("云溪县柳汀镇人民政府办公室共制定规范性文件2件。", name="云溪县柳汀镇人民政府").claims
    assert [(claim.quantity, claim.scope, claim.doubts) for claim in said] == [("normative_documents_issued", Scope.OWN, ())]


def test_a_government_s_area_is_its_own_by_whichever_name() -> None:
    said = told("本县因政府信息公开引发行政复议10件，本地区涉及政府信息公开的行政诉讼2件。", name="云溪县人民政府").claims
    assert [(claim.scope, claim.whole) for claim in said] == [(Scope.OWN, True)] * 2


def test_only_the_government_makes_rules_in_whatever_office_s_name() -> None:
    said = told("以市政府或市政府办公厅名义发布政府规章4部、行政规范性文件9件。", name="苇川市人民政府").claims
    # its departments may make other documents besides
    assert [(claim.quantity, claim.scope, claim.exact) for claim in said] == [
        ("regulations_issued", Scope.OWN, True),
        ("normative_documents_issued", Scope.OWN, False),
    ]


def test_what_is_in_force_in_its_whole_city_is_the_city_s() -> None:
    said = told("集中公开全市现行有效政府规章41部。", name="苇川市人民政府").claims
    assert [(claim.quantity, claim.scope, claim.whole) for claim in said] == [("regulations_in_force", Scope.OWN, False)]


def test_a_review_of_the_stock_explains_no_number_of_new_documents() -> None:
    said = told("开展全面清理。制发行政规范性文件4件，废止行政规范性文件2件。").claims
    assert [(claim.quantity, bool(claim.explained)) for claim in said] == [
        ("normative_documents_issued", False),
        ("normative_documents_repealed", True),
    ]


def test_a_review_does_not_explain_the_stock_that_it_left() -> None:
    for text in (
        "对规范性文件进行全面清理，废止行政规范性文件2件，现行有效行政规范性文件12件。",
        "开展规范性文件专项清理，废止行政规范性文件2件，继续有效行政规范性文件12件。",
    ):
        said = told(text).claims
        assert [(claim.quantity, claim.explained) for claim in said] == [
            ("normative_documents_repealed", ""),
            ("normative_documents_in_force", ""),
        ]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("全年推送信息682条，上述675条信息均由专人审核。", [(682, 675)]),
        ("收到网民留言836条，回复率100%。以上831条留言均来自网站。", [(836, 831)]),
        ("发布政策解读材料15篇，这18篇解读均与文件关联发布。", [(15, 18)]),
        ("推送信息682条，其中微信600条，上述600条信息均由专人审核。", []),
        ("收到来信20件、来电30件，以上50件来信来电均已答复。", []),
        ("收到网民留言836条，其中重复6条，以上830条留言均来自网站。", []),
        ("收到网民留言800余条，以上831条留言均来自网站。", []),
        ("去年收到留言90条，上述31条留言均已答复。", []),
        ("发布解读15篇，开展这2项工作。", []),
    ],
)
def test_what_was_just_counted_is_spoken_of_again_with_its_number(text: str, pairs: list[tuple[int, int]]) -> None:
    assert [(int(one.value), int(other.value)) for one, other in told(text).repeated] == pairs


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("(?:全年|年内)?行政(?:许可|处罚)决定(?:书)?数<is>{permits_made}", "行政"),
        ("[^,;。\\d]{2,8}名义?发布", "发布"),
        ("无法提供\\((?:本机关)?不掌握\\){unavailable_not_held}", "无法提供"),
        ("(?:由|对)<we>(?:作出){permits_made}", ""),
        ("许可|处罚", ""),
    ],
)
def test_a_phrasing_is_tried_only_where_the_signs_that_it_needs_stand(pattern: str, needed: str) -> None:
    assert needed_signs(pattern) == needed


def test_what_a_person_took_back_for_some_reason_was_ruled_by_nobody() -> None:
    assert claimed("因政府信息公开引发行政复议5件，2件因超过期限，撤销复议申请。") == [("reconsideration", 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议、行政诉讼均未发生。", ["no_litigation", "no_reconsideration"]),
        ("行政复议和行政诉讼情况均为0。", ["no_litigation", "no_reconsideration"]),
        ("全年没有一起行政复议、行政诉讼案件。", ["no_litigation", "no_reconsideration"]),
        ("败诉的行政复议和行政诉讼均未发生。", []),
        ("因征收引发的行政复议、行政诉讼均未发生。", []),
    ],
)
def test_where_the_form_asks_for_disputes_none_of_either_is_none(text: str, expected: list[str]) -> None:
    said = narrative(with_text(sound_report(), 4, text)).claims
    assert sorted(c.quantity for c in said if c.quantity.startswith("no_") and c.scope is Scope.OWN and not c.doubts) == expected


TOGETHER = [
    "行政处罚、行政强制处理决定数量14宗。",
    "行政处罚及行政强制处理决定14件。",
    "行政许可、行政处罚、行政强制处理决定共1685件。",
    "制发规章和规范性文件14件。",
]


@pytest.mark.parametrize("text", TOGETHER)
def test_a_number_of_two_rows_is_surely_neithers(text: str) -> None:
    assert claimed(text) == []


def test_two_rows_may_be_told_each() -> None:
    assert claimed("行政处罚、行政强制处理决定数量分别为14宗、3宗。") == [("penalties_made", 14), ("coercive_measures_made", 3)]
    assert ("coercive_measures_made", 0) in claimed("行政处罚、行政强制决定数量均为0。")


@pytest.mark.parametrize(
    ("text", "all_of_them"),
    [
        ("全年准予行政许可544件。", False),
        ("我局作出准予行政许可决定544件。", False),
        ("全年作出行政许可决定544件。", True),
        ("全年准予行政许可544件，无不予许可情形。", True),
        ("作出准予、不予行政许可决定544件。", True),
    ],
)
def test_permits_granted_are_at_least_so_many_decisions(text: str, all_of_them: bool) -> None:
    (claim,) = (claim for claim in told(text).claims if claim.quantity == "permits_made")
    assert (claim.high == claim.value) is all_of_them
