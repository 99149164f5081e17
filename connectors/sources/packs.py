"""Archives of files that come over the net: what is in them are the documents."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any

from connectors.sources.model import Found, SourceFailed
from gouji.document.bound.binding import bind
from gouji.document.bound.runs import runs_of
from gouji.document.pack import INSIDE, Member, is_pack_of, members_in, take_from
from gouji.errors import UnreadableDocument
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in an archive; `sha256` is that of its bytes, None where they cannot be taken out.

    Of pictures that are one report `member` has the name for all of them, `pages` has each in order.
    """

    member: Member
    sha256: str | None
    pages: tuple[Member, ...] = ()

    @classmethod
    def told(cls, told: Mapping[str, Any]) -> "Packed":
        """What was noted of it."""
        return cls(_member(told["member"]), told["sha256"], tuple(map(_member, told.get("pages", ()))))

    def note(self) -> dict[str, Any]:
        return asdict(self)

    def take(self, archive: bytes) -> bytes:
        """Its bytes; UnreadableDocument where they cannot be taken out."""
        if not self.pages:
            return take_from(archive, self.member)
        [run] = runs_of(page.name for page in self.pages)
        return bind([(page.name.rsplit("/", 1)[-1], take_from(archive, page)) for page in self.pages], run)


def packed_in(name: str, data: bytes) -> tuple[Packed, ...]:
    """The files in the archive; none where these bytes are no archive of files, or a damaged one, which reading it will say."""
    try:
        members = members_in(data) if is_pack_of(name, data) else []
    except UnreadableDocument:
        return ()
    return tuple(replace(one, sha256=_hash(data, one)) for one in _together(members))


def _together(members: Sequence[Member]) -> Iterator[Packed]:
    """The members, pictures that are one report as one."""
    by_name = {member.name: member for member in members}
    runs = {file: run for run in runs_of(by_name) for file in run.files}
    for member in members:
        run = runs.get(member.name)
        if run is None:
            yield Packed(member, None)
        elif run.files[0] == member.name:
            pages = tuple(by_name[file] for file in run.files)
            whole = Member(run.location, sum(page.size for page in pages), member.trail)
            yield Packed(whole, None, pages)


def found_in(archive: Found, packed: tuple[Packed, ...]) -> Iterator[Found]:
    """The archive's files in its place. It is fetched again only where the bytes of one are wanted, and once for all of them."""
    fetch = cache(archive.fetch)
    for one in packed:
        location = f"{archive.location}{INSIDE}{one.member.name}"
        yield Found(
            location, location.rsplit("/", 1)[-1], one.member.size, archive.modified, _taking(fetch, location, one),
            archive.published_on, one.sha256, archive.page, archive.held,
        )  # fmt: skip


def _taking(fetch: Callable[[], bytes], location: str, packed: Packed) -> Callable[[], bytes]:
    def taken() -> bytes:
        try:
            return packed.take(fetch())
        except UnreadableDocument as error:
            raise SourceFailed(words("sources.file-unreadable", file=location, reason=error.words)) from error

    return taken


def _hash(data: bytes, packed: Packed) -> str | None:
    try:
        return hashlib.sha256(packed.take(data)).hexdigest()
    except UnreadableDocument:
        return None


def _member(told: Mapping[str, Any]) -> Member:
    return Member(told["name"], told["size"], tuple(told["trail"]))
