"""The share of the one kind told behind 从公开渠道来看 and the like is of all that was put out; not where things count more than once."""

import pytest

from tests.gouji.narrative.telling import told


def _shares(text: str) -> list[tuple[int, int]]:
    found = [one for one in told(text).shares if one.claim.quantity == "part"]
    return [(int(s.claim.value), int(s.totals[0])) for s in found if not s.low - 1 < s.claim.value / s.totals[0] * 100 < s.high + 1]


@pytest.mark.parametrize(
    "text",
    [
        "累计公开政府信息1740条。从公开渠道来看，政府网站公开信息836条，占比28.5%；政务新媒体公开信息457条；"
        "通过报刊、电视、广播、政务服务场所等传统载体公开信息447条。",
        "主动公开政府信息1740条。从发布渠道看，网站发布836条，占28.5%；微信发布904条。",
        "发布政府信息1740条。按公开方式分，网站公开836条，占比28.5%。",
        "公开信息1740条。按内容分，机构职能类836条，占28.5%；政策类457条。",
        "共公开政府信息1740条；从信息类别来看，业务动态类836条，占总数的28.5%。",
        "全年发布信息1740条。按信息类型划分，政策文件类836条，占28.5%。",
        "主动公开政务信息1740条。从公开载体看：门户网站836条（占28.5%），公众号400条。",
        "公开政府信息1740条。从公开内容上看，财政信息836条，占全部信息的28.5%。",
    ],
)
def test_the_share_is_of_all_that_was_put_out(text: str) -> None:
    assert _shares(text) == [(836, 1740)]


@pytest.mark.parametrize(
    "text",
    [
        "公开政府信息1740条。从公开渠道来看，政府网站公开信息836条，占比48.0%；新媒体904条。",
        # put out in several ways: the share is of all those times
        "公开政府信息1740条。从公开渠道来看，政府网站公开信息836条，占比28.5%；新媒体公开信息1300条；报刊797条。",
        "公开政府信息1740条。从公开渠道来看，政府网站公开信息836条，占网站信息的28.5%。",
        "公开政府信息1740条。从公开渠道来看，政府网站公开信息836条，较上年增长28.5%。",
        "公开政府信息1740条。从各地情况来看，政府网站公开信息836条，占比28.5%。",
        "公开政府信息约1740条。从公开渠道来看，政府网站公开信息836条，占比28.5%。",
        "公开政府信息1740条。从公开渠道来看，政府网站、新媒体公开信息836条，占比28.5%。",
        "公开政府信息1740条。从公开渠道来看，全市网站公开信息836条，占全市的28.5%。",
    ],
)
def test_of_something_else_it_is_not(text: str) -> None:
    assert _shares(text) == []
