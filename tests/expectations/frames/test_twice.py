"""One thing with two numbers in the text, as it is judged."""

import pytest

from expectations.judging import judge
from tests.builders import dossier, sound_report, with_text

# The sound report prints 8 requests received, 1 carried in.
_JUDGED = [
    ("发布政府信息35条。全年发布的34条政府信息均经过三级审核。", [False]),
    ("收到政府信息公开申请8件。上述12件申请均已答复。", [False]),
    ("收到政府信息公开申请8件。上述9件申请均已答复。", []),
    ("收到政府信息公开申请8件。全年9件政府信息公开申请均已登记。", []),
]


@pytest.mark.parametrize(("text", "doubts"), _JUDGED)
def test_two_numbers_of_one_thing_are_a_fault_unless_the_tables_have_both(text: str, doubts: list[bool]) -> None:
    (judgement,) = judge([dossier(with_text(sound_report(), 1, text))])
    assert [finding.doubt for finding in judgement.findings if "narrative-twice" in (finding.rule, *finding.also)] == doubts
