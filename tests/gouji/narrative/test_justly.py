"""Sound sentences of published reports that were accused: answered in public, withdrawn, of both tracks, properties of documents."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import Told, claimed, told

SOUND: list[tuple[str, Told]] = [
    ("收到政府信息公开申请3件，均在法定期限内予以公开答复。", [("received", 3)]),
    ("收到政府信息公开申请9件，公开答复9件。", [("received", 9)]),
    ("依申请公开共收到22件，其中17件已办结，答复14件，申请人撤回3件。", [("received", 22), ("concluded", 17)]),
    ("全年制作信息203条，其中主动公开57条；依申请公开信息22条；不予公开信息0条。", []),
    (
        "因政府信息公开引发行政复议7件，行政诉讼0件，结果维持4件，尚未审结3件。",
        [("reconsideration", 7), ("litigation", 0), ("reconsideration_upheld", 4), ("reconsideration_pending", 3)],
    ),
    ("因政府信息公开引发行政复议7件，行政诉讼3件，结果维持4件。", [("reconsideration", 7), ("litigation", 3)]),
    ("在本局网站发布依申请公开信息0条，不予公开信息0条。", []),
    ("2022年结转的行政处罚案件3件，均已结案。", []),
    ("上一年度结转的13件人大代表建议已全部办理完毕。", []),
    (
        "本局因政府信息公开被提起行政诉讼4件，已审结案件中未发生败诉情况。",
        [("litigation", 4), ("none_corrected_litigation", 0)],
    ),
    ("因政府信息公开申请行政复议0件，尚未审结行政复议0件。", [("reconsideration", 0), ("reconsideration", 0)]),
    ("收到政府信息公开申请15件，同意公开7件，不同意公开的8件。", [("received", 15), ("granted", 7), ("denied", 8)]),
    ("收到政府信息公开申请9件，不属于本单位公开的9件。", [("received", 9), ("unavailable_not_held", 9)]),
]
OF_OTHERS = [
    "全县各职能部门、镇街共办理政府信息公开申请1618件，予以公开682件，占42.15%。",
    "各职能部门共收到政府信息公开申请1618件. 其中,予以公开682件.",
    "收到17条公众通过“依申请公开栏目”提交的申请。",
]


@pytest.mark.parametrize(("text", "expected"), SOUND)
def test_a_sound_sentence_says_no_more_than_it_does(text: str, expected: Told) -> None:
    assert claimed(text) == expected


@pytest.mark.parametrize("text", OF_OTHERS)
def test_numbers_of_others_and_of_one_way_are_not_surely_the_reports_own(text: str) -> None:
    assert [claim for claim in told(text).claims if claim.scope is Scope.OWN and not claim.doubts] == []


def test_a_body_named_in_full_speaks_of_its_own_requests() -> None:
    said = told("云溪县桂巷街道办事处收到政府信息公开申请3件。", name="云溪县桂巷街道办事处").claims
    assert [(claim.scope, claim.doubts, claim.plain) for claim in said] == [(Scope.OWN, (), True)]
    assert claimed("云溪县水务局城南分局收到政府信息公开申请3件。") == []


OWN_NAMES = ["柳汀镇收到政府信息公开申请3件。", "云溪县柳汀镇收到政府信息公开申请3件。", "云溪县柳汀镇人民政府收到政府信息公开申请3件。"]


@pytest.mark.parametrize("text", OWN_NAMES)
def test_a_town_called_for_short_speaks_of_its_own_requests(text: str) -> None:
    assert claimed(text, name="云溪县柳汀镇人民政府") == [("received", 3)]
    assert claimed(text, name="云溪县白苇镇人民政府") == []


def test_december_ends_the_year_and_june_cuts_it() -> None:
    assert claimed("截至2023年12月，本机关收到政府信息公开申请25件。") == [("received", 25)]
    assert claimed("截至2023年6月，本机关收到政府信息公开申请25件。") == []
