"""What was written by the body itself and what it took from others is all that it put out; so is what else was to be made public."""

import pytest

from tests.gouji.narrative.telling import told

BOTH = [
    "在微信公众号等新媒体公开信息847条（其中原创820条，转载22条）。",
    "微信公众号推送信息847篇，其中原创信息820篇、转发信息22篇。",
    "通过政务新媒体发布信息847条（原创820条、转载22条）。",
    "政务微博发布信息847条，其中转载22条，原创820条。",
    "抖音号发布短视频847个（其中原创作品820个，转发作品22个）。",
    "微信公众号推送图文847篇，其中本局原创820篇，转载上级信息22篇。",
    "微信公众号推送信息847条，其中原创内容820条、转载其他信息22条。",
    "全年通过微信发布信息847条（转发上级信息22条，原创信息820条）。",
]
OTHERWISE = [
    "微信公众号推送信息847篇（其中原创文章20篇、转载3篇）。",
    "微信公众号推送信息847篇，其中原创文章20篇、转载3篇。",
    "微信公众号推送信息847篇，其中原创文章820篇、被转载22篇。",
    "微信公众号推送信息847篇，其中原创文章820篇、上级转载22篇。",
    "微信公众号推送信息847篇（原创820篇，被省级媒体转载22篇）。",
    "微信公众号推送信息847篇，其中原创820篇，转载22篇，改编5篇。",
    "微信公众号推送信息847篇（原创820篇，转载22篇次）。",
    "微信公众号推送信息847篇，其中原创820篇，图文22篇。",
    "微信公众号推送信息847篇（原创825篇，转载22篇）。",
]
THE_REST = [
    "政府应主动公开的其它信息5条",
    "依法应当公开的其他信息5条",
    "法定应主动公开的其他内容5条",
    "应公开的其他政府信息5条",
    "按规定应当主动公开的其他信息5条",
    "行政机关依法应当主动公开的其它信息5条",
    "应当主动公开的其余信息5条",
    "以及应主动公开的其他信息5条",
]
NO_REST = ["应公开的信息5条", "应公开的其他部门信息5条", "应公开的其他单位信息5条", "应主动公开的会议信息5条"]


@pytest.mark.parametrize("text", BOTH)
def test_own_and_reposted_make_all(text: str) -> None:
    (listing,) = told(text).listings
    assert (listing.low, sum(listing.parts), listing.doubts) == (847, 842, ())


@pytest.mark.parametrize("text", OTHERWISE)
def test_what_others_took_and_a_few_of_it_are_no_such_list(text: str) -> None:
    assert all(listing.low <= sum(listing.parts) <= listing.high for listing in told(text).listings)


@pytest.mark.parametrize("said", THE_REST)
def test_what_else_is_to_be_public_ends_a_list(said: str) -> None:
    (listing,) = told(f"公开各类信息共892条，其中机构职能类信息4条，规划计划类25条，工作情况类855条，{said}。").listings
    assert (listing.low, sum(listing.parts)) == (892, 889)


@pytest.mark.parametrize("said", NO_REST)
def test_what_is_to_be_public_of_others_or_is_of_a_kind_ends_none(said: str) -> None:
    listings = told(f"公开各类信息共892条，其中机构职能类信息4条，规划计划类25条，工作情况类855条，{said}。").listings
    assert all(listing.low <= sum(listing.parts) for listing in listings)
