"""What a government says of its whole area: its tables may be of itself alone, a town's and a bureau's may not."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import told

OF_THE_WHOLE = ["全县共收到政府信息公开申请53件。", "云溪县共收到政府信息公开申请53件。", "云溪县新增依申请公开申请53件，办结53件。"]


@pytest.mark.parametrize("text", OF_THE_WHOLE)
def test_a_county_government_may_speak_of_all_its_bodies(text: str) -> None:
    said = told(text, name="云溪县人民政府").claims
    assert {(claim.scope, claim.whole, claim.doubts) for claim in said} == {(Scope.OWN, True, ())}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全镇共收到政府信息公开申请53件。", "云溪县柳汀镇人民政府"),
        ("我局共收到政府信息公开申请53件。", "云溪县水务局"),
        ("本机关收到政府信息公开申请53件。", "云溪县人民政府"),
    ],
)
def test_a_town_or_a_body_named_alone_speaks_of_itself(text: str, name: str) -> None:
    assert [(claim.scope, claim.whole) for claim in told(text, name=name).claims] == [(Scope.OWN, False)]
