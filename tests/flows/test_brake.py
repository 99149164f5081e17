"""What suddenly fires as never before holds what goes out, and can be withdrawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gouji.errors import UsageError
from gouji.ledger import facts
from gouji.ticket import FindingStatus, TicketStatus
from samples import sound
from tests.flows.bodies import Bodies, bodies, fault
from tests.flows.calling import gouji
from tests.flows.town import OTHER, SOUND, Town

USUAL, NEW = "applications-row-sum", "proceedings-sum"
NAMES = [f"b{number:02}" for number in range(20)]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Bodies]:
    """Twenty bodies after a first patrol in which five had the usual fault; only what is sudden brakes, not how much there is."""
    with bodies(tmp_path / "town", "[brake]\ntickets = 3\nshare = 1.0\n") as office:
        office.versions = {USUAL: "1", NEW: "1"}
        for number, name in enumerate(NAMES):
            office.judged(name, {USUAL: "1"} if number < 5 else {})
        office.patrol()
        assert (office.held(), len(office.letters())) == (None, 1)
        yield office


def statuses(office: Bodies) -> list[str]:
    found = [ticket.status for name in NAMES if (ticket := office.ticket(name))]
    return [str(status) for status in found]


def upgraded(office: Bodies, count: int) -> int:
    """The number of a patrol in which a new release found something new in so many reports."""
    office.release = "2.0"
    for number, name in enumerate(NAMES):
        usual = {USUAL: "1"} if number < 5 else {}
        office.judged(name, usual | ({NEW: "1"} if number < count else {}))
    return office.patrol()[0]


def test_a_release_whose_rule_fires_everywhere_is_one_question_that_says_what_to_do(town: Bodies) -> None:
    run = upgraded(town, 18)
    said = town.held() or ""
    assert "规则 proceedings-sum 突然多报：本次核对20份报出18处，以前20份报出0处。" in said
    assert "换用 gouji 2.0 后突然多报" in said
    assert "applications-row-sum" not in said
    assert f"gouji tickets retract --rule 规则名 --run {run} --reason 原因" in said
    assert statuses(town).count("open") == 18


def test_few_findings_and_as_many_as_ever_hold_nothing(town: Bodies) -> None:
    upgraded(town, 3)
    assert town.held() is None
    more = [f"c{number:02}" for number in range(20)]
    for number, name in enumerate(more):
        town.judged(name, {USUAL: "1"} if number < 8 else {})
    town.patrol()
    assert town.held() is None


def test_a_source_that_suddenly_fires_is_named_and_one_never_seen_before_is_not(town: Bodies) -> None:
    for number in range(8):
        town.judged(f"w{number}", {USUAL: "1"} if number < 5 else {}, source="web")
    town.patrol()
    assert town.held() is None
    for number in range(20):
        town.judged(f"x{number}", {})
    for number in range(8):
        town.judged(f"w{number}", {USUAL: "2", NEW: "2"}, source="web")
    town.patrol()
    assert "规则 proceedings-sum 突然多报" in (town.held() or "")
    assert "来源 inbox" not in (town.held() or "")


def test_what_waits_behind_the_brake_is_told_anew_without_what_was_withdrawn(town: Bodies) -> None:
    run = upgraded(town, 18)
    assert [state for state, _ in town.letters()] == ["waiting", "waiting"]
    assert len(town.recall(NEW, run)) == 18
    assert statuses(town) == ["open"] * 5 + ["retracted"] * 13
    # Both letters waited; what the first told stands, and the one that takes their place tells nothing else.
    states, texts = zip(*town.letters(), strict=True)
    assert states == ("superseded", "superseded", "waiting")
    assert ("b04局" in texts[2], "b05局" in texts[2], "撤回" in texts[2]) == (True, False, False)
    town.patrol()
    assert len(town.letters()) == 3


def test_who_was_told_is_told_of_the_withdrawal(town: Bodies) -> None:
    run = upgraded(town, 18)
    with town.office.ledger.writing("released") as session:
        facts.release(session)
    town.recall(NEW, run)
    town.patrol()
    _, text = town.letters()[-1]
    assert "18份撤回更正" in text
    assert "b17局2024年度报告：撤回1处" in text
    assert "撤回原因：规则有误" in text


def test_what_was_withdrawn_comes_back_only_with_another_rule_another_release_or_another_figure(town: Bodies) -> None:
    run = upgraded(town, 18)
    town.recall(NEW, run)
    upgraded(town, 18)
    assert statuses(town).count("open") == 5
    mark = fault("b10", NEW, "1").fingerprint
    town.judged("b10", {NEW: "2"})
    town.versions = {USUAL: "1", NEW: "2"}
    town.rules = "second"
    town.judged("b11", {NEW: "1"})
    town.rules, town.versions = "first", {USUAL: "1", NEW: "1"}
    town.release = "2.1"
    town.judged("b12", {NEW: "1"})
    town.patrol()
    opened = [name for name in NAMES[5:] if (ticket := town.ticket(name)) and ticket.status is TicketStatus.OPEN]
    assert opened == ["b10", "b11", "b12"]
    b10 = town.ticket("b10")
    assert b10 is not None
    assert b10.status_of(mark) is FindingStatus.RETRACTED


def test_only_what_came_in_that_patrol_is_withdrawn(town: Bodies) -> None:
    first = upgraded(town, 4)
    upgraded(town, 18)
    assert [done.ticket.agency_id for done in town.recall(NEW, first)] == NAMES[:4]
    with pytest.raises(UsageError, match="Nothing new"):
        town.recall(NEW, first)
    assert len(town.recall(NEW, None)) == 14


def test_a_rehearsal_says_what_would_be_opened_waived_and_held_and_does_nothing(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", '[brake]\ntickets = 0\nshare = 0.0\n[rules]\npath = "rules.toml"\n')
    rules = town.folder / "rules.toml"
    rules.write_text("", "utf-8")
    town.put("first", SOUND)
    town.patrol()
    before = town.kept()
    town.put("second", sound(OTHER, year=2024).with_figures(proceedings__reconsideration__total="41"))
    config = town.folder / "gouji.toml"
    out = gouji("run", "--plain", "--dry-run", "--config", config).out
    assert f"将立工单：{OTHER} 2024" in out
    assert "本次巡检立单1件（已知机关2个），多得可疑。" in out
    assert f"：政府信息公开年报检查：{OTHER}2024年度报告建议核改1处" in out
    rules.write_text('[[waivers]]\nrule = "proceedings-sum"\nuntil = 2999-01-01\nby = "张三"\nreason = "已说明"\n', "utf-8")
    out = gouji("run", "--plain", "--dry-run", "--config", config).out
    assert ("将立工单" in out, "多得可疑" in out, "已豁免或撤回、不立工单：1处" in out) == (False, False, True)
    assert town.kept() == before
