"""Where reports come from, and who must publish."""

from collections.abc import Iterator
from datetime import datetime

from expectations.organisation import rulebook_of
from flows.doctor.model import Look, State, looked
from gouji.agencies.due import due_of
from gouji.clock import CHINA
from gouji.errors import GoujiError
from gouji.finding import Words
from gouji.roster import Roster, read_roster
from gouji.settings import FolderSetting, ListSetting, Settings, SourceSetting
from gouji.words import words


def roster(settings: Settings) -> Look:
    what = words("doctor.roster")
    if settings.roster is None:
        return Look(what, State.LESS, words("doctor.roster-none"), words("doctor.roster-add"))
    path = settings.roster.path
    try:
        there = read_roster(path)
    except GoujiError as failed:
        return Look(what, State.MISSING, failed.words)
    if there.problems:
        return Look(
            what, State.LESS, words("doctor.roster-problems", path=path, problems=len(there.problems)), words("doctor.roster-check")
        )
    if not there.agencies:
        return Look(what, State.LESS, words("doctor.roster-empty", path=path), words("doctor.roster-fill"))
    ready = words("doctor.roster-ready", path=path, bodies=len(there.agencies))
    if unknown := _without_deadline(settings, there):
        return Look(what, State.LESS, words("doctor.roster-undated", ready=ready, count=unknown), words("doctor.roster-check"))
    return Look(what, State.READY, ready)


def _without_deadline(settings: Settings, roster: Roster) -> int:
    """How many bodies can never be called overdue, because nobody knows their deadline."""
    try:
        deadlines = rulebook_of(settings.rules.path if settings.rules else None).customs.deadlines
    except GoujiError:
        return 0  # the file of rules is told of by the patrol that needs it
    year = datetime.now(CHINA).year - 1
    dues = [due_of(agency, year, deadlines) for agency in roster.agencies]
    return sum(bool(due.reason) and not due.excused for due in dues)


def sources(settings: Settings) -> Iterator[Look]:
    if not settings.sources:
        yield Look(words("doctor.source", name=""), State.MISSING, words("doctor.sources-none"), words("doctor.sources-add"))
    for setting in settings.sources:
        yield _source(setting)


def _source(setting: SourceSetting) -> Look:
    what = words("doctor.source", name=setting.name)
    match setting:
        case FolderSetting() if not setting.path.is_dir():
            return Look(
                what, State.MISSING, words("doctor.folder-missing", path=setting.path), words("doctor.folder-make", path=setting.path)
            )
        case FolderSetting():
            return looked(what, lambda: _folder(setting))
        case ListSetting():
            return Look(what, State.UNASKED, words("doctor.list-unasked", path=setting.path), _to_try(setting))
        case _:
            return Look(what, State.UNASKED, words("doctor.site-unasked"), _to_try(setting))


def _folder(setting: FolderSetting) -> Words:
    entries = sum(1 for _ in setting.path.iterdir())
    return words("doctor.folder-ready" if entries else "doctor.folder-empty", path=setting.path, count=entries)


def _to_try(setting: SourceSetting) -> Words:
    return words("doctor.source-try", name=setting.name)
