"""Where tickets go beside the ledger: `tracker_for` a table [[trackers]] of the configuration."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from gouji.errors import UsageError
from gouji.settings import TrackerSetting
from gouji.words import words


class Tracker(Protocol):
    """An office's own list of things to do. What it must be able to do is settled with the first one built."""

    @property
    def name(self) -> str: ...


TRACKERS: Mapping[str, Callable[[TrackerSetting], Tracker]] = {}


def tracker_for(setting: TrackerSetting) -> Tracker:
    """The tracker that the setting describes."""
    refuse_unbuilt_tracker(setting, Path("gouji.toml"), None)
    return TRACKERS[setting.type](setting)


def refuse_unbuilt_tracker(setting: TrackerSetting, path: Path, line: int | None) -> None:
    """A type that no version has built yet is an error before anything is done."""
    if setting.type not in TRACKERS:
        raise UsageError(words("settings.tracker-not-built", path=path, line=line or "?", type=setting.type))
