"""What sources would collect, and who of the roster is not among it, without collecting anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from connectors.sources import Around, Survey, source_for
from connectors.sources.survey import Item
from gouji.agency import Agency
from gouji.errors import GoujiError, UsageError
from gouji.recognition.titles import title_parts
from gouji.roster import Roster
from gouji.settings import Settings, SourceSetting, WebsiteSetting
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Named:
    """The titles of one report year beside the roster.

    `missing` bodies no title names; `guessed` were found by the end of their name only; `unnamed` titles name no body of the roster.
    `undated` titles name no year, and bodies that are not seen otherwise: theirs may be among them.
    """

    year: int
    missing: tuple[Agency, ...]
    guessed: tuple[tuple[str, Agency], ...]
    unnamed: tuple[str, ...]
    undated: tuple[tuple[str, Agency], ...] = ()


def survey_of(setting: SourceSetting, settings: Settings | None) -> Survey:
    """What the source would collect. It remembers nothing of it, so that the next patrol still sees all for itself."""
    with TemporaryDirectory(prefix="gouji-survey-") as folder:
        around = _around(settings, Path(folder))
        try:
            return source_for(setting, around).survey()
        except GoujiError as error:
            return Survey((), troubles=(error.words,))


def _around(settings: Settings | None, folder: Path) -> Around:
    if settings is None:
        return Around.of(Path(), folder)
    contact = settings.mail.sender if settings.mail else None
    return replace(Around.of(settings.path.parent, settings.home, contact=contact), memory=folder)


def setting_for(url: str, allow_hosts: Sequence[str], settings: Settings | None) -> WebsiteSetting:
    """The address as a source that was just thought of; with the manners of a configured one on the same host.

    A UsageError where no configuration would take the address.
    """
    try:
        host = urlsplit(url).hostname or ""
        alike = [s for s in settings.sources if isinstance(s, WebsiteSetting) and urlsplit(s.url).hostname == host] if settings else []
        known = alike[0].model_dump(exclude={"type", "name", "url", "from_year"}) if alike else {}
        allowed = (*known.get("allow_hosts", ()), *filter(None, allow_hosts))
        return WebsiteSetting.model_validate({**known, "type": "website", "name": _name(host), "url": url, "allow_hosts": allowed})
    except ValueError as error:
        raise UsageError(words("http.no-address", url=url)) from error


def _name(host: str) -> str:
    """The first part of the host that says something: www.county.example is the county's."""
    parts = [part for part in host.split(".") if part not in ("www", "")]
    return parts[0] if parts and not parts[0].isdigit() else "website"


def named(items: Sequence[Item], roster: Roster) -> Named | None:
    """The newest year's titles beside the roster; None where no title names a year."""
    years = [item.year for item in items if item.year]
    if not years:
        return None
    titles = [item.title for item in items if item.year == max(years)]
    found = [(title, _found(title, roster)) for title in titles]
    there = {agency.id for _, agency in found if agency}
    without_year = [(item.title, _found(item.title, roster)) for item in items if item.year is None]
    undated = tuple((title, agency) for title, agency in without_year if agency and agency.id not in there)
    there |= {agency.id for _, agency in undated}
    missing = tuple(agency for agency in roster.agencies if agency.id not in there and agency.dissolved is None)
    guessed = tuple((title, agency) for title, agency in found if agency and not agency.sure)
    return Named(max(years), missing, guessed, tuple(title for title, agency in found if agency is None), undated)


def _found(title: str, roster: Roster) -> Agency | None:
    # A module of annual reports names its links by nothing but the body.
    for name in _spellings(title_parts(title)[0] or title):
        if agency := roster.find(name):
            return agency
        if agency := roster.find_by_end(name):
            return replace(agency, sure=False)
    return None


def _spellings(name: str) -> Iterator[str]:
    """The name, and as a government's where a title says nothing but the place: 甲县2025年政府信息公开年报."""
    if name:
        yield name
        yield f"{name}人民政府"
