"""The history of a publication: what each version changed."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from gouji.document.model import Paragraph
from gouji.finding import Words
from gouji.ledger import shelf, tables
from gouji.ledger.content import said
from gouji.report import Figure, Report, State
from gouji.revision import FigureChange, Revision, TextChange
from gouji.words import words

# A page shows the last few; older ones stay in the ledger.
_SHOWN = 5


def revisions(session: Session, publication_id: int) -> tuple[Revision, ...]:
    """What the last versions changed, newest first. Where our reader saw more in the same bytes nobody changed anything."""
    found = select(tables.Version).where(tables.Version.publication_id == publication_id).order_by(tables.Version.number.desc())
    versions = list(session.scalars(found.limit(_SHOWN + 1)))
    return tuple(_revision(before, after) for after, before in pairwise(versions) if before.sha256 != after.sha256)


def _revision(before: tables.Version, after: tables.Version) -> Revision:
    old, new = shelf.report_of(before), shelf.report_of(after)
    otherwise = before.reader != after.reader
    if old is None or new is None or not (old.readable and new.readable):
        key = "unread" if new is None or not new.readable else "was-unread"
        return Revision(after.number, after.read_at, None, read_otherwise=otherwise, trouble=words(f"pages.revision-{key}"))
    return Revision(after.number, after.read_at, new.form, tuple(_figures(old, new)), tuple(_texts(old, new)), otherwise)


def _figures(before: Report, after: Report) -> Iterator[FigureChange]:
    """In the order of the later version's tables."""
    for name in dict.fromkeys([*after.figures, *before.figures]):
        old, new = before.figures.get(name), after.figures.get(name)
        if _printed(old) != _printed(new):
            yield FigureChange(name, old, new)


def _printed(figure: Figure | None) -> tuple[str | None, State]:
    return (None, State.ABSENT) if figure is None else (figure.raw, figure.state)


def _texts(before: Report, after: Report) -> Iterator[TextChange]:
    for fact, old, new in _facts(before, after):
        if old != new:
            yield TextChange(words(f"pages.fact-{fact}"), old, new)
    yield from _passages(words("pages.revision-preamble"), before.preamble, after.preamble)
    headings = {section.heading: section.paragraphs for section in before.sections}
    for section in after.sections:
        yield from _passages(Words(section.heading, section.heading), headings.pop(section.heading, ()), section.paragraphs)
    for heading, paragraphs in headings.items():
        yield from _passages(Words(heading, heading), paragraphs, ())


def _facts(before: Report, after: Report) -> Iterator[tuple[str, str, str]]:
    yield "title", before.title.text if before.title else "", after.title.text if after.title else ""
    yield "published", str(before.published_on or ""), str(after.published_on or "")
    yield "signed", str(before.signed_on or ""), str(after.signed_on or "")


def _passages(where: Words, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[TextChange]:
    """Paragraphs that came, went or read otherwise now; visit counters apart."""
    old, new = [said(p) for p in before], [said(p) for p in after]
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield TextChange(where, *_cut("\n".join(old[i:j]), "\n".join(new[k:m])))


def _cut(before: str, after: str, around: int = 40) -> tuple[str, str]:
    """The two passages from a little before the first difference to a little after the last."""
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    ends = zip(reversed(before[start:]), reversed(after[start:]), strict=False)
    end = next((n for n, (a, b) in enumerate(ends) if a != b), min(len(before), len(after)) - start)
    return _excerpt(before, start - around, len(before) - end + around), _excerpt(after, start - around, len(after) - end + around)


def _excerpt(text: str, start: int, end: int) -> str:
    start, end = max(0, start), min(len(text), end)
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
