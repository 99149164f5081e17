"""What is told of one case, or of other bodies' cases, is no number of all of the report's own."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

SOME = [
    "1件诉讼案件同时以市政府为共同被告。",
    "2件行政复议案件系同一申请人提出。",
    "1件复议案件经调解后申请人撤回，另3件按期答复。",
    "其余1件行政诉讼案件尚在二审审理中。",
    "当年提起的1件诉讼案件跨年度审理。",
    "有1件行政复议案件引发后续诉讼。",
    "信息公开行政复议4件，占全部行政复议案件21件的19.0%。",
    "组织庭审观摩2次，涉及信息公开行政诉讼案件2件。",
    "开展案例剖析3次，涉及信息公开行政复议案件5件。",
]
ALL: list[tuple[str, Told]] = [
    ("全年发生1件行政诉讼案件。", [("litigation", 1)]),
    ("2件行政复议案件均维持。", [("reconsideration_upheld", 2), ("all_upheld_reconsideration", 0)]),
    ("引发1件复议和2件诉讼。", [("reconsideration", 1), ("litigation", 2)]),
    ("因政府信息公开产生1件行政复议案件、2件行政诉讼案件。", [("reconsideration", 1), ("litigation", 2)]),
]
ABOUT = "收到政府信息公开申请9件。"
_ALL_OF_THEM = ("reconsideration", "litigation", "pending_litigation")


@pytest.mark.parametrize("text", SOME)
def test_one_of_the_cases_is_not_all_of_them(text: str) -> None:
    found = claimed(ABOUT + text)
    assert [claim for claim in found if claim[0] in _ALL_OF_THEM] in ([], [("reconsideration", 4)])


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_cases_that_nothing_narrows_are_all_of_them(text: str, expected: Told) -> None:
    assert claimed(ABOUT + text)[1:] == expected
