"""Shares whose number and whose whole stand in the text: in their turn, behind their whole, with the whole named."""

import pytest

from tests.gouji.narrative.telling import told

WRONG = [
    ("收到政府信息公开申请57件，其中网络申请17件、信函22件、当面18件，占比分别为36.3%、38.6%、31.6%。", [("17", "57")]),
    ("收到申请71件，其中网络申请、信函申请、当面申请分别为26件、19件、26件，分别占41.5%、26.8%、36.6%。", [("26", "71")]),
    ("收到申请70件，其中自然人40件、法人或其他组织30件，分别占50.2%和42.9%。", [("40", "70")]),
    ("答复申请40件，其中予以公开13件、部分公开10件、不予公开11件，分别占总数的47.0%、25.0%、27.5%。", [("13", "40")]),
    ("主动公开政府信息1547条，其中网站295条、微信598条、微博654条，分别占总数的12.9%、38.7%、42.3%。", [("295", "1547")]),
    ("政策文件44条、工作动态39条、公告公示299条，占比依次为33.1%、10.2%、78.3%。", [("44", "382")]),
    ("主动公开政府信息2006条。其中，机构职能类信息967条，占总体的比例为64.4%。", [("967", "2006")]),
    ("申请内容涉及征地拆迁的5件，占申请总量43件的16.5%。", [("5", "43")]),
]
LEFT = [
    "收到申请57件，其中网络申请17件、信函22件、当面18件，占比分别为29.8%、38.6%、31.6%。",
    # no whole that half of them are of
    "收到申请57件，其中网络申请17件、信函22件、当面18件，占比分别为36.3%、38.1%、30.6%。",
    # of something else, of a change, of another's
    "收到申请57件，其中网络申请17件、信函40件，同比分别增长20%、70.2%。",
    "收到申请57件，办结40件，办结率、按时办结率分别为70.2%、100%。",
    "公开信息1547条，其中网站295条、微信598条，点击量占比分别为12.9%、38.7%。",
    "公开信息1547条，其中网站295条、微信598条，分别占全市的12.9%、38.7%。",
    "收到申请57件，其中网络17件、信函40件，占比分别为30%、70%、0%。",
    "主动公开政府信息2006条。其中，网站公开967条，占网站信息量的64.4%。",
    "主动公开政府信息2006条。其中，机构职能类信息967条、动态类100条，占48.2%。",
    "主动公开政府信息2006条。其中，较上年增加100条，占64.4%。",
    # of both, or of those that had to be public
    "予以公开17件、部分公开5件，占办结申请43件的51.2%。",
    "予以公开17件，部分公开5件，占办结申请43件的51.2%。",
    "全年共制发公文465件，主动公开45件，主动公开率100%。",
]


def _wrong(text: str) -> list[tuple[str, str]]:
    found = [(s.claim.value, base, s.low, s.high) for s in told(text).shares if s.claim.quantity == "part" for base in s.totals[:1]]
    return [(str(value), str(base)) for value, base, low, high in found if not low - 1 < value / base * 100 < high + 1]


@pytest.mark.parametrize(("text", "wrong"), WRONG)
def test_a_share_that_its_number_is_not_of_the_whole_named_is_read(text: str, wrong: list[tuple[str, str]]) -> None:
    assert _wrong(text) == wrong


@pytest.mark.parametrize("text", LEFT)
def test_shares_of_no_whole_that_is_named_are_left(text: str) -> None:
    assert _wrong(text) == []
