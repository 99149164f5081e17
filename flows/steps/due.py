"""What every body of the roster owes is looked at: who has published, who has not, and of whom nobody can say so."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from expectations.versions import versions
from flows.office import Office
from flows.steps.remind import remind
from flows.unplaced import Unplaced, unplaced_documents
from flows.watching import Watch, watch_of
from gouji.agencies.due import due_of
from gouji.agencies.naming import normalised
from gouji.agency import Agency
from gouji.clock import CHINA
from gouji.codec import to_json
from gouji.deadlines import Deadlines
from gouji.duty import RULE, Duty
from gouji.fetched import Fetched
from gouji.finding import Finding
from gouji.ledger import duties, facts, fetches, patrols, shelf, tables
from gouji.ledger.content import digest_of
from gouji.ledger.people import people
from gouji.person import Word
from gouji.publication import Stage
from gouji.version import version
from gouji.waivers import Waiver, applying

_FACT = "duties"


def look_after_duties(office: Office) -> None:
    """The ledger says of each body and year how its duty stands; where that is new it was judged by the rules of today."""
    with office.ledger.reading() as session:
        owed = list(_duties(session, office)) if office.roster else []
        said = people(session)
        confirmed = {mark: word for c in _candidates(owed) if c for mark, word in said.confirmed.get(c, {}).items()}
        waivers = applying(office.waivers, versions(office.rulebook.catalogue), version())
        # Lists are fetched anew with every patrol; what is said of a day rests on those of its first look.
        owing = [to_json(replace(duty, lists=())) for duty in owed]
        digest = digest_of(owing, office.rulebook.hash, [str(waiver) for waiver in waivers], sorted(confirmed))
        known = facts.fact(session, _FACT) or {}
    if known.get("digest") != digest and (owed or known):
        findings = _judged(office, owed, waivers, confirmed)
        with office.ledger.writing("settle: duties") as session:
            duties.replace_all(session, [_row(office, duty, finding) for duty, finding in zip(owed, findings, strict=True)])
            facts.state(session, _FACT, {"digest": digest})
    remind(office)


def due_years(session: Session, office: Office) -> list[int]:
    """The report years of which bodies are asked: those that get tickets, and of all years none that was due before anybody looked."""
    last, asked = office.today.year - 1, office.settings.ticket_years
    if asked is None:
        return [last]
    if asked != "all":
        return sorted(year for year in set(asked) if year <= last)
    begun = patrols.begun_first(session) or office.now()
    return list(range(min(begun.astimezone(CHINA).year - 1, last), last + 1))


def _duties(session: Session, office: Office) -> Iterator[Duty]:
    assert office.roster is not None
    agencies, looks = office.roster.agencies, shelf.looks(session)
    said = people(session)
    current = [row for row in shelf.current(session) if not said.calls_no_report(row[1], row[2])]
    watch = watch_of(office.settings.sources, looks, shelf.documents(session), agencies)
    looser = list(unplaced_documents(current, [look for look in looks if look.name in watch.sources], agencies))
    there = Counter((r.agency_id, r.year) for r, p, _ in current if r.sure and p.stage == Stage.PUBLISHED)
    gone, named = shelf.withdrawn(session), _aliased(agencies)
    lists = {look.name: fetches.list_at(session, look.name, look.whole_at) for look in looks if look.whole_at}
    for year in due_years(session, office):
        for agency in agencies:
            unseen = (
                "withdrawn"
                if (agency.id, year) in gone
                else "listed-twice"
                if named.get(normalised(agency.name), agency.id) != agency.id
                else None
            )
            duty = _duty(agency, year, office, watch, looser, there[agency.id, year], unseen)
            yield replace(duty, lists=_lists(duty, lists)) if duty.days and duty.days > 0 and not duty.publications else duty


def _lists(duty: Duty, lists: Mapping[str, tuple[Fetched, ...]]) -> tuple[Fetched, ...]:
    return tuple(page for source in duty.sources for page in lists.get(source, ()))


def _aliased(agencies: Sequence[Agency]) -> dict[str, str]:
    """The body that has a name as an alias. Where that is another's own name, one body may stand in two rows, the old name and the new."""
    return {normalised(alias): agency.id for agency in agencies for alias in agency.aliases}


def _duty(
    agency: Agency, year: int, office: Office, watch: Watch, looser: Sequence[Unplaced], there: int, unseen: str | None,
) -> Duty:  # fmt: skip
    deadlines: Deadlines = office.rulebook.customs.deadlines
    due, sources = due_of(agency, year, deadlines), watch.of(agency)
    until = watch.until(sources)
    candidates = [] if there else [c for one in looser if one.source in sources and (c := one.candidate(agency, year))]
    reason = due.reason or unseen or _reason(agency, office, watch, sources)
    if reason is None and due.day and office.today > due.day and not (until and until > due.day):
        reason = "source-not-whole"
    return Duty(
        agency, year, due.day, due.excused, None if there or due.excused else reason, there, until, sources, tuple(candidates)
    )  # fmt: skip


def _reason(agency: Agency, office: Office, watch: Watch, sources: Sequence[str]) -> str | None:
    """Why nothing can be said of a report that was not found."""
    if RULE not in office.rulebook.catalogue.names():
        return "rule-off"
    if not sources:
        return "no-source"
    return None if watch.sees(agency) else "site-not-watched"


def _candidates(owed: Sequence[Duty]) -> set[str | None]:
    return {candidate.sha256 for duty in owed for candidate in duty.candidates}


def _judged(office: Office, owed: Sequence[Duty], waivers: Sequence[Waiver], confirmed: Mapping[str, Word]) -> list[Finding | None]:
    # Great Expectations takes seconds to import; before the first deadline there is nothing for it to look at.
    if not any(duty.days is not None and duty.days > 0 for duty in owed):
        return [None] * len(owed)
    from expectations.absent import absent

    return absent(owed, office.rulebook, waivers, confirmed)


def _row(office: Office, duty: Duty, finding: Finding | None) -> tables.Duty:
    return tables.Duty(
        agency_id=duty.agency.id, year=duty.year, agency=duty.agency.name, superior=duty.agency.superior, state=_state(duty, finding),
        why=duty.excused or duty.reason, due=duty.due, until=duty.until, sources=list(duty.sources),
        candidates=[to_json(candidate) for candidate in duty.candidates], finding=to_json(finding) if finding else None,
    )  # fmt: skip


def _state(duty: Duty, finding: Finding | None) -> str:
    if duty.publications:
        return "published"
    if duty.excused:
        return "excused"
    if finding:
        return "doubt" if finding.doubt else "missing"
    return "unknown" if duty.reason else "open"
