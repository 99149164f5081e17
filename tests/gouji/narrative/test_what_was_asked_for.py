"""So many requests by what was asked for in them (9件申请的内容予以公开), and disputes by what they are about."""

import pytest

from tests.gouji.narrative.telling import claimed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("9件申请的内容予以公开", ("granted", 9)),
        ("其中9件申请的内容予以公开", ("granted", 9)),
        ("其中9件申请公开的内容予以公开", ("granted", 9)),
        ("9件申请的内容不予公开", ("denied", 9)),
        ("9件申请的内容依法部分公开", ("partially_granted", 9)),
        ("5件申请的内容无法提供", ("unavailable", 5)),
        ("5件申请公开的内容不予处理", ("rejected", 5)),
        ("5件申请的内容属于过程性信息不予公开", ("denied_process", 5)),
    ],
)
def test_what_was_asked_for_became_so(words: str, expected: tuple[str, int]) -> None:
    assert claimed(f"共答复政府信息公开申请44件，{words}。") == [("concluded", 44), expected]


@pytest.mark.parametrize(
    "words",
    [
        "9条申请的内容已主动公开",
        "9件提案的内容予以公开",
        "9件申请的内容不属于本机关公开",
        "9件申请的部分内容予以公开",
        "9件申请的内容公开在网站",
        "9件申请的内容主要集中在财政预算公开方面",
    ],
)
def test_other_contents_became_nothing(words: str) -> None:
    assert claimed(f"共答复政府信息公开申请44件，{words}。") == [("concluded", 44)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发生7起关于政府信息公开的行政诉讼案件。", ("litigation", 7)),
        ("全年收到3件关于信息公开的行政复议申请。", ("reconsideration", 3)),
        ("共有5件关于政府信息公开方面的行政诉讼。", ("litigation", 5)),
        ("全年发生6件关于政府信息公开类行政复议案件。", ("reconsideration", 6)),
        ("我局发生2起关于政府信息公开的行政诉讼。", ("litigation", 2)),
        ("年内收到4起关于信息公开的行政诉讼案件。", ("litigation", 4)),
        ("共发生1件关于政府信息公开的行政复议。", ("reconsideration", 1)),
        ("本年度共有3宗关于政府信息公开的行政复议案件。", ("reconsideration", 3)),
    ],
)
def test_a_dispute_is_about_disclosure(text: str, expected: tuple[str, int]) -> None:
    assert claimed(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "组织学习7起关于政府信息公开的行政诉讼案例。",
        "发布7篇关于政府信息公开行政复议的文章。",
        "开展3次关于政府信息公开的行政诉讼培训。",
        "收到7件关于征地的行政诉讼案件。",
        "收到7件关于政府信息公开的投诉。",
        "收到7件关于政府信息公开的行政复议咨询。",
        "办理2件关于县教育局信息公开的行政复议案件。",
        "对2起关于政府信息公开的行政诉讼案件进行复盘。",
        "旁听2起关于政府信息公开的行政诉讼。",
        "其余2件关于政府信息公开的行政诉讼案件。",
    ],
)
def test_what_is_told_of_other_cases_counts_none(text: str) -> None:
    assert claimed(text) == []
