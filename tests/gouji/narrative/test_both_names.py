"""A government by its own place alone, and an office whose report is its government's too."""

import pytest

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.context.called import short_names
from tests.gouji.narrative.telling import told

BOTH = "遵义市播州区人民政府（区人民政府办公室）"
OF_BOTH = ["区人民政府（区政府办）", "区人民政府（区政府办公室）", "区政府办公室", "播州区人民政府", "播州区人民政府办公室", "我办"]
OF_OTHERS = ["区水务局", "全区", "各部门", "遵义市人民政府", "市政府办公室"]


def _received(said: str, name: str) -> Claim:
    return next(c for c in told(f"2023年，{said}共收到政府信息公开申请42件。", name=name).claims if c.quantity == "received")


@pytest.mark.parametrize("said", OF_BOTH)
def test_an_office_that_reports_for_its_government_speaks_of_both(said: str) -> None:
    claim = _received(said, BOTH)
    assert (claim.scope, claim.doubts) == (Scope.OWN, ())


@pytest.mark.parametrize("said", OF_OTHERS)
def test_neither_speaks_of_others(said: str) -> None:
    claim = _received(said, BOTH)
    assert claim.scope is not Scope.OWN or claim.doubts


def test_a_government_is_called_by_its_own_place() -> None:
    claim = _received("兴庆区", "银川市兴庆区人民政府")
    assert (claim.scope, claim.doubts, claim.whole) == (Scope.OWN, (), True)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("银川市", "银川市兴庆区人民政府"),
        ("金凤区", "银川市兴庆区人民政府"),
        ("昆明市", "云南省昆明市官渡区人民政府"),
        ("兴庆区", "银川市兴庆区人民政府办公室"),
    ],
)
def test_never_by_another_place(said: str, name: str) -> None:
    claim = _received(said, name)
    assert claim.scope is not Scope.OWN or claim.doubts


def test_its_place_is_the_last_of_its_name() -> None:
    assert "官渡区" in short_names("云南省昆明市官渡区人民政府")
    assert "昆明市" not in short_names("云南省昆明市官渡区人民政府")
