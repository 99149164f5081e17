"""Sentences that tell all: what came in, what was answered in time and what was left; by every way; of anybody; without a number."""

import pytest

from tests.gouji.narrative.telling import Told, claimed, told

SAID: list[tuple[str, Told]] = [
    ("共收到信息公开申请件22件，已按时办结12件，4件结转至下年度继续办理。", [("received", 22), ("concluded", 12), ("carried_out", 4)]),
    ("收到申请22件，按期办结12件，逾期办结6件，4件结转下年度。", [("received", 22), ("carried_out", 4)]),
    ("收到申请22件，按期办结12件。", [("received", 22)]),
    ("本年度收到政府信息公开申请，经审查办理，按期办结24件，其余4件尚在办理期限内，转入2024年办理。", [("concluded", 24), ("carried_out", 4)]),
    ("依申请公开：按时办结申请24件，余4件转下年度办理。", [("concluded", 24), ("carried_out", 4)]),
    ("依申请公开：在法定期限内办结24件，剩余4件结转2024年。", [("concluded", 24), ("carried_out", 4)]),
    ("依申请公开：按期办结24件，另有4件结转下年度。", [("carried_out", 4)]),
    ("依申请公开：按期办结24件，逾期2件，其余4件结转下年度办理。", []),
    ("本年度共收到政府信息公开申请11件。按时办理完结9件，剩余2件按申请人要求已做撤销处理。", [("received", 11)]),
    # of those by one way, or of those carried in
    ("收到申请40件，其中网上申请28件，按期办结24件，其余4件结转下年度办理。", [("received", 40), ("channel_net", 28)]),
    ("上年结转申请28件，按期办结24件，其余4件结转下年度办理。", [("carried_in", 28)]),
    (
        "收到申请28件，其中网上申请28件，按期办结24件，其余4件结转下年度办理。",
        [("received", 28), ("channel_net", 28), ("concluded", 24), ("carried_out", 4)],
    ),
    ("收到依申请公开91件，其中84件已经按时按规完成答复，剩余7件结转下年度继续办理。", [("received", 91), ("concluded", 84), ("carried_out", 7)]),
    (
        "受理政府信息公开申请件39件（包含上年结转5件），32件已按规定在法定期限内予以答复，7件结转下年答复。",
        [("handled", 39), ("carried_in", 5), ("concluded", 32), ("carried_out", 7)],
    ),
    (
        "受理申请21件，其中6件按规定程序办结，6件为“本机关不掌握”，重复申请2件，主动撤销7件。",
        [("received", 21), ("unavailable_not_held", 6), ("rejected_repeat", 2), ("withdrawn", 7)],
    ),
    ("办理依申请公开合计12件，3件按无法提供办结，8件按期限答复办结，1件结转到2024年度办理。", [("handled", 12), ("unavailable", 3), ("carried_out", 1)]),
    ("收到申请13件。其中，有9件已按照规范流程，在法定期限内予以答复，其余4件结转下年度。", [("received", 13), ("concluded", 9), ("carried_out", 4)]),
    ("收到政府信息公开申请书24条，已处理20条，结转下年度继续办理4条。", [("received", 24), ("concluded", 20), ("carried_out", 4)]),
    ("收到申请12件，已答复申请人9件，延至2024年答复3件。", [("received", 12), ("concluded", 9), ("carried_out", 3)]),
    ("受理依申请公开17件，除2件尚在答复状态中，其余15件全部按规定办理完毕。", [("received", 17), ("carried_out", 2)]),
    ("收到申请12件，剩余3件因需征求第三方意见结转至2024年。", [("received", 12), ("carried_out", 3)]),
    ("收到依申请公开申请一件，结转下年办理。", [("received", 1), ("carried_out", 1)]),
    ("收到申请3件，其中1件结转下年办理。", [("received", 3), ("carried_out", 1)]),
    ("没有上年接转和接转下年的依申请公开事项。", [("carried_in", 0)]),
    ("不存在上年度结转政府信息公开申请。", [("carried_in", 0)]),
    ("本机关接到“县长信箱”案件18个，均已回复。", []),
    ("2023年结转件中自然人申请20件，已答复。", []),
    ("新印发的行政规范性文件全部在20个工作日内公开。", [("all_of_none", 1)]),
    ("收到申请12件，已全部答复，未结转下年度。", [("received", 12), ("carried_out", 0)]),
    ("除去上年结转的3件政府信息公开申请，我局收到依申请公开16件。", [("carried_in", 3), ("received", 16)]),
    ("全年收到依申请公开10件，已全部按期限答复办结。", [("received", 10), ("all_concluded", 0)]),
    ("全年收到依申请公开10件，均在法定期限内办结。", [("received", 10)]),
    ("全年收到依申请公开10件，全部办结完毕。", [("received", 10), ("all_concluded", 0)]),
    ("公民、法人提交的政府信息公开申请16件。", [("received", 16)]),
    ("我委收到政府依申请公开27件。", [("received", 27)]),
    ("本机关共收到依申公开事项27件。", [("received", 27)]),
    ("收到申请公开信息的来信3件次，均属于政府信息公开申请。", [("received", 3)]),
    ("收到公民、或其他社会组织当面提交或以信函、传真等形式提出的依申请公开14件。", [("received", 14)]),
    ("共收到涉及征地拆迁、物业管理等领域的政府信息公开申请7件次。", [("received", 7)]),
    ("收到涉及征地拆迁的政府信息公开申请7件。", []),
    ("受理公民依申请公开事项48件。", [("received_from_citizens", 48)]),
    ("收到来自公民的政府信息依申请公开4件。", [("received_from_citizens", 4)]),
    ("收到政府信息公开申请6件，其中公民申请4件、企业申请2件。", [("received", 6), ("applicants_natural_person", 4), ("applicants_business", 2)]),
    ("我局未接到公民提出的公开政府信息申请。", [("none_from_citizens", 0)]),
    ("我局未接到企业提出的公开政府信息申请。", []),
    ("未收到书面申请政府信息公开，未收到传真等形式申请要求公开政府信息，未收到申请公开政府信息的电子邮件及网上申请。", [("none_received", 0)]),
    ("未接收到书面提交依申请公开事项，无网上依申请公开事项。", [("none_received", 0)]),
    ("未收到书面依申请公开事项。", []),
    ("未有受理信息公开申请、行政复议、诉讼和申诉情况。", [("none_received", 0)]),
    ("我局没有收到通过网络、信函、当面等各种渠道提交的政府信息公开申请。", [("none_received", 0)]),
    ("我局没有公民、法人和其他组织申请信息公开。", [("none_received", 0)]),
    ("全年受理并答复政府信息依申请公开件0件。", [("none_received", 0), ("concluded", 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_a_whole_sentence_tells(text: str, expected: Told) -> None:
    assert claimed(text) == expected


def test_what_was_asked_about_explains_no_number() -> None:
    texts = [
        "收到政府信息公开申请13件，申请内容主要涉及房屋征收、规范性文件清理等内容。",
        "收到政府信息公开申请13件，因全面清理，与台账不一致。",
    ]
    assert [told(text).claims[0].explained != "" for text in texts] == [False, True]


def test_a_street_office_may_call_itself_a_street() -> None:
    assert claimed("街道收到依申请公开申请3件。", name="云溪县桂巷街道办事处") == [("received", 3)]
    assert claimed("街道办事处收到依申请公开申请3件。", name="云溪县桂巷街道办事处") == [("received", 3)]
    assert claimed("城南街道收到依申请公开申请3件。", name="云溪县桂巷街道办事处") == []


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请11件，对9件予以公开，余下2件因不掌握相关信息无法提供。",
        "收到政府信息公开申请11件，答复9件，剩余2件已终止办理。",
        "收到政府信息公开申请11件，按时办理完结9件，剩余2件按申请人要求已做撤销处理。",
        "收到政府信息公开申请11件，答复9件，剩余2件已转交相关部门。",
    ],
)
def test_what_is_left_and_ended_otherwise_is_not_carried_over(text: str) -> None:
    assert not {"carried_out"} & {quantity for quantity, _ in claimed(text)}


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请11件，办结9件，剩余2件尚未办结。",
        "收到政府信息公开申请11件，按期办结9件，其余2件转下年度答复。",
        "收到政府信息公开申请11件，办结9件，余下2件将依法在规定时限内答复。",
    ],
)
def test_what_is_left_and_goes_on_is_carried_over(text: str) -> None:
    assert ("carried_out", 2) in claimed(text)


def test_those_answered_in_time_beside_others_that_ended_are_perhaps_not_all() -> None:
    told_in_time = next(claim for claim in told("收到申请11件。按时办理完结9件，剩余2件已做撤销处理。").claims if claim.value == 9)
    assert told_in_time.doubts == ("in-time",)


@pytest.mark.parametrize(
    "text", ["期限内的申请2件，结转下年。", "尚在答复期限内的申请2件，结转下年。", "法定期限内的政府信息公开申请2件，结转下年办理。"]
)
def test_requests_that_are_not_yet_due_are_not_all(text: str) -> None:
    assert not {"received", "concluded"} & {quantity for quantity, _ in claimed(text)}
