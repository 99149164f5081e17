"""What bureaus say of their requests, their cases and their documents, in the words of published reports."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

SAID: list[tuple[str, Told]] = [
    ("受理公民、商业企业提出的政府信息公开申请9件，予以公开2件。", [("received", 9), ("granted", 2)]),
    ("共收到自然人和企业提交的政府信息公开申请9件。", [("received", 9)]),
    ("接收且办理公民、法人或者其他组织提出的政府信息公开申请124宗。", [("received", 124)]),
    ("今年线上、线下共收到依申请公开申请783件。", [("received", 783)]),
    ("通过在线邮箱、信函、传真申请、当面申请的方式接受依申请公开33件。", [("received", 33)]),
    (
        "收到政府信息公开申请27封，其中，14封申请人主动撤销申请，13封均在规定时限内答复办结。",
        [("received", 27), ("withdrawn", 14)],
    ),
    (
        "新收政府信息公开申请54件，其中无法提供34件，不予处理19件，其他1件。",
        [("received", 54), ("unavailable", 34), ("rejected", 19), ("other_outcomes", 1)],
    ),
    ("收到政府信息公开申请1件，申请人为自然人申请。", [("received", 1), ("all_natural_person", 0)]),
    (
        "未收到信息公开方面的行政复议和行政诉讼案件，较好地满足了公众知情权、参与权和监督权。",
        [("no_reconsideration", 0), ("no_litigation", 0)],
    ),
    (
        "受理政府信息公开申请37件。依申请予以主动公开的4件，本机关不掌握相关政府信息15件，当事人主动撤回申请6件。",
        [("received", 37), ("unavailable_not_held", 15), ("withdrawn", 6)],
    ),
    ("我局未制发、废止、修改行政规范性文件。", [("normative_documents_issued", 0), ("normative_documents_repealed", 0)]),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_bureaus_say_is_read(text: str, expected: Told) -> None:
    assert sorted(claimed("依申请公开。", text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("受理企业提出的政府信息公开申请9件。", "received"),
        ("今年线上共收到依申请公开申请783件。", "received"),
        ("新收政府信息公开申请54件，其中不予公开34件，部分公开19件，其他1件。", "other_outcomes"),
        ("新收政府信息公开申请54件，其中无法提供34件，不予处理19件，其他部门办理1件。", "other_outcomes"),
        ("17件已办结，答复14件，申请人撤回3件。", "withdrawn"),
        ("我局未制发行政规范性文件，废止情况已公示。", "normative_documents_repealed"),
        ("参与政府信息公开行政复议案件审理，未发生复议案件。", "no_reconsideration"),
    ],
)
def test_what_is_of_some_or_of_another_is_not_of_all(text: str, quantity: str) -> None:
    assert quantity not in [name for name, _ in claimed("依申请公开。", text)]


@pytest.mark.parametrize(
    "text",
    [
        "因政府信息公开答复被申请行政复议9件（含上一年度结转1件），被提起行政诉讼1件。",
        "政府信息公开行政复议9件（其中上年结转1件）。",
        "政府信息公开行政复议9件。其中上年结转1件，维持8件。",
        "因政府信息公开被提起行政诉讼9件（含上年结转2件）。",
    ],
)
def test_cases_carried_over_are_no_requests(text: str) -> None:
    assert "carried_in" not in [name for name, _ in claimed("依申请公开。", f"收到政府信息公开申请20件，办结20件。{text}")]


@pytest.mark.parametrize(
    "text",
    [
        "依申请公开平台未收到政府信息公开申请件。",
        "政府网站依申请公开系统未收到申请。",
        "网站未收到政府信息公开申请。",
        "线上渠道本年度没有收到政府信息公开申请。",
        "政务服务窗口未收到政府信息公开申请。",
        "依申请公开受理点未接到政府信息公开申请。",
    ],
)
def test_none_at_one_place_is_not_none(text: str) -> None:
    assert "none_received" not in [name for name, _ in claimed("依申请公开。", text)]


@pytest.mark.parametrize(
    "text",
    [
        "全年各渠道均未收到政府信息公开申请。",
        "线上线下均未收到政府信息公开申请。",
        "我局依申请公开平台运行良好，未收到政府信息公开申请。",
        "我局在门户网站设置依申请公开专栏，全年未收到政府信息公开申请。",
    ],
)
def test_none_beside_a_place_is_none(text: str) -> None:
    assert ("none_received", 0) in claimed("依申请公开。", text)


def test_requests_carried_over_are_told_behind_cases_too() -> None:
    found = claimed("收到政府信息公开申请20件，行政复议9件。上年结转申请1件，办结21件。")
    assert ("carried_in", 1) in found


def test_a_zone_is_its_committees_own() -> None:
    said = "云溪合作区共收到政府信息公开申请162件。"
    assert claimed(said, name="平湖市云溪合作区管理委员会") == [("received", 162)]
    assert claimed(said, name="平湖市云溪合作区公安局") == []


def test_a_zones_committee_speaks_of_its_zone_as_a_government_of_its_area() -> None:
    zone, said = "平湖市云溪高新技术产业开发区管理委员会", "我区共收到政府信息公开申请13件，办结12件，结转下年度1件。"
    assert claimed(said, name=zone) == [("received", 13), ("concluded", 12), ("carried_out", 1)]
    assert claimed("全区共收到政府信息公开申请13件。", name=zone) == [("received", 13)]
    assert claimed("全市共收到政府信息公开申请13件。", "区政府收到政府信息公开申请13件。", name=zone) == []


@pytest.mark.parametrize("name", ["平湖市城市管理委员会", "平湖市云溪区行政服务中心管理委员会", "平湖市云溪风景名胜区管理委员会"])
def test_no_other_committee_speaks_of_an_area(name: str) -> None:
    assert claimed("全区共收到政府信息公开申请13件。", name=name) == []


def test_a_branch_is_called_by_its_work_and_its_place() -> None:
    found = claimed("松陂区公安分局收到政府信息公开申请6件。", name="平湖市公安局松陂区分局")
    assert found == claimed("区公安分局收到政府信息公开申请6件。", name="平湖市公安局松陂区分局") == [("received", 6)]


@pytest.mark.parametrize(
    "rest", ["法律服务机构申请13件，其他申请34件", "法律服务机构13件、其他34件", "社会公益组织1件，其他组织提出的34件"]
)
def test_the_others_at_the_end_of_the_applicants_are_a_column_of_the_table(rest: str) -> None:
    found = claimed(f"收到政府信息公开申请322件，其中自然人申请219件，商业企业申请55件，{rest}，均已答复。")
    assert ("applicants_other", 34) in found
    assert ("received", 34) not in found


@pytest.mark.parametrize("rest", ["法律服务机构申请13件，其他处理34件", "法律服务机构申请13件，其他渠道34件", "商业企业55件，其他34件"])
def test_what_else_is_called_others_is_none(rest: str) -> None:
    found = claimed(f"收到政府信息公开申请322件，其中自然人申请219件，{rest}。")
    assert not [one for one in found if one[0] == "applicants_other"]


@pytest.mark.parametrize("between", ["2022年结转政府信息公开申请10件，共计", "上年结转10件，合计", "上年结转申请10件，两项共计"])
def test_the_received_and_those_carried_in_have_a_sum(between: str) -> None:
    found = claimed(f"我局新收政府信息公开申请252件，{between}262件，办结250件。")
    assert found == [("received", 252), ("carried_in", 10), ("handled", 262), ("concluded", 250)]


def test_no_other_sum_is_of_requests() -> None:
    assert ("handled", 262) not in claimed("收到政府信息公开申请252件，上年结转行政处罚10件，共计262件。")
    assert ("handled", 262) not in claimed("收到政府信息公开申请252件，上年结转10件，共计262件咨询。")


OWN_BY_NAME = [
    ("云溪海关", "我关"),
    ("自然资源部", "我部"),
    ("云溪市人民政府研究室", "我室"),
    ("云溪县供销合作社", "我社"),
    ("云溪县档案馆", "我馆"),
]


@pytest.mark.parametrize(("name", "own"), OWN_BY_NAME)
def test_a_body_may_call_itself_by_its_last_sign(name: str, own: str) -> None:
    assert claimed(f"{own}共收到政府信息公开申请3件。", name=name) == [("received", 3)]
    denied = claimed(f"{own}本年度未收到任何形式的依申请公开信息、行政复议和行政诉讼。", name=name)
    assert {one[0] for one in denied} == {"none_received", "no_reconsideration", "no_litigation"}


def test_no_citizen_applied_and_none_complained() -> None:
    assert claimed("未收到公民、法人或者其他组织申请公开政府信息以及有关政府信息公开工作的举报、投诉。") == [("none_received", 0)]
    assert claimed("未收到企业申请公开政府信息以及有关政府信息公开工作的举报、投诉。") == []


def test_what_came_last_year_and_was_answered_in_this_was_carried_in() -> None:
    assert claimed("经查，2022年收到，结转至2023年作出答复的政府信息公开申请共43件。") == [("carried_in", 43)]
