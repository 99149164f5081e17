"""What an answer's status and headers say."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.message import Message
from email.utils import collapse_rfc2231_value, parsedate_to_datetime
from urllib.parse import quote, urljoin

import httpx

from connectors.http.errors import Challenged, FetchFailed, LoginAsked, NotAsPromised, NotThere, Refused, ServerFailed, UnsafeTarget
from connectors.http.model import Risk
from connectors.http.promise import check_promise
from connectors.http.signs import what_stands_before
from gouji.words import words

# What is kept of an answer's headers.
_KEPT = ("content-type", "content-length", "content-disposition", "date", "etag", "last-modified", "location", "retry-after", "server")
_REDIRECTS = {301, 302, 303, 307, 308}
_PAGES = {200, 203, 304}


def kept_headers(response: httpx.Response) -> Mapping[str, str]:
    """The headers of interest, by their names in small letters."""
    return {name: response.headers[name] for name in _KEPT if name in response.headers}


def is_redirect(response: httpx.Response) -> bool:
    return response.status_code in _REDIRECTS and "location" in response.headers


def location(response: httpx.Response, url: str, risks: frozenset[Risk]) -> str:
    """Where a redirect leads. Bytes that are no ASCII are sent back as they came, which is what a browser does."""
    raw = _raw(response, b"location")
    if _text(raw, risks) is None:
        raise NotAsPromised(words("http.gbk-headers", url=url))
    try:
        return urljoin(url, quote(raw.strip(), safe="!#$%&'()*+,/:;=?@[]~"))
    except ValueError as error:
        raise UnsafeTarget(words("http.no-address", url=raw.decode("ascii", "replace"))) from error


def rest_asked(response: httpx.Response, now: datetime) -> float:
    """How many seconds the server wants to be left alone."""
    text = response.headers.get("retry-after", "").strip()
    if response.status_code not in (429, 503) or not text:
        return 0.0
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    return max(0.0, ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now).total_seconds())


def check_answer(response: httpx.Response, url: str, body: bytes, risks: frozenset[Risk]) -> None:
    """A FetchFailed where the answer is not the page that was asked for."""
    status = response.status_code
    if status in (404, 410):
        raise NotThere(words("http.not-there", url=url, status=status))
    kind = what_stands_before(status, body)
    if kind is not None:
        raise _stands_before(kind, url, status)
    if status == 429 or status >= 500:
        raise ServerFailed(words("http.server-failed", url=url, status=status))
    if status not in _PAGES:
        raise Refused(words("http.refused", url=url, status=status))
    if status != 304:
        check_promise(url, response.headers.get("content-type", ""), body, risks)


def _stands_before(kind: str, url: str, status: int) -> FetchFailed:
    said = words(f"http.{kind}", url=url, status=status, instead=words("http.instead"))
    match kind:
        case "missing":
            return NotThere(said)
        case "login":
            return LoginAsked(said)
        case _:
            return Challenged(said)


def file_name(response: httpx.Response, risks: frozenset[Risk]) -> str | None:
    """The name under which the server says the file is to be saved. One in bytes that nobody said how to read is no name."""
    text = _text(_raw(response, b"content-disposition"), risks)
    if not text:
        return None
    header = Message()
    header["content-disposition"] = text
    named = header.get_param("filename", None, "content-disposition")
    if named is None:
        return None
    return collapse_rfc2231_value(named).replace("\\", "/").rsplit("/", 1)[-1].strip() or None


def _raw(response: httpx.Response, name: bytes) -> bytes:
    return next((value for key, value in response.headers.raw if key.lower() == name), b"")


def _text(raw: bytes, risks: frozenset[Risk]) -> str | None:
    for encoding in ("utf-8", *(["gb18030"] if "gbk-headers" in risks else [])):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
