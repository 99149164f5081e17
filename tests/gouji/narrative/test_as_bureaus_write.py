"""Words that bureaus of the north write on their requests, each with a neighbour that says less."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import Told, told

NONE = [("none_received", 0)]
NO_DISPUTE = [("no_reconsideration", 0), ("no_litigation", 0)]
SAID: list[tuple[str, Told]] = [
    ("收到政府信息公开申请9件，其中“不属于本机关信息”8件，“信息不存在”1件。", [("received", 9), ("unavailable_not_held", 9)]),
    ("收到政府信息公开申请9件，其中“非本局公开范围”8件。", [("received", 9), ("unavailable_not_held", 8)]),
    ("本单位接到依申请公开方面的诉求3件。", [("received", 3)]),
    ("我局没有接到依申请公开方面的诉求。", NONE),
    ("收到政府公开信息申请3件。", [("received", 3)]),
    ("全年我局未收到政府公开信息的申请。", NONE),
    ("我局政府信息公开工作未发生投诉举报、申请行政复议、提起行政诉讼等情况。", NO_DISPUTE),
    ("本单位无因政府信息公开原因被申请行政复议，无政府信息公开原因被提起的行政诉讼。", NO_DISPUTE),
    ("未收到书面或其他形式要求公开政府信息的申请。", NONE),
    ("没有收到书面申请或其他方式的政府信息公开申请。", NONE),
    ("我局未收到任何通过受理电话、网络平台、来信等方式提出的相关政府信息依申请公开。", NONE),
    (
        "共收到信息公开申请13件，其中通过云溪县政府信息依申请公开系统收到11件，局长信箱收到2件；予以公开3件，不予公开10件。",
        [("received", 13), ("granted", 3), ("denied", 10)],
    ),
]
LESS: list[tuple[str, Told]] = [
    ("收到政府信息公开申请9件，其中涉及“不属于本机关信息公开年报”的8件。", [("received", 9)]),
    ("未收到群众诉求。", []),
    ("未收到土地征收方面的政府信息公开申请。", []),
    ("未发生因逾期答复原因引发的行政复议。", []),
    ("未发生投诉举报。", []),
    ("未收到书面形式要求公开政府信息的申请。", []),
    ("未收到通过其他方式提交的政府信息公开申请。", []),
    ("未收到关于土地或其他方式的政府信息公开申请。", []),
    ("未收到通过网络平台、邮箱等方式提出的政府信息公开申请。", []),
    ("未收到通过来电、来信等方式提出的政府信息公开申请。", []),
    ("未收到任何通过网络、邮箱等线上方式提出的政府信息公开申请。", []),
    ("未收到任何通过来信、来访等形式提出的信访事项和政府信息公开申请。", []),
    ("云溪县教育局收到政府信息公开申请3件，予以公开3件。", []),
]


@pytest.mark.parametrize(("text", "expected"), [*SAID, *LESS])
def test_bureaus_words(text: str, expected: Told) -> None:
    sure = [(c.quantity, int(c.value)) for c in told(text).claims if c.scope is Scope.OWN and not c.doubts]
    assert sure == expected
