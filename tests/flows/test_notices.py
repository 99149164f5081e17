"""Who is told of what, when, once: by mail, by chat, by the roster."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.header import decode_header, make_header
from email.utils import getaddresses
from pathlib import Path

import pytest

from flows.letters.audiences import audiences
from flows.letters.missed import missed
from flows.office import open_office
from gouji.settings import load
from samples import sound
from tests.flows.calling import gouji
from tests.flows.told import GOVERNMENT, SCHOOLS, WATER, Postbox, Robot, postbox, robot, roster, text_of
from tests.flows.town import NOON, Town

WRONG = {"proceedings__reconsideration__total": "41"}


@pytest.fixture
def box() -> Iterator[Postbox]:
    with postbox() as one:
        yield one


@pytest.fixture
def chat(monkeypatch: pytest.MonkeyPatch) -> Iterator[Robot]:
    with robot() as one:
        monkeypatch.setenv("GOUJI_TEST_CHAT", one.address)
        yield one


def notice(to: str, *more: str) -> str:
    return "\n".join(['[[notices]]\nname = "群"\nurl = { env = "GOUJI_TEST_CHAT" }', f'to = "{to}"', *more, ""])


def test_each_hears_of_its_own_reports_once_and_nobody_of_anothers(tmp_path: Path, box: Postbox) -> None:
    pages = '[pages]\nurl = "https://pages.example.org/gouji/"\n'
    town = Town.found(tmp_path / "town", box.settings("bodies = true\nsuperiors = true\n") + roster(tmp_path) + pages)
    town.put("water", sound(WATER, year=2024).with_figures(**WRONG), "pdf")
    town.put("schools", sound(SCHOOLS, year=2024).with_figures(**WRONG), "html")
    town.patrol()
    letters = box.by_recipient()
    heard = {to: {name for name in (WATER, SCHOOLS) if name in str(letter)} for to, letter in letters.items()}
    assert set(heard) == {"office@example.org", "gov@example.org", "water@example.org", "schools@example.org"}
    told = {to: {name for name in (WATER, SCHOOLS) if name in text_of(letter) + text_of(letter, "html")} for to, letter in letters.items()}
    assert told == {
        "office@example.org": {WATER, SCHOOLS}, "gov@example.org": {WATER, SCHOOLS}, "water@example.org": {WATER}, "schools@example.org": {SCHOOLS},
    }  # fmt: skip

    own = letters["water@example.org"]
    assert own["To"] == "张某 <water@example.org>"
    assert own["Subject"] == "政府信息公开年报检查：青禾县水务局2024年度报告建议核改1处"
    text, html = text_of(own), text_of(own, "html")
    for said in ("填41，而维持", "位置  表四 · 行政复议 · 总计（第", "依据  国办公开办函〔2021〕30号", "改法  "):
        assert said in text
    assert "https://pages.example.org/gouji/reports/" in text
    assert "index.html" not in text + html, "the index shows the other bodies"
    [picture] = [part for part in own.walk() if part.get_content_maintype() == "image"]
    assert f'src="cid:{picture["Content-ID"].strip("<>")}"' in html
    assert picture.get_content().startswith(b"\x89PNG")
    assert 'class="spoken">41</td>' in text_of(letters["schools@example.org"], "html"), "a picture that few mail programs show is a table"

    box.clear()
    town.patrol()
    assert box.letters == []
    town.put("water", sound(WATER, year=2024), "pdf")
    town.patrol()
    assert {to: letter["Subject"] for to, letter in box.by_recipient().items()} == dict.fromkeys(
        ("office@example.org", "gov@example.org", "water@example.org"), "政府信息公开年报检查：青禾县水务局2024年度报告已更正"
    )


def test_by_default_nobody_outside_the_office_is_told(tmp_path: Path, box: Postbox) -> None:
    town = Town.found(tmp_path / "town", box.settings() + roster(tmp_path))
    town.put("water", sound(WATER, year=2024).with_figures(**WRONG))
    town.patrol()
    assert box.recipients == [["office@example.org"]]


def test_who_is_told_for_the_first_time_hears_what_stands_and_not_what_was_mended_long_ago(tmp_path: Path, chat: Robot) -> None:
    town = Town.found(tmp_path / "town", roster(tmp_path))
    town.put("water", sound(WATER, year=2024).with_figures(**WRONG))
    town.put("schools", sound(SCHOOLS, year=2024).with_figures(**WRONG))
    town.patrol()
    town.put("water", sound(WATER, year=2024))
    town.patrol()
    config = town.folder / "gouji.toml"
    config.write_text(config.read_text("utf-8") + notice("superior", f'agency = "{GOVERNMENT}"', 'quiet = ["11:00-15:00"]'), "utf-8")
    town.now = NOON + timedelta(days=1)  # noon in Shanghai
    summary = town.patrol()
    assert (chat.asked, summary.delivered.waiting) == ([], 1)

    shown = json.loads(gouji("notify", "--dry-run", "--format", "json", "--config", config).out)
    [message] = shown["messages"]
    assert (message["to"], SCHOOLS in message["text"], WATER in message["text"]) == (["群"], True, False)
    assert chat.asked == []
    assert "将发给 群：政府信息公开年报检查" in gouji("notify", "--dry-run", "--config", config).out

    town.now += timedelta(hours=3)
    town.patrol()
    [said] = chat.said()
    assert said == message["text"].strip()
    assert len(said.encode()) < 1800
    town.patrol()
    assert len(chat.asked) == 1


def test_a_chat_that_is_down_gets_the_message_later_and_once(tmp_path: Path, chat: Robot) -> None:
    town = Town.found(tmp_path / "town", notice("office"))
    town.put("broken.pdf", b"%PDF-1.4\nnothing <!channel> @all")
    chat.status = 502
    summary = town.patrol()
    assert summary.delivered.waiting == 1
    assert "“群”" in summary.troubles[0].zh
    chat.status = 200
    town.patrol()
    town.patrol()
    assert len(chat.asked) == 2, "the one that failed, and the one that went"


def test_names_of_files_call_nobody_in_a_chat(tmp_path: Path, chat: Robot) -> None:
    town = Town.found(tmp_path / "town", notice("office"))
    town.put("<!channel> @all [x](http:).pdf", b"%PDF-1.4\nnothing")
    town.patrol()
    [said] = chat.said()
    assert "＜!channel＞ ＠all ［x］(http:).pdf" in said


def test_daily_and_weekly_letters_come_once_a_day_and_a_week(tmp_path: Path, box: Postbox) -> None:
    town = Town.found(tmp_path / "town", box.settings('when = ["daily", "weekly"]\n'))
    days = []
    for hours in (0, 2, 24, 7 * 24):
        town.put(f"empty-{hours}.txt", str(hours).encode())
        town.now = NOON + timedelta(hours=hours)
        town.patrol()
        days.append(len(box.letters))
        box.clear()
    # Monday: both; later that day: none; Tuesday: the daily one; Monday again: both.
    assert days == [2, 0, 1, 2]


def test_before_and_after_the_deadline_each_hears_what_is_still_missing_once(tmp_path: Path, box: Postbox) -> None:
    when = 'bodies = true\nwhen = ["before-deadline", "after-deadline"]\ndays = 5\n'
    town = Town.found(tmp_path / "town", box.settings(when) + roster(tmp_path))
    town.put("water", sound(WATER, year=2024))
    told = {}
    for day in ("2025-01-20", "2025-01-28", "2025-01-29", "2025-02-01", "2025-03-01"):
        town.now = datetime.fromisoformat(f"{day}T04:00:00+00:00").astimezone(UTC)
        town.patrol()
        told[day] = {to: letter["Subject"] for to, letter in box.by_recipient().items()}
        box.clear()
    before = "政府信息公开年报检查：距2025-01-31公布截止还有3天：{}份尚未查到，0份建议核改"
    after = "政府信息公开年报检查：2025-01-31公布截止已过：{}份尚未查到，0份建议核改"
    assert {day: subjects for day, subjects in told.items() if subjects} == {
        "2025-01-28": {"office@example.org": before.format(2), "schools@example.org": before.format(1)},
        "2025-02-01": {"office@example.org": after.format(2), "schools@example.org": after.format(1)},
    }


def test_whose_report_may_be_there_is_not_called_missing_and_who_gets_the_deadlines_letter_is_not_reminded_as_well(
    tmp_path: Path, box: Postbox
) -> None:
    town = Town.found(tmp_path / "town", box.settings('when = ["patrol", "before-deadline"]\ndays = 5\n') + roster(tmp_path))
    torn = town.put("scan0001.pdf", b"%PDF-1.4 torn")
    told = []
    for day in (28, 29):
        town.now = datetime(2025, 1, day, 4, tzinfo=UTC)
        town.patrol()
        told.append([letter["Subject"] for letter in box.letters])
        box.clear()
        torn.unlink(missing_ok=True)
    assert len(told[0]) == 1
    assert "尚未查到" not in told[0][0]
    assert [subject for subject in told[1] if "尚未查到" in subject or "期限将到" in subject] == [
        "政府信息公开年报检查：距2025-01-31公布截止还有2天：3份尚未查到，0份建议核改"
    ]


def test_a_dry_run_says_who_has_no_mailbox_and_makes_nothing(tmp_path: Path, box: Postbox) -> None:
    town = Town.found(tmp_path / "town", box.settings("bodies = true\n") + roster(tmp_path))
    ended = gouji("notify", "--dry-run", "--config", town.folder / "gouji.toml")
    assert (ended.status, ended.out) == (0, "没有待发的消息。\n名单中没有邮箱、收不到信的机关有1个：青禾县民政局\n")
    assert not (town.folder / "home" / "ledger.sqlite").exists()


def test_a_name_in_the_roster_is_no_address(tmp_path: Path, box: Postbox) -> None:
    town = Town.found(tmp_path / "town", box.settings("bodies = true\n") + roster(tmp_path))
    path = tmp_path / "bodies.csv"
    path.write_text(f'机构名称,联系人,邮箱\n{WATER},"张某"" <all@evil.example>, ""李某",water@example.org\n', "utf-8")
    with open_office(town.settings) as office:
        [own] = [audience for audience in audiences(office) if audience.kind == "body"]
    [(name, address)] = getaddresses(own.to)
    assert (str(make_header(decode_header(name))), address) == ("张某 all evil example 李某", "water@example.org")


def test_a_notice_on_a_body_that_the_roster_lacks_is_told_at_once(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", roster(tmp_path) + notice("body", 'agency = "青禾县水利局"'))
    ended = gouji("run", "--plain", "--config", town.folder / "gouji.toml")
    assert (ended.status, "“青禾县水利局”" in ended.err) == (2, True)


class TestOperator:
    def test_a_source_that_dies_is_told_once_and_once_when_it_is_back(self, tmp_path: Path, box: Postbox) -> None:
        town = Town.found(tmp_path / "town", box.settings() + '[operator]\nto = ["admin@example.org"]\n')
        town.patrol()
        (town.folder / "inbox").rename(town.folder / "away")
        town.patrol()
        town.patrol()
        (town.folder / "away").rename(town.folder / "inbox")
        town.patrol()
        town.patrol()
        assert [(to, letter["Subject"]) for [to], letter in zip(box.recipients, box.letters, strict=True)] == [
            ("admin@example.org", "勾稽运行：来源“inbox”未能查看"),
            ("admin@example.org", "勾稽运行：来源“inbox”恢复正常"),
        ]

    def test_a_patrol_that_breaks_off_is_told_and_written_down_once_a_day(self, tmp_path: Path, chat: Robot) -> None:
        town = Town.found(tmp_path / "town", '[operator]\nurl = { env = "GOUJI_TEST_CHAT" }\n')
        home = town.folder / "home"
        home.mkdir()
        (home / "ledger.sqlite").write_bytes(b"no database at all" * 100)
        for _ in range(2):
            ended = gouji("run", "--plain", "--config", town.folder / "gouji.toml")
            assert ended.status == 2
        [said] = chat.said()
        [log] = (home / "logs").glob("failure-*.txt")
        assert str(log) in said
        assert "Traceback" in log.read_text("utf-8")
        assert "Traceback" not in said

    def test_a_patrol_that_was_killed_is_told_by_the_next(self, tmp_path: Path, chat: Robot) -> None:
        town = Town.found(tmp_path / "town", '[operator]\nurl = { env = "GOUJI_TEST_CHAT" }\n')

        class Killed(BaseException):
            """As a kill: nothing hears of it."""

        def kill(boundary: str) -> None:
            if boundary == "discover: source: committed":
                raise Killed

        with pytest.raises(Killed):
            town.patrol(kill)
        town.patrol()
        town.patrol()
        assert ["上一次巡查没有做完" in said for said in chat.said()] == [True]

    def test_patrols_missed_are_counted_by_the_schedule(self, tmp_path: Path) -> None:
        (tmp_path / "gouji.toml").write_text('[schedule]\ncron = ["0 6 * 1-3 *", "30 18 * * mon"]\n', "utf-8")
        monday = datetime(2025, 3, 3, 22, 0, tzinfo=UTC)  # Tuesday six o'clock in Shanghai
        settings = load(tmp_path / "gouji.toml")
        assert [missed(settings, monday, monday + timedelta(hours=h)) for h in (1, 24, 25, 24 * 7 + 1)] == [0, 0, 1, 8]
