"""Where reports come from: `source_for` a table [[sources]] of the configuration."""

from collections.abc import Callable, Mapping
from pathlib import Path

from connectors.http import Client, Manners, Pace
from connectors.sources.folder import FolderSource
from connectors.sources.list import ListSource
from connectors.sources.model import Found, Source, SourceFailed, WholeButTold
from connectors.sources.web import Web
from connectors.sources.website import WebsiteSource
from gouji.errors import UsageError
from gouji.settings import FolderSetting, ListSetting, SourceSetting, WebsiteSetting, WebTable
from gouji.words import words

__all__ = ["SOURCES", "Found", "Source", "SourceFailed", "WholeButTold", "refuse_unbuilt_source", "source_for"]


def _folder(setting: SourceSetting, base: Path, home: Path, contact: str | None) -> Source:
    assert isinstance(setting, FolderSetting)
    return FolderSource(setting.name, base / setting.path)


def _list(setting: SourceSetting, base: Path, home: Path, contact: str | None) -> Source:
    assert isinstance(setting, ListSetting)
    return ListSource(setting.name, base / setting.path, _web(setting, home, contact))


def _website(setting: SourceSetting, base: Path, home: Path, contact: str | None) -> Source:
    assert isinstance(setting, WebsiteSetting)
    return WebsiteSource(setting.name, setting.url, _web(setting, home, contact), setting.from_year)


def _web(setting: WebTable, home: Path, contact: str | None) -> Web:
    """The pace is one for all sources of this home: two of them may lie on one host."""
    manners = Manners(
        requests_per_second=setting.requests_per_second,
        contact=setting.contact or contact,
        allow_hosts=setting.allow_hosts,
        risks=frozenset(setting.risks),
        ca=setting.ca,
    )
    return Web(Client(manners, Pace(home / "web" / "pace")), home / "web" / "visits")


SOURCES: Mapping[str, Callable[[SourceSetting, Path, Path, str | None], Source]] = {"folder": _folder, "list": _list, "website": _website}


def source_for(setting: SourceSetting, base: Path, home: Path | None = None, contact: str | None = None) -> Source:
    """The source that the setting describes; relative paths count from `base`.

    In `home` sources remember what they have seen; `contact` is whom a site may write to where the source names nobody.
    """
    refuse_unbuilt_source(setting, base, None)
    return SOURCES[setting.type](setting, base, home or base / "gouji-data", contact)


def refuse_unbuilt_source(setting: SourceSetting, path: Path, line: int | None) -> None:
    """A type that no version has built yet is an error before anything is done."""
    if setting.type not in SOURCES:
        known = ", ".join(SOURCES)
        raise UsageError(words("settings.source-not-built", path=path, line=line or "?", type=setting.type, name=setting.name, known=known))
