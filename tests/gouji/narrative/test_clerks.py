"""Ways of published reports to say what is asked, answered, denied and carried over."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

NONE_RECEIVED = [
    "全年没有接到需要依申请公开的有关事项。",
    "没有个人和组织向本机关提交《信息公开申请表》。",
    "收到依申请而需公开办理的事项0例。",
    "未接到公众、法人或其他组织等要求公开政府信息的请求。",
    "未收到任何单位、组织和个人要求公开有关政府信息的申请。",
    "未收到自然人、法人或其他组织申请公开相关政府信息。",
    "未收到信息公开当面申请、传真申请、网络申请、信函申请。",
    "依申请公开情况：无。",
    "无人申请政府信息公开。",
]
SOME_RECEIVED = [
    "未收到企业要求公开政府信息的申请。",
    "没有接到人大代表依申请公开的建议。",
    "未收到要求公开征地信息的申请。",
    "没有涉及信息公开的举报。",
]
NO_DISPUTE = [
    "未出现因信息公开被申请复议、提起诉讼的情况。",
    "受理公开申请，没有因公开被复议或者诉讼。",
    "全年无因政府信息公开申请而起的行政复议和诉讼。",
    "未发生因政府信息公开所引发的行政复议、行政诉讼案件。",
    "未产生因政府信息公开申请提请的行政复议和行政诉讼案件。",
    "未发生涉及云溪县水务局信息公开的行政复议案件和行政诉讼案件。",
    "没有因政府信息公开引发的举报、投诉、行政复议或行政诉讼等情况。",
]
SAID: list[tuple[str, Told]] = [
    ("本镇收信息公开申请9起，办结9起。", [("received", 9), ("concluded", 9)]),
    ("接到各类依申请公开件8件。", [("received", 8)]),
    ("收到13条政府信息公开相关申请。", [("received", 13)]),
    ("收到依申请公开信息8件，完成6件（转至下年度办理2件）。", [("received", 8), ("concluded", 6), ("carried_out", 2)]),
    (
        "收到依申请公开20件，6件办理结果是公开，9件办理结果是本机关不掌握相关信息。",
        [("received", 20), ("granted", 6), ("unavailable_not_held", 9)],
    ),
    (
        "共受理公开申请22件，其中自然人的申请8件，法人或其他组织的14件。",
        [("received", 22), ("applicants_natural_person", 8), ("applicants_legal_persons", 14)],
    ),
    ("受理申请69件，申请主体是自然人，已按规定办理。", [("received", 69), ("all_natural_person", 0)]),
    ("收到申请27件，属信访、投诉、举报类（含咨询问题）不当作公开申请处理8件。", [("received", 27), ("rejected_petition", 8)]),
    (
        "收到依申请公开20件，其中6件已公开，5件属行政执法案卷信息，告知不存在2件。",
        [("received", 20), ("granted", 6), ("denied_enforcement_file", 5), ("unavailable_not_held", 2)],
    ),
    ("予以公开3件、无法提供（本机关不掌握相关信息）1件。", [("granted", 3), ("unavailable_not_held", 1)]),
    (
        "受理34件政府信息公开申请（均为自然人提交），无结转2024年继续办理件。",
        [("received", 34), ("all_natural_person", 0), ("carried_out", 0)],
    ),
    (
        "今年新发布的2件行政规范性文件均已解读，确定继续有效的行政规范性文件25件。",
        [("normative_documents_issued", 2), ("normative_documents_in_force", 25)],
    ),
    ("新制定的行政规范性文件3件。", [("normative_documents_issued", 3)]),
    ("全镇没有制发或废止行政规范性文件。", []),
    ("本机关没有制发或废止规章及行政规范性文件。", [("normative_documents_issued", 0), ("normative_documents_repealed", 0)]),
    ("制发（修改）政府规章13份，废止了3份。", [("regulations_issued", 13), ("regulations_repealed", 3)]),
    ("推进执法信息公开，实施行政处罚15起。", [("penalties_made", 15)]),
    ("收到群众依申请公开信息1人8次。", []),
    ("另7件公开申请照规定转下年度继续办理。", [("carried_out", 7)]),
    ("收到依申请公开件56件，无转结到下年度继续办理的件。", [("received", 56), ("carried_out", 0)]),
    ("收到依申请公开13件，已全部按时办结。", [("received", 13), ("all_concluded", 0)]),
    ("收到依申请公开13件，均按时办结。", [("received", 13)]),
    ("新收公开申请64件，上年结转的0件，全部办结完成。", [("received", 64), ("carried_in", 0), ("all_concluded", 0)]),
    (
        "因不服答复引起行政复议6件，2件结果维持，4件还在审理。",
        [("reconsideration", 6), ("reconsideration_upheld", 2), ("reconsideration_pending", 4)],
    ),
]


@pytest.mark.parametrize("text", NONE_RECEIVED)
def test_none_received_is_said_in_many_ways(text: str) -> None:
    assert ("none_received", 0) in claimed("依申请公开。", text)


@pytest.mark.parametrize("text", SOME_RECEIVED)
def test_a_denial_of_some_requests_is_none_of_all(text: str) -> None:
    assert claimed("依申请公开。", text) == []


@pytest.mark.parametrize("text", NO_DISPUTE)
def test_no_dispute_is_said_in_many_ways(text: str) -> None:
    assert claimed(text) == [("no_reconsideration", 0), ("no_litigation", 0)]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_clerks_say_in_their_words_is_read(text: str, expected: Told) -> None:
    assert claimed("依申请公开。", text) == expected
