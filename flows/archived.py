"""Whether what was fetched is whole."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from gouji.archive import Archive, DamagedArchive
from gouji.finding import Words
from gouji.ledger import fetches, tables
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Lost:
    """Bytes that are wanted and gone, or kept and no longer what was fetched; `wanted_by` says for what they stand."""

    sha256: str
    kind: str
    wanted_by: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """How much lies in the archive and on record, what of it is lost, and files there that nobody put under their hash."""

    kept: int
    size: int
    requests: int
    lost: tuple[Lost, ...]
    strange: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return not self.lost


def verify(archive: Archive, session: Session, tell: Callable[[str], None] = lambda _: None) -> Verified:
    """Every kept file is read again and compared with its name; every hash that the ledger names is looked for."""
    wanted = _wanted(session)
    kept, size, lost, strange = set(), 0, [], []
    for name in archive:
        tell(name)
        if not _is_hash(name):
            strange.append(name)
            continue
        kept.add(name)
        try:
            size += archive.size_of(name)
        except DamagedArchive:
            lost.append(Lost(name, "damaged", _told(wanted.get(name, ()))))
    lost += [Lost(sha256, "missing", _told(by)) for sha256, by in wanted.items() if sha256 not in kept]
    return Verified(len(kept), size, fetches.count(session), tuple(lost), tuple(strange))


def _is_hash(name: str) -> bool:
    return len(name) == 64 and set(name) <= set("0123456789abcdef")


def _told(by: Sequence[Words]) -> tuple[Words, ...]:
    """A page that never changes is on record every day; the first and the last say enough."""
    return tuple(by) if len(by) <= 2 else (by[0], by[-1])


def _wanted(session: Session) -> dict[str, list[Words]]:
    """By hash, for what its bytes stand."""
    wanted: dict[str, list[Words]] = defaultdict(list)
    for sha256, said in (*_publications(session), *_versions(session), *_fetches(session)):
        wanted[sha256].append(said)
    return wanted


def _publications(session: Session) -> Iterator[tuple[str, Words]]:
    table = tables.Publication
    for sha256, source, location, at in session.execute(select(table.sha256, table.source, table.location, table.fetched_at)):
        yield sha256, words("archive.as-publication", source=source, location=location, at=_at(at))


def _versions(session: Session) -> Iterator[tuple[str, Words]]:
    version, publication = tables.Version, tables.Publication
    found = select(version.sha256, version.number, publication.source, publication.location, version.read_at)
    for sha256, number, source, location, at in session.execute(found.join(publication, version.publication_id == publication.id)):
        yield sha256, words("archive.as-version", source=source, location=location, number=number, at=_at(at))


def _fetches(session: Session) -> Iterator[tuple[str, Words]]:
    table = tables.Fetch
    found = select(table.sha256, table.source, table.url, table.at).where(table.sha256.is_not(None)).order_by(table.id)
    for sha256, source, url, at in session.execute(found):
        if sha256:
            yield sha256, words("archive.as-fetch", source=source, url=url, at=_at(at))


def _at(moment: object) -> str:
    return str(moment)[:16]
