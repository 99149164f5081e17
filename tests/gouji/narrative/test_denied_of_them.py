"""A number whose words are denied counts none of them, and what is told of some of the requests is not told of all: as bureaus write."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import Told, told

_REQUESTS = "二、依申请公开。"
NO_DISPUTE = [("no_reconsideration", 0), ("no_litigation", 0)]
DENIED: list[tuple[str, Told]] = [
    ("收到政府信息公开申请3件，这3件申请均未发生申请人申请行政复议、提起行政诉讼的情况。", [("received", 3), *NO_DISPUTE]),
    ("收到政府信息公开申请2件，这2件申请均没有申请人申请行政复议。", [("received", 2), ("no_reconsideration", 0)]),
    ("收到政府信息公开申请2件，该2件申请未出现申请人提起行政诉讼、行政复议等情况。", [("received", 2), *reversed(NO_DISPUTE)]),
    ("收到申请5件，3件不存在结转情况。", [("received", 5)]),
    ("因政府信息公开被申请行政复议3件，2件未被维持。", [("reconsideration", 3)]),
    ("因政府信息公开被申请行政复议3件，2件没有被纠正，1件被纠正。", [("reconsideration", 3), ("reconsideration_corrected", 1)]),
    ("收到申请5件。其中3件申请未引发行政复议。", [("received", 5)]),
    ("收到申请5件无行政复议和行政诉讼。", [("received", 5), *NO_DISPUTE]),
    ("因政府信息公开被申请行政复议3件均未被纠正。", [("reconsideration", 3), ("none_corrected_reconsideration", 0)]),
]
# Those answered beside others of which it was told what became: 不属于职责范围 is an answer too.
OF_THE_OTHERS: list[tuple[str, Told]] = [
    ("收到申请3件。其中，1起申请公开的内容不属于我局职责范围，另2起均进行了回复。", [("received", 3)]),
    ("收到申请3件。1件申请公开的内容由县教育局负责，2件均进行了回复。", [("received", 3)]),
    ("收到申请3件。1件已告知向县教育局申请，2件已办结。", [("received", 3)]),
    ("收到申请3件。其中1件为重复申请，另2件已依法答复。", [("received", 3), ("rejected_repeat", 1)]),
    ("收到申请13件，1件延期答复，12件按期答复。", [("received", 13)]),
    ("收到申请3件，1件结转下年度办理，另2件已依法答复。", [("received", 3), ("carried_out", 1), ("concluded", 2)]),
    ("收到申请13件，12件已答复，1件结转2024年。", [("received", 13), ("concluded", 12), ("carried_out", 1)]),
    (
        "收到申请13件，12件为自然人申请，1件为企业申请，13件均已答复。",
        [("received", 13), ("applicants_natural_person", 12), ("applicants_business", 1), ("concluded", 13)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*DENIED, *OF_THE_OTHERS])
def test_only_what_is_said_of_all_of_them_is_sure(text: str, expected: Told) -> None:
    sure = [(c.quantity, int(c.value)) for c in told(_REQUESTS, text).claims if c.scope is Scope.OWN and not c.doubts]
    assert sure == expected
