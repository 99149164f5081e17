"""Reports that were public and are no longer to be found are told of once, though nothing was ever said against them."""

from datetime import timedelta

from flows.office import Office
from gouji.ledger import events, shelf, tables

# A page that a server denies once may be there again in the next patrol, which is a day later.
_FOR_GOOD = timedelta(hours=20)


def note_vanished(office: Office) -> None:
    """What newly is gone from the web, and stands nowhere else, is an event; the next letter tells of it.

    Of what has a ticket the ticket's history tells. Years that get no tickets are left alone: sites put old reports away.
    """
    with office.ledger.reading() as session:
        told = events.keys(session, "vanished")
        gone = shelf.vanished(session, office.now() - _FOR_GOOD)
        new = [(p, v) for p, v in gone if _key(p) not in told and _is_of_a_ticket_year(office, v)]
    if not new:
        return
    with office.ledger.writing("settle: vanished") as session:
        for publication, version in new:
            body: dict[str, object] = {
                "agency": (version.agency or {})["name"], "year": version.year, "location": publication.location,
                "last_seen": publication.last_seen.isoformat(),
            }  # fmt: skip
            events.record(session, _key(publication), "vanished", office.now(), publication_id=publication.id, body=body)


def _is_of_a_ticket_year(office: Office, version: tables.Version) -> bool:
    return version.year is not None and office.settings.tickets_for(version.year, office.today)


def _key(publication: tables.Publication) -> str:
    assert publication.gone_at is not None
    return f"vanished-{publication.id}-{publication.gone_at.isoformat()}"
