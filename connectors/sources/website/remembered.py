"""Pages of lists between looks: a list that did not change is not sent again."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from connectors.http import Validators
from connectors.sources.visits import read_note, write_note
from connectors.sources.website.listing import Entry, Listing, Passed


@dataclass(frozen=True, slots=True)
class Remembered:
    validators: Validators
    listing: Listing


def remembered(folder: Path, url: str) -> Remembered | None:
    """The page of the list as it was last sent; None where it never was."""
    told = read_note(folder, _key(url))
    if told is None:
        return None
    entries = tuple(map(_entry, told["entries"]))
    itself = _entry(told["itself"]) if told["itself"] else None
    passed = tuple(Passed(**one) for one in told["passed"])
    listing = Listing(entries, tuple(told["further"]), told["is_report"], told["is_column"], passed, told["family"], itself)
    return Remembered(Validators(**told["validators"]), listing)


def remember(folder: Path, url: str, page: Remembered) -> None:
    itself = page.listing.itself
    told = {"entries": [*map(_told, page.listing.entries)], "itself": _told(itself) if itself else None}
    note = {"validators": asdict(page.validators), **asdict(page.listing), **told}
    write_note(folder, _key(url), note)


def _told(entry: Entry) -> dict[str, Any]:
    return {**asdict(entry), "published_on": entry.published_on.isoformat() if entry.published_on else None}


def _entry(told: dict[str, Any]) -> Entry:
    day = date.fromisoformat(told["published_on"]) if told["published_on"] else None
    return Entry(told["url"], told["title"], day, told["untold"])


def _key(url: str) -> str:
    return f"list {url}"
