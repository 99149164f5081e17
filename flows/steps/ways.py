"""By which way each message goes: by mail, by a chat, or as a file where nothing else is configured."""

from collections.abc import Callable
from email.header import decode_header, make_header
from pathlib import Path

from connectors.notifiers import Chat, DeliveryFailed, Mail, Message, Picture
from flows.letters.composing import kept_at
from flows.letters.operator import OPERATOR
from flows.office import Office
from gouji.finding import Words
from gouji.ledger import outbox, tables
from gouji.settings import MailSetting, NoticeSetting
from gouji.settings.hours import quiet_at
from gouji.whole import write_whole
from gouji.words import words
from gouji.words.refusals import reason_of

Send = Callable[[tables.Message], tuple[Words, ...]]
_MOST_PICTURES = 3 * 1024 * 1024  # bytes; many servers refuse letters of ten megabytes, and a letter is no parcel


class Ways:
    """The ways that an office has configured, each connection and client made when it is first needed."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._settings = office.settings
        self._chats: dict[str, Chat] = {}

    @property
    def lead_outside(self) -> bool:
        """Whether anything is sent at all; a file beside the pages goes to nobody, and is never held."""
        return bool(self._settings.mail or self._settings.notices)

    def way_of(self, message: tables.Message) -> Send:
        """How this message goes out."""
        match message.kind:
            case outbox.URGENT:
                return self._letter if self._settings.mail else self._confidential_file
            case _ if message.payload.get("notice"):
                return self._chat
            case _ if self._settings.mail:
                return self._letter
            case "digest":
                return self._file
            case _:
                return _nobody

    def is_quiet(self, message: tables.Message) -> bool:
        """Whether it waits for the end of the quiet hours of its way. What is urgent or a failure knows none in the mail."""
        now = self._office.now().astimezone(self._settings.zone)
        if notice := self._notice(message.payload.get("notice")):
            return quiet_at(notice.quiet, now)
        mail = self._settings.mail
        return mail is not None and message.kind not in (outbox.URGENT, OPERATOR) and quiet_at(mail.quiet, now)

    def goes_all_the_same(self, message: tables.Message, *, everything: bool) -> bool:
        """Whether it goes out though the rest is held: what is urgent unless a person held `everything`, and failures always."""
        return message.kind == OPERATOR or (message.kind == outbox.URGENT and not everything)

    def recipients(self, message: tables.Message) -> tuple[str, ...]:
        """Who would get it, as a person reads it; no secret is told."""
        if key := message.payload.get("notice"):
            return (str(key),)
        if self._settings.mail is None:
            folder = self._settings.confidential if message.kind == outbox.URGENT else self._office.pages
            return (str(folder),)
        return tuple(str(make_header(decode_header(address))) for address in self._to(message, self._settings.mail))

    def _letter(self, message: tables.Message) -> tuple[Words, ...]:
        mail = self._settings.mail
        assert mail is not None
        letter = message.payload
        pictures = self._pictures(letter)
        html = _without(letter["html"], [name for name, _ in kept_at(self._office.pages, letter)], pictures) if letter["html"] else None
        whole = Message(message.key, letter["subject"], letter["txt"], html, self._to(message, mail), pictures)
        return Mail(mail).send(whole).refused

    def _to(self, message: tables.Message, mail: MailSetting) -> tuple[str, ...]:
        if message.kind == outbox.URGENT:
            return self._settings.urgent_to
        if message.kind == "digest":  # to whoever is configured by the time it goes
            return mail.to
        return tuple(message.payload.get("to") or ())

    def _pictures(self, letter: dict[str, object]) -> tuple[Picture, ...]:
        """Those that are still there, as many as a letter should hold."""
        found, size = [], 0
        for name, path in kept_at(self._office.pages, letter):
            data = path.read_bytes() if path.is_file() else b""
            size += len(data)
            if data and size <= _MOST_PICTURES:
                found.append(Picture(name, data, path.suffix[1:]))
        return tuple(found)

    def _chat(self, message: tables.Message) -> tuple[Words, ...]:
        key = str(message.payload["notice"])
        chat = self._chats.get(key) or self._new_chat(key)
        return chat.send(Message(message.key, message.payload["subject"], message.payload["txt"])).refused

    def _new_chat(self, key: str) -> Chat:
        notice = self._notice(key)
        operator = self._settings.operator
        if notice is not None:
            self._chats[key] = Chat(notice.url, key)
        elif key == OPERATOR and operator and operator.url:
            self._chats[key] = Chat(operator.url, key)
        else:
            raise DeliveryFailed(words("notifiers.chat-gone", name=key), permanent=True)
        return self._chats[key]

    def _notice(self, key: object) -> NoticeSetting | None:
        return next((notice for notice in self._settings.notices if notice.key == key), None)

    def _file(self, message: tables.Message) -> tuple[Words, ...]:
        letter, pages = message.payload, self._office.pages
        try:
            for kind in ("txt", "html"):
                text = _beside_the_pages(letter, kind)
                write_whole(pages / f"{message.kind}-{letter['date']}-{letter['patrol']}.{kind}", text.encode())
        except OSError as exc:
            raise _not_written(exc, pages) from exc
        return ()

    def _confidential_file(self, message: tables.Message) -> tuple[Words, ...]:
        """A file that only the user who runs this may read."""
        folder, letter = self._settings.confidential, message.payload
        path = folder / f"{letter['date']}-{message.id}.txt"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, f"{letter['subject']}\n\n{letter['txt']}".encode())
            path.chmod(0o600)
        except OSError as exc:
            raise _not_written(exc, path) from exc
        return ()


def _nobody(_message: tables.Message) -> tuple[Words, ...]:
    raise DeliveryFailed(words("notifiers.mail-gone"), permanent=True)


def _without(html: str, names: list[str], pictures: tuple[Picture, ...]) -> str:
    """The HTML without the pictures that are no longer there: an empty frame says nothing."""
    for name in {*names} - {picture.name for picture in pictures}:
        before, found, after = html.partition(f'<img src="cid:{name}"')
        html = before + after.partition(">")[2] if found else html
    return html


def _beside_the_pages(letter: dict[str, str], kind: str) -> str:
    """The letter as a file in the folder of the pages, where its pictures have paths."""
    text = letter[kind]
    if kind == "html":
        text = text.replace("img-src cid:", "img-src 'self'")
        for name, path in kept_at(Path(), letter):
            text = text.replace(f'"cid:{name}"', f'"{path.as_posix()}"')
    return text


def _not_written(exc: OSError, path: Path) -> DeliveryFailed:
    return DeliveryFailed(words("patrol.not_written", path=exc.filename or path, reason=reason_of(exc)), permanent=False)
