"""What persons decide on tickets, by the commands of an office."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.flows.calling import Ended, gouji
from tests.flows.town import AGENCY, FAULTY, SOUND, Town

TWO_FAULTS = FAULTY.with_figures(applications__received__natural_person="900")


@pytest.fixture(scope="module")
def once_faulty(tmp_path_factory: pytest.TempPathFactory) -> Town:
    town = Town.found(tmp_path_factory.mktemp("once") / "town")
    town.put("report", TWO_FAULTS)
    town.patrol()
    return town


@pytest.fixture
def faulty(once_faulty: Town, tmp_path: Path) -> Town:
    return once_faulty.copied(tmp_path / "town")


def tickets(town: Town, *arguments: object) -> Ended:
    return gouji("tickets", *arguments, "--config", town.folder / "gouji.toml")


def shown(town: Town) -> dict[str, Any]:
    ticket: dict[str, Any] = json.loads(tickets(town, "show", "1", "--format", "json").out)
    return ticket


def marks(town: Town) -> dict[str, str]:
    """The fingerprints on the ticket, by rule."""
    return {finding["rule"]: finding["fingerprint"] for finding in shown(town)["findings"]}


def verdict(town: Town) -> str:
    [page] = (town.pages / "reports").glob("*.html")
    return "建议核改" if "建议核改" in page.read_text("utf-8") else "未发现错误"


def test_a_waiver_until_a_day_that_is_past_is_refused_and_nothing_changes(faulty: Town) -> None:
    before = faulty.kept()
    ended = tickets(faulty, "waive", "1", "--reason", "已说明", "--until", "2025-01-01")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("2025-01-01 已经过去")
    assert faulty.kept() == before


def test_what_is_waived_changes_verdict_page_and_ticket_at_once_and_for_all_patrols(faulty: Town) -> None:
    mark = marks(faulty)["applications-row-sum"]
    assert "现为：待改" in tickets(faulty, "waive", "1", mark[:8], "--reason", "口径不同，已说明", "--by", "王芳").out
    assert (faulty.tickets(), verdict(faulty)) == ([(AGENCY, 2024, "open")], "建议核改")
    ended = tickets(faulty, "waive", "#1", "--reason", "已说明", "--until", "2999-01-01", "--by", "王芳")
    assert ended.out == ("工单#1 青禾县水务局 2024：王芳豁免2处，至2999-01-01。现为：已豁免\n青禾县水务局 2024：建议核改 → 未发现错误\n")
    assert verdict(faulty) == "未发现错误"
    assert "已豁免至 2999-01-01（王芳）：已说明" in tickets(faulty, "show", "1").out
    before = faulty.kept()
    assert faulty.patrol().settled.updated == 0
    assert (faulty.kept(), faulty.tickets()) == (before, [(AGENCY, 2024, "waived")])
    faulty.put("report", TWO_FAULTS.with_figures(proceedings__reconsideration__total="42"))
    assert faulty.patrol().settled.reopened == 1
    assert [finding["status"] for finding in shown(faulty)["findings"]] == ["waived", "fixed", "open"]


def test_an_answer_an_assignment_and_a_closing_stand_in_the_history_with_their_authors(faulty: Town) -> None:
    mark = marks(faulty)["proceedings-sum"]
    assert tickets(faulty, "assign", "1", "--to", "李明", "--by", "王芳").status == 0
    assert tickets(faulty, "dispute", "1", mark, "--answer", "已按登记簿填写", "--by", "王芳").status == 0
    assert "单位答复（王芳登记）：已按登记簿填写" in tickets(faulty, "show", "1").out
    assert tickets(faulty, "close", "1", "--reason", "年底统一处理", "--by", "李明").status == 0
    refused = tickets(faulty, "dispute", "1", mark, "--answer", "再说明")
    assert (refused.status, refused.out, "gouji tickets reopen 1" in refused.err) == (2, "", True)
    assert faulty.patrol().settled.reopened == 0
    assert tickets(faulty, "reopen", "1", "--reason", "有新材料", "--by", "李明").status == 0
    ticket = shown(faulty)
    assert (ticket["assignee"], ticket["status"]) == ("李明", "open")
    assert [(step["kind"], step.get("by")) for step in ticket["history"]] == [
        ("opened", None), ("assigned", "王芳"), ("disputed", "王芳"), ("closed", "李明"), ("reopened", "李明"),
    ]  # fmt: skip
    assert [finding["status"] for finding in ticket["findings"]] == ["open", "disputed"]


def test_what_is_withdrawn_is_told_in_the_next_letter_and_accuses_nobody(faulty: Town) -> None:
    ended = tickets(faulty, "retract", "1", "--reason", "读错", "--by", "王芳")
    assert "现为：已撤回" in ended.out
    ticket = shown(faulty)
    assert (ticket["status"], ticket["findings"], len(ticket["withdrawn"])) == ("retracted", [], 2)
    assert verdict(faulty) == "未发现错误"
    faulty.patrol()
    assert "撤回：此前所提有误，请忽略" in faulty.letters()[-1].read_text("utf-8")
    assert faulty.patrol().delivered.sent == 0


def test_tickets_are_listed_by_status_body_year_and_rule(faulty: Town) -> None:
    def found(*arguments: object) -> int:
        return len(json.loads(tickets(faulty, "list", "--format", "json", *arguments).out)["tickets"])

    assert found("--status", "open", "--agency", "水务", "--year", "2024", "--rule", "proceedings-sum") == 1
    assert [found("--status", "closed"), found("--agency", "教育"), found("--year", "2023"), found("--rule", "title-year")] == [0] * 4
    assert "gouji tickets list" in tickets(faulty, "list", "--year", "2023").out
    assert tickets(faulty, "list", "--waiting", "--status", "open").status == 2
    assert tickets(faulty, "list", "--status", "offen").status == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["waive", "1"], "请用 --reason 写明内容。\n"),
        (["dispute", "1", "ffffffff", "--answer", "有异议"], "工单#1上没有（或不止一条）指纹以 ffffffff 开头的"),
        (["close", "77"], "没有编号为 77 的工单"),
        (["close", "nobody"], "没有编号为 nobody 的工单"),
        (["waive", "x", "--reason", "了结"], "没有编号为 x 的工单"),
        (["retract", "--reason", "读错"], "撤回什么？"),
        (["retract", "1", "--rule", "proceedings-sum", "--reason", "读错"], "撤回什么？"),
        (["retract", "--rule", "proceedings-sum", "--run", "x", "--reason", "读错"], "“x”不是巡检的编号"),
        (["retract", "--rule", "proceedings-sum", "--run", "9" * 30, "--reason", "读错"], f"“{'9' * 30}”不是巡检的编号"),
        (["waive", "9" * 30, "--reason", "已说明"], f"没有编号为 {'9' * 30} 的工单"),
        (["retract", "--rule", "title-year", "--reason", "读错"], "applications-row-sum proceedings-sum"),
        (["reopen", "1", "--reason", "看错"], "gouji tickets show 1"),
        (["assign", "1"], "请用 --to 写明内容。\n"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_that_says_what_to_do(once_faulty: Town, arguments: list[str], said: str) -> None:
    before = once_faulty.kept()
    ended = tickets(once_faulty, *arguments)
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert said in ended.err
    assert once_faulty.kept() == before


def test_what_the_file_of_rules_waives_is_opened_there(town: Town) -> None:
    with (town.folder / "gouji.toml").open("a", encoding="utf-8") as file:
        file.write('[rules]\npath = "rules.toml"\n')
    rules = town.folder / "rules.toml"
    rules.write_text("", "utf-8")
    town.put("report", FAULTY)
    town.patrol()
    rules.write_text('[[waivers]]\nagency = "青禾县水务局"\nuntil = 2999-01-01\nby = "张三"\nreason = "已说明"\n', "utf-8")
    town.patrol()
    assert town.tickets() == [(AGENCY, 2024, "waived")]
    refused = tickets(town, "reopen", "1", "--reason", "看错")
    assert (refused.status, "rules.toml" in refused.err) == (2, True)
    town.put("report", SOUND)
    town.patrol()
    assert town.tickets() == [(AGENCY, 2024, "resolved")]
