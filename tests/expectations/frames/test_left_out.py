"""Requests that came in and were not registered, told beside the number: they explain exactly so many. The sound report has 8 received, 1 carried in."""

import pytest

from expectations.judging import judge
from gouji.finding import Severity
from tests.builders import dossier, sound_report, with_text

EXPLAINED = [
    "收到政府信息公开申请13件，剔除5件重复寄送件后登记8件。",
    "收到政府信息公开申请13件，5件补正后未再提交，实际受理8件。",
    "收到政府信息公开申请13件（其中5件不符合形式要件，未受理）。",
    "收到政府信息公开申请13件次，5件为咨询事项，已引导至热线。",
    "收到政府信息公开申请13件，经甄别5件不属于政府信息公开申请，转信访渠道办理。",
    "收到政府信息公开申请13件，有效申请8件。",
    "收到政府信息公开申请13件，其中5件告知向其他机关提出，未予登记。",
    "收到政府信息公开申请5件，加上上级转办3件，共8件。",
    "收到政府信息公开申请13件，经审核有5件系非政府信息，告知申请人，其余8件均纳入办理。",
    "收到政府信息公开申请13件次，同一申请人补充材料5件次。",
    "收到政府信息公开申请13件（含办公室登记的5件）。",
    "收到政府信息公开申请5件（不含办公室登记的3件）。",
]
NOT = [
    "收到政府信息公开申请13件，剔除4件重复寄送件后登记9件。",
    "收到政府信息公开申请13件，5件予以公开。",
    "收到政府信息公开申请13件，其中涉及征地的5件。",
    "收到政府信息公开申请13件，网上8件。",
    "收到政府信息公开申请13件（含办公室登记的4件）。",
    "收到政府信息公开申请13件，答复5件，不予受理7件，其他1件。",
    "新收政府信息公开申请数量为13。",  # a number without its measure word
]


def _accused(text: str) -> list[str]:
    (judgement,) = judge([dossier(with_text(sound_report(), 1, text))], select=["narrative-received", "narrative-twice"])
    return [f.rule for f in judgement.findings if not f.doubt and f.severity is not Severity.INFO]


@pytest.mark.parametrize("text", EXPLAINED)
def test_those_that_were_not_registered_explain_their_number(text: str) -> None:
    assert _accused(text) == []


@pytest.mark.parametrize("text", NOT)
def test_another_number_explains_nothing(text: str) -> None:
    assert _accused(text)[:1] == ["narrative-received"]
