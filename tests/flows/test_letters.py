"""Letters by a real mail server: each news once."""

import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler

from samples import sound
from tests.flows.killing import killed
from tests.flows.town import FAULTY, OTHER, SOUND, Town


class Postbox(Handler):
    """Keeps the letters that a server took."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.letters.append(message_from_bytes(bytes(message)))


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def server(postbox: Postbox) -> Iterator[Controller]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(postbox, hostname="127.0.0.1", port=port)
    controller.start()
    yield controller
    controller.stop()


@pytest.fixture
def town(tmp_path: Path, server: Controller) -> Town:
    return Town.found(tmp_path / "town", mail(server.port))


def mail(port: int) -> str:
    return f'[mail]\nhost = "127.0.0.1"\nport = {port}\nfrom = "gouji@example.org"\nto = ["office@example.org"]\n'


def plain_text(letter: Message) -> str:
    """The first part of a letter, as its reader sees it without HTML."""
    body = next(part for part in letter.walk() if part.get_content_type() == "text/plain").get_payload(decode=True)
    assert isinstance(body, bytes)
    return body.decode()


def test_news_go_out_once(town: Town, postbox: Postbox) -> None:
    town.put("report", FAULTY)
    summary = town.patrol()
    assert (summary.delivered.sent, summary.delivered.waiting, town.letters()) == (1, 0, [])
    town.patrol()
    [letter] = postbox.letters
    text, html = letter.get_payload()  # type: ignore[misc]  # a letter of two parts
    assert FAULTY.agency in text.get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert FAULTY.agency in html.get_payload(decode=True).decode()  # type: ignore[union-attr]


def test_what_could_not_be_sent_goes_out_with_the_next_patrol_though_it_has_no_news(
    town: Town, postbox: Postbox, server: Controller
) -> None:
    town.put("report", FAULTY)
    config = town.folder / "gouji.toml"
    reachable = config.read_text("utf-8")
    config.write_text(reachable.replace("port = ", "port = 1 # "), "utf-8")
    assert town.patrol().delivered.waiting == 1
    config.write_text(reachable, "utf-8")
    assert town.patrol().delivered.sent == 1
    assert len(postbox.letters) == 1


def test_a_patrol_killed_before_it_noted_that_a_letter_went_sends_it_under_the_same_name(town: Town, postbox: Postbox) -> None:
    town.put("report", FAULTY)
    assert killed(town.patrol, "deliver: handed over") == "SIGKILL"
    town.patrol()
    first, again = postbox.letters
    assert first["Message-ID"] == again["Message-ID"]
    town.put("other", sound(OTHER, year=2024).with_figures(proceedings__reconsideration__total="41"))
    town.put("report", SOUND)
    town.patrol()
    assert len({letter["Message-ID"] for letter in postbox.letters}) == 2


def test_what_is_asked_of_one_document_stands_under_one_heading(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    town.put("water", SOUND.with_figures(applications__received__business="1O", proceedings__reconsideration__total="l"))
    town.put("schools", sound(OTHER, year=2024).with_figures(applications__received__business="?"))
    town.patrol()
    lines = town.letters()[0].read_text("utf-8").splitlines()
    assert lines[0] == "政府信息公开年报检查：2份待人工核实"
    assert [line for line in lines if line.startswith("- ")] == [
        f"- {OTHER} 2024（inbox：schools.txt）：1项",
        f"- {SOUND.agency} 2024（inbox：water.txt）：2项",
    ]


def test_a_way_that_was_not_there_before_first_tells_what_stands_now_in_short_and_then_what_changes(
    tmp_path: Path, postbox: Postbox, server: Controller
) -> None:
    town = Town.found(tmp_path / "town")
    town.put("water", FAULTY)
    town.put("schools", sound(OTHER, year=2024).with_figures(applications__received__business="?"))
    town.patrol()
    town.patrol()
    config = town.folder / "gouji.toml"
    config.write_text(config.read_text("utf-8") + mail(server.port), "utf-8")
    for _ in range(2):
        town.patrol()
    [letter] = postbox.letters
    text = plain_text(letter).splitlines()
    assert text[0] == "政府信息公开年报检查：目前1份建议核改，1份待人工核实"
    assert text[3] == "此前的情况没有用这种方式通知过，以下是目前仍然存在的；以后只通知变化。"
    assert [line for line in text if line.startswith(("- ", "  1."))] == [
        f"- {FAULTY.agency}2024年度报告：1处（工单1）",
        f"- {OTHER} 2024（inbox：schools.txt）：1项",
    ]
    town.put("water", SOUND)
    town.patrol()
    changed = plain_text(postbox.letters[1])
    assert changed.splitlines()[0].endswith(f"：{FAULTY.agency}2024年度报告已更正")
