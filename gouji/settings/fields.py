"""The kinds of value that a key may have, each refusing what it is not.

A refusal is a PydanticCustomError whose type names the sentence in words/settings.yaml.
"""

import re
from datetime import time
from email.utils import getaddresses, parseaddr
from pathlib import Path
from typing import Annotated, NoReturn
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from gouji.settings.cron import is_cron
from gouji.settings.hours import Hours
from gouji.settings.secret import Secret

_HOURS = re.compile("((?:[01][0-9]|2[0-3]):[0-5][0-9])-((?:[01][0-9]|2[0-3]):[0-5][0-9])")
_DATABASES = ("sqlite", "sqlite+pysqlite", "postgresql+psycopg", "postgresql")
_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,254}")


def _refuse(sentence: str, **values: object) -> NoReturn:
    # The text is for developers only; users see the sentence of that name.
    raise PydanticCustomError(sentence, "refused", values)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        _refuse("wrong-value")
    return value


def _path(value: object, info: ValidationInfo) -> Path:
    """An absolute path; a relative one counts from the configuration file."""
    if isinstance(value, Path):
        value = str(value)
    base: Path = (info.context or {}).get("base", Path())
    return (base / Path(_text(value)).expanduser()).absolute()


def _file(value: object, info: ValidationInfo) -> Path:
    path = _path(value, info)
    if not path.is_file():
        _refuse("file-missing", file=str(path))
    return path


def _timezone(value: object) -> str:
    name = _text(value)
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # a path, a folder of the zone data, or no such zone
        _refuse("wrong-value")
    return name


def _cron(value: object) -> str:
    text = _text(value)
    if not is_cron(text):
        _refuse("wrong-value")
    return text


def _web_address(value: object) -> str:
    text = _text(value)
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
        secret = parts.password is not None
    except ValueError:
        _refuse("wrong-value")
    if secret:
        _refuse("secret-in-address")
    if not usable or any(c.isspace() for c in text):
        _refuse("wrong-value")
    return text


def _bucket(value: object) -> str:
    """The name alone: a folder in it is the prefix, the server is the endpoint."""
    text = _text(value)
    if not _BUCKET.fullmatch(text):
        _refuse("wrong-value")
    return text


def _address(value: object) -> str:
    """One e-mail address, with or without a name before it."""
    text = _text(value)
    if len(getaddresses([text])) != 1:
        _refuse("wrong-value")
    local, at, domain = parseaddr(text)[1].rpartition("@")
    if not (local and at and domain) or any(ord(c) < 32 for c in text) or any(c.isspace() for c in local + domain):
        _refuse("wrong-value")
    return text


def _quiet(value: object) -> Hours:
    """Hours of the day, as in 22:00-07:00; they may go past midnight."""
    if isinstance(value, Hours):
        return value
    found = _HOURS.fullmatch(_text(value).strip())
    if found is None or found[1] == found[2]:
        _refuse("wrong-value")
    return Hours(time.fromisoformat(found[1]), time.fromisoformat(found[2]))


def _secret(value: object, info: ValidationInfo) -> Secret:
    match value:
        case Secret():
            return value
        case {"env": str(name), **rest} if name.strip() and not rest:
            return Secret(env=name)
        case {"file": str(path), **rest} if path.strip() and not rest:
            return Secret(file=_path(path, info))
        case {"block": str(name), **rest} if name.strip() and not rest:
            return Secret(block=name)
        case str():
            _refuse("secret-plain")
        case _:
            _refuse("wrong-value")


def _hidden_address(value: object, info: ValidationInfo) -> str | Secret:
    """An address, or where it is found: the addresses of chat robots are passwords themselves."""
    return _web_address(value) if isinstance(value, str) else _secret(value, info)


def _ledger(value: object, info: ValidationInfo) -> str | Secret:
    if not isinstance(value, str):
        return _secret(value, info)
    scheme, _, rest = _text(value).partition("://")
    if scheme not in _DATABASES or not rest:
        _refuse("wrong-value")
    if scheme.startswith("sqlite"):
        return f"{scheme}:///{_path(rest.removeprefix('/'), info)}"
    if urlsplit(value).password is not None:
        _refuse("secret-in-address")
    return value


Home = Annotated[Path, BeforeValidator(_path)]
FolderPath = Annotated[Path, BeforeValidator(_path)]
FilePath = Annotated[Path, BeforeValidator(_file)]
Timezone = Annotated[str, BeforeValidator(_timezone)]
Cron = Annotated[str, BeforeValidator(_cron)]
WebAddress = Annotated[str, BeforeValidator(_web_address)]
Bucket = Annotated[str, BeforeValidator(_bucket)]
Address = Annotated[str, BeforeValidator(_address)]
Quiet = Annotated[Hours, BeforeValidator(_quiet)]
SecretKey = Annotated[Secret, BeforeValidator(_secret)]
HiddenAddress = Annotated[str | Secret, BeforeValidator(_hidden_address)]
LedgerUrl = Annotated[str | Secret, BeforeValidator(_ledger)]
