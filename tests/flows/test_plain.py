"""A patrol from a folder to tickets, pages and a letter."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gouji.errors import UsageError
from gouji.ledger import leases, shelf, tables
from gouji.ledger.tickets import ticket_json, waiting_list
from samples import following, sound
from tests.flows.town import AGENCY, FAULTY, NOON, OTHER, SOUND, Town


def test_a_faulty_report_gets_a_ticket_a_page_and_a_letter(town: Town) -> None:
    town.put("report", FAULTY)
    summary = town.patrol().as_json()
    assert summary["schema"] == "gouji/run-1"
    assert summary["documents"] == {"new": 1, "changed": 0, "unchanged": 0, "unreadable": 0, "gone": 0}
    assert summary["reports"] == {"checked": 1, "passed": 0, "review": 0, "failed": 1}
    assert summary["tickets"] == {"opened": 1, "updated": 0, "resolved": 0, "reopened": 0}
    assert summary["messages"] == {"sent": 1, "waiting": 0}
    assert summary["sources"] == [{"name": "inbox", "ok": True, "message": None}]
    assert Path(summary["pages"]) == town.pages / "index.html"
    assert town.tickets() == [(AGENCY, 2024, "open")]
    assert AGENCY in Path(summary["pages"]).read_text("utf-8")
    assert f"{AGENCY}2024年度报告：1处" in town.letters()[0].read_text("utf-8")


def test_a_second_patrol_finds_nothing_new(ticketed: Town) -> None:
    before = ticketed.kept()
    summary = ticketed.patrol().as_json()
    assert summary["documents"] == {"new": 0, "changed": 0, "unchanged": 1, "unreadable": 0, "gone": 0}
    assert (summary["reports"]["checked"], summary["tickets"]["opened"], summary["messages"]["sent"]) == (0, 0, 0)
    assert (ticketed.kept(), len(ticketed.letters())) == (before, 1)


def test_a_sound_report_gets_a_page_and_no_ticket(town: Town) -> None:
    town.put("report", SOUND)
    summary = town.patrol()
    assert (summary.judged.passed, summary.settled.opened, summary.delivered.sent) == (1, 0, 0)
    assert list((town.pages / "reports").glob("*.html"))


def test_a_corrected_report_resolves_its_ticket_and_the_old_one_back_reopens_it(ticketed: Town) -> None:
    ticketed.put("report", SOUND)
    corrected = ticketed.patrol()
    assert (corrected.readings.changed, corrected.settled.resolved) == (1, 1)
    assert ticketed.tickets() == [(AGENCY, 2024, "resolved")]
    ticketed.put("report", FAULTY)
    assert ticketed.patrol().settled.reopened == 1
    assert ticketed.tickets() == [(AGENCY, 2024, "open")]
    ledger = ticketed.ledger()
    history = ticket_json(ledger, 1)["history"]
    ledger.close()
    assert [step["kind"] for step in history] == ["opened", "resolved", "reopened"]
    assert [len(letter.read_text("utf-8")) > 0 for letter in ticketed.letters()] == [True] * 3


def test_a_page_whose_visit_counter_changed_is_unchanged(town: Town) -> None:
    town.put("report", FAULTY, "html")
    town.patrol()
    town.put("report", replace(FAULTY, layout=replace(FAULTY.layout, visits=FAULTY.layout.visits + 1)), "html")
    summary = town.patrol()
    assert (summary.readings.changed, summary.unchanged, summary.judged.checked) == (0, 1, 0)


def test_a_report_that_cannot_be_read_is_told_once_and_resolves_nothing(ticketed: Town) -> None:
    ticketed.put("report", b"")
    summary = ticketed.patrol()
    assert (summary.unreadable, summary.settled.resolved) == (1, 0)
    assert ticketed.tickets() == [(AGENCY, 2024, "open")]
    assert "未能读取" in ticketed.letters()[-1].read_text("utf-8")
    assert ticketed.patrol().delivered.sent == 0


def test_a_report_taken_down_keeps_its_ticket(ticketed: Town) -> None:
    (ticketed.folder / "inbox" / "report.txt").unlink()
    summary = ticketed.patrol()
    assert sum(look.gone for look in summary.looks) == 1
    assert ticketed.tickets() == [(AGENCY, 2024, "open")]
    assert "已撤下" in ticketed.letters()[-1].read_text("utf-8")


def test_a_faulty_copy_elsewhere_keeps_the_ticket_open(town: Town) -> None:
    town.put("one/report", FAULTY)
    town.put("two/report", FAULTY)
    town.patrol()
    town.put("one/report", SOUND)
    assert town.patrol().settled.resolved == 0
    town.put("two/report", SOUND)
    assert town.patrol().settled.resolved == 1
    assert town.tickets() == [(AGENCY, 2024, "resolved")]


def test_several_formats_of_one_report_are_judged_once(town: Town) -> None:
    town.put("report", FAULTY)
    town.put("report", FAULTY, "html")
    summary = town.patrol()
    assert (summary.readings.new, summary.judged.checked, summary.settled.opened) == (2, 1, 1)


def test_a_twin_that_changes_is_compared_again(town: Town) -> None:
    town.put("report", SOUND, "html")
    town.put("report", SOUND, "pdf")
    assert town.patrol().judged.passed == 1
    assert _said(town) == []
    town.put("report", SOUND.with_figures(disclosure__permits__decisions="40817"), "pdf")
    assert town.patrol().judged.checked == 1
    [message] = _said(town)
    assert "report.html与report.pdf" in message
    assert "40817" in message
    assert town.patrol().judged.checked == 0


def _said(town: Town) -> list[str]:
    """What the findings of the report that speaks say."""
    ledger = town.ledger()
    with ledger.reading() as session:
        [(row, _, _)] = shelf.current(session)
        said = [f.message.zh for f in shelf.judgement_of(session.get_one(tables.Result, row.result_id)).findings]
    ledger.close()
    return said


def test_last_years_report_is_held_against_this_years(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", 'ticket_level = "warning"\n')
    town.put("2024", SOUND)
    town.put("2025", sound(AGENCY, year=2025, carried_in={"natural_person": 3}))
    assert town.patrol().settled.opened == 1
    assert [finding["rule"] for finding in _ticket(town, 1)["findings"]] == ["carry-over-continuity"]
    town.put("2025", following(SOUND))
    assert town.patrol().settled.resolved == 1


def test_a_fault_stays_while_what_it_rests_on_cannot_be_seen(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", 'ticket_level = "warning"\n')
    town.put("2024", SOUND)
    town.put("2025", sound(AGENCY, year=2025, carried_in={"natural_person": 3}))
    town.patrol()
    town.put("2024", b"")
    summary = town.patrol()
    assert (summary.judged.checked, summary.settled.resolved) == (1, 0)
    assert town.tickets() == [(AGENCY, 2025, "open")]


def test_a_document_without_an_agency_waits_for_a_person(town: Town) -> None:
    town.put("report", sound(AGENCY, year=2024))
    nameless = Town.found(town.folder / "nameless")
    text = (town.folder / "inbox" / "report.txt").read_text("utf-8").replace(AGENCY, "").replace("水务局", "")
    nameless.put("report.txt", text.encode())
    nameless.patrol()
    ledger = nameless.ledger()
    waits = waiting_list(ledger)
    ledger.close()
    assert [(item.location, item.finding) for item in waits if item.key.startswith("unknown")] == [("report.txt", None)]
    assert nameless.tickets() == []
    assert "待人工核实" in nameless.letters()[0].read_text("utf-8")


def test_only_the_year_before_todays_gets_tickets_unless_the_office_says_more(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", "ticket_years = [2023]\n")
    town.put("report", FAULTY)
    assert (town.patrol().judged.failed, town.tickets()) == (1, [])


def test_a_dry_run_says_what_would_be_and_does_nothing(town: Town) -> None:
    town.put("report", FAULTY)
    summary = town.patrol(dry_run=True).as_json()
    assert summary["would"] == {
        "open": [[AGENCY, 2024, 1]],
        "send": [f"政府信息公开年报检查：{AGENCY}2024年度报告建议核改1处"],
        "waived": 0,
        "rules": [{"rule": "proceedings-sum", "agencies": [AGENCY]}],
    }
    assert [path.name for path in (town.folder / "home").iterdir()] == ["dry-run"]


def test_a_dry_run_has_pages_of_its_own_over_those_that_are_there(town: Town) -> None:
    town.put("report", FAULTY)
    town.put("sound", sound(OTHER, year=2024))
    town.patrol()
    before = {path: path.read_bytes() for path in town.pages.rglob("*") if path.is_file()}
    town.put("report", SOUND)
    pages = town.patrol(dry_run=True).pages
    assert {path: path.read_bytes() for path in town.pages.rglob("*") if path.is_file()} == before
    rehearsed = {path.relative_to(pages.parent): path.read_bytes() for path in pages.parent.rglob("*.html")}
    changed = [path.parts[0] for path, page in rehearsed.items() if before[town.pages / path] != page]
    assert sorted(changed) == ["index.html", "reports"]
    assert pages == town.folder / "home" / "dry-run" / "index.html"


def test_a_dry_run_over_a_ledger_leaves_it_as_it_was(ticketed: Town) -> None:
    before, letters = ticketed.kept(), ticketed.letters()
    ticketed.put("report", SOUND)
    summary = ticketed.patrol(dry_run=True)
    assert (summary.settled.resolved, summary.delivered.waiting) == (1, 1)
    assert (ticketed.kept(), ticketed.letters()) == (before, letters)
    assert ticketed.patrol().settled.resolved == 1


def test_a_source_that_cannot_be_looked_at_does_not_keep_the_others(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", '[[sources]]\nname = "lost"\ntype = "folder"\npath = "lost"\n')
    (town.folder / "lost").mkdir()
    (town.folder / "lost" / "old.txt").write_bytes(b"old")
    town.put("report", FAULTY)
    town.patrol()
    (town.folder / "lost" / "old.txt").unlink()
    (town.folder / "lost").rmdir()
    town.put("report", SOUND)
    summary = town.patrol()
    lost, inbox = summary.looks
    assert (lost.ok, lost.gone, inbox.ok, summary.complete, summary.settled.resolved) == (False, 0, True, False, 1)
    assert "lost" in town.letters()[-1].read_text("utf-8")


def test_many_new_tickets_at_once_hold_what_goes_out_by_mail(tmp_path: Path) -> None:
    town = Town.found(
        tmp_path / "town", '[brake]\ntickets = 0\nshare = 0.5\n[mail]\nhost = "127.0.0.1"\nport = 1\nfrom = "a@b.cn"\nto = ["c@d.cn"]\n'
    )
    town.put("first", SOUND)
    assert town.patrol().delivered.held is None
    town.put("second", sound(OTHER, year=2024).with_figures(proceedings__reconsideration__total="41"))
    town.put("first", FAULTY)
    summary = town.patrol()
    assert (summary.settled.opened, summary.delivered.waiting, summary.delivered.troubles) == (2, 1, ())
    assert summary.delivered.held is not None
    assert "2" in summary.delivered.held.zh


def test_a_mail_server_out_of_reach_keeps_the_message_for_later(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", '[mail]\nhost = "127.0.0.1"\nport = 1\nfrom = "a@b.cn"\nto = ["c@d.cn"]\n')
    town.put("report", FAULTY)
    summary = town.patrol()
    assert (summary.delivered.sent, summary.delivered.waiting, summary.complete) == (0, 1, False)
    assert (town.pages / "index.html").exists()
    assert town.patrol().delivered.waiting == 1


def test_two_patrols_at_once_are_refused_with_a_sentence(town: Town) -> None:
    ledger = town.ledger()
    with ledger.writing("lease") as session:
        leases.take(session, "patrol", leases.Holder.this("another"), NOON)
    ledger.close()
    with pytest.raises(UsageError, match="under way"):
        town.patrol()


def test_a_page_that_was_deleted_is_written_again(ticketed: Town) -> None:
    [page] = (ticketed.pages / "reports").glob("*.html")
    page.unlink()
    ticketed.patrol()
    assert page.exists()


def test_a_file_name_in_no_encoding_is_taken_all_the_same(town: Town) -> None:
    town.put("report", FAULTY).rename(Path(str(town.folder / "inbox") + "/\udcb1\udcff.txt"))
    assert town.patrol().settled.opened == 1


def _ticket(town: Town, number: int) -> dict[str, Any]:
    ledger = town.ledger()
    try:
        return ticket_json(ledger, number)
    finally:
        ledger.close()
