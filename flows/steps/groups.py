"""Which of the documents that are there now are one report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flows.renderings import parted, print_of_kept
from gouji.ledger import tables


@dataclass(frozen=True, slots=True)
class Document:
    """A publication that is still there, with its present version."""

    publication: tables.Publication
    version: tables.Version


@dataclass(frozen=True, slots=True)
class Group:
    """The file that speaks for a report, and other files of the same report."""

    main: Document
    others: tuple[Document, ...] = ()

    def renderings(self) -> list[str]:
        """Where all its files stand; nothing where it is the only one."""
        return sorted(d.publication.location for d in (self.main, *self.others)) if self.others else []


def groups_of(documents: Iterable[Document]) -> Iterator[Group]:
    """One group a report; a document whose agency or year is in doubt stands alone."""
    for _, members in groupby(sorted(documents, key=_identity), key=_identity):
        yield from _divided(sorted(members, key=lambda d: -d.publication.id))  # of equal files the later one speaks


def _identity(document: Document) -> tuple[str, ...]:
    publication, version = document.publication, document.version
    if not version.sure:
        return publication.source, "", "", str(publication.id)
    return publication.source, _folder(publication.location), str(version.agency_id), str(version.year)


def _folder(location: str) -> str:
    """Where files of one report lie together. On a site its page, what is attached, and a second address of it lie anywhere."""
    return "" if location.startswith(("http://", "https://")) else location.rpartition("/")[0]


def _divided(members: Sequence[Document]) -> Iterator[Group]:
    """The reports among files of one agency, year and folder; another version of the speaking one's format is judged by itself."""
    if len(members) == 1:
        yield Group(members[0])
        return
    # Agency and year of all of them are sure, so each was read.
    prints = [print_of_kept(d.version.report or {}) for d in members]
    for main, *others in parted(prints, lambda i, j: members[i].version.content == members[j].version.content):
        yield Group(members[main], tuple(members[i] for i in sorted(others)))
