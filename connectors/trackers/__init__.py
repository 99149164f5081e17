"""Where tickets go beside the ledger: `tracker_for` a table [[trackers]] of the configuration."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from connectors.trackers.model import Tracker
from gouji.errors import UsageError
from gouji.settings import TrackerSetting
from gouji.words import words

# Imported when it is asked for: some of the client libraries take a second.
TRACKERS: Mapping[str, str] = {
    "xlsx": "connectors.trackers.xlsx:Xlsx",
    "folder": "connectors.trackers.folder:Folder",
    "webhook": "connectors.trackers.webhook:Webhook",
    "github": "connectors.trackers.github:GitHub",
    "gitlab": "connectors.trackers.gitlab:GitLab",
    "gitea": "connectors.trackers.gitea:Gitea",
}


def tracker_for(setting: TrackerSetting, name: str) -> Tracker:
    """The tracker that the setting describes; nothing is asked of it yet."""
    refuse_unbuilt_tracker(setting, Path("gouji.toml"), None)
    module, cls = TRACKERS[setting.type].split(":")
    make: Callable[[TrackerSetting, str], Tracker] = getattr(import_module(module), cls)
    return make(setting, name)


def refuse_unbuilt_tracker(setting: TrackerSetting, path: Path, line: int | None) -> None:
    """A type that no version has built yet is an error before anything is done."""
    if setting.type not in TRACKERS:
        raise UsageError(words("settings.tracker-not-built", path=path, line=line or "?", type=setting.type))
