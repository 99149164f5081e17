"""Every configured source is looked at: what is new or changed is fetched and kept, what is no longer there is gone."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from connectors.sources import Around, Found, Source, WholeButTold, source_for
from flows.office import Office
from flows.progress import SILENT, Progress
from gouji.codec import to_json
from gouji.errors import GoujiError
from gouji.finding import Words
from gouji.ledger import events, shelf, tables
from gouji.settings import SourceSetting
from gouji.words import words

# A file written twice within one tick of the file system's clock keeps its time and perhaps its size; two seconds is the
# coarsest tick in use (FAT), so a file is trusted to be the same only if it had been at rest that long when it was fetched.
_AT_REST = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Look:
    """How the look at one source went: `seen` documents, `gone` since the last whole look; `message` says what failed."""

    name: str
    seen: int
    gone: int
    message: Words | None = None

    @property
    def ok(self) -> bool:
        return self.message is None


def discover(office: Office, progress: Progress = SILENT) -> tuple[Look, ...]:
    """How each source was found. One that fails does not keep the others from being looked at."""
    progress.begin("discover")
    return tuple(_look(office, setting, progress) for setting in office.settings.sources)


def _look(office: Office, setting: SourceSetting, progress: Progress) -> Look:
    with office.ledger.reading() as session:
        known = shelf.known(session, setting.name)
    seen: set[str] = set()
    troubles: list[Words] = []
    whole = False
    try:
        for found in _source(office, setting).look():
            seen.add(_location(found))
            troubles += _take(office, setting, found, known.get(_location(found)))
            progress.advance()
        whole = True
    except WholeButTold as exc:
        whole = True
        troubles.append(exc.words)
    except (GoujiError, OSError) as exc:
        troubles.append(_said(exc))
    return _looked(office, setting, seen, whole, troubles)


def _source(office: Office, setting: SourceSetting) -> Source:
    settings = office.settings
    return source_for(setting, Around.of(settings.path.parent, settings.home, contact=settings.mail.sender if settings.mail else None))


def _take(office: Office, setting: SourceSetting, found: Found, known: tables.Publication | None) -> list[Words]:
    """The document is in the archive as it is now; or why it could not be fetched."""
    if known is not None and known.gone_at is None and _at_rest(found, known):
        return []
    try:
        sha256 = office.archive.put(found.fetch())
    except (GoujiError, OSError) as exc:
        return [words("patrol.not_fetched", location=_location(found), reason=_said(exc))]
    with office.ledger.writing("discover: document") as session:
        _note(session, office, setting, found, sha256)
    return []


def _at_rest(found: Found, known: tables.Publication) -> bool:
    if found.sha256 is not None:
        return (found.sha256, found.published_on) == (known.sha256, known.published_on)
    same = (found.size, found.modified, found.published_on) == (known.size, known.modified, known.published_on)
    return same and 0 < found.modified < (known.fetched_at - _AT_REST).timestamp()


def _note(session: Session, office: Office, setting: SourceSetting, found: Found, sha256: str) -> None:
    now = office.now()
    row = shelf.known_at(session, setting.name, _location(found))
    if row is None:
        row = tables.Publication(source=setting.name, location=_location(found), first_seen=now)
        session.add(row)
    row.name, row.stage, row.published_on = _clean(found.name), str(setting.stage), found.published_on
    row.size, row.modified, row.sha256, row.fetched_at = found.size, found.modified, sha256, now
    row.last_seen, row.gone_at = now, None


def _looked(office: Office, setting: SourceSetting, seen: set[str], whole: bool, troubles: list[Words]) -> Look:
    """The look is in the ledger. Only where all of the source was seen is what is missing gone."""
    message = _joined(troubles)
    gone = 0
    with office.ledger.writing("discover: source") as session:
        for location, row in shelf.known(session, setting.name).items():
            if location in seen:
                row.last_seen, row.stage = office.now(), str(setting.stage)
            elif whole and row.gone_at is None:
                row.gone_at, gone = office.now(), gone + 1
        _record_look(session, office, setting.name, whole, message)
    return Look(setting.name, len(seen), gone, message)


def _record_look(session: Session, office: Office, name: str, whole: bool, message: Words | None) -> None:
    now = office.now()
    row = session.get(tables.SourceLook, name)
    if row is None:
        row = tables.SourceLook(name=name, ok=True, looked_at=now)
        session.add(row)
    if message and row.ok:
        body = {"source": name, "message": to_json(message)}
        events.record(session, f"source-{name}-{now.isoformat()}", "source_failed", now, body=body)
    row.looked_at, row.ok, row.message = now, message is None, to_json(message) if message else None
    row.whole_at = now if whole else row.whole_at


def _joined(troubles: list[Words]) -> Words | None:
    if not troubles:
        return None
    shown = troubles[:3]
    more = words("patrol.and_more", count=len(troubles) - len(shown)) if len(troubles) > len(shown) else Words("", "")
    return Words("".join(w.zh for w in (*shown, more)), " ".join(w.en for w in (*shown, more)).strip())


def _said(exc: GoujiError | OSError) -> Words:
    if isinstance(exc, GoujiError):
        return exc.words
    reason = exc.strerror or str(exc)
    return words("patrol.refused", path=exc.filename or "", reason=reason)


def _location(found: Found) -> str:
    return _clean(found.location)


def _clean(text: str) -> str:
    """The name as a database can keep it: bytes of a file's name that are no UTF-8 become \\udcXX written out."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")
