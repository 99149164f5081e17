"""What bureaus say of their requests, their cases and their documents, in the words of published reports."""

import pytest

from tests.gouji.narrative.test_claims import Told, claimed

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


def test_a_branch_is_called_by_its_work_and_its_place() -> None:
    found = claimed("松陂区公安分局收到政府信息公开申请6件。", name="平湖市公安局松陂区分局")
    assert found == claimed("区公安分局收到政府信息公开申请6件。", name="平湖市公安局松陂区分局") == [("received", 6)]
