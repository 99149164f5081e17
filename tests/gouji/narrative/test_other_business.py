"""What people come to a counter for, applications for aid, and what became of cases: none of it is told of requests or of all cases."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

LED = "（二）依申请公开。畅通受理渠道，规范登记、审核和送达环节。"
COUNTERS = [
    "卫生健康政务窗口共办理群众办件68734件，已办结68734件。",
    "政务服务大厅全年办理各类办件6873件，办结6870件。",
    "便民服务中心受理办件1200件，办结1200件。",
    "行政审批窗口受理办件1200件，全部办结。",
    "窗口全年受理业务1200件，已办结1198件。",
    "一网通办平台受理办件3012件，办结3012件。",
    "全年政务服务事项办件量1300件，办结1300件。",
    "综合窗口接件1200件，全部按时办结。",
    "市民服务热线受理诉求300件，已办结300件。",
    "公共服务窗口共收到群众办件20件，均已答复。",
]
AID = [
    "受理社会救助申请521件，办结227件，转下年度办理11件。",
    "受理低保申请521件，办结500件，结转下年21件。",
    "受理廉租房补贴申请52件，办结50件，结转下年2件。",
    "受理工伤认定申请52件，办结50件，结转2024年2件。",
    "共收到仲裁申请52件，审结50件，结转下年度2件。",
    "受理投诉举报52件，办结50件，结转下年2件。",
    "收到人大建议12件，办结10件，结转下年2件。",
    "收到信访件12件，上年结转3件，办结10件，转下年度办理5件。",
    "受理评审申请12件。本年度结转下年2件。",
    "不动产登记窗口受理登记申请900件，办结895件，转下年办理5件。",
    "收到劳动仲裁申请40件，审结38件，结转下年2件。",
    "受理“一件事”申请40件，办结40件。",
    "全年办理群众申请的老年证120件，全部办结。",
    "收到投诉举报及政府信息公开申请20件，已办结20件。",
    "收到政府信息公开申请和信访事项20件，全部办结。",
    "公开20件，依申请公开3件，不予公开2件。",
    "政务新媒体公开信息20条，部分公开3条，不予公开2条。",
    "村务公开20件，党务公开3件，依申请公开1件。",
]
REQUESTS: list[tuple[str, Told]] = [
    ("受理“依申请公开”申请20件，已办结20件。", [("received", 20), ("concluded", 20)]),
    ("收到申请公开的事项20件，已办结20件。", [("received", 20), ("concluded", 20)]),
    ("依法办理投诉、咨询、政府信息公开申请，全年收到申请20件，办结20件。", [("received", 20), ("concluded", 20)]),
    ("收到政府信息公开申请20件、信访事项30件，办结政府信息公开申请20件。", [("received", 20), ("concluded", 20)]),
    ("答复依申请公开信息20条，部分公开3条，不予公开2条。", [("concluded", 20), ("partially_granted", 3), ("denied", 2)]),
    ("收到依申请公开办件20件，已办结20件。", [("received", 20), ("concluded", 20)]),
    ("依申请公开窗口共受理申请20件，已办结20件。", [("concluded", 20)]),
    ("收到政府信息公开申请12件，其中咨询类2件，结转下年1件。", [("received", 12), ("carried_out", 1)]),
    ("收到政府信息公开申请12件，涉及社会救助申请2件，结转下年1件。", [("received", 12), ("carried_out", 1)]),
    ("接到咨询电话12个。上年结转申请3件，结转下年申请1件。", [("carried_in", 3), ("carried_out", 1)]),
    ("收到政府信息公开申请5件，受理社会救助申请521件，办结227件，转下年度办理11件。", [("received", 5)]),
]
CASES: list[tuple[str, Told]] = [
    (
        "因政府信息公开引起行政诉讼3件，2件申请人起诉后撤诉；1件尚未审结。",
        [("litigation", 3), ("litigation_other", 2), ("litigation_pending", 1)],
    ),
    (
        "因政府信息公开引起行政诉讼3件，其中2件申请人提起诉讼后又撤回，1件尚未审结。",
        [("litigation", 3), ("litigation_other", 2), ("litigation_pending", 1)],
    ),
    (
        "政府信息公开行政复议5件，2件申请人申请复议后撤回，3件维持。",
        [("reconsideration", 5), ("reconsideration_other", 2), ("reconsideration_upheld", 3)],
    ),
    ("因政府信息公开引起行政诉讼3件，2件诉讼后经协调撤诉。", [("litigation", 3), ("litigation_other", 2)]),
    ("政府信息公开行政诉讼3件，2件当事人起诉后法院驳回，1件审理中。", [("litigation", 3), ("litigation_pending", 1)]),
    ("发生政府信息公开行政诉讼6件，4件诉讼法院驳回诉讼请求。", [("litigation", 6)]),
    ("发生政府信息公开行政诉讼6件，2件行政诉讼正在法院排期。", [("litigation", 6)]),
    ("因政府信息公开引起行政诉讼3件，1件起诉后调解。", [("litigation", 3)]),
    ("因政府信息公开引起行政复议3件，1件复议后又起诉。", [("reconsideration", 3), ("litigation_after_reconsideration", 1)]),
    ("发生6件行政复议、3件行政诉讼，均与政府信息公开有关。", [("reconsideration", 6), ("litigation", 3)]),
    # perhaps five of them
    ("因政府信息公开引起行政诉讼3件，另有2件申请人起诉后尚未立案。", []),
]


@pytest.mark.parametrize("text", COUNTERS)
def test_what_is_handled_at_a_counter_is_no_request(text: str) -> None:
    assert claimed(LED, text) == claimed(text) == []


@pytest.mark.parametrize("text", AID)
def test_what_is_carried_over_of_other_applications_is_no_request(text: str) -> None:
    assert claimed(LED, text) == claimed(text) == []


@pytest.mark.parametrize(("text", "expected"), REQUESTS)
def test_requests_beside_other_things_are_counted_all_the_same(text: str, expected: Told) -> None:
    assert claimed(LED, text) == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_some_of_the_cases_counted_are_not_counted_as_all_again(text: str, expected: Told) -> None:
    assert claimed(text) == expected
