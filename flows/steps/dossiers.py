"""A report out of the ledger with all that a rule may look at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy.orm import Session

from connectors.sources.website.titles import report_year
from flows.kin import ReportOf, kin_of
from flows.office import Office
from flows.published import publication_of, with_answers
from flows.steps.compare import Shared, shared
from gouji.clock import CHINA
from gouji.dossier import Dossier
from gouji.fetched import Fetched
from gouji.ledger import fetches, shelf, tables
from gouji.ledger.people import People
from gouji.publication import Listing, Publication, Stage
from gouji.report import Report
from gouji.roster.families import Families, families


@dataclass(frozen=True, slots=True)
class Around:
    """Where the reports of other bodies come from, and what texts share."""

    families: Families
    report_of: ReportOf
    alike: Shared
    entries_of: Callable[[str], Sequence[shelf.Entry]]


def around_of(session: Session, office: Office, said: People) -> Around:
    """What dossiers take from other reports, for as long as the session stands."""
    entries = cache(lambda source: shelf.entries(session, source))
    return Around(families(office.roster), _report_of(session, said), shared(session), entries)


def _report_of(session: Session, said: People) -> ReportOf:
    """The one report of a body and year that speaks now; each is taken out of the ledger once."""

    @cache
    def found(agency_id: str, year: int) -> Report | None:
        rows = shelf.speaking_for(session, agency_id, year)
        if len(rows) != 1:
            return None
        return said.report(session.get_one(tables.Publication, rows[0].publication_id), session.get_one(tables.Version, rows[0].version_id))

    return found


def dossier_of(session: Session, office: Office, row: tables.Report, said: People, around: Around) -> Dossier | None:
    """All that a rule may look at; None where there is no report to look at."""
    present = session.get_one(tables.Version, row.version_id)
    place = session.get_one(tables.Publication, row.publication_id)
    report = said.report(place, present)
    if report is None:
        return None
    before = session.get(tables.Version, row.previous_id) if row.previous_id else None
    locations = [location for location in row.renderings if location != place.location]
    others = tuple(_others(session, place.source, locations, said))
    agency = shelf.agency_of(present)
    kin = kin_of(agency, report, around.families, around.report_of)
    published = _published(session, office, place, present, report, others, around)
    return Dossier(
        report, agency, published, _last_year(session, before, said) if before else None,
        office.roster is not None, tuple(locations), others, confirmed=said.words(place, present), parts=kin.parts, above=kin.above,
        merged=kin.merged, likeness=around.alike.get(present.id),
    )  # fmt: skip


def _published(
    session: Session, office: Office, place: tables.Publication, present: tables.Version, report: Report, others: Sequence[Report],
    around: Around,
) -> Publication:  # fmt: skip
    """Where and when it appeared, with the earliest days of any version on the same year: a correction makes nothing late."""
    versions = shelf.earlier(session, present)
    first = [earlier for version in versions if (earlier := shelf.report_of(version))]
    seen, absent, lacking = _first_seen(session, office, [*versions, present][0])
    pages = [day for one in first if (day := one.published_on)]
    hands = [day for one in first if (day := one.signed_on)]
    known = Publication(
        place.source, place.location, Stage(place.stage), place.published_on, min(pages, default=None), min(hands, default=None),
        first_seen=seen, absent_on=absent, lacking=lacking, listing=_listing(place, around),
    )  # fmt: skip
    return with_answers(publication_of(known, report, others), session)


def _listing(place: tables.Publication, around: Around) -> Listing | None:
    """Under which title the site's list has it, and whether that list is true of its other entries."""
    if place.listed is None:
        return None
    others = [entry for entry in around.entries_of(place.source) if entry.title != place.listed]
    return Listing(place.listed, others=tuple((named, entry.year) for entry in others if (named := report_year(entry.title))))


def _first_seen(session: Session, office: Office, first: tables.Version) -> tuple[date | None, date | None, tuple[Fetched, ...]]:
    """The day on which a site's lists first had the report, the last on which they had not, and these lists as they were then.

    A folder is filled when it suits.

    Nothing of a page that showed another year's before: when it changed nobody saw.
    """
    place = session.get_one(tables.Publication, first.publication_id)
    sites = {setting.name for setting in office.settings.sources if setting.type == "website"}
    if first.number != 1 or place.source not in sites:
        return None, None, ()
    seen = place.first_seen.astimezone(CHINA).date()
    if place.absent_at is None:
        return seen, None, ()
    return seen, place.absent_at.astimezone(CHINA).date(), fetches.list_at(session, place.source, place.absent_at)


def _last_year(session: Session, version: tables.Version, said: People) -> Report | None:
    return said.report(session.get_one(tables.Publication, version.publication_id), version)


def _others(session: Session, source: str, locations: Sequence[str], said: People) -> Iterator[Report]:
    """What was read last in the other files of the report."""
    for location in locations:
        publication = shelf.known_at(session, source, location)
        version = session.get(tables.Version, publication.version_id) if publication and publication.version_id else None
        if publication is not None and version is not None and (report := said.report(publication, version)):
            yield report
