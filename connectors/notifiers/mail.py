"""E-mail by the office's own server."""

import contextlib
import hashlib
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, getaddresses, parseaddr

from connectors.lines import why_no_connection
from connectors.notifiers.model import Delivered, DeliveryFailed, Message, Picture
from gouji.errors import ConfigError
from gouji.finding import Words
from gouji.settings import MailSetting
from gouji.settings.secret import without_secrets
from gouji.words import words

_LONGEST_SUBJECT = 120  # lists of letters show some sixty signs; servers refuse headers of many kilobytes


class Mail:
    """Sends messages by one server, each as text and HTML."""

    def __init__(self, setting: MailSetting) -> None:
        self._setting = setting

    def send(self, message: Message) -> Delivered:
        """The server took the message for at least one recipient; else DeliveryFailed.

        The Message-ID is made of the message's key, so that a message which was taken although the line broke before the
        server said so can be known as the same when it comes again.
        """
        letter, recipients = self._letter(message)
        with self._failures_in_words(), self._connection() as server:
            refused = server.send_message(letter, self._sender(), recipients)
        return Delivered(tuple(_refusal(address, answer) for address, answer in sorted(refused.items())))

    def try_connection(self) -> None:
        """The server answers and takes our log-in, else DeliveryFailed; nothing is sent."""
        with self._failures_in_words(), self._connection() as server:
            server.noop()

    def _letter(self, message: Message) -> tuple[EmailMessage, list[str]]:
        to = message.to or self._setting.to
        letter = EmailMessage(policy=SMTP)
        letter["Message-ID"] = f"<{hashlib.sha256(message.key.encode()).hexdigest()[:40]}@{self._domain()}>"
        letter["Date"] = formatdate(localtime=True)
        letter["Subject"] = _shortened(" ".join(_printable(message.subject).split()))
        try:
            letter["From"] = self._setting.sender
            letter["To"] = ", ".join(_one_address(address) for address in to)
        except ValueError as error:
            raise DeliveryFailed(words("notifiers.bad-address", addresses=", ".join(to)), permanent=True) from error
        letter["Auto-Submitted"] = "auto-generated"  # so that no out-of-office reply comes back
        letter.set_content(_encodable(message.text))
        if message.html is not None:
            letter.add_alternative(_encodable(message.html), subtype="html")
            _add_pictures(letter, message.pictures)
        return letter, [parseaddr(address)[1] for address in to]

    def _sender(self) -> str:
        return parseaddr(self._setting.sender)[1]

    def _domain(self) -> str:
        domain = self._sender().rpartition("@")[2]
        return domain if domain.isascii() else "gouji.invalid"  # a Message-ID holds ASCII only

    @contextlib.contextmanager
    def _connection(self) -> Iterator[smtplib.SMTP]:
        server = self._connected()
        try:
            if self._setting.security == "starttls":
                server.starttls(context=self._trust())
            if self._setting.user is not None:
                server.login(self._setting.user, self._password())
            yield server
        finally:
            # The message is taken or not by now: a server that is rude at parting changes nothing.
            with contextlib.suppress(smtplib.SMTPException, OSError):
                server.quit()
            server.close()

    def _connected(self) -> smtplib.SMTP:
        host, port, timeout = self._setting.host, self._setting.port, self._setting.timeout
        if self._setting.security == "tls":
            return smtplib.SMTP_SSL(host, port, timeout=timeout, context=self._trust())
        return smtplib.SMTP(host, port, timeout=timeout)

    def _trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._setting.ca)

    def _password(self) -> str:
        return "" if self._setting.password is None else self._setting.password.reveal()

    @contextlib.contextmanager
    def _failures_in_words(self) -> Iterator[None]:
        """What goes wrong with the line, the log-in or the server mends itself or is mended by hand, and the message waits.

        Only a 5xx answer to the message itself or to every recipient says that it will never be taken.
        """
        server = f"{self._setting.host}:{self._setting.port}"
        try:
            yield
        except ConfigError as error:
            raise DeliveryFailed(error.words) from error
        except smtplib.SMTPRecipientsRefused as error:
            refusals = ", ".join(f"{address}: {_said(*answer)}" for address, answer in sorted(error.recipients.items()))
            permanent = all(code >= 500 for code, _ in error.recipients.values())
            raise DeliveryFailed(words("notifiers.all-refused", server=server, refusals=refusals), permanent) from error
        except smtplib.SMTPAuthenticationError as error:
            raise DeliveryFailed(words("notifiers.login-refused", server=server, answer=_said(*error.args))) from error
        except (smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as error:
            answer = _said(error.smtp_code, error.smtp_error)
            raise DeliveryFailed(words("notifiers.refused", server=server, answer=answer), error.smtp_code >= 500) from error
        except ssl.SSLError as error:
            raise DeliveryFailed(words("notifiers.not-trusted", server=server, reason=why_no_connection(error))) from error
        except (smtplib.SMTPException, OSError) as error:
            raise DeliveryFailed(words("notifiers.unreachable", server=server, reason=_reason(error))) from error


def _reason(error: Exception) -> Words:
    """Why the line broke; a server that hung up or talks something else says so in a sentence of smtplib's."""
    return words("refused.connection-cut") if isinstance(error, smtplib.SMTPServerDisconnected) else why_no_connection(error)


def _add_pictures(letter: EmailMessage, pictures: Sequence[Picture]) -> None:
    """They belong to the HTML and are shown in it, not listed as attachments."""
    html = letter.get_body(("html",))
    assert isinstance(html, EmailMessage)
    for picture in pictures:
        html.add_related(
            picture.data, "image", picture.kind, cid=f"<{picture.name}>", disposition="inline", filename=f"{picture.name}.{picture.kind}"
        )


def _printable(text: str) -> str:
    """The text with every sign that could begin a new header line made a blank."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _shortened(subject: str) -> str:
    return subject if len(subject) <= _LONGEST_SUBJECT else f"{subject[:_LONGEST_SUBJECT]}…"


def _encodable(text: str) -> str:
    """The text without halves of signs, which a file name can bring in and which would stop the whole message."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _one_address(address: str) -> str:
    if _printable(address) != address or len(getaddresses([address])) != 1 or "@" not in parseaddr(address)[1]:
        raise ValueError(address)
    return address


def _refusal(address: str, answer: tuple[int, bytes]) -> Words:
    return words("notifiers.one-refused", address=address, answer=_said(*answer))


def _said(code: int, text: bytes | str) -> str:
    """A server's answer on one line."""
    printed = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return without_secrets(f"{code} {' '.join(_printable(printed).split())}")
