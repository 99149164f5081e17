"""A doubt is settled by a person: at once in what stands, and for good at the next patrol."""

import json
from pathlib import Path
from typing import Any

import pytest

from gouji.ledger import leases
from samples import Sample
from tests.flows.calling import Ended, gouji
from tests.flows.test_postgresql import address
from tests.flows.town import AGENCY, FAULTY, NOON, OTHER, SOUND, Town

__all__ = ["address"]

NEW = "applications.received.natural_person"
# 17 with a blank between its digits: nobody can tell whether one figure stands there or two.
DOUBTFUL = SOUND.with_figures(applications__received__natural_person="1 7")
# Such a total, which the others do not make: the fault may be the report's or ours.
QUESTION = SOUND.with_figures(proceedings__reconsideration__total="4 1")


def settled(town: Town, sample: Sample) -> tuple[Town, list[dict[str, Any]]]:
    """The town after a patrol over this report, and what waits there."""
    town.put("report", sample, "html")
    town.patrol()
    return town, waits(town)


@pytest.fixture(scope="module")
def once_doubtful(tmp_path_factory: pytest.TempPathFactory) -> Town:
    town, _ = settled(Town.found(tmp_path_factory.mktemp("doubtful") / "town"), DOUBTFUL)
    return town


@pytest.fixture
def doubtful(once_doubtful: Town, tmp_path: Path) -> Town:
    """A town after a patrol over a report with a figure in doubt."""
    return once_doubtful.copied(tmp_path / "town")


def waits(town: Town) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(called(town, "list", "--waiting", "--format", "json").out)["waiting"]
    return listed


def called(town: Town, name: str, *arguments: object) -> Ended:
    return gouji("tickets", name, *arguments, "--config", town.folder / "gouji.toml")


def page(town: Town) -> str:
    [path] = (town.pages / "reports").glob("*.html")
    return path.read_text("utf-8")


def nameless(town: Town) -> None:
    """A patrol over a faulty report that names nobody."""
    path = town.put("report", FAULTY)
    town.put("report.txt", path.read_text("utf-8").replace(AGENCY, "").replace("水务局", "").encode())
    town.patrol()


def test_a_figure_in_doubt_is_listed_with_all_that_a_person_needs_and_confirmed_for_good(doubtful: Town) -> None:
    town, [item] = doubtful, waits(doubtful)
    [reading] = item["readings"]
    said = called(town, "list", "--waiting").out
    place = ("表三 · 一、本年新收政府信息公开申请数量 · 自然人", "读作“1 7”；数字中间有空格或断开", "第2个表第4行第4列", "report.html")
    assert all(part in said for part in (reading["fingerprint"], *place))
    assert (reading["subject"], reading["raw"], reading["state"]) == (NEW, "1 7", "number")
    for given in ("0" * 32, "abc", "zzzzzzzz"):
        refused = called(town, "confirm", given)
        assert (refused.status, refused.out, refused.err.count("\n")) == (2, "", 1)

    ended = called(town, "confirm", item["fingerprint"], "--by", "王芳")
    assert ended.status == 0
    assert "王芳核读" in ended.out
    assert "待核 → 未发现错误" in ended.out
    assert waits(town) == []
    before = page(town)
    assert "由王芳于" in before
    assert "1 7" in before
    summary = town.patrol()
    assert (summary.judged.checked, waits(town), page(town)) == (0, [], before)


def test_a_corrected_reading_is_what_the_rules_look_at(doubtful: Town) -> None:
    town, [item] = doubtful, waits(doubtful)
    ended = called(town, "confirm", item["fingerprint"], "--value", "16", "--by", "王芳")
    assert "待核 → 建议核改" in ended.out
    assert "applications-row-sum" in ended.out
    assert town.tickets() == [(AGENCY, 2024, "open")]
    shown = json.loads(called(town, "show", "1", "--format", "json").out)
    [reading] = shown["readings"]
    assert (reading["said"]["raw"], reading["was"]["raw"], reading["by"]) == ("16", "1 7", "王芳")
    again = called(town, "confirm", item["fingerprint"], "--value", "17", "--by", "李明")
    assert "不再成立：applications-row-sum" in again.out
    assert town.tickets() == [(AGENCY, 2024, "retracted")]  # nobody mended anything


def test_a_doubt_that_is_confirmed_becomes_sure_and_gets_its_ticket_on_postgresql_as_well(tmp_path: Path, address: str) -> None:
    town, [item] = settled(Town.found(tmp_path / "town", f'ledger = "{address}"\n'), QUESTION)
    assert (item["finding"]["rule"], item["finding"]["doubt"], town.tickets()) == ("proceedings-sum", True, [])
    ended = called(town, "confirm", item["fingerprint"][:8], "--by", "王芳")
    assert "不再存疑：proceedings-sum" in ended.out
    [finding] = json.loads(called(town, "show", "1", "--format", "json").out)["findings"]
    assert (finding["doubt"], finding["status"], finding["confirmed"]["by"]) == (False, "confirmed", "王芳")
    assert town.patrol().settled.updated == 0
    assert (town.tickets(), waits(town)) == ([(AGENCY, 2024, "open")], [])


def test_an_answer_beside_a_patrol_counts_with_the_next_until_the_report_is_changed(doubtful: Town) -> None:
    town, [item] = doubtful, waits(doubtful)
    ledger = town.ledger()
    with ledger.writing("lease") as session:
        leases.take(session, "patrol", leases.Holder.this("another"), NOON.replace(year=2999))
    ended = called(town, "confirm", item["fingerprint"], "--by", "王芳")
    assert (ended.status, "下一次巡检用上" in ended.out) == (0, True)
    with ledger.writing("lease") as session:
        leases.give_back(session, "patrol", leases.Holder.this("another"))
    ledger.close()
    assert town.patrol().judged.passed == 1

    town.put("report", DOUBTFUL.with_figures(disclosure__penalties__decisions="70"), "html")
    town.patrol()
    [again] = waits(town)
    assert [reading["subject"] for reading in again["readings"]] == [NEW]
    assert again["fingerprint"] != item["fingerprint"]


def test_a_report_that_names_no_agency_gets_one_and_is_judged_as_its(town: Town) -> None:
    nameless(town)
    item = next(item for item in waits(town) if item["agency"] is None)
    assert called(town, "confirm", item["fingerprint"], "--by", "王芳").status == 2
    assert called(town, "confirm", item["fingerprint"], "--agency", AGENCY, "--year", "2024", "--by", "王芳").status == 0
    assert town.tickets() == [(AGENCY, 2024, "open")]
    assert waits(town) == []


def test_a_ticket_that_came_of_a_word_ends_with_it_and_comes_again_with_the_next(town: Town) -> None:
    town, [item] = settled(town, QUESTION)
    called(town, "confirm", item["fingerprint"], "--by", "王五")
    assert town.tickets() == [(AGENCY, 2024, "open")]
    said = called(town, "confirm", item["fingerprint"], "--undo", "--by", "赵六").out.replace("\n", "")
    assert "工单1：撤回1处，现为已撤回" in said
    assert (town.tickets(), [one["fingerprint"] for one in waits(town)]) == ([(AGENCY, 2024, "retracted")], [item["fingerprint"]])
    assert town.patrol().settled.updated == 0
    called(town, "confirm", item["fingerprint"], "--by", "王五")
    assert (town.tickets(), waits(town)) == ([(AGENCY, 2024, "open")], [])
    shown = json.loads(called(town, "show", "1", "--format", "json").out)
    assert [(step["kind"], len(step.get("withdrawn", ()))) for step in shown["history"]] == [
        ("opened", 0),
        ("retracted", 1),
        ("reopened", 0),
    ]
    assert "撤回1处：所据的人工核读已收回或改读" in called(town, "show", "1").out.replace("\n", "").replace(" ", "")


def test_whoever_heard_of_a_fault_that_a_person_had_misread_hears_that_it_is_withdrawn_and_not_corrected(town: Town) -> None:
    town, [item] = settled(town, QUESTION)
    called(town, "confirm", item["fingerprint"], "--by", "王五")
    town.patrol()
    assert "proceedings-sum" not in town.letters()[-1].read_text("utf-8")
    called(town, "confirm", item["fingerprint"], "--undo", "--by", "赵六")
    town.patrol()
    letter = town.letters()[-1].read_text("utf-8")
    assert ("撤回：此前所提有误，请忽略" in letter, "撤回原因：人工核读时读错，已改" in letter, "已更正" in letter) == (True, True, False)


def test_what_a_person_reads_otherwise_was_never_mended_and_stands_again_when_that_is_taken_back(ticketed: Town) -> None:
    [mark] = [f["fingerprint"] for f in json.loads(called(ticketed, "show", "1", "--format", "json").out)["findings"]]
    total = "proceedings.reconsideration.total"
    called(ticketed, "confirm", mark, "--figure", total, "--value", SOUND.figures[total], "--by", "王五")
    assert ticketed.tickets() == [(AGENCY, 2024, "retracted")]
    called(ticketed, "confirm", mark, "--undo", "--by", "赵六")
    assert ticketed.tickets() == [(AGENCY, 2024, "open")]


def test_a_report_given_to_the_wrong_body_takes_its_ticket_with_it(town: Town) -> None:
    nameless(town)
    item = next(item for item in waits(town) if item["agency"] is None)
    for body in (OTHER, AGENCY):
        assert called(town, "confirm", item["fingerprint"], "--agency", body, "--year", "2024", "--by", "王芳").status == 0
    assert town.tickets() == [(OTHER, 2024, "retracted"), (AGENCY, 2024, "open")]
    assert called(town, "confirm", item["fingerprint"], "--undo", "--by", "王芳").status == 0
    assert town.tickets() == [(OTHER, 2024, "retracted"), (AGENCY, 2024, "retracted")]
    assert [one["agency"] for one in waits(town)] == [None]


def test_what_was_confirmed_or_corrected_is_taken_back_and_asked_again(doubtful: Town) -> None:
    town, [item] = doubtful, waits(doubtful)
    mark = item["fingerprint"]
    for value in ((), ("--value", "18")):
        called(town, "confirm", mark, *value, "--by", "王五")
        assert waits(town) == []
        said = called(town, "confirm", mark, "--undo", "--by", "赵六").out
        assert said.replace("\n", "").startswith("已收回：王五 ")
        assert [one["fingerprint"] for one in waits(town)] == [mark]
    assert called(town, "confirm", mark, "--undo", "--value", "17").status == 2
    assert "没有可以收回的" in called(town, "confirm", mark, "--undo").err.replace("\n", "")
