"""What is remembered of a web page between looks, so that only what changed is sent again."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from connectors.http import Validators
from gouji.whole import write_whole


@dataclass(frozen=True, slots=True)
class Link:
    """A document that a page has attached, under the name that the page gives it."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Visit:
    """A page as it was last sent whole: by what the server knows that copy, its hash, and what was attached."""

    validators: Validators
    sha256: str
    size: int
    modified: float
    name: str
    attachments: tuple[Link, ...] = ()


def remembered(folder: Path, url: str) -> Visit | None:
    """The last visit; None for a page never seen. A note that cannot be understood is none: the page is then sent whole."""
    try:
        told = json.loads(_path(folder, url).read_bytes())
        links = tuple(Link(**link) for link in told.pop("attachments"))
        return Visit(**{**told, "validators": Validators(**told["validators"]), "attachments": links})
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def remember(folder: Path, url: str, visit: Visit) -> None:
    write_whole(_path(folder, url), json.dumps(asdict(visit), ensure_ascii=False).encode())


def _path(folder: Path, url: str) -> Path:
    key = hashlib.sha256(url.encode()).hexdigest()
    return folder / key[:2] / f"{key}.json"
