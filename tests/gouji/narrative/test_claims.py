"""What a sentence claims, by phrasing; nothing of the report's own where the scope is another's."""

from decimal import Decimal

import pytest

from tests.gouji.narrative.telling import Told, claimed, told

REQUESTS: list[tuple[str, Told]] = [
    ("收到政府信息公开申请3件，全部在法定期限内予以答复。", [("received", 3)]),
    ("共受理政府信息公开申请4件，已办结4件。", [("received", 4), ("concluded", 4)]),
    ("收到政府信息公开申请一件，已办理完毕。", [("received", 1)]),
    ("全年共收到依申请公开申请 1 件，出具《答复书》1 份。", [("received", 1)]),
    ("全年共受理政府信息公开申请1,408件，办结391件。", [("received", 1408), ("concluded", 391)]),
    ("收到政府信息公开申请3宗，已全部办结。", [("received", 3), ("all_concluded", 0)]),
    ("依申请公开情况。共收到16件。", [("received", 16)]),
    ("收到政府信息公开申请共104件，共答复依申请信息公开104件。", [("received", 104), ("concluded", 104)]),
    ("共收到依申请公开17条，均按要求完成答复。", [("received", 17)]),
    ("收到依申请公开事项1条。", [("received", 1)]),
    ("我局接到2件政府信息公开申请。", [("received", 2)]),
    ("全局接收政府信息公开申请31件。", [("received", 31)]),
    ("依申请公开：申请数量为12件，申请人类型为自然人。", [("received", 12), ("all_natural_person", 0)]),
    ("收到政府信息公开申请9件，申请人类型为自然人的6件。", [("received", 9), ("applicants_natural_person", 6)]),
    ("共收到8份政府信息公开申请，均为自然人申请。", [("received", 8), ("all_natural_person", 0)]),
    ("收到政府信息公开申请23份，5份转下年度。", [("received", 23), ("carried_out", 5)]),
    ("上半年收到政府信息公开申请6件，下半年收到政府信息公开申请10件。", [("received", 16)]),
    ("新收政府信息公开申请数量317件，上年结转3件。", [("received", 317), ("carried_in", 3)]),
    ("收到政府信息公开申请12件，其中10件已按期答复，剩余2件结转下年度继续办理。", [("received", 12), ("concluded", 10), ("carried_out", 2)]),
    (
        "共新收政府信息公开申请1408件，结转上年度172件，办结1519件，结转下年度61件。",
        [("received", 1408), ("carried_in", 172), ("concluded", 1519), ("carried_out", 61)],
    ),
    ("依申请公开：办结29件，结转2024年度2件。", [("concluded", 29), ("carried_out", 2)]),
    ("受理政府信息公开申请95件，答复98件（含上年度转结8件，另有5件转结下年度）。",
     [("received", 95), ("concluded", 98), ("carried_in", 8), ("carried_out", 5)]),
    ("无下年度结转。", [("carried_out", 0)]),
    ("2023年，本单位累计收到政府信息公开申请12件。", [("received", 12)]),
    ("新收到政府信息公开申请3件，上年结转申请0件。", [("received", 3), ("carried_in", 0)]),
    ("收到公民、法人或其他组织政府信息公开申请数为0，无上年结转申请。", [("received", 0), ("carried_in", 0)]),
    ("另有四件政府信息公开申请因12月下旬收到，转入2024年办理。", [("carried_out", 4)]),
    ("上年度未结转政府信息公开申请，新收政府信息公开申请4件。", [("carried_in", 0), ("received", 4)]),
    ("收到政府信息公开申请3件，均已办结，无结转。", [("received", 3), ("all_concluded", 0), ("carried_out", 0)]),
    ("共有4件政府信息公开申请向本机关提出。", [("received", 4)]),
    ("上年未办结、延续至2023年答复的政府信息公开申请为7份。", [("carried_in", 7)]),
    ("2022年底收到但未到期的六件政府信息公开申请结转到2023年。", [("carried_in", 6)]),
    ("政府信息公开申请，全年办结19件，未办结10件（已结转2024年）。", [("concluded", 19), ("carried_out", 10)]),
    ("政府信息公开申请结转下年度继续办理数为4。", [("carried_out", 4)]),
    ("截至2023年12月31日，我局尚未接到申请公开政府信息的书面材料。", [("none_received", 0)]),
    ("接到的68件政府信息公开申请，截至年底本机关悉数办结。", [("received", 68), ("all_concluded", 0)]),
    ("全年自然人申请政府信息公开65件；企业申请有所增多，商业企业申请27件。",
     [("applicants_natural_person", 65), ("applicants_business", 27)]),
]  # fmt: skip

OUTCOMES: list[tuple[str, Told]] = [
    (
        "答复政府信息公开申请307件，其中予以公开184件，部分公开18件，不予公开8件，本机关无法提供57件，不予处理18件，其他处理22件。",
        [
            ("concluded", 307), ("granted", 184), ("partially_granted", 18), ("denied", 8), ("unavailable", 57), ("rejected", 18),
            ("other_outcomes", 22),
        ],
    ),
    ("收到政府信息公开申请16件，部分公开6件；2条本机关不掌握。", [("received", 16), ("partially_granted", 6), ("unavailable_not_held", 2)]),
    ("答复政府信息公开申请24件，予以公开13、部分公开2。", [("concluded", 24), ("granted", 13), ("partially_granted", 2)]),
    ("答复政府信息公开申请6件，予以公开3件、不予公开2件、无法提供1件。",
     [("concluded", 6), ("granted", 3), ("denied", 2), ("unavailable", 1)]),
    ("收到政府信息公开申请130件，予以公开或部分公开59件。", [("received", 130), ("granted_or_partial", 59)]),
    ("政府信息公开申请中，因保护第三方合法权益不予公开8件。", [("denied_third_party", 8)]),
    ("属于过程性信息，不予公开政府信息公开申请5件。", [("denied_process", 5)]),
    ("不予公开和无法提供的申请合计34件。", [("denied+unavailable", 34)]),
    ("4件政府信息公开申请均在法定期限内予以答复，全部予以公开。", [("concluded", 4), ("all_granted", 0)]),
    ("2023年收到的9件政府信息公开申请，本机关均予以公开。", [("received", 9), ("all_granted", 0)]),
    ("作出部分公开答复的政府信息公开申请2份，均作区分处理。", [("partially_granted", 2)]),
    ("政府信息公开申请的答复结果，全部或部分公开的合计5件。", [("granted_or_partial", 5)]),
    (
        "办结政府信息公开申请68件：予以公开15件，部分公开16件，两项合计31件。",
        [("concluded", 68), ("granted", 15), ("partially_granted", 16), ("granted+partially_granted", 31)],
    ),
    ("没有对政府信息公开申请作出部分公开答复的情形。", [("partially_granted", 0)]),
    ("没有以属于国家秘密为由对政府信息公开申请作出不予公开答复。", [("denied_state_secret", 0)]),
    ("不存在无法提供政府信息的情形，政府信息公开申请均作实体答复。", [("unavailable", 0)]),
    ("政府信息公开申请“予以公开”类答复18件，“部分公开”类12件。", [("granted", 18), ("partially_granted", 12)]),
    ("答复“部分公开”的政府信息公开申请件数为23。", [("partially_granted", 23)]),
    ("列入“其他处理”的政府信息公开申请22件次。", [("other_outcomes", 22)]),
    ("答复“属于行政查询事项”而不予公开的政府信息公开申请共7件。", [("denied_inquiry", 7)]),
    ("作区分处理后公开部分内容的政府信息公开申请共62件。", [("partially_granted", 62)]),
    ("不予公开政府信息公开申请：38件。", [("denied", 38)]),
    ("答复11件政府信息公开申请：4件予以公开，7件不予公开。", [("concluded", 11), ("granted", 4), ("denied", 7)]),
    ("本局对1件政府信息公开申请以所申请内容属于四类过程性信息为由不予公开。", [("denied_process", 1)]),
    ("经会商研判，本局决定对31件政府信息公开申请不予公开。", [("denied", 31)]),
    ("对16件政府信息公开申请予以公开或区分处理后部分公开，对3件答复无法提供。", [("granted_or_partial", 16), ("unavailable", 3)]),
    ("公开类答复（予以公开、部分公开）31件政府信息公开申请。", [("granted_or_partial", 31)]),
    ("政府信息公开申请予以公开与部分公开件数之和为14件。", [("granted_or_partial", 14)]),
    ("逾期未补正、我局终止办理的政府信息公开申请18件。", [("other_uncorrected", 18)]),
    ("没有一件政府信息公开申请是予以公开的。", [("granted", 0)]),
    ("受理的政府信息公开申请百分之百予以公开。", [("all_granted", 0)]),
    ("以政府信息公开申请形式进行信访、投诉、举报的6件，本局不予处理。", [("rejected_petition", 6)]),
]  # fmt: skip

DISPUTES: list[tuple[str, Told]] = [
    ("没有因政府信息公开工作而被申请行政复议或被提起行政诉讼的情况。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("由政府信息公开引起行政复议2件、行政诉讼案件2件。", [("reconsideration", 2), ("litigation", 2)]),
    (
        "因政府信息公开提起行政诉讼3件，其中结果维持1件、结果纠正1件、其他结果1件。",
        [("litigation", 3), ("litigation_upheld", 1), ("litigation_corrected", 1), ("litigation_other", 1)],
    ),
    ("政府信息公开方面未经复议直接起诉4件，复议后起诉5件。", [("direct_litigation", 4), ("litigation_after_reconsideration", 5)]),
    ("截至年底，本机关有3件政府信息公开行政复议案件尚未审结。", [("reconsideration_pending", 3), ("pending_reconsideration", 1)]),
    ("本局进入政府信息公开行政复议程序的案件4件。", [("reconsideration", 4)]),
    ("因政府信息公开申请行政复议的数量为3，提起行政诉讼的数量为2。", [("reconsideration", 3), ("litigation", 2)]),
    ("政府信息公开行政复议、行政诉讼情况均为“0”。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("政府信息公开行政诉讼、行政复议均未发生。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("因政府信息公开工作被申请行政复议、被提起行政诉讼情况：无。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("没有申请人因对政府信息公开答复不服而起诉本机关。", [("no_litigation", 0)]),
    ("没有发生针对我局有关政府信息公开事务的行政复议案。", [("no_reconsideration", 0)]),
    ("被复议机关纠正的政府信息公开答复四件。", [("reconsideration_corrected", 4)]),
    ("政府信息公开行政复议、行政诉讼均为0件。", [("reconsideration", 0), ("litigation", 0)]),
    ("政府信息公开行政复议、行政诉讼分别为2件、1件。", [("reconsideration", 2), ("litigation", 1)]),
    ("政府信息公开行政复议、诉讼共3件。", [("disputes", 3)]),
    ("政府信息公开行政复议、行政诉讼共6件，其中行政复议5件、行政诉讼1件。", [("disputes", 6), ("reconsideration", 5), ("litigation", 1)]),
    ("申请人对政府信息公开答复不服，全年向复议机关申请行政复议4宗。", [("reconsideration", 4)]),
    ("信息公开行政复议1起，正在办理中。", [("reconsideration", 1), ("all_pending_reconsideration", 0)]),
]

LAW: list[tuple[str, Told]] = [
    (
        "制发行政规范性文件41件，废止55件，现行有效181件。",
        [("normative_documents_issued", 41), ("normative_documents_repealed", 55), ("normative_documents_in_force", 181)],
    ),
    ("规范性文件有效件数为10份。", [("normative_documents_in_force", 10)]),
    ("制定政府规章4部。", [("regulations_issued", 4)]),
    ("未制定行政规范性文件。", [("normative_documents_issued", 0)]),
    ("作出行政许可决定120件，行政处罚34件。", [("permits_made", 120), ("penalties_made", 34)]),
    ("收取信息处理费380元。", [("processing_fee", 380)]),
    ("对9件申请收取信息处理费，共计1480元。", [("processing_fee", 1480)]),
    ("信息处理费收取情况：依法收取0.8万元。", [("processing_fee", 8000)]),
    ("行政事业性收费0万元。", [("no_admin_fee", 0)]),
    ("行政许可方面，全年共作出许可决定232项。", [("permits_made", 232)]),
    ("公开执法信息，共作出行政许可决定28件、行政处罚决定35件。", [("permits_made", 28), ("penalties_made", 35)]),
    ("第二十条第（六）项：我局行政处罚处理决定127件。", [("penalties_made", 127)]),
    ("行政规范性文件制发件数为0。", [("normative_documents_issued", 0)]),
    ("依法审慎采取行政强制，全年共作出决定12件。", [("coercive_measures_made", 12)]),
    ("信息处理费收入480元。", [("processing_fee", 480)]),
    ("行政事业性收费金额为0。", [("no_admin_fee", 0)]),
    ("无行政强制事项发生。", [("coercive_measures_made", 0)]),
]


@pytest.mark.parametrize(("sentence", "claims"), [*REQUESTS, *OUTCOMES, *DISPUTES, *LAW])
def test_what_is_stated_of_the_report_itself_is_claimed(sentence: str, claims: Told) -> None:
    assert claimed(sentence) == claims


@pytest.mark.parametrize(
    "sentence",
    [
        "未收到依申请公开信息。", "未收到依申请公开诉求。", "无依申请公开政府信息。", "全年未收到依申请公开来信。", "未接收到依申请公开。",
        "未接到政府信息公开申请。", "未发生政府信息依申请公开的信息。", "全年未发生依申请政府信息。", "未发生依申请和处理政府信息。",
        "未收到任何要求公开政府信息的申请。", "无依法申请公开件。", "全年无依申请公开的情况。", "本年度无申请政府信息公开的情况。",
        "未有其他人提出要求依申请公开情况。", "未共收到依申请公开申请。", "没有收到任何形式的依申请公开政府信息申请件。",
        "本年度没有公民、法人或者其他组织向云溪县水务局提出政府信息公开申请。",
    ],
)  # fmt: skip
def test_none_received_is_said_in_many_ways(sentence: str) -> None:
    assert [c.quantity for c in told(sentence).claims] == ["none_received"]


@pytest.mark.parametrize(
    "sentence",
    [
        "全县共收到政府信息公开申请50件。", "云溪县共收到政府信息公开申请50件。", "县政府办代表县政府受理政府信息公开申请17件。",
        "收到政府信息公开申请（其中城南镇收到3件）。", "上半年收到政府信息公开申请6件。", "6月份收到政府信息公开申请6件。",
        "历年累计收到政府信息公开申请90件。", "2022年收到政府信息公开申请31件。", "收到行政许可申请77件。", "收到政府信息公开申请表5份。",
        "主动公开信息17条，依申请公开28条，不予公开8条。", "政府信息公开申请，不予受理4件。", "部分公开的规划文本217份。",
        "办理挖掘城市道路申请件77件。", "受理行政复议申请35件。", "办理行政处罚案件引起的行政复议2件。",
        "未收到关于征地的政府信息公开申请。", "代市政府起草规范性文件一份。", "主动公开市政府规章13件（含新制定5件）。",
        "发布行政许可信息76条，行政处罚信息2条。", "进驻政务大厅行政许可14项。", "未收取任何政府信息公开信息处理费。", "制定规章制度3件。",
        "上年结转政府信息公开申请5件中，2件予以公开。", "信息中心作出行政处罚决定363件。", "依申请公开。剩余29个村的公开栏标准化改造。",
        "上年收到政府信息公开申请20件，答复20件。", "近三年收到政府信息公开申请36件，予以公开20件。", "收到不属于本机关的政府信息公开申请3件。",
        "网上收到政府信息公开申请6件。", "2022年度，我局收到政府信息公开申请12件。予以公开8件，不予公开2件。",
        "局属单位收到政府信息公开申请3件，予以公开3件。", "政府信息公开自然人申请中，予以公开3件，不予公开2件。", "与政府信息公开无关的行政复议3件。",
        "以县政府为被申请人的政府信息公开行政复议12件。", "各类行政诉讼12件，其中政府信息公开1件。", "县政府制发行政规范性文件5件。",
        "2022年同期，我局收到政府信息公开申请21件。", "涉及道路改造项目的政府信息公开申请，我局办结4件。", "河东分局办理的政府信息公开申请，予以公开4件。",
        "截至6月底，我局今年以来共收到政府信息公开申请17件。", "我局历年累计公开信息403条，其中本年新增67条。",
        "上年度发生的政府信息公开行政复议案件，纠正9件，我局已完成整改。", "常务会议题材料457份，我局部分公开24份，其余全文公开。",
        "全年办理行政许可1116件。", "依法采取行政强制措施24次。", "全年结案9件行政处罚案件。", "政府信息公开申请量由7件（2022年）增加到9件。", "拟制定行政规范性文件5件。", "公开行政处罚决定34件。", "编制行政许可事项清单，实施行政许可7项。",
    ],
)  # fmt: skip
def test_what_speaks_of_something_else_accuses_nobody(sentence: str) -> None:
    assert [claim for claim in claimed(sentence) if claim[0] not in ("carried_in",)] == []


def test_a_government_speaks_for_its_whole_area_and_not_for_another() -> None:
    assert claimed("全县共收到政府信息公开申请50件。", name="云溪县人民政府") == [("received", 50)]
    assert claimed("全市共收到政府信息公开申请50件。", name="云溪县人民政府") == []


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("1200余件", "1200", "1299"), ("约100件", "90", "110"), ("近170件", "160", "178.5"), ("2.7万件", "26500", "27999"), ("12件", "12", "12"),
        ("一百一十余件", "110", "119"), ("超过40件", "40", "1000000000000"),
        ("100件左右", "90", "110"), ("40件以上", "40", "1000000000000"),
    ],
)  # fmt: skip
def test_words_of_measure_leave_room(words: str, low: str, high: str) -> None:
    [claim] = told(f"收到政府信息公开申请{words}。").claims
    assert (claim.low, claim.high) == (Decimal(low), Decimal(high))


def test_a_claim_says_where_it_stands() -> None:
    [claim] = told("今年工作平稳。全年收到政府信息公开申请 3 件。").claims
    assert claim.printed == "收到政府信息公开申请 3 件"
    assert (claim.place.paragraph, claim.place.start, claim.place.end) == (3, 10, 23)
    assert claim.sentence == "全年收到政府信息公开申请 3 件。"


def test_two_statements_of_one_figure_that_differ_are_both_in_doubt() -> None:
    found = told("收到政府信息公开申请3件。", "全年受理政府信息公开申请5件。").claims
    assert [c.doubts for c in found] == [("two-statements",)] * 2


def test_what_the_text_gives_as_a_reason_is_quoted() -> None:
    [claim] = told("收到政府信息公开申请3件，因统计口径调整与表格略有出入。").claims
    assert claim.explained == "因统计口径调整与表格略有出入"


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        # Denied for a reason: of those for that reason only.
        ("政府信息公开申请没有因涉及个人隐私不予公开的情况。", []),
        ("政府信息公开申请没有因国家秘密不予公开的情形，不予公开的均属内部事务信息。", [("denied_state_secret", 0)]),
        ("政府信息公开申请无因不掌握而无法提供的情形。", [("unavailable_not_held", 0)]),
        # None of them: no number.
        ("我局收到的政府信息公开申请无一件予以公开。", [("granted", 0)]),
        ("收到的政府信息公开申请没有一件部分公开。", [("partially_granted", 0)]),
        # A class and its reason.
        ("政府信息公开申请的不予处理件全部为重复申请，共50件。", [("only_rejected_repeat", 0)]),
        ("答复不予公开的政府信息公开申请，均因属于行政执法案卷，本机关共计17件。", [("only_denied_enforcement_file", 0)]),
        ("收到政府信息公开申请3件，均因本机关不掌握而无法提供。", [("received", 3), ("all_unavailable_not_held", 0)]),
        ("收到的29件政府信息公开申请均作不予公开答复。", [("received", 29), ("all_denied", 0)]),
        ("全部23件答复中，4件予以公开，6件部分公开，其余13件无法提供或不予处理。",
         [("concluded", 23), ("granted", 4), ("partially_granted", 6)]),
        ("在政府信息公开申请办理结果中，“予以公开”一项为3件。", [("granted", 3)]),
        ("确定国家秘密事项20项，均依法不予公开。", []),
        ("本年标注公文80件，不予公开12件，依申请公开10件。", []),
        ("审查拟公开信息30条，5条不予公开。", []),
        # Some of them.
        ("到期的政府信息公开申请办结率100%。", [("rate_possible", 100)]),
        ("应于年内答复的政府信息公开申请均已办结。", []),
        ("除未到答复期的申请外，政府信息公开申请全部办结。", []),
        ("到期应答复的政府信息公开申请，我局已全部办结。", []),
        ("上年结转的政府信息公开申请全部办结。", []),
        ("收到政府信息公开申请10件，现已全部办结。", [("received", 10)]),
        ("上年结转政府信息公开申请12件均为自然人申请。", [("carried_in", 12)]),
        ("收到政府信息公开申请6件，均已在2023年内答复完毕。", [("received", 6), ("all_concluded", 0)]),
        ("收到政府信息公开申请36件，共答复36件，无一件结转。", [("received", 36), ("concluded", 36), ("all_concluded", 0)]),
        # What changed.
        ("依申请公开共答复69件，比上年多答复55件。", [("concluded", 69)]),
        ("依申请公开收到12件，比上年少收到8件。", [("received", 12)]),
        ("收到政府信息公开申请12件，同比多受理政府信息公开申请8件。", [("received", 12)]),
        # Phrasings of one breath.
        ("对确属无法提供的29件政府信息公开申请出具检索说明。", [("unavailable", 29)]),
        ("申请人未按收费通知要求缴纳费用、本机关不再处理的政府信息公开申请2件。", [("other_unpaid", 2)]),
        ("10件政府信息公开申请得到公开或部分公开的答复。", [("granted_or_partial", 10)]),
    ],
)  # fmt: skip
def test_what_is_said_of_some_of_them_is_claimed_of_these_only(sentence: str, claims: Told) -> None:
    assert claimed(sentence) == claims


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("不涉及政府信息公开的行政复议10件。", []),
        ("政府信息公开工作平稳。行政诉讼应诉12件，均不属于政府信息公开案件。", []),
        ("政府信息公开工作平稳。行政复议8件，无一涉及政府信息公开。", []),
        ("政府信息公开工作平稳。行政许可类复议案件维持16件，无纠正。", []),
        ("政府信息公开工作平稳。涉及市场监管的行政复议8件，维持6件。", []),
        ("政府信息公开工作平稳。行政诉讼案件3件，无政府信息公开类案件。", []),
        ("未发生复议后又起诉的政府信息公开案件。", [("no_litigation_after_reconsideration", 0)]),
        ("政府信息公开行政复议案件尚未审结2件，其余均已维持。", [("reconsideration_pending", 2)]),
        ("政府信息公开行政复议案件维持2件，撤回复议申请1件。", [("reconsideration_upheld", 2), ("reconsideration_other", 1)]),
        ("经复议后又提起行政诉讼的政府信息公开案件2件。", [("litigation_after_reconsideration", 2)]),
        ("申请人不服街道办事处作出的政府信息公开告知书，向人民法院提起行政诉讼，全年共2件。", [("litigation", 2)]),
        (
            "政府信息公开工作平稳。进入行政复议程序和行政诉讼程序的政府信息公开案件均为0件。",
            [("no_reconsideration", 0), ("no_litigation", 0)],
        ),
    ],
)
def test_disputes_of_another_kind_or_track_are_not_the_form_s(sentence: str, claims: Told) -> None:
    assert claimed(sentence) == claims


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("2023年我局所发规范性文件百分之百解读。", "all_of_none"),
        ("本年制定的行政规范性文件全部由起草科室解读。", "all_of_none"),
        ("2023年行政规范性文件主动公开率保持100%。", "all_of_none"),
        ("2023年作出的行政许可决定全部公示。", "all_of_no_permits"),
        ("本年行政处罚决定均在网上公示。", "all_of_no_penalties"),
    ],
)
def test_all_of_them_says_that_there_were_some(sentence: str, quantity: str) -> None:
    assert [c.quantity for c in told(sentence).claims if c.quantity.startswith("all_of")] == [quantity]


@pytest.mark.parametrize("sentence", ["上年制定的规范性文件均已公开。", "本年度市政府制定的规范性文件均已公开解读。"])
def test_all_of_what_others_made_says_nothing(sentence: str) -> None:
    assert [c for c in told(sentence).claims if c.quantity.startswith("all_of")] == []
