"""A report that holds numbers of persons: nothing that leaves shows more than their ends, and who must know is told by another way."""

import json
import re
import socket
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from io import BytesIO
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler
from sqlalchemy import select

from flows.cli.formats import check_formats, read_formats
from flows.office import open_office
from gouji.ledger import facts, tables
from gouji.words import words
from samples import Sample, render
from samples.changes import changed
from tests.flows.calling import gouji
from tests.flows.town import SOUND, Town

IN_TEXT, IN_TITLE, IN_CELL, CARD, ON_PAGE = (
    "340123198705124519", "340123199001011238", "13987906578", "6222021302004715826", "11010519491231002X",
)  # fmt: skip
NUMBERS = (IN_TEXT, IN_TITLE, IN_CELL, CARD, ON_PAGE)
OFFICE = "13712340000"

HOLDING: Sample = replace(
    changed(
        SOUND,
        {
            "preamble": f"申请人张某（公民身份号码{IN_TEXT}，账号{CARD}）已答复。如有疑问请拨打{OFFICE}。",
            "print": {"applications.denied_internal.research": IN_CELL},
            "heading": {1: f"一、总体情况（来信人电话{IN_CELL}）"},
        },
    ),
    title=f"青禾县水务局（{IN_TITLE}）2024年政府信息公开工作年度报告",
)


def holding(shown_as: str) -> bytes:
    data = render(HOLDING, shown_as)
    return data.replace(
        b"</head>", f'<meta name="Author" content="{ON_PAGE}"><meta name="ContentSource" content="张某{ON_PAGE}"></head>'.encode()
    )


def told(text: str) -> list[str]:
    """The numbers of which the text tells more than the ends."""
    flat = re.sub(r"\s", "", text)
    return [number for number in NUMBERS if number[3:-2] in flat]


def unpacked(data: bytes) -> str:
    """The texts in a workbook."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))


# What a writer is given hardly differs by what was read: the second format in those that tell most.
READ_IN = [
    pytest.param(shape, shown_as, marks=[pytest.mark.long] if shown_as == "text" and shape not in ("json", "html") else [])
    for shape in check_formats.WRITERS
    for shown_as in ("html", "text")
]


@pytest.mark.parametrize(("shape", "shown_as"), READ_IN)
def test_no_format_of_check_tells_a_number(shape: str, shown_as: str, tmp_path: Path) -> None:
    report, output = tmp_path / f"report.{shown_as[:4]}", tmp_path / "output"
    (tmp_path / report.name.replace("text", "txt")).write_bytes(holding(shown_as))
    ended = gouji("check", report.with_name(report.name.replace("text", "txt")), "--format", shape, "--output", output)
    said = unpacked(output.read_bytes()) if shape == "xlsx" else output.read_text("utf-8-sig")
    assert (ended.status, told(said + ended.out + ended.err)) == (1, [])
    if shape == "json":
        (checked,) = json.loads(said)["reports"]
        found = [finding for finding in checked["findings"] if finding["rule"] == "personal-data"]
        assert {(f["severity"], f["doubt"]) for f in found} == {("error", True)}
        assert {f["actual"] for f in found} >= {"340*************19", "340*************38", "622**************26", "139******78"}


@pytest.mark.parametrize("shape", read_formats.WRITERS)
def test_no_format_of_read_tells_a_number_and_each_leaves_the_contact_line(shape: str, tmp_path: Path) -> None:
    report, output = tmp_path / "report.html", tmp_path / "output"
    report.write_bytes(holding("html"))
    ended = gouji("read", report, "--format", shape, "--output", output)
    said = unpacked(output.read_bytes()) if shape == "xlsx" else output.read_text("utf-8-sig")
    assert (ended.status, told(said + ended.out + ended.err)) == (0, [])
    assert "139******78" in said
    if shape == "json":
        (read,) = json.loads(said)["reports"]
        assert read["figures"]["applications.denied_internal.research"]["value"] is None


class Postbox(Handler):
    def __init__(self) -> None:
        super().__init__()
        self.letters: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.letters.append(message_from_bytes(bytes(message)))


@pytest.fixture
def postbox() -> Iterator[tuple[Postbox, str]]:
    """A mail server, and the configuration that uses it."""
    box = Postbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, f'[mail]\nhost = "127.0.0.1"\nport = {port}\nfrom = "gouji@example.org"\nto = ["office@example.org"]\n'
    controller.stop()


def text_of(letter: Message) -> str:
    return "".join(part.get_payload(decode=True).decode() for part in letter.walk() if not part.is_multipart())  # type: ignore[union-attr]


def public_files(town: Town) -> str:
    return "".join(path.read_text("utf-8", "replace") for path in sorted(town.pages.rglob("*")) if path.suffix in (".html", ".txt", ".svg"))


def test_a_patrol_tells_those_in_charge_at_once_and_nobody_else(tmp_path: Path, postbox: tuple[Postbox, str]) -> None:
    box, mail = postbox
    town = Town.found(tmp_path / "town", f'{mail}[privacy]\nto = ["privacy@example.org"]\n')
    town.put("report.html", holding("html"))
    town.patrol()
    urgent, digest = sorted(box.letters, key=lambda letter: letter["To"], reverse=True)
    assert (urgent["To"], digest["To"]) == ("privacy@example.org", "office@example.org")
    assert "340*************19" in text_of(urgent)
    assert "report.html" in text_of(urgent)
    for public in (text_of(digest), public_files(town)):
        assert not re.search("personal-data|疑似含|个人信息(?!保护)", public)
        assert words("judging.waits").zh in public
    assert [told(text_of(letter)) for letter in box.letters] == [[], []]
    assert told(public_files(town)) == []
    town.patrol()
    assert len(box.letters) == 2, "each number is told of once"


def test_the_ledger_holds_a_number_only_in_the_report_as_read(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    town.put("report.html", holding("html"))
    town.patrol()
    ledger = town.ledger()
    with ledger.reading() as session:
        holds = {
            (table.name, column.name)
            for table in tables.Base.metadata.sorted_tables
            for row in session.execute(select(table))
            for column, cell in zip(table.columns, row, strict=True)
            if told(json.dumps(cell, ensure_ascii=False, default=str))
        }
    ledger.close()
    assert holds == {("versions", "report")}


def test_no_command_of_the_office_tells_a_number(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    town.put("report.html", holding("html"))
    config = ("--config", town.folder / "gouji.toml")
    run = gouji("run", "--plain", *config)
    asked = [("status",), ("tickets", "list"), ("tickets", "list", "--waiting"), ("tickets", "list", "--waiting", "--format", "json")]
    asked += [("tickets", "show", "1"), ("outbox", "list"), ("notify", "--dry-run"), ("docs", "build")]
    said = [gouji(*command, *config) for command in asked]
    assert [told(ended.out + ended.err) for ended in (run, *said)] == [[]] * (len(asked) + 1)
    assert "340*************19" in said[2].out
    assert str(town.settings.confidential) in said[0].out


def test_without_mail_the_message_is_a_file_beside_the_ledger_that_others_may_not_read(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    town.put("report.txt", holding("text"))
    town.patrol()
    (path,) = town.settings.confidential.iterdir()
    assert (path.stat().st_mode & 0o077, path.parent.stat().st_mode & 0o077) == (0, 0)
    assert "340*************19" in path.read_text("utf-8")
    assert told(path.read_text("utf-8")) == []
    assert not path.is_relative_to(town.pages)


def test_too_many_new_tickets_hold_the_digest_and_not_what_is_urgent(tmp_path: Path, postbox: tuple[Postbox, str]) -> None:
    box, mail = postbox
    town = Town.found(tmp_path / "town", mail)
    town.put("report.txt", holding("text"))
    with open_office(town.settings) as office, office.ledger.writing("held") as session:
        facts.hold(session, words("patrol.no_report"), town.now)
    town.patrol()
    assert ["疑似含身份证号" in text_of(letter) for letter in box.letters] == [True]
    assert box.letters[0]["To"] == "office@example.org"


def test_a_person_who_pauses_holds_what_is_urgent_too(tmp_path: Path, postbox: tuple[Postbox, str]) -> None:
    box, mail = postbox
    town = Town.found(tmp_path / "town", mail)
    town.patrol()
    gouji("pause", "--config", town.folder / "gouji.toml")
    town.put("report.txt", holding("text"))
    town.patrol()
    assert box.letters == []


def test_what_a_person_confirms_no_longer_waits_and_is_no_accusation_either(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    sample = changed(SOUND, {"preamble": f"申请人张某（公民身份号码{IN_TEXT}）已答复。"})
    town.put("report.html", sample, "html")
    assert town.patrol().judged.review == 1
    config = ("--config", town.folder / "gouji.toml")
    (asked,) = json.loads(gouji("tickets", "list", "--waiting", "--format", "json", *config).out)["waiting"]
    assert gouji("tickets", "confirm", asked["fingerprint"], "--by", "李某", *config).status == 0
    assert json.loads(gouji("tickets", "list", "--waiting", "--format", "json", *config).out)["waiting"] == []
    assert town.tickets() == []
