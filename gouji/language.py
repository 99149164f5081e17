"""In which language gouji speaks."""

from collections.abc import Mapping
from typing import Literal, Protocol

Language = Literal["zh", "en"]


class _HasLanguage(Protocol):
    @property
    def language(self) -> Language | None: ...


def language(option: str | None, settings: _HasLanguage | None, environ: Mapping[str, str]) -> Language:
    """`--lang`, else the configuration's language, else the locale's; C, POSIX and no locale mean Chinese."""
    if option is not None:
        return _of(option)
    if settings is not None and settings.language is not None:
        return settings.language
    return _of_locale(environ)


def _of_locale(environ: Mapping[str, str]) -> Language:
    # The order in which POSIX looks at them for messages; a set but empty variable counts as unset.
    named = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    bare = named.split(".")[0].split("@")[0]
    return "zh" if bare in ("", "C", "POSIX") else _of(bare)


def _of(tag: str) -> Language:
    return "zh" if tag.lower().startswith("zh") else "en"
