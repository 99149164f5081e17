"""Where reports come from, and who must publish."""

from collections.abc import Iterator

from flows.doctor.model import Look, State, looked
from gouji.errors import GoujiError
from gouji.finding import Words
from gouji.roster import read_roster
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
    return Look(what, State.READY, words("doctor.roster-ready", path=path, bodies=len(there.agencies)))


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
