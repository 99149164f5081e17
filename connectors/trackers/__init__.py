"""Where tickets go beside the ledger: `tracker_for` a table [[trackers]] of the configuration."""

from collections.abc import Callable, Mapping
from importlib import import_module

from connectors.trackers.model import Tracker
from connectors.trackers.understood import Understood
from gouji.settings import TrackerSetting

# Imported when it is asked for: some of the client libraries take a second.
TRACKERS: Mapping[str, str] = {
    "xlsx": "connectors.trackers.xlsx:Xlsx",
    "folder": "connectors.trackers.folder:Folder",
    "webhook": "connectors.trackers.webhook:Webhook",
    "github": "connectors.trackers.github:GitHub",
    "gitlab": "connectors.trackers.gitlab:GitLab",
    "gitea": "connectors.trackers.gitea:Gitea",
    "jira": "connectors.trackers.jira:Jira",
    "redmine": "connectors.trackers.redmine:Redmine",
}

ON_PAPER = ("xlsx", "folder")  # no server answers these: what goes wrong there beside the disk is a fault of ours


def tracker_for(setting: TrackerSetting, name: str) -> Tracker:
    """The tracker that the setting describes; nothing is asked of it yet."""
    module, cls = TRACKERS[setting.type].split(":")
    make: Callable[[TrackerSetting, str], Tracker] = getattr(import_module(module), cls)
    tracker = make(setting, name)
    return tracker if setting.type in ON_PAPER else Understood(tracker)
