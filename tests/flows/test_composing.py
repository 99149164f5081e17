"""What a letter says before its parts."""

from pathlib import Path

import pytest

from flows.letters.composing import compose
from flows.letters.model import Audience, Item, News
from flows.office import open_office
from gouji.finding import Words
from tests.flows.town import Town

TAKEN_BACK = Item(Words("青禾县水务局2024年度报告：撤回1处（工单1）", "one withdrawn"))


@pytest.mark.parametrize("kind", ["body", "superior"])
def test_who_gets_nothing_but_a_withdrawal_is_not_asked_to_look_for_what_to_change(tmp_path: Path, kind: str) -> None:
    town = Town.found(tmp_path / "town")
    audience = Audience("water", kind, "patrol", "zh", to=("water@county.example",))
    with open_office(town.settings, now=lambda: town.now) as office:
        taken_back, both = (
            compose(office, audience, news, None)["txt"] for news in (News((TAKEN_BACK,)), News((TAKEN_BACK,), (TAKEN_BACK,)))
        )
    said = ("我方有误，现予撤回，不必更改", "对照原文")
    assert [[words in letter for words in said] for letter in (taken_back, both)] == [[True, False], [False, True]]
