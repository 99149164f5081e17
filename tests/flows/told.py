"""People who are told: a mail server and a chat robot on this machine, and a county whose bodies have mailboxes."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

GOVERNMENT, WATER, SCHOOLS, ALONE = "青禾县人民政府", "青禾县水务局", "青禾县教育局", "青禾县民政局"
BODIES = f"""机构名称,机构类型,上级机关,联系人,邮箱
{GOVERNMENT},县,,,gov@example.org
{WATER},部门,{GOVERNMENT},张某,water@example.org
{SCHOOLS},部门,{GOVERNMENT},,schools@example.org
{ALONE},部门,,,
"""


@dataclass
class Postbox:
    """Keeps the letters that a mail server took. `down` is what it answers instead, where it takes none."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    recipients: list[list[str]] = field(default_factory=list)
    down: str = ""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.down:
            return self.down
        assert isinstance(envelope.content, bytes)
        letter = message_from_bytes(envelope.content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.recipients.append(list(envelope.rcpt_tos))
        return "250 OK"

    def by_recipient(self) -> dict[str, EmailMessage]:
        """Each one's only letter."""
        assert len({name for names in self.recipients for name in names}) == len(self.recipients)
        return {names[0]: letter for names, letter in zip(self.recipients, self.letters, strict=True)}

    def clear(self) -> None:
        self.letters.clear()
        self.recipients.clear()

    def settings(self, more: str = "") -> str:
        where = f'host = "127.0.0.1"\nport = {self.port}\nfrom = "勾稽 <gouji@example.org>"\nto = ["office@example.org"]\n'
        return f"[mail]\n{where}{more}"


@contextmanager
def postbox() -> Iterator[Postbox]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        box = Postbox(free.getsockname()[1])
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    yield box
    controller.stop()


@dataclass
class Robot:
    """A chat service: keeps what it was asked, answers with this status."""

    port: int = 0
    status: int = 200
    asked: list[dict[str, Any]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"json://127.0.0.1:{self.port}/hook"

    def said(self) -> list[str]:
        return [asked["message"] for asked in self.asked]


@contextmanager
def robot() -> Iterator[Robot]:
    one = Robot()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            one.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(one.status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    one.port = server.server_port
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield one
    server.shutdown()
    server.server_close()


def roster(folder: Path) -> str:
    """The county's roster, as the configuration names it."""
    path = folder / "bodies.csv"
    path.write_text(BODIES, "utf-8")
    return f"[roster]\npath = '{path}'\n"


def text_of(letter: EmailMessage, kind: str = "plain") -> str:
    part = letter.get_body((kind,))
    assert part is not None
    return str(part.get_content())
