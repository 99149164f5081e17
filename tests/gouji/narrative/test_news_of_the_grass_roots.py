"""News of the grass roots that a body puts out names no others whose requests it tells next; others who ask or receive do."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import told


def _own(text: str) -> list[tuple[str, int]]:
    found = told(text, name="云溪县北山镇人民政府").claims
    return [(c.quantity, int(c.value)) for c in found if c.scope is Scope.OWN and not c.doubts]


@pytest.mark.parametrize(
    "text",
    [
        "全年主动发布公开信息903件，通过微信公众号刊发基层信息434件，收到处理依申请公开件8件。",
        "通过微信公众号刊发基层信息434件，收到依申请公开8件。",
        "发布基层动态434条，收到依申请公开8件。",
        "刊发基层工作信息434件，收到依申请公开8件。",
        "上报基层信息434条，收到依申请公开8件。",
        "发布基层新闻30条，受理政府信息公开申请8件。",
        "推送基层工作动态30篇，收到政府信息公开申请8件。",
        "报送基层政务信息30条，共收到政府信息公开申请8件。",
        "转发基层稿件30篇，全年接到政府信息公开申请8件。",
    ],
)
def test_requests_told_behind_such_news_are_its_own(text: str) -> None:
    assert [value for quantity, value in _own(text) if quantity in ("received", "handled")] == [8]


@pytest.mark.parametrize(
    "text",
    [
        "收到基层信息公开申请8件。",
        "指导基层信息公开，收到申请8件。",
        "基层收到政府信息公开申请8件。",
        "推进基层信息公开工作，收到政府信息公开申请8件。",
        "基层单位收到政府信息公开申请8件。",
        "收到基层信息类申请8件。",
        "发布基层信息434件，基层单位收到政府信息公开申请8件。",
        "发布信息434条，各村收到基层群众政府信息公开申请8件。",
        "刊发基层信息434件，全县收到政府信息公开申请8件。",
    ],
)
def test_requests_of_others_are_not(text: str) -> None:
    assert _own(text) == []
