"""A number of the text that the tables print for something else is asked about only where the words may mean that."""

import pytest

from expectations.judging import judge
from tests.builders import dossier, sound_report, with_figures, with_text

_TABLES = {"applications.granted.total": 14, "applications.unavailable_not_held.total": 13, "applications.partially_granted.total": 12}
_JUDGED = [
    ("政府信息公开申请予以公开13件。", [False]),  # never 无法提供
    ("政府信息公开申请予以公开26件。", [True]),  # may be 予以公开和部分公开
    ("政府信息公开申请无法提供14件。", [False]),
    ("收到政府信息公开申请14件。", [True]),
]


@pytest.mark.parametrize(("text", "doubts"), _JUDGED)
def test_only_what_the_words_may_mean_is_another_reading(text: str, doubts: list[bool]) -> None:
    report = with_figures(sound_report(), dict(_TABLES))
    (judgement,) = judge([dossier(with_text(report, 1, text))])
    assert [finding.doubt for finding in judgement.findings if finding.rule in ("narrative-outcomes", "narrative-received")] == doubts
