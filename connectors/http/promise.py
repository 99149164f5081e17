"""Whether what came is what the address and the headers say."""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from connectors.http.errors import NotAsPromised
from connectors.http.model import Risk
from connectors.http.signs import looks_like_html
from gouji.words import words

_DOCUMENTS = {".pdf", ".doc", ".docx", ".wps", ".rtf", ".odt", ".xls", ".xlsx", ".et", ".ods", ".ofd", ".zip", ".rar", ".7z"}
_BINARY = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf")
_PAGES = {"text/html", "application/xhtml+xml"}


def check_promise(url: str, content_type: str, body: bytes, risks: frozenset[Risk]) -> None:
    """NotAsPromised where a web page came for a document; or where the content type is wrong and nobody accepted that."""
    kind = content_type.partition(";")[0].strip().lower()
    ending = PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
    if ending in _DOCUMENTS and kind in _PAGES and looks_like_html(body):
        raise NotAsPromised(words("http.page-for-document", url=url))
    if "wrong-content-type" not in risks and _is_wrong(kind, body):
        raise NotAsPromised(words("http.wrong-content-type", url=url, type=kind))


def _is_wrong(kind: str, body: bytes) -> bool:
    if kind in _PAGES or kind == "text/plain":
        return body.startswith(_BINARY)
    return kind == "application/pdf" and b"%PDF" not in body[:1024]
