"""What each type of tracker needs of its table."""

from collections.abc import Mapping
from pathlib import Path
from string import Formatter

from gouji.errors import ConfigError
from gouji.settings.lines import KeyPath
from gouji.settings.model import Settings
from gouji.settings.trackers import TrackerSetting
from gouji.words import words

# By type the keys that must be there; of a group in one bracket any one.
NEEDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "xlsx": (("path",),), "folder": (("path",),), "webhook": (("url",),),
    "github": (("repository",), ("token",)), "gitlab": (("url", "api"), ("project", "repository"), ("token",)),
    "gitea": (("url", "api"), ("repository", "project"), ("token",)), "jira": (("url", "api"), ("project",), ("token",)),
    "redmine": (("url", "api"), ("project",), ("token",)),
}  # fmt: skip
# What a column of an office's list can be filled with.
COLUMN_FIELDS = (
    "agency", "agency_id", "year", "part", "place", "title", "rule", "message", "printed", "expected", "basis", "fix", "status",
    "severity", "link", "opened", "updated", "ticket", "fingerprint", "key", "notes", "evidence",
)  # fmt: skip


def refuse_unclear_trackers(path: Path, settings: Settings, lines: Mapping[KeyPath, int]) -> None:
    """A tracker without what its type needs, or of a name that another has, is a ConfigError."""
    names = settings.tracker_names
    for position, tracker in enumerate(settings.trackers):
        line = lines.get(("trackers", position, "type"), 1)
        _refuse_missing(path, line, tracker)
        _refuse_unknown_columns(path, line, tracker)
        if names[position] in names[:position]:
            raise ConfigError(words("settings.tracker-twice", path=path, line=line, name=names[position]))


def _refuse_missing(path: Path, line: int, tracker: TrackerSetting) -> None:
    for keys in NEEDED[tracker.type]:
        if all(getattr(tracker, key) is None for key in keys):
            expected = words(f"settings.expected-trackers.{keys[0]}")
            raise ConfigError(words("settings.tracker-needs", path=path, line=line, type=tracker.type, key=keys[0], expected=expected))


def _refuse_unknown_columns(path: Path, line: int, tracker: TrackerSetting) -> None:
    for heading, filled in (tracker.columns or {}).items():
        try:
            names = [name for _, name, _, _ in Formatter().parse(filled) if name is not None]
        except ValueError:
            names = [filled]
        for name in names:
            if name not in COLUMN_FIELDS:
                known = ", ".join(COLUMN_FIELDS)
                raise ConfigError(words("settings.tracker-column", path=path, line=line, heading=heading, name=name, known=known))
