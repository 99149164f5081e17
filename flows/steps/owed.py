"""How many bodies of the roster must have a report in a column by now."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from flows.office import Office
from flows.watching import watch_of
from gouji.agencies.due import due_of
from gouji.agency import Agency
from gouji.deadlines import Deadlines
from gouji.ledger import shelf
from gouji.settings import WebsiteSetting


def owed_by_source(session: Session, office: Office) -> Mapping[str, int]:
    """By website the bodies that can publish nowhere else that is watched, and whose last deadline for a wanted year is over.

    What a folder or a list of addresses holds is the office's choice; nobody must stand there.
    """
    since = {s.name: s.from_year or 0 for s in office.settings.sources if isinstance(s, WebsiteSetting)}
    if office.roster is None or not since:
        return {}
    agencies, deadlines = office.roster.agencies, office.rulebook.customs.deadlines
    watch = watch_of(office.settings.sources, shelf.looks(session), shelf.documents(session), agencies)
    sites = [(agency, site) for agency in agencies if (site := watch.only_site_of(agency))]
    return Counter(site for agency, site in sites if (_last_owed(agency, office.today, deadlines) or -1) >= since[site])


def _last_owed(agency: Agency, today: date, deadlines: Deadlines) -> int | None:
    """The newest report year for which its deadline is over."""
    for year in (today.year - 1, today.year - 2):
        due = due_of(agency, year, deadlines)
        if due.day and due.day < today and not due.excused and not due.reason:
            return year
    return None
