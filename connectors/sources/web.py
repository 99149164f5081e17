"""A page on the web and what is attached to it, as documents found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from connectors.http import Client, FetchFailed, NotThere, Page, Validators
from connectors.sources.attached import attached, title_of
from connectors.sources.model import Found, IsColumn
from connectors.sources.packs import Packed, found_in, packed_in
from connectors.sources.visits import Link, Visit, remember, remembered
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Web:
    """Pages, asked for with what is remembered of them in a folder.

    `kept` says whether the bytes of a hash are still at hand: where they are not, the page is sent whole again.
    """

    client: Client
    memory: Path
    kept: Callable[[str], bool] = lambda _: True

    def known(self, before: Validators | None) -> Validators | None:
        """By what a server may say that nothing changed; None where our copy is lost."""
        return before if before is not None and before.sha256 is not None and self.kept(before.sha256) else None

    def publication(
        self,
        url: str,
        published_on: date | None = None,
        wanted: Callable[[str], bool] = lambda _: True,
        is_column: Callable[[Page], bool] = lambda _: False,
    ) -> Iterator[Found]:
        """The page, then what is attached to it; nothing of one whose title is not wanted. One that is no longer there is NotThere.

        One that cannot be had for another reason is found all the same, and says why when it is fetched: it is not gone. A column
        is IsColumn.
        """
        try:
            visit, body = self._visit(url, _tail(url), is_column)
        except NotThere:
            raise
        except FetchFailed as error:
            yield _unfetched(url, error, published_on, None)
            yield from self._as_last_time(url, published_on)
            return
        if not wanted(visit.title):
            return
        if visit.is_column:
            raise IsColumn(words("website.is-column", url=url))
        yield from self._found(url, visit, body, published_on, None)
        for link in visit.attachments:
            yield from self._attachment(link, url, published_on)

    def _as_last_time(self, url: str, published_on: date | None) -> Iterator[Found]:
        """What was attached to a page that cannot be had now is not gone either."""
        before = remembered(self.memory, url)
        for link in before.attachments if before else ():
            yield from self._attachment(link, url, published_on)

    def _attachment(self, link: Link, page: str, published_on: date | None) -> Iterator[Found]:
        """A dead link to an attachment is told as well, by name."""
        try:
            visit, body = self._visit(link.url, link.name, None)
        except FetchFailed as error:
            before = remembered(self.memory, link.url)
            packed = tuple(replace(one, sha256=None) for one in before.packed) if before else ()
            yield from _within(_unfetched(link.url, error, published_on, page), packed)
            return
        yield from self._found(link.url, replace(visit, name=link.name), body, published_on, page)

    def _visit(self, url: str, name: str, is_column: Callable[[Page], bool] | None) -> tuple[Visit, bytes | None]:
        """What is there now; without its bytes where they are those of last time. `is_column` is given for a page, and asked of it."""
        before = remembered(self.memory, url)
        page = self.client.get(url, self.known(before.validators) if before else None)
        if page.not_modified and before is not None:
            return before, None
        same = before is not None and before.sha256 == page.sha256
        modified = before.modified if before is not None and same else _modified(page)
        packed = packed_in(page.file_name or name, page.body)
        visit = Visit(page.validators, page.sha256, len(page.body), modified, _name(page), packed=packed)
        if is_column is not None:
            visit = replace(visit, attachments=attached(page), title=title_of(page), is_column=is_column(page))
        if visit != before:
            remember(self.memory, url, visit)
        return visit, page.body

    def _found(self, url: str, visit: Visit, body: bytes | None, published_on: date | None, page: str | None) -> Iterator[Found]:
        def fetch() -> bytes:
            return self.client.get(url).body if body is None else body

        held = len(body) if body is not None else 0
        yield from _within(Found(url, visit.name, visit.size, visit.modified, fetch, published_on, visit.sha256, page, held), visit.packed)


def _within(found: Found, packed: tuple[Packed, ...]) -> Iterator[Found]:
    """The document, or what is in it where it is an archive."""
    return found_in(found, packed) if packed else iter((found,))


def _unfetched(url: str, error: FetchFailed, published_on: date | None, page: str | None) -> Found:
    return Found(url, _tail(url), 0, 0.0, _raising(error), published_on, None, page)


def _raising(error: FetchFailed) -> Callable[[], bytes]:
    def fetch() -> bytes:
        raise error

    return fetch


def _name(page: Page) -> str:
    return page.file_name or _tail(page.url)


def _tail(url: str) -> str:
    """The last part of an address, as a person reads it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url  # an address that nobody could open, as asking for it says
    return PurePosixPath(unquote(parts.path)).name or parts.netloc


def _modified(page: Page) -> float:
    """When the server says that the page last changed, else when it was first seen so."""
    try:
        return parsedate_to_datetime(page.headers.get("last-modified", "")).timestamp()
    except (ValueError, OverflowError):
        return page.at.timestamp()
