"""Whether everybody who is to be told can be told."""

from collections.abc import Mapping
from pathlib import Path

from gouji.errors import ConfigError
from gouji.settings.lines import KeyPath
from gouji.settings.model import Settings
from gouji.words import words

_BY_DEADLINE = ("before-deadline", "after-deadline")


def refuse_notices_to_nobody(path: Path, settings: Settings, lines: Mapping[KeyPath, int]) -> None:
    """A way of telling that would tell nobody, or that cannot be told from another, is a ConfigError with its line."""

    def refuse(sentence: str, *key: str | int, **values: object) -> ConfigError:
        return ConfigError(words(f"settings.{sentence}", path=path, line=lines.get(key, lines.get(key[:-1], 1)), **values))

    seen: set[str] = set()
    for number, notice in enumerate(settings.notices):
        if (notice.to in ("body", "superior")) != (notice.agency is not None):
            raise refuse("notice-needs-agency", "notices", number, "to", to=notice.to)
        if notice.key in seen:
            raise refuse("notice-twice", "notices", number, "name", key=notice.key)
        if settings.roster is None and (notice.agency or notice.when in _BY_DEADLINE):
            key = "agency" if notice.agency else "when"
            raise refuse("needs-roster", "notices", number, key, key=f"notices.{key}")
        seen.add(notice.key)
    if settings.mail and settings.roster is None:
        wanted = {"bodies": settings.mail.bodies, "superiors": settings.mail.superiors, "when": {*settings.mail.when} & {*_BY_DEADLINE}}
        for key in (key for key, wants in wanted.items() if wants):
            raise refuse("needs-roster", "mail", key, key=f"mail.{key}")
    if settings.operator and not settings.operator.url and not (settings.operator.to and settings.mail):
        raise refuse("operator-nobody", "operator", "to")
    if settings.templates and not settings.templates.path.is_dir():
        raise refuse("template-folder-missing", "templates", "path", folder=settings.templates.path)
