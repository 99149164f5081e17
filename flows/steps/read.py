"""Documents whose bytes nobody has read yet become versions: what was read, or why it could not be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from flows.office import Office
from flows.progress import SILENT, Progress
from gouji.archive import DamagedArchive
from gouji.codec import to_json
from gouji.finding import Words
from gouji.isolation import READER_VERSION, Job, read_reports
from gouji.ledger import events, shelf, tables
from gouji.ledger.content import content_of, content_of_trouble
from gouji.report import Report
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Readings:
    """How many documents were read for the first time, and how many say something else than before."""

    new: int = 0
    changed: int = 0

    def __add__(self, other: "Readings") -> "Readings":
        return Readings(self.new + other.new, self.changed + other.changed)


NOTHING = Readings()
NEW, CHANGED = Readings(new=1), Readings(changed=1)


def to_read(office: Office) -> list[int]:
    """The publications whose bytes this reader has not read."""
    with office.ledger.reading() as session:
        return shelf.to_read(session, READER_VERSION)


def read(office: Office, ids: Sequence[int], progress: Progress = SILENT) -> Readings:
    """What was new in these publications. Each is read in a process of its own and stands in the ledger at once."""
    progress.begin("read", len(ids))
    total = NOTHING
    jobs, damaged = _jobs(office, ids)
    for reading in read_reports(jobs):
        trouble = reading.trouble.words if reading.trouble else None
        total += _keep(office, int(reading.key), reading.report, trouble)
        progress.advance()
    for publication_id, trouble in damaged:
        total += _keep(office, publication_id, None, trouble)
    return total


def _jobs(office: Office, ids: Sequence[int]) -> tuple[Iterator[Job], list[tuple[int, Words]]]:
    """The bytes one by one as they are asked for; what the archive has lost is put into the list beside them."""
    damaged: list[tuple[int, Words]] = []
    with office.ledger.reading() as session:
        wanted = [(p.id, p.name, p.sha256) for p in shelf.publications(session, ids)]

    def jobs() -> Iterator[Job]:
        for publication_id, name, sha256 in wanted:
            try:
                data = office.archive.get(sha256)
            except DamagedArchive as exc:
                damaged.append((publication_id, exc.words))
                continue
            yield Job(str(publication_id), name, data)

    return jobs(), damaged


def _keep(office: Office, publication_id: int, report: Report | None, trouble: Words | None) -> Readings:
    with office.ledger.writing("read: document") as session:
        publication = session.get_one(tables.Publication, publication_id)
        news = _version(session, office, publication, report, trouble)
        publication.read_sha256, publication.read_by = publication.sha256, READER_VERSION
    return news


def _version(session: Session, office: Office, publication: tables.Publication, report: Report | None, trouble: Words | None) -> Readings:
    content = content_of(report) if report else content_of_trouble(trouble or words("patrol.no_report"))
    last = session.get(tables.Version, publication.version_id) if publication.version_id else None
    if last is not None and last.content == content:
        _read_again(last, report)
        return NOTHING
    version = tables.Version(
        publication_id=publication.id, number=last.number + 1 if last else 1, content=content, sha256=publication.sha256,
        read_at=office.now(), reader=READER_VERSION, format=report.format if report else None, title=_title(report),
        readable=bool(report and report.readable), report=to_json(report) if report else None,
        trouble=to_json(trouble) if trouble else None, sure=False,
    )  # fmt: skip
    session.add(version)
    session.flush()
    publication.version_id = version.id
    _tell(session, office, publication, version, trouble)
    if last is None:
        return NEW
    # A better reader sees more in the same bytes: a version of ours, but nobody changed the document.
    return NOTHING if last.sha256 == version.sha256 else CHANGED


def _read_again(version: tables.Version, report: Report | None) -> None:
    if version.reader != READER_VERSION:
        version.reader, version.resolved_under = READER_VERSION, None
        version.report = to_json(report) if report else None


def _title(report: Report | None) -> str | None:
    return report.title.text.encode("utf-8", "replace").decode().replace("\0", "") if report and report.title else None


def _tell(session: Session, office: Office, publication: tables.Publication, version: tables.Version, trouble: Words | None) -> None:
    if version.readable:
        return
    reason = trouble or words("patrol.no_table")
    key = f"unreadable-{publication.id}-{version.number}"
    events.record(session, key, "unreadable", office.now(), publication_id=publication.id, body={"reason": to_json(reason)})
