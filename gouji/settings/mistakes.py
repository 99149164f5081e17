"""What is wrong in a configuration, in sentences that name the key, the line, what was expected and what to write."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from gouji.errors import ConfigError
from gouji.finding import Words
from gouji.settings.lines import KeyPath
from gouji.settings.model import Brake, DeadlineSetting, RosterSetting, RulesSetting, Schedule, Settings
from gouji.settings.sources import FolderSetting, ListSetting, ObjectStoreSetting, WebsiteSetting
from gouji.settings.telling import MailSetting, NoticeSetting, OperatorSetting, PagesSetting, PrivacySetting, TemplatesSetting
from gouji.settings.trackers import TrackerSetting
from gouji.words import words

# Where pydantic says an error is, without positions: a source's type stands between `sources` and the key.
TABLES: Mapping[tuple[str, ...], type[BaseModel]] = {
    (): Settings, ("schedule",): Schedule, ("sources", "folder"): FolderSetting, ("sources", "website"): WebsiteSetting,
    ("sources", "list"): ListSetting, ("sources", "object-store"): ObjectStoreSetting,
    ("roster",): RosterSetting, ("mail",): MailSetting, ("trackers",): TrackerSetting, ("brake",): Brake, ("deadline",): DeadlineSetting,
    ("rules",): RulesSetting, ("privacy",): PrivacySetting, ("notices",): NoticeSetting, ("operator",): OperatorSetting,
    ("pages",): PagesSetting, ("templates",): TemplatesSetting,
}  # fmt: skip
_OURS = ("wrong-value", "file-missing", "secret-plain", "secret-in-address")
_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_SECRET = re.compile(r"((?:password|token|ledger|secret|key|url)\W?\s*[=＝]).*")
_FULL_WIDTH = re.compile("[＝“”‘’「」，［］｛｝＃　：]")


def broken_syntax(path: Path, text: str, error: tomllib.TOMLDecodeError | RecursionError) -> ConfigError:
    """A text that is no TOML: the line, as it stands there, and what usually mends it."""
    match = _LINE.search(str(error))
    lines = text.splitlines() or [""]
    number = min(int(match[1]), len(lines)) if match else len(lines)
    printed = _SECRET.sub(r"\1 …", _shown(lines[number - 1]))
    hint = words(f"settings.syntax-{_usual_cause(printed, str(error))}")
    return ConfigError(words("settings.syntax", path=path, line=number, printed=printed, hint=hint, reason=str(error)))


def _shown(line: str) -> str:
    """The line as far as a terminal can show it."""
    printed = "".join(sign if sign.isprintable() else "�" for sign in line.strip())
    return printed if len(printed) <= 120 else f"{printed[:120]}…"


def _usual_cause(printed: str, reason: str) -> str:
    if _FULL_WIDTH.search(re.sub(r'"[^"]*"|\'[^\']*\'|#.*', "", printed)):
        return "full-width"
    if "\\" in printed and ("Unescaped" in reason or "hex" in reason):
        return "backslash"
    if re.search("overwrite|twice|Duplicate|immutable|already", reason):
        return "twice"
    return "other"


def wrong_values(path: Path, lines: Mapping[KeyPath, int], error: ValidationError) -> ConfigError:
    """Every value that the model refused, in the order of the lines, one sentence each."""
    found = {_where(detail, lines): detail for detail in reversed(error.errors(include_url=False, include_context=True))}
    sentences = [_sentence(path, line, detail) for (line, _), detail in sorted(found.items(), key=lambda item: item[0])]
    return ConfigError(Words("\n".join(s.zh for s in sentences), "\n".join(s.en for s in sentences)))


def _where(detail: ErrorDetails, lines: Mapping[KeyPath, int]) -> tuple[int, str]:
    """The line of the nearest table, key or element that the file has, and the key's name."""
    path: KeyPath = ()
    blamed = (*detail["loc"], "type") if detail["type"] == "union_tag_invalid" else detail["loc"]
    for part in blamed:
        if (*path, part) in lines:
            path = (*path, part)
    return lines.get(path, 1), _key(detail)


def _sentence(path: Path, line: int, detail: ErrorDetails) -> Words:
    key, kind = _key(detail), detail["type"]
    if kind == "extra_forbidden":
        return _unknown(path, line, detail, key)
    if kind == "union_tag_not_found":
        key, kind = f"{key}.type", "missing"
    elif kind == "union_tag_invalid":
        key = f"{key}.type"
    name = "missing" if kind == "missing" else kind if kind in _OURS else "wrong-value"
    values = detail.get("ctx", {}) if kind in _OURS else {}
    return words(f"settings.{name}", path=path, line=line, key=key, expected=words(f"settings.expected-{key}"), **values)


def _unknown(path: Path, line: int, detail: ErrorDetails, key: str) -> Words:
    known = known_keys(_names(detail)[:-1])
    near = difflib.get_close_matches(str(detail["loc"][-1]), known, n=1)
    hint = words("settings.did-you-mean", near=near[0]) if near else words("settings.known-keys", known=", ".join(known))
    return words("settings.unknown-key", path=path, line=line, key=key, hint=hint)


def known_keys(table: tuple[str, ...]) -> list[str]:
    """The keys that a table may have, as they are written in the file."""
    return [field.alias or name for name, field in TABLES[table].model_fields.items()]


def _names(detail: ErrorDetails) -> tuple[str, ...]:
    return tuple(part for part in detail["loc"] if isinstance(part, str))


def _key(detail: ErrorDetails) -> str:
    """The key as a person writes it: `sources.path`; without source types and the names pydantic gives to a union's branches."""
    names = list(_names(detail))
    if names[:1] == ["sources"] and len(names) > 1:
        del names[1]
    return ".".join(names[:1] if names[:1] == ["ticket_years"] else names)
