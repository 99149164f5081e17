"""A list of addresses as offices keep them, each that of a publication."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from connectors.http import NotThere
from connectors.sources.hosts import host_by_host
from connectors.sources.model import Found, IsColumn, SourceFailed, WholeButTold, joined
from connectors.sources.rows import Entry, read_list
from connectors.sources.survey import Aside, Item, Survey
from connectors.sources.web import Web
from connectors.sources.website.columns import is_column
from connectors.sources.website.titles import report_year
from gouji.words import words


@dataclass(frozen=True, slots=True)
class ListSource:
    """The pages and documents that a CSV or XLSX file names, with what is attached to the pages."""

    name: str
    path: Path
    web: Web

    def look(self) -> Iterator[Found]:
        """Everything that the list names and that is still there, in the order of the rows, each document once.

        Hosts are asked side by side. A row that names no one address makes the look a partial one: what it named before is not
        known to be gone.
        """
        listed = read_list(self.path)
        told = list(listed.remarks)
        seen: set[str] = set()
        for entry, publication in zip(listed.entries, host_by_host(listed.entries, _host, self._publication, _held), strict=True):
            try:
                for found in publication():
                    if found.location not in seen:
                        seen.add(found.location)
                        yield found
            except (NotThere, IsColumn) as error:
                told.append(words("list.vanished", row=entry.row, shown=entry.shown, reason=error.words))
        if listed.unused:
            raise SourceFailed(joined([*listed.unused, *told]))
        if told:
            raise WholeButTold(joined(told))

    def _publication(self, entry: Entry) -> list[Found]:
        return list(self.web.publication(entry.url, entry.published_on, is_column=is_column))

    def survey(self) -> Survey:
        """The rows of the list; the addresses are not asked."""
        listed = read_list(self.path)
        items = tuple(Item(entry.url, entry.shown, report_year(entry.shown), entry.published_on) for entry in listed.entries)
        unused = [Aside("", "", reason, doubt=True) for reason in listed.unused]
        return Survey(items, (*unused, *(Aside("", "", remark) for remark in listed.remarks)))


def _host(entry: Entry) -> str:
    try:
        return urlsplit(entry.url).hostname or ""
    except ValueError:
        return ""  # an address that nobody could open, as asking for it says


def _held(found: list[Found]) -> int:
    return sum(one.held for one in found)
