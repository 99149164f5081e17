"""Mail, sent to real servers on this machine."""

import pickle
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import formataddr
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from connectors.notifiers import DeliveryFailed, Mail, Message, Picture
from gouji.settings import MailSetting

DIGEST = Message(key="digest-1", subject="勾稽：新增 2 份待核改年报", text="正文\n", html="<p>正文</p>")


class Desk:
    """A mail server's desk: keeps letters, or answers as told."""

    def __init__(self, data: str = "250 OK", refuse: dict[str, str] | None = None) -> None:
        self.answer, self.refuse = data, refuse or {}
        self.letters: list[EmailMessage] = []
        self.recipients: list[list[str]] = []

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802 - aiosmtpd's name
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        assert isinstance(envelope.content, bytes)
        if self.answer.startswith("250"):
            letter = message_from_bytes(envelope.content, policy=default)
            assert isinstance(letter, EmailMessage)
            self.letters.append(letter)
            self.recipients.append(list(envelope.rcpt_tos))
        return self.answer


Serve = Callable[..., int]


@pytest.fixture
def serve() -> Iterator[Serve]:
    controllers: list[Controller] = []

    def start(desk: Desk, **options: Any) -> int:
        controller = Controller(desk, hostname="127.0.0.1", port=free_port(), **options)
        controller.start()
        controllers.append(controller)
        return int(controller.port)

    yield start
    for controller in controllers:
        controller.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def mail(port: int, **more: Any) -> Mail:
    given = {"host": "127.0.0.1", "port": port, "from": "勾稽 <gouji@example.org>", "to": ["office@example.org"], "timeout": 5.0, **more}
    return Mail(MailSetting.model_validate(given))


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate and key that this machine made for itself."""
    folder = tmp_path_factory.mktemp("certificate")
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*command, *names, "-keyout", key, "-out", cert], check=True, capture_output=True)
    return cert, key


@pytest.fixture
def server_side(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


def test_a_message_arrives_as_text_and_html_with_its_chinese_subject(serve: Serve) -> None:
    desk = Desk()
    assert mail(serve(desk)).send(DIGEST).refused == ()
    [letter] = desk.letters
    assert letter["Subject"] == "勾稽：新增 2 份待核改年报"
    assert letter["From"] == "勾稽 <gouji@example.org>"
    assert desk.recipients == [["office@example.org"]]
    parts = {part.get_content_type(): part.get_content() for part in letter.iter_parts() if isinstance(part, EmailMessage)}
    assert {kind: text.strip() for kind, text in parts.items()} == {"text/plain": "正文", "text/html": "<p>正文</p>"}


def test_the_same_message_sent_again_has_the_same_id(serve: Serve) -> None:
    desk = Desk()
    port = serve(desk)
    for message in (DIGEST, DIGEST, Message("digest-2", "b", "c")):
        mail(port).send(message)
    first, again, other = [letter["Message-ID"] for letter in desk.letters]
    assert first == again != other


def test_a_subject_cannot_add_a_header(serve: Serve) -> None:
    desk = Desk()
    mail(serve(desk)).send(Message("k", "a\r\nBcc: all@example.org\x00\u2028Cc: x", "text"))
    [letter] = desk.letters
    assert letter["Bcc"] is None
    assert letter["Cc"] is None
    assert letter["Subject"] == "a Bcc: all@example.org Cc: x"


def test_a_long_subject_and_a_name_in_any_script_arrive_whole_enough_and_add_no_header(serve: Serve) -> None:
    desk = Desk()
    name = formataddr(("青禾县水务局（张某）", "water@example.org"))
    mail(serve(desk)).send(Message("k", "年报检查：" + "青禾县水务局，" * 200, "正文", to=(name,)))
    [letter] = desk.letters
    assert letter["Subject"].startswith("年报检查：青禾县水务局，")
    assert letter["Subject"].endswith("…")
    assert len(letter["Subject"]) == 121
    assert desk.recipients == [["water@example.org"]]
    [address] = letter["To"].addresses
    assert (address.display_name, address.addr_spec) == ("青禾县水务局（张某）", "water@example.org")
    assert {"Bcc", "Cc", "Reply-To"}.isdisjoint(letter.keys())


def test_pictures_belong_to_the_html_and_are_named_in_it(serve: Serve) -> None:
    desk = Desk()
    picture = Picture("picture-1", b"\x89PNG\r\n\x1a\n", "png")
    mail(serve(desk)).send(Message("k", "a", "正文", '<img src="cid:picture-1">', pictures=(picture,)))
    [letter] = desk.letters
    kinds = [part.get_content_type() for part in letter.walk()]
    assert kinds == ["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"]
    [image] = [part for part in letter.walk() if part.get_content_type() == "image/png"]
    assert (image["Content-ID"], image.get_content_disposition(), image.get_payload(decode=True)) == ("<picture-1>", "inline", picture.data)


@pytest.mark.parametrize("address", ["a@b.example\r\nBcc: c@d.example", "no address", "a@b.example, c@d.example", ""])
def test_a_recipient_that_is_no_address_is_refused_before_anything_is_sent(serve: Serve, address: str) -> None:
    desk = Desk()
    with pytest.raises(DeliveryFailed) as caught:
        mail(serve(desk)).send(Message("k", "a", "b", to=(address,)))
    assert caught.value.permanent
    assert desk.letters == []


def test_half_a_sign_in_the_text_does_not_stop_the_message(serve: Serve) -> None:
    desk = Desk()
    mail(serve(desk)).send(Message("k", "标题 \udce4", "正文 \udce4", "<p>\udce4</p>"))
    assert len(desk.letters) == 1


@pytest.mark.parametrize(("answer", "permanent"), [("451 try later", False), ("554 5.7.1 spam", True)])
def test_what_the_server_answers_tells_whether_to_try_again(serve: Serve, answer: str, permanent: bool) -> None:
    with pytest.raises(DeliveryFailed) as caught:
        mail(serve(Desk(data=answer))).send(DIGEST)
    assert caught.value.permanent is permanent
    assert answer in caught.value.words.zh


def test_one_refused_recipient_is_reported_and_the_others_get_it(serve: Serve) -> None:
    desk = Desk(refuse={"gone@example.org": "550 no such user"})
    delivered = mail(serve(desk)).send(Message("k", "a", "b", to=("office@example.org", "gone@example.org")))
    assert desk.recipients == [["office@example.org"]]
    [refusal] = delivered.refused
    assert "gone@example.org" in refusal.zh
    assert "550" in refusal.en


@pytest.mark.parametrize(("answer", "permanent"), [("550 no such user", True), ("450 mailbox busy", False)])
def test_when_all_recipients_are_refused_nobody_has_it(serve: Serve, answer: str, permanent: bool) -> None:
    with pytest.raises(DeliveryFailed) as caught:
        mail(serve(Desk(refuse={"office@example.org": answer}))).send(DIGEST)
    assert caught.value.permanent is permanent


def test_a_server_that_is_down_leaves_the_message_waiting() -> None:
    with pytest.raises(DeliveryFailed, match="cannot be reached") as caught:
        mail(free_port()).send(DIGEST)
    assert not caught.value.permanent


def test_a_server_that_says_nothing_is_given_up_in_time() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(DeliveryFailed) as caught:
            mail(silent.getsockname()[1], timeout=0.3).send(DIGEST)
    assert not caught.value.permanent


def test_starttls_with_a_certificate_that_the_office_made_itself(
    serve: Serve, server_side: ssl.SSLContext, certificate: tuple[Path, Path]
) -> None:
    desk = Desk()
    port = serve(desk, tls_context=server_side, require_starttls=True)
    mail(port, security="starttls", ca=certificate[0]).send(DIGEST)
    assert len(desk.letters) == 1
    with pytest.raises(DeliveryFailed, match=r"mail\.ca") as caught:
        mail(port, security="starttls").send(DIGEST)
    assert not caught.value.permanent


def test_tls_from_the_first_byte(serve: Serve, server_side: ssl.SSLContext, certificate: tuple[Path, Path]) -> None:
    desk = Desk()
    port = free_port()
    controller = Controller(desk, hostname="127.0.0.1", port=port, server_hostname="localhost")
    controller.ssl_context = server_side
    with pytest.raises(DeliveryFailed):
        mail(port, security="tls", ca=certificate[0]).send(DIGEST)
    port = serve(desk, ssl_context=server_side)
    mail(port, security="tls", ca=certificate[0]).send(DIGEST)
    assert len(desk.letters) == 1


def test_a_server_without_starttls_gets_no_message_in_the_clear(serve: Serve) -> None:
    desk = Desk()
    with pytest.raises(DeliveryFailed):
        mail(serve(desk), security="starttls").send(DIGEST)
    assert desk.letters == []


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the server warns of what we try on purpose
def test_the_log_in_uses_the_secret_and_a_wrong_one_leaves_the_message_waiting(serve: Serve, tmp_path: Path) -> None:
    def knows(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        return AuthResult(handled=False, success=isinstance(data, LoginPassword) and (data.login, data.password) == (b"gouji", b"right"))

    desk = Desk()
    port = serve(desk, authenticator=knows, auth_required=True, auth_require_tls=False)
    for name in ("right", "wrong"):
        (tmp_path / name).write_text(f"{name}\n")
        (tmp_path / name).chmod(0o600)
    mail(port, user="gouji", password={"file": str(tmp_path / "right")}).send(DIGEST)
    with pytest.raises(DeliveryFailed, match=r"mail\.password") as caught:
        mail(port, user="gouji", password={"file": str(tmp_path / "wrong")}).send(DIGEST)
    assert not caught.value.permanent
    with pytest.raises(DeliveryFailed, match="nowhere"):
        mail(port, user="gouji", password={"file": str(tmp_path / "nowhere")}).send(DIGEST)
    assert len(desk.letters) == 1


def test_a_failure_keeps_its_kind_across_processes() -> None:
    with pytest.raises(DeliveryFailed) as caught:
        mail(1).send(Message("k", "a", "b", to=("none",)))
    assert pickle.loads(pickle.dumps(caught.value)).permanent
