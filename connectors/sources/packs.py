"""Archives of files that come over the net: what is in them are the documents."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from connectors.sources.model import Found, SourceFailed
from gouji.document.pack import INSIDE, Member, is_pack_of, members_in, take_from
from gouji.errors import UnreadableDocument
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in an archive; `sha256` is that of its bytes, None where they cannot be taken out."""

    member: Member
    sha256: str | None

    @classmethod
    def told(cls, told: Mapping[str, Any]) -> "Packed":
        """What was noted of it."""
        member = told["member"]
        return cls(Member(member["name"], member["size"], tuple(member["trail"])), told["sha256"])

    def note(self) -> dict[str, Any]:
        return asdict(self)


def packed_in(name: str, data: bytes) -> tuple[Packed, ...]:
    """The files in the archive; none where these bytes are no archive of files, or a damaged one, which reading it will say."""
    try:
        members = members_in(data) if is_pack_of(name, data) else []
    except UnreadableDocument:
        return ()
    return tuple(Packed(member, _hash(data, member)) for member in members)


def found_in(archive: Found, packed: tuple[Packed, ...]) -> Iterator[Found]:
    """The archive's files in its place. It is fetched again only where the bytes of one are wanted, and once for all of them."""
    fetch = cache(archive.fetch)
    for one in packed:
        location = f"{archive.location}{INSIDE}{one.member.name}"
        yield Found(
            location, location.rsplit("/", 1)[-1], one.member.size, archive.modified, _taking(fetch, location, one.member),
            archive.published_on, one.sha256, archive.page, archive.held,
        )  # fmt: skip


def _taking(fetch: Callable[[], bytes], location: str, member: Member) -> Callable[[], bytes]:
    def taken() -> bytes:
        try:
            return take_from(fetch(), member)
        except UnreadableDocument as error:
            raise SourceFailed(words("sources.file-unreadable", file=location, reason=error.words)) from error

    return taken


def _hash(data: bytes, member: Member) -> str | None:
    try:
        return hashlib.sha256(take_from(data, member)).hexdigest()
    except UnreadableDocument:
        return None
