"""A change of rules: patrols leave what is settled alone, and `gouji recheck` shows and carries out what it would change."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.office import open_office
from flows.steps.recheck import Rechecked, recheck, refusals
from samples import sound
from tests.flows.calling import gouji
from tests.flows.town import AGENCY, FAULTY, OTHER, SOUND, Town
from tests.postgresql import postgresql

ANOTHER = sound(OTHER, year=2024)
OFF = "[rules.proceedings-sum]\nenabled = false\n[rules.narrative-reconsideration]\nenabled = false\n"
WAIVED = '[[waivers]]\nrule = "proceedings-sum"\nagency = "{agency}"\nuntil = {until}\nby = "张三"\nreason = "已书面说明"\n'
EXTRA_RULE = """
[[local]]
name = "local-permits"
severity = "error"
frame = "figures"
shape = "between"
column = "value"
max = -1
where = { figure = "disclosure.permits.decisions", value = { known = true } }
basis = "某市通知"
title = { zh = "许可数", en = "Permits" }
message = { zh = "{where}填{printed}。", en = "{where} says {printed}." }
explanation = { zh = "仅供试验。", en = "For trial." }
fix = { zh = "核对。", en = "Check." }
[local.sound]
figures = { "disclosure.permits.decisions" = "" }
[local.faulty]
figures = { "disclosure.permits.decisions" = "3" }
"""


def untimed(*_: object) -> tuple[dict[str, float], float]:
    return {}, 0.0


def ruled(town: Town, text: str) -> None:
    (town.folder / "rules.toml").write_text(text, "utf-8")


def rechecked(town: Town, **how: object) -> Rechecked:
    now = town.now
    with open_office(town.settings, now=lambda: now) as office:
        return recheck(office, **{"seconds_of": untimed, **how})  # type: ignore[arg-type]


def counts(found: Rechecked) -> dict[str, dict[str, int]]:
    return {rule: dict(effect.counts) for rule, effect in found.effects.items()}


def _founded(folder: Path, ledger: str) -> Town:
    town = Town.found(folder, ledger)
    with (folder / "gouji.toml").open("a", encoding="utf-8") as file:
        file.write('[rules]\npath = "rules.toml"\n')
    ruled(town, "")
    return town


# The other tests run on SQLite.
@pytest.fixture(params=[pytest.param("sqlite", marks=pytest.mark.long), "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Town]:
    if request.param == "sqlite":
        yield _founded(tmp_path / "town", "")
    else:
        with postgresql() as url:
            yield _founded(tmp_path / "town", f'ledger = "{url}"\n')


def test_a_rule_switched_off_touches_no_ticket_until_recheck_applies_it(either: Town) -> None:
    town = either
    town.put("faulty", FAULTY)
    town.put("sound", ANOTHER)
    town.patrol()
    before = town.kept()
    ruled(town, OFF)
    summary = town.patrol()
    assert (summary.judged.checked, town.tickets(), town.kept()) == (0, [(AGENCY, 2024, "open")], before)
    assert "gouji recheck" in gouji("status", "--config", town.folder / "gouji.toml").out
    found = rechecked(town)
    assert (counts(found), found.reports, found.refused) == ({"proceedings-sum": {"gone": 1}}, 2, ())
    assert found.effects["proceedings-sum"].examples[0].agency == AGENCY
    assert town.kept() == before
    applied = rechecked(town, apply=True)
    assert applied.settled is not None
    assert (applied.settled.resolved, town.tickets()) == (1, [(AGENCY, 2024, "resolved")])
    assert counts(rechecked(town)) == {}
    assert "gouji recheck" not in gouji("status", "--config", town.folder / "gouji.toml").out
    page = next(path for path in (town.pages / "reports").glob("*.html") if AGENCY in path.read_text("utf-8"))
    assert "停用" in page.read_text("utf-8")
    assert "停用" in (town.pages / "index.html").read_text("utf-8")


def test_a_report_that_comes_after_the_change_is_judged_by_the_new_rules(judged: Town, tmp_path: Path) -> None:
    town = judged.copied(tmp_path / "town")
    ruled(town, OFF)
    town.put("new", ANOTHER.with_figures(proceedings__reconsideration__total="41"))
    assert (town.patrol().judged.passed, town.tickets()) == (1, [(AGENCY, 2024, "open")])
    ruled(town, "")
    assert town.patrol().judged.checked == 0
    assert counts(rechecked(town)) == {"proceedings-sum": {"new": 1}}


def test_too_many_new_failures_are_refused_until_accepted_by_name_and_the_brake_holds_what_goes_out(tmp_path: Path) -> None:
    town = _founded(tmp_path / "town", "[brake]\ntickets = 0\nshare = 0.0\n")
    town.put("sound", SOUND)
    town.patrol()
    before = town.kept()
    ruled(town, EXTRA_RULE)
    refused = rechecked(town, apply=True)
    assert refused.settled is None
    assert "local-permits" in refused.refused[0].zh
    assert (town.kept(), refused.effects["local-permits"].failing) == (before, 1)
    applied = rechecked(town, apply=True, accept=["local-permits"])
    assert applied.settled is not None
    assert (applied.settled.opened, town.tickets()) == (1, [(AGENCY, 2024, "open")])
    assert [state for _, state, _ in town.kept()["outbox"]] == ["waiting"]
    assert "外发已暂停" in gouji("status", "--config", town.folder / "gouji.toml").out


def test_a_slow_rule_is_refused_unless_accepted_by_name_and_over_a_few_reports_nothing_is_called_slow() -> None:
    def slow(reports: int, *accept: str) -> list[str]:
        found = Rechecked(reports, {}, {}, {"title-year": 0.2, "title-agency": 0.01}, 1.0, reports, ())
        return [sentence.en.split(" takes")[0] for sentence in refusals(found, accept, 0)]

    assert (slow(20), slow(20, "title-year"), slow(19)) == (["Rule title-year"], [], [])


def test_the_command_measures_each_rule_and_says_all_in_text_and_json(judged: Town, tmp_path: Path) -> None:
    town = judged.copied(tmp_path / "town")
    config = town.folder / "gouji.toml"
    ended = gouji("recheck", "--config", config, "--format", "json", "--accept", "title-year,title-agency")
    said = json.loads(ended.out)
    assert (said["schema"], said["reports"], said["applied"]) == ("gouji/recheck-1", 1, False)
    assert {rule["rule"] for rule in said["rules"]} >= {"proceedings-sum", "applications-row-sum"}
    assert all(rule["ms_per_1000"] >= 0 for rule in said["rules"])
    assert (gouji("recheck", "--config", config, "--accept", "nothing").status, ended.status in (0, 1)) == (2, True)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """A town whose one faulty report was judged by the rules as they come."""
    town = _founded(tmp_path_factory.mktemp("judged") / "town", "")
    town.put("faulty", FAULTY)
    town.patrol()
    return town


def test_a_waiver_takes_a_finding_off_its_ticket_while_it_holds_and_no_longer(judged: Town, tmp_path: Path) -> None:
    town = judged.copied(tmp_path / "town")
    ruled(town, WAIVED.format(agency=AGENCY, until="2025-03-03"))
    summary = town.patrol()
    assert (summary.judged.checked, town.tickets()) == (0, [(AGENCY, 2024, "waived")])
    page = next((town.pages / "reports").glob("*.html")).read_text("utf-8")
    assert "已豁免至 2025-03-03（张三）：已书面说明" in page
    waived = town.kept()
    town.patrol()
    assert town.kept() == waived
    town.now = town.now.replace(day=4)
    town.patrol()
    assert town.tickets() == [(AGENCY, 2024, "open")]
    assert "已豁免" not in next((town.pages / "reports").glob("*.html")).read_text("utf-8")


def test_a_report_waived_from_its_first_day_gets_its_ticket_when_the_waiver_ends(tmp_path: Path) -> None:
    town = _founded(tmp_path / "town", "")
    ruled(town, WAIVED.format(agency=AGENCY, until="2025-03-03"))
    town.put("faulty", FAULTY)
    assert (town.patrol().judged.passed, town.tickets()) == (1, [])
    town.now = town.now.replace(day=4)
    assert (town.patrol().settled.opened, town.tickets()) == (1, [(AGENCY, 2024, "open")])


def test_a_broken_file_of_rules_stops_a_patrol_with_its_line(tmp_path: Path) -> None:
    town = _founded(tmp_path / "town", "")
    ruled(town, "\n[rules.nothing]\nenabled = false\n")
    ended = gouji("run", "--plain", "--config", town.folder / "gouji.toml")
    assert (ended.status, ended.out, "第 2 行" in ended.err) == (2, "", True)
