"""Last year's number as the text tells it, beside last year's report."""

import pytest

from expectations.judging import judge
from tests.builders import dossier, last_years_report, sound_report, with_text

# The sound report prints 8 requests received, last year's 9.
_JUDGED = [
    ("2023年共收到政府信息公开申请8件，比2022年（12件）有所下降。", [False]),
    ("2023年共收到政府信息公开申请8件，上年收到12件，同比下降33.3%。", [False]),
    ("2023年共收到政府信息公开申请8件，比2022年（9件）有所下降。", []),
    # about so many
    ("2023年共收到政府信息公开申请8件，比2022年（约12件）有所下降。", []),
    # of something else than the row of the tables, or its number is what is wrong
    ("2023年共收到政府信息公开申请5件，比2022年（12件）有所下降。", []),
    ("2023年共收到网上申请8件，比2022年（12件）有所下降。", []),
    ("全县共收到政府信息公开申请8件，比2022年（12件）有所下降。", []),
]


@pytest.mark.parametrize(("text", "doubts"), _JUDGED)
def test_last_years_number_is_that_of_last_years_report(text: str, doubts: list[bool]) -> None:
    (judgement,) = judge([dossier(with_text(sound_report(), 1, text), previous=last_years_report())])
    assert [finding.doubt for finding in judgement.findings if "change-against-last-year" in (finding.rule, *finding.also)] == doubts


def test_without_last_years_report_it_is_held_against_nothing() -> None:
    (judgement,) = judge([dossier(with_text(sound_report(), 1, _JUDGED[0][0]))])
    assert all("change-against-last-year" not in (finding.rule, *finding.also) for finding in judgement.findings)
