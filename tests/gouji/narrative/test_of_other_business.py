"""What is told of cases, complaints and applications of other kinds is told of no request for information, till requests are named again."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

OF_REQUESTS = "（二）依申请公开。畅通渠道，规范办理。"
OTHERS = [
    "受理劳动仲裁申请36件，裁决21件，调解15件，结转下年度4件。",
    "受理信访事项126件，上年结转3件，结转下年度2件。",
    "全年受理消费投诉1326件，办结1310件，上年结转12件，挽回损失36万元。",
    "办理物业纠纷调解136件，成功128件，上年结转8件。",
    "受理专利侵权纠纷26件，结案21件，结转2024年5件。",
    "受理举报件12件，办结11件，1件转下年度。",
    "受理老旧小区加装电梯申请18件，全部办结，无不予公开情况。",
    "办理人大代表建议12件，全部予以公开。",
    "收到网民留言12条，均予以公开，没有不予公开。",
    "政务公开专区接待查询人员326人次，受理申请12件，均为政务服务事项。",
    "全年受理申请133件，审核通过126件，不予通过7件。",
    "结果维持2件、结果纠正1件、尚未审结1件，无其他结果。",
]
HEADED = [
    ("信访工作：", "全年受理126件，办结121件，5件转下年度。"),
    ("12345热线：", "全年受理3216件，办结3198件，18件正在办理。"),
    ("收到网民留言203条。", "均已答复，其中不予公开16条。"),
    ("办理人大代表建议12件，办结率100%。", "全部予以公开，无不予公开情况。"),
    ("政务服务方面，网上办件1.2万件。", "收到申请236件，上年结转3件，转下年度5件。"),
]
STILL: list[tuple[tuple[str, ...], Told]] = [
    (("收到申请12件，答复信访30件，上年结转申请2件。",), [("received", 12), ("carried_in", 2)]),
    (("收到政府信息公开申请12件，已答复申请人9件，延至2024年答复3件。",), [("received", 12), ("concluded", 9), ("carried_out", 3)]),
    (("信访工作：", "收到政府信息公开申请12件，结转下年度2件。"), [("received", 12), ("carried_out", 2)]),
    (("信息公开申请和信访工作：", "收到申请12件，结转下年度2件。"), [("received", 12), ("carried_out", 2)]),
    (("主动公开信息12条。", "收到申请12件，结转下年度2件。"), [("received", 12), ("carried_out", 2)]),
]


@pytest.mark.parametrize("text", OTHERS)
def test_of_other_business_nothing_is_told_of_requests(text: str) -> None:
    assert [claim for claim in claimed(OF_REQUESTS, text) if claim[0] != "all_concluded"] == []


@pytest.mark.parametrize("texts", HEADED)
def test_a_line_of_its_own_tells_what_the_next_paragraph_is_about(texts: tuple[str, str]) -> None:
    assert [claim for claim in claimed(OF_REQUESTS, *texts) if not claim[0].startswith("rate")] == []


@pytest.mark.parametrize(("texts", "expected"), STILL)
def test_requests_named_again_are_requests(texts: tuple[str, ...], expected: Told) -> None:
    assert claimed(OF_REQUESTS, *texts) == expected


@pytest.mark.parametrize(
    "text", ["回复“市长留言板”等81条。", "答复“局长接待日”81件。", "办结“接诉即办”等81件。", "回复“区长留言板”“12345”等81余条。"]
)
def test_what_is_quoted_between_the_verb_and_its_number_is_counted(text: str) -> None:
    assert claimed(f"收到政府信息公开申请9件。{text}") == [("received", 9)]
