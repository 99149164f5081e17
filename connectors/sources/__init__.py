"""Where reports come from: `source_for` a table [[sources]] of the configuration."""

from collections.abc import Callable, Mapping
from pathlib import Path

from connectors.sources.folder import FolderSource
from connectors.sources.model import Found, Source, SourceFailed
from gouji.errors import UsageError
from gouji.settings import FolderSetting, SourceSetting
from gouji.words import words

__all__ = ["SOURCES", "Found", "Source", "SourceFailed", "refuse_unbuilt_source", "source_for"]


def _folder(setting: SourceSetting, base: Path) -> Source:
    assert isinstance(setting, FolderSetting)
    return FolderSource(setting.name, base / setting.path)


SOURCES: Mapping[str, Callable[[SourceSetting, Path], Source]] = {"folder": _folder}


def source_for(setting: SourceSetting, base: Path) -> Source:
    """The source that the setting describes; relative paths count from `base`."""
    refuse_unbuilt_source(setting, base, None)
    return SOURCES[setting.type](setting, base)


def refuse_unbuilt_source(setting: SourceSetting, path: Path, line: int | None) -> None:
    """A type that no version has built yet is an error before anything is done."""
    if setting.type not in SOURCES:
        known = ", ".join(SOURCES)
        raise UsageError(words("settings.source-not-built", path=path, line=line or "?", type=setting.type, name=setting.name, known=known))
