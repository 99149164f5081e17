"""No dispute that a quarrel or a question over disclosure brought about; not none over what else was in question."""

import pytest

from tests.gouji.narrative.telling import claimed

NEITHER = [("no_reconsideration", 0), ("no_litigation", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "未发生因政府信息公开纠纷问题而引起的行政复议和行政诉讼事件。",
        "未发生因政府信息公开问题引起的行政复议和行政诉讼。",
        "没有发生因信息公开问题引发的行政复议、行政诉讼案件。",
        "未出现因政府信息公开工作问题导致的行政复议、行政诉讼情况。",
        "无因政府信息公开争议问题提起的行政复议和行政诉讼。",
        "未发生因政府信息公开申请问题而产生的行政复议、行政诉讼案件。",
        "全年没有因政务公开方面的问题引起的行政复议、行政诉讼。",
        "未发生因政府信息公开矛盾纠纷引发的行政复议和行政诉讼。",
        "未发生因政府信息公开工作矛盾纠纷问题引起的行政复议、行政诉讼。",
    ],
)
def test_none_over_a_quarrel_about_disclosure(text: str) -> None:
    assert claimed(text) == NEITHER


@pytest.mark.parametrize(
    "text",
    [
        "未发生因征地补偿问题引起的行政复议和行政诉讼。",
        "未发生因信息公开不及时问题引起的行政复议和行政诉讼。",
        "未发生因超期答复问题引发的行政复议、行政诉讼。",
        "未发生因答复问题被复议机关纠正的行政复议案件。",
        "未发生因政府信息公开程序问题引起的行政复议、行政诉讼。",
        "未发生因政府信息公开泄密问题引起的行政复议、行政诉讼。",
        "未发生因矛盾纠纷问题处置不当引起的行政复议、行政诉讼。",
        "未发生因政府信息公开问题引起的行政诉讼败诉、行政复议纠错。",
        "未发生因主动公开问题引起的行政复议。",
    ],
)
def test_none_over_some_question_is_not_none_at_all(text: str) -> None:
    assert not [one for one in claimed(text) if one in NEITHER]
