"""Every configured source is looked at: what is new or changed is fetched and kept, what is no longer there is gone."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from connectors.sources import Around, Found, Source, source_for
from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.looking import Looking, under_way
from flows.steps.owed import owed_by_source
from flows.steps.record import Recorder
from flows.steps.shortfall import shortfall
from gouji.codec import to_json
from gouji.errors import GoujiError
from gouji.finding import Words
from gouji.ledger import events, patrols, shelf, tables
from gouji.ledger.storable import storable
from gouji.settings import SourceSetting
from gouji.words import words
from gouji.words.refusals import reason_of

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
    around = _around(office)
    with office.ledger.reading() as session:
        owed = owed_by_source(session, office)
    begun = [_Begun.now(office, setting, around, owed.get(setting.name, 0)) for setting in office.settings.sources]
    with under_way([one.looking for one in begun]):
        return tuple(_look(office, one, progress) for one in begun)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A look that is under way. `owed` counts the bodies of the roster that must have published there."""

    setting: SourceSetting
    recorder: Recorder
    looking: Looking
    owed: int

    @classmethod
    def now(cls, office: Office, setting: SourceSetting, around: Around, owed: int) -> "_Begun":
        with office.ledger.reading() as session:
            known, patrol_id = shelf.known(session, setting.name), patrols.current(session)
        recorder = Recorder(office, setting.name, patrol_id)

        def source() -> Source:
            return source_for(setting, replace(around, record=recorder))

        def keep(found: Found) -> str | None:
            row = known.get(_location(found))
            there = row is not None and row.gone_at is None and _at_rest(found, row) and row.sha256 in office.archive
            return None if there else office.archive.put(found.fetch())

        return cls(setting, recorder, Looking(source, keep), owed)


def _look(office: Office, begun: _Begun, progress: Progress) -> Look:
    seen: dict[str, Found] = {}
    troubles: list[Words] = []
    for one in begun.looking.seen():
        seen[_location(one.found)] = one.found
        if one.trouble:
            troubles.append(words("patrol.not_fetched", location=_location(one.found), reason=_said(one.trouble)))
        elif one.sha256:
            with office.ledger.writing("discover: document") as session:
                _note(session, office, begun.setting, one.found, one.sha256)
        begun.recorder.flush(all_of_it=False)
        progress.advance()
    if begun.looking.trouble:
        troubles.append(_said(begun.looking.trouble))
    begun.recorder.flush()
    return _looked(office, begun, seen, troubles)


def _around(office: Office) -> Around:
    settings = office.settings
    around = Around.of(settings.path.parent, settings.home, contact=settings.mail.sender if settings.mail else None)
    memory = _rehearsed(office, around.memory) if office.rehearsal else around.memory
    return replace(around, memory=memory, kept=office.archive.__contains__)


def _rehearsed(office: Office, memory: Path) -> Path:
    """A copy of what is remembered: what a rehearsal sees is forgotten with its ledger."""
    copy = office.archive.folder.parent / "visits"
    if memory.is_dir() and not copy.exists():
        shutil.copytree(memory, copy, dirs_exist_ok=True)
    return copy


def _at_rest(found: Found, known: tables.Publication) -> bool:
    if found.sha256 is not None:
        return (found.sha256, found.published_on) == (known.sha256, known.published_on)
    same = (found.size, found.modified, found.published_on) == (known.size, known.modified, known.published_on)
    return same and 0 < found.modified < (known.fetched_at - _AT_REST).timestamp()


def _note(session: Session, office: Office, setting: SourceSetting, found: Found, sha256: str) -> None:
    now = office.now()
    row = shelf.known_at(session, setting.name, _location(found))
    if row is None:
        look = session.get(tables.SourceLook, setting.name)
        row = tables.Publication(
            source=setting.name, location=_location(found), first_seen=now, absent_at=look.whole_at if look else None
        )  # fmt: skip
        session.add(row)
    row.name, row.stage, row.published_on = storable(found.name), str(setting.stage), found.published_on
    row.size, row.modified, row.sha256, row.fetched_at = found.size, found.modified, sha256, now
    row.last_seen, row.gone_at, row.listed = now, None, _listed(found)


def _looked(office: Office, begun: _Begun, seen: Mapping[str, Found], troubles: list[Words]) -> Look:
    """The look is in the ledger. Only where all of the source was seen, and not far less than there must be, is what is missing gone.

    `seen` has what was seen, by location.
    """
    setting, whole, in_part = begun.setting, begun.looking.whole, begun.looking.in_part
    gone, now = 0, office.now()
    with office.ledger.writing("discover: source") as session:
        look, known = shelf.look_at(session, setting.name, now), shelf.known(session, setting.name)
        if whole and not in_part and (fewer := shortfall(session, setting.name, len(seen), look.expected, begun.owed)):
            whole, troubles = False, [*troubles, fewer]
        for location, row in known.items():
            if location in seen:
                row.last_seen, row.stage, row.listed = now, str(setting.stage), _listed(seen[location])
            elif whole and not in_part and row.gone_at is None:
                row.gone_at, gone = now, gone + 1
        look.seen, look.expected, look.owed = len(seen), len(seen) if whole else look.expected, begun.owed
        look.unfetched = [{"location": place, "name": storable(one.name)} for place, one in seen.items() if place not in known]
        message = _joined(troubles)
        _record_look(session, look, whole, message, now)
    return Look(setting.name, len(seen), gone, message)


def _record_look(session: Session, look: tables.SourceLook, whole: bool, message: Words | None, now: datetime) -> None:
    if message and look.ok:
        body = {"source": look.name, "message": to_json(message)}
        events.record(session, f"source-{look.name}-{now.isoformat()}", "source_failed", now, body=body)
    look.looked_at, look.ok, look.message = now, message is None, to_json(message) if message else None
    look.whole_at = now if whole else look.whole_at


def _joined(troubles: list[Words]) -> Words | None:
    if not troubles:
        return None
    shown = troubles[:3]
    more = words("patrol.and_more", count=len(troubles) - len(shown)) if len(troubles) > len(shown) else Words("", "")
    return Words("".join(w.zh for w in (*shown, more)), " ".join(w.en for w in (*shown, more)).strip())


def _said(exc: GoujiError | OSError) -> Words:
    if isinstance(exc, GoujiError):
        return exc.words
    return words("patrol.refused", path=exc.filename or "", reason=reason_of(exc))


def _location(found: Found) -> str:
    return storable(found.location)


def _listed(found: Found) -> str | None:
    return storable(found.listed) if found.listed else None
