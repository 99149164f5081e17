"""A page saved by a browser with all that belongs to it in one file (MHT, MHTML)."""

import hashlib
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message

from gouji.document.decode import decode
from gouji.document.html.file import MOST_BYTES, read_page
from gouji.document.html.page import page_facts
from gouji.document.model import Document
from gouji.errors import UnreadableDocument
from gouji.words import words

MOST_ARCHIVED = 50 * 2**20  # pictures and scripts are saved along
_MOST_PARTS = 2_000


def read_mht(data: bytes, name: str) -> Document:
    """The document on the saved page; nothing that the page names is fetched, what was saved along is not read but its style sheets."""
    if len(data) > MOST_ARCHIVED:
        raise UnreadableDocument(words("reading.too-big", size=len(data) >> 20, limit=MOST_ARCHIVED >> 20))
    parts = _parts(data)
    pages = [decode(_bytes(part)) for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise UnreadableDocument(words("reading.mht-damaged"))
    sheets = "".join(decode(_bytes(part)) for part in parts if part.get_content_type() == "text/css")
    page = _page_of_report(pages)
    return read_page(_with_sheets(page, sheets), name, hashlib.sha256(data).hexdigest())


def _parts(data: bytes) -> list[Message]:
    try:
        return list(message_from_bytes(data, policy=policy.compat32).walk())[:_MOST_PARTS]
    except (MessageError, ValueError, LookupError, RecursionError):
        raise UnreadableDocument(words("reading.mht-damaged")) from None


def _bytes(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        raise UnreadableDocument(words("reading.mht-damaged")) from None
    payload = payload if isinstance(payload, bytes) else b""
    if len(payload) > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=len(payload) >> 20, limit=MOST_BYTES >> 20))
    return payload


def _page_of_report(pages: list[str]) -> str:
    """The first page, or the frame within it that holds the tables of the form."""
    return max(pages, key=lambda page: min(len(page_facts().table_marks.findall(page)), 1))


def _with_sheets(page: str, sheets: str) -> str:
    """The page with the style sheets that a browser would load for it; text of theirs cannot leave the element."""
    return f"{page}<style>{sheets.replace('</', ' ')}</style>" if sheets else page
