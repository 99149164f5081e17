"""Who has not published by the deadline: told before it, ticketed after it where it is sure, and never where it is not."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from flows.cli.formats.confirm_text import as_text
from flows.cli.formats.run_text import as_text as run_text
from flows.cli.voice import voice_for
from flows.office import open_office
from flows.steps.answer import answer, unsay
from gouji.errors import UsageError
from gouji.ledger import tables
from gouji.ledger.answers import Answer
from gouji.ledger.desk import all_tickets
from gouji.ledger.tickets import waiting_list
from samples import Sample, sound
from tests.flows.calling import gouji
from tests.flows.town import Town

CONFIG = '[roster]\npath = "bodies.csv"\n'
COUNTY = "青禾县人民政府"
HEADER = "机构名称,上级机关,别名,网址,成立日期,撤并日期,截止日期,备注\n"


def office(folder: Path, rows: str, day: date, config: str = CONFIG) -> Town:
    """An office with this roster on a morning of 2026; reports on 2025 get tickets."""
    town = Town.found(folder / "town", "ticket_years = [2025]\n" + config)
    (town.folder / "bodies.csv").write_text(HEADER + rows, "utf-8")
    return at(town, day)


def at(town: Town, day: date) -> Town:
    town.now = datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)
    return town


def row(name: str, above: str = COUNTY, **columns: str) -> str:
    order = ("alias", "site", "founded", "dissolved", "due", "remark")
    return ",".join([name, above, *(columns.get(column, "") for column in order)]) + "\n"


def report(agency: str, published: date = date(2026, 1, 16), year: int = 2025) -> Sample:
    return replace(sound(agency, year=year), signed_on=published, published_on=published)


def duties(town: Town) -> dict[str, tuple[str, str | None]]:
    """How each body stands and why."""
    ledger = town.ledger()
    with ledger.reading() as session:
        found = {d.agency: (d.state, d.why) for d in session.scalars(select(tables.Duty))}
    ledger.close()
    return found


def findings(town: Town) -> dict[str, list[tuple[str, str]]]:
    """Of each ticket its rules and how they stand."""
    ledger = town.ledger()
    with ledger.reading() as session:
        found = {t.agency: [(f.finding.rule, str(f.status)) for f in t.findings] for t in all_tickets(session)}
    ledger.close()
    return found


def test_a_missing_report_is_ticketed_after_the_deadline_and_the_ticket_ends_when_it_appears_late(tmp_path: Path) -> None:
    town = office(tmp_path, row("青禾县水务局") + row("青禾县教育局"), date(2026, 1, 20))
    town.put("water", report("青禾县水务局"), "html")
    town.patrol()
    at(town, date(2026, 1, 31)).patrol()
    assert town.tickets() == []
    opened = at(town, date(2026, 2, 1)).patrol()
    assert opened.settled.new == (("青禾县教育局", 2025, 1),)
    assert findings(town) == {"青禾县教育局": [("report-missing", "open")]}
    again = at(town, date(2026, 2, 2)).patrol()
    assert (again.settled.opened, again.settled.updated) == (0, 0)
    at(town, date(2026, 2, 6)).put("education", report("青禾县教育局", date(2026, 2, 5)), "html")
    town.patrol()
    assert town.tickets() == [("青禾县教育局", 2025, "resolved")]
    assert findings(town) == {"青禾县教育局": [("report-missing", "fixed"), ("published-late-department", "recorded")]}
    letters = [path.read_text("utf-8") for path in town.letters()]
    assert ["青禾县教育局" in letter for letter in letters] == [True] * 4
    assert [letter.splitlines()[0].partition("：")[2] for letter in letters] == ["期限将到（1）"] * 2 + [
        "青禾县教育局2025年度报告逾期未见",
        "1份只作记录（如逾期公布），1份已补上",
    ]


def test_nothing_is_said_of_whom_nobody_can_know_it(tmp_path: Path) -> None:
    rows = [
        row("青禾县水务局", dissolved="2026-01-15"),
        row("青禾县教育局", founded="2026-01-05"),
        row("青禾县渔业局", remark="已并入农业农村局"),
        row("青禾县民政局", due="2026年春"),
        row("青禾县柳汀镇人民政府"),
        row("青禾县柏溪镇人民政府", due="2026-02-10"),
        row(COUNTY, ""),
        row("青禾县财政局", due="2026-02-20"),
        row("青禾县环境保护局"),
        row("青禾县生态环境局", alias="青禾县环境保护局"),
    ]
    town = office(tmp_path, "".join(rows), date(2026, 2, 12))
    town.put("ecology", report("青禾县生态环境局"), "html")
    town.patrol()
    assert duties(town) == {
        "青禾县水务局": ("excused", "dissolved-before"),
        "青禾县教育局": ("excused", "founded-later"),
        "青禾县渔业局": ("unknown", "end-unclear"),
        "青禾县民政局": ("unknown", "deadline-unclear"),
        "青禾县柳汀镇人民政府": ("unknown", "no-local-deadline"),
        "青禾县柏溪镇人民政府": ("missing", None),
        COUNTY: ("open", None),
        "青禾县财政局": ("open", None),
        "青禾县环境保护局": ("unknown", "listed-twice"),
        "青禾县生态环境局": ("published", None),
    }
    assert town.tickets() == [("青禾县柏溪镇人民政府", 2025, "open")]


def test_a_source_that_was_not_read_whole_since_the_deadline_accuses_nobody(tmp_path: Path) -> None:
    town = office(tmp_path, row("青禾县水务局"), date(2026, 1, 31))
    town.patrol()
    (town.folder / "inbox").rename(town.folder / "away")
    at(town, date(2026, 2, 5)).patrol()
    assert duties(town) == {"青禾县水务局": ("unknown", "source-not-whole")}
    (town.folder / "away").rename(town.folder / "inbox")
    at(town, date(2026, 2, 6)).patrol()
    assert town.tickets() == [("青禾县水务局", 2025, "open")]


def test_a_document_that_may_be_the_report_makes_a_question_until_a_person_says_whose_it_is(tmp_path: Path) -> None:
    town = office(tmp_path, row("青禾县水利局") + row("青禾县教育局") + row("青禾县财政局"), date(2026, 2, 2))
    town.put("renamed", report("青禾县水务局"), "html")  # not on the roster, and like one that is
    town.put("青禾县教育局2025年年报.pdf", b"%PDF-1.4 torn")  # cannot be read, and is called after one
    town.patrol()
    assert duties(town) == {"青禾县水利局": ("doubt", None), "青禾县教育局": ("doubt", None), "青禾县财政局": ("missing", None)}
    assert town.tickets() == [("青禾县财政局", 2025, "open")]


def test_a_file_of_nobody_makes_a_question_of_every_body(tmp_path: Path) -> None:
    town = office(tmp_path, row("青禾县水利局") + row("青禾县教育局"), date(2026, 2, 2))
    town.put("scan0001.pdf", b"%PDF-1.4 torn")
    town.put("2019年度报告.pdf", b"%PDF-1.4 torn too")
    town.patrol()
    assert {state for state, _ in duties(town).values()} == {"doubt"}
    assert town.tickets() == []
    (town.folder / "inbox" / "scan0001.pdf").unlink()
    at(town, date(2026, 2, 3)).patrol()
    assert [agency for agency, _, _ in town.tickets()] == ["青禾县教育局", "青禾县水利局"]


def test_a_report_that_was_taken_down_is_not_called_missing(tmp_path: Path) -> None:
    town = office(tmp_path, row("青禾县水务局"), date(2026, 1, 20))
    path = town.put("water", report("青禾县水务局"), "html")
    town.patrol()
    path.unlink()
    at(town, date(2026, 2, 2)).patrol()
    assert duties(town) == {"青禾县水务局": ("unknown", "withdrawn")}
    assert town.tickets() == []


def test_reminders_come_once_for_each_day_and_name_who_is_left(tmp_path: Path) -> None:
    config = CONFIG + "[deadline]\nremind_days = [10, 2]\n"
    town = office(tmp_path, row("青禾县水务局") + row("青禾县教育局"), date(2026, 1, 20), config)
    town.put("water", report("青禾县水务局"), "html")
    told = []
    for day in (20, 21, 24, 29, 30):
        before = len(town.letters())
        at(town, date(2026, 1, day)).patrol()
        told.append(len(town.letters()) - before)
    assert told == [0, 1, 0, 1, 0]
    assert ["青禾县水务局" in path.read_text("utf-8") for path in town.letters()] == [False, False]


def test_a_mistake_of_the_roster_ends_the_ticket_that_it_opened(tmp_path: Path) -> None:
    town = office(tmp_path, row("青禾县水务局"), date(2026, 2, 2))
    town.patrol()
    assert town.tickets() == [("青禾县水务局", 2025, "open")]
    (town.folder / "bodies.csv").write_text(HEADER + row("青禾县水务局", dissolved="2025-06-30"), "utf-8")
    at(town, date(2026, 2, 3)).patrol()
    assert town.tickets() == [("青禾县水务局", 2025, "resolved")]


def test_years_that_were_due_before_anybody_looked_are_left_alone_unless_they_are_named(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", 'ticket_years = "all"\n' + CONFIG)
    (town.folder / "bodies.csv").write_text(HEADER + row("青禾县水务局"), "utf-8")
    at(town, date(2026, 3, 2)).patrol()
    assert town.tickets() == [("青禾县水务局", 2025, "open")]
    at(town, date(2027, 3, 2)).patrol()
    assert [year for _, year, _ in town.tickets()] == [2025, 2026]


def test_who_has_looked_says_that_a_document_is_not_the_report_and_the_ticket_is_opened(tmp_path: Path) -> None:
    town = office(tmp_path, row("青禾县水利局"), date(2026, 2, 2))
    town.put("other", report("青禾县水务局"), "html")
    town.patrol()
    ledger = town.ledger()
    [asked] = [item for item in waiting_list(ledger) if item.finding]
    ledger.close()
    assert (asked.agency, asked.year, asked.location) == ("青禾县水利局", 2025, "other.html")
    assert "可能是它的文件：inbox: other.html（写的是青禾县水务局）" in asked.words.zh
    with open_office(town.settings, now=lambda: town.now) as desk:
        answer(desk, Answer(asked.fingerprint or "", "王五"))
    assert town.tickets() == [("青禾县水利局", 2025, "open")]


NOTE = "使用说明\n各单位请把文件放进这个文件夹，每天早上核对。有问题请联系政务公开科。\n"


def test_a_note_beside_the_reports_is_nobodys_report_and_holds_back_no_ticket(tmp_path: Path) -> None:
    town = office(tmp_path, row("青禾县水利局") + row("青禾县教育局"), date(2026, 2, 2))
    town.put("readme.txt", NOTE.encode())
    town.put("scan0001.html", "<title>青禾县</title><p>青禾县</p>".encode())  # nothing but a name: a script may fill it
    town.patrol()
    assert {state for state, _ in duties(town).values()} == {"doubt"}
    (town.folder / "inbox" / "scan0001.html").unlink()
    at(town, date(2026, 2, 3)).patrol()
    assert {state for state, _ in duties(town).values()} == {"missing"}


def test_that_a_file_is_no_report_is_taken_back_for_the_same_bytes_and_said_again(tmp_path: Path) -> None:
    town = office(tmp_path, row("青禾县水利局"), date(2026, 2, 2))
    town.put("scan0001.pdf", b"%PDF-1.4 torn")
    town.patrol()
    ledger = town.ledger()
    [item] = waiting_list(ledger)
    mark = item.fingerprint or ""
    with open_office(town.settings, now=lambda: town.now) as desk:
        answer(desk, Answer(mark, "王五"))
        assert waiting_list(ledger) == []
        told = as_text(Answer(mark, "赵六"), *unsay(desk, mark[:8], "赵六", "看错了"), voice_for((), {}))
        assert told.startswith("已收回：王五 2026-02-02 10:00 所作的确认不再算数，")
        assert "工单1：撤回1处，现为已撤回" in told
        assert findings(town) == {"青禾县水利局": [("report-missing", "retracted")]}
        assert [item.fingerprint for item in waiting_list(ledger)] == [mark]
        with pytest.raises(UsageError, match="nothing to take back"):
            unsay(desk, mark, "赵六", None)
        answer(desk, Answer(mark, "王五"))
        assert waiting_list(ledger) == []
        assert findings(town) == {"青禾县水利局": [("report-missing", "open")]}
    ledger.close()


def test_who_has_looked_says_that_a_file_that_nobody_can_read_is_no_report_and_the_tickets_are_opened(tmp_path: Path) -> None:
    town = office(tmp_path, row("青禾县水利局") + row("青禾县教育局"), date(2026, 2, 2))
    town.put("scan0001.pdf", b"%PDF-1.4 torn")
    town.patrol()
    assert town.tickets() == []
    listed = gouji("tickets", "list", "--waiting", "--config", town.folder / "gouji.toml")
    [mark] = re.findall("^  ([0-9a-f]{32})$", listed.out, re.MULTILINE)
    assert "gouji tickets confirm 指纹 记下" in listed.out.replace("\n", "")
    with open_office(town.settings, now=lambda: town.now) as desk:
        said = Answer(mark, "王五")
        told = as_text(said, *answer(desk, said), voice_for((), {}))
    assert told.startswith("已记录：王五看过，不是年度报告。scan0001.pdf")
    assert [agency for agency, _, _ in town.tickets()] == ["青禾县教育局", "青禾县水利局"]
    ledger = town.ledger()
    assert waiting_list(ledger) == []
    ledger.close()
    at(town, date(2026, 2, 3)).put("scan0001.pdf", b"%PDF-1.4 torn anew")  # a word on these bytes only
    town.patrol()
    assert {state for state, _ in duties(town).values()} == {"doubt"}


def test_a_patrol_says_of_whom_it_never_says_that_a_report_is_missing(tmp_path: Path) -> None:
    rows = [row("青禾县水务局", due="春节后"), row("青禾县教育局"), row("青禾县柳汀镇人民政府"), row("青禾县民政局", due="一季度")]
    lines = run_text(office(tmp_path, "".join(rows), date(2026, 1, 20)).patrol(), voice_for((), {})).splitlines()
    assert [line for line in lines if "期限不明" in line] == [
        "      期限不明 2 个（青禾县水务局、青禾县民政局），不会认定逾期：名单的截止日期看不明白。逐行见 gouji roster check",
        "      期限不明 1 个（青禾县柳汀镇人民政府），不会认定逾期：名单和配置没有规定期限。逐行见 gouji roster check",
    ]
