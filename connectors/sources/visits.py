"""What is remembered of a web page between looks, so that only what changed is sent again."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from connectors.http import Validators
from connectors.sources.packs import Packed
from gouji.version import version
from gouji.whole import write_whole


@dataclass(frozen=True, slots=True)
class Link:
    """A document that a page has attached, under the name that the page gives it."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Visit:
    """A page as it was last sent whole: by what the server knows that copy, its hash, what was attached, and its title.

    `is_column`: it lists reports and is none. `packed` are the files in it, where it is an archive.
    """

    validators: Validators
    sha256: str
    size: int
    modified: float
    name: str
    attachments: tuple[Link, ...] = ()
    title: str = ""
    is_column: bool = False
    packed: tuple[Packed, ...] = ()


def remembered(folder: Path, url: str) -> Visit | None:
    """The last visit; None for a page never seen, which is then sent whole."""
    told = read_note(folder, url)
    if told is None:
        return None
    links = tuple(Link(**link) for link in told["attachments"])
    packed = tuple(map(Packed.told, told["packed"]))
    return Visit(**{**told, "validators": Validators(**told["validators"]), "attachments": links, "packed": packed})


def remember(folder: Path, url: str, visit: Visit) -> None:
    write_note(folder, url, asdict(visit))


def read_note(folder: Path, key: str) -> dict[str, Any] | None:
    """What was noted under a key. Another version's note is none: it may have seen less in the same page."""
    try:
        told = json.loads(_path(folder, key).read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    note: dict[str, Any] | None = told.get("note") if isinstance(told, dict) and told.get("by") == version() else None
    return note


def write_note(folder: Path, key: str, note: dict[str, Any]) -> None:
    write_whole(_path(folder, key), json.dumps({"by": version(), "note": note}, ensure_ascii=False).encode())


def _path(folder: Path, url: str) -> Path:
    key = hashlib.sha256(url.encode()).hexdigest()
    return folder / key[:2] / f"{key}.json"
