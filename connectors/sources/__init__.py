"""Where reports come from: `source_for` a table [[sources]] of the configuration."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from connectors.http import Client, Exchange, Manners, Pace
from connectors.sources.folder import FolderSource
from connectors.sources.list import ListSource
from connectors.sources.model import Found, SeenInPart, Source, SourceFailed, WholeButTold
from connectors.sources.store import StoreSource
from connectors.sources.store.bucket import Bucket
from connectors.sources.survey import Survey
from connectors.sources.web import Web
from connectors.sources.website import WebsiteSource
from gouji.settings import FolderSetting, ListSetting, ObjectStoreSetting, SourceSetting, WebsiteSetting, WebTable

__all__ = [
    "SOURCES",
    "Around",
    "Found",
    "SeenInPart",
    "Source",
    "SourceFailed",
    "Survey",
    "WholeButTold",
    "source_for",
]


@dataclass(frozen=True, slots=True)
class Around:
    """What a source needs beside its setting. Relative paths count from `base`; in `memory` it remembers what it has seen.

    `pace` is one for all sources of a home: two of them may lie on one host. `contact` is whom a site may write to where the
    source names nobody; `record` hears of every request; `kept` says whether the bytes of a hash are still at hand.
    """

    base: Path
    memory: Path
    pace: Path
    contact: str | None = None
    record: Callable[[Exchange], None] = lambda _: None
    kept: Callable[[str], bool] = lambda _: True

    @classmethod
    def of(cls, base: Path, home: Path, contact: str | None = None) -> "Around":
        """What stands where in an office's home."""
        return cls(base, home / "web" / "visits", home / "web" / "pace", contact)


def _folder(setting: SourceSetting, around: Around) -> Source:
    assert isinstance(setting, FolderSetting)
    return FolderSource(setting.name, around.base / setting.path)


def _list(setting: SourceSetting, around: Around) -> Source:
    assert isinstance(setting, ListSetting)
    return ListSource(setting.name, around.base / setting.path, _web(setting, around))


def _website(setting: SourceSetting, around: Around) -> Source:
    assert isinstance(setting, WebsiteSetting)
    return WebsiteSource(setting.name, setting.url, _web(setting, around), setting.from_year)


def _store(setting: SourceSetting, around: Around) -> Source:
    assert isinstance(setting, ObjectStoreSetting)
    prefix = setting.prefix.strip("/")
    bucket = Bucket(
        setting.bucket, f"{prefix}/" if prefix else "", setting.endpoint, setting.region,
        setting.key.reveal() if setting.key else None, setting.secret.reveal() if setting.secret else None,
        setting.addressing, setting.ca,
    )  # fmt: skip
    return StoreSource(setting.name, bucket, around.memory, setting.max_megabytes * 1_000_000, around.record)


def _web(setting: WebTable, around: Around) -> Web:
    manners = Manners(
        requests_per_second=setting.requests_per_second,
        contact=setting.contact or around.contact,
        allow_hosts=setting.allow_hosts,
        risks=frozenset(setting.risks),
        ca=setting.ca,
    )
    return Web(Client(manners, Pace(around.pace), record=around.record), around.memory, around.kept)


SOURCES: Mapping[str, Callable[[SourceSetting, Around], Source]] = {
    "folder": _folder,
    "website": _website,
    "object-store": _store,
    "list": _list,
}


def source_for(setting: SourceSetting, around: Around) -> Source:
    """The source that the setting describes."""
    return SOURCES[setting.type](setting, around)
