"""Reports are held against the law, many at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from sqlalchemy.orm import Session

from connectors.sources.website.titles import report_year
from expectations.versions import versions
from flows.kin import ReportOf, kin_of
from flows.office import Office
from flows.progress import SILENT, Progress
from flows.published import publication_of, with_answers
from flows.steps.compare import Shared, shared
from flows.steps.gather import gather
from flows.steps.untold import Untold, untold
from flows.steps.waive import waive
from gouji.clock import CHINA
from gouji.dossier import Dossier
from gouji.fetched import Fetched
from gouji.finding import Verdict
from gouji.judgement import Judgement
from gouji.ledger import fetches, shelf, tables
from gouji.ledger.people import People, people
from gouji.ledger.said import keep_versions
from gouji.publication import Listing, Publication, Stage
from gouji.questions import unsure
from gouji.report import Report
from gouji.roster.families import Families, families
from gouji.version import version
from gouji.waivers import applying

# One validation of many reports costs about what one of a single report does; a batch is what a kill may cost.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """How many reports were judged, and what came out; what could not be read is counted with the documents.

    `untold` are those of the failed that get no ticket.
    """

    checked: int = 0
    passed: int = 0
    review: int = 0
    failed: int = 0
    untold: Untold = field(default_factory=Untold)

    def __add__(self, other: "Judged") -> "Judged":
        return Judged(
            self.checked + other.checked, self.passed + other.passed, self.review + other.review, self.failed + other.failed,
            self.untold + other.untold,
        )  # fmt: skip


def to_judge(office: Office) -> list[int]:
    """The reports, each with its agency and its other renderings, that today's rules have not been asked about."""
    waive(office)
    return gather(office, office.rulebook.hash)


def judge(office: Office, ids: Sequence[int], progress: Progress = SILENT) -> Judged:
    """What was judged of these reports. Each batch stands in the ledger when it is done."""
    progress.begin("judge", len(ids))
    total = Judged()
    for i in range(0, len(ids), BATCH):
        batch = ids[i : i + BATCH]
        total += _judge(office, batch)
        progress.advance(len(batch))
    return total


def _judge(office: Office, ids: Sequence[int]) -> Judged:
    with office.ledger.reading() as session:
        said = people(session)
        around = around_of(session, office, said)
        dossiers = {row.id: dossier_of(session, office, row, said, around) for row in shelf.reports_by_id(session, ids)}
    judgements = judged_by(office, dossiers)
    with office.ledger.writing("judge: batch") as session:
        keep_versions(session, office.rulebook.hash, versions(office.rulebook.catalogue))
        rows = shelf.reports_by_id(session, ids)
        for row in rows:
            _store(session, office, row, judgements[row.id], office.rulebook.hash, dossiers[row.id])
        found = untold(office, [(row, judgements[row.id]) for row in rows])
    return _counted([judgements[i] for i in ids], found)


def judged_by(office: Office, dossiers: Mapping[int, Dossier | None]) -> dict[int, Judgement]:
    """What the rules of today say of these reports; None is one that could not be read."""
    # Great Expectations takes seconds to import; a patrol that found nothing new does without it.
    from expectations.judging import judge as judge_all

    readable = {i: dossier for i, dossier in dossiers.items() if dossier is not None}
    waivers = applying(office.waivers, versions(office.rulebook.catalogue), version())
    found = judge_all(list(readable.values()), rulebook=office.rulebook, waivers=waivers) if readable else []
    judged = dict(zip(readable, found, strict=True))
    return {i: judged.get(i) or Judgement(Verdict.UNREADABLE, (), ()) for i in dossiers}


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


def _store(session: Session, office: Office, row: tables.Report, judgement: Judgement, catalogue: str, dossier: Dossier | None) -> None:
    reader = session.get_one(tables.Version, row.version_id).reader
    result = tables.Result(
        version_id=row.version_id, basis=row.basis, catalogue=catalogue, reader=reader, tool=version(),
        judged_at=office.now(), unsure=unsure(dossier.report) if dossier else 0, **shelf.result_of(judgement),
    )  # fmt: skip
    session.add(result)
    session.flush()
    row.result_id = result.id


def _counted(judgements: Sequence[Judgement], found: Untold) -> Judged:
    verdicts = [j.verdict for j in judgements if j.verdict is not Verdict.UNREADABLE]
    return Judged(len(verdicts), verdicts.count(Verdict.PASS), verdicts.count(Verdict.REVIEW), verdicts.count(Verdict.FAIL), found)
