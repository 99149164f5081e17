"""That no request came in, told as none about disclosure; not none on one subject or of another kind."""

import pytest

from tests.gouji.narrative.telling import claimed


@pytest.mark.parametrize(
    "text",
    [
        "2023年度来未受理关于政府信息公开的依申请公开。",
        "未受理有关政府信息公开的依申请公开。",
        "全年没有收到关于依申请公开政府信息方面的申请。",
        "年内未接到关于信息公开的依申请事项。",
        "未收到关于政府信息公开方面的依申请公开。",
        "我局未收到政府信息公开申请有关情况。",
        "本机关未收到政府信息依申请公开有关信息。",
        "未收到涉及政府信息公开的依申请公开。",
        "今年未受理涉及信息公开方面的申请。",
        "没有收到与政府信息公开相关的申请。",
        "本年度无政府信息公开方面的申请。",
        "本年度无关于依申请公开的申请。",
        "未收到关于政府信息公开的相关申请材料。",
    ],
)
def test_none_about_disclosure_is_none_at_all(text: str) -> None:
    assert claimed(text) == [("none_received", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "未收到关于征地信息公开的申请。",
        "未受理关于政府信息公开的投诉举报。",
        "未收到关于部门信息公开的申请。",
        "未收到关于政府信息公开的建议。",
        "未受理关于政府信息公开方面不满意的申请。",
        "未收到关于财政信息公开方面的依申请公开。",
        "未收到关于政府信息公开超期的申请。",
        "未收到依申请公开相关信息反馈。",
        "未收到依申请公开有关信息的更正申请。",
        "未收到企业关于政府信息公开的申请。",
    ],
)
def test_none_on_one_subject_is_not_none_at_all(text: str) -> None:
    assert claimed(text) == []
