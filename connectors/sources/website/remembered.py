"""Pages of lists between looks: a list that did not change is not sent again."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

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
    entries = tuple(
        Entry(e["url"], e["title"], date.fromisoformat(e["published_on"]) if e["published_on"] else None, e["untold"])
        for e in told["entries"]
    )
    passed = tuple(Passed(**one) for one in told["passed"])
    listing = Listing(entries, tuple(told["further"]), told["is_report"], told["is_column"], passed, told["family"])
    return Remembered(Validators(**told["validators"]), listing)


def remember(folder: Path, url: str, page: Remembered) -> None:
    entries = [{**asdict(e), "published_on": e.published_on.isoformat() if e.published_on else None} for e in page.listing.entries]
    note = {"validators": asdict(page.validators), **asdict(page.listing), "entries": entries}
    write_note(folder, _key(url), note)


def _key(url: str) -> str:
    return f"list {url}"
