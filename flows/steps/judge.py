"""Reports are held against the law, many at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.gather import gather
from gouji.dossier import Dossier
from gouji.finding import Verdict
from gouji.judgement import Judgement
from gouji.ledger import shelf, tables
from gouji.ledger.people import People, people
from gouji.publication import Publication, Stage
from gouji.questions import unsure
from gouji.report import Report
from gouji.version import version

# One validation of many reports costs about what one of a single report does; a batch is what a kill may cost.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Judged:
    """How many reports were judged, and what came out; what could not be read is counted with the documents."""

    checked: int = 0
    passed: int = 0
    review: int = 0
    failed: int = 0

    def __add__(self, other: "Judged") -> "Judged":
        return Judged(
            self.checked + other.checked, self.passed + other.passed, self.review + other.review, self.failed + other.failed
        )  # fmt: skip


def to_judge(office: Office) -> list[int]:
    """The reports, each with its agency and its other renderings, that today's rules have not been asked about."""
    from expectations.catalogue import catalogue

    return gather(office, catalogue().hash)


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
        dossiers = {row.id: _dossier(session, office, row, said) for row in shelf.reports_by_id(session, ids)}
    judgements = _judgements(dossiers)
    from expectations.catalogue import catalogue

    with office.ledger.writing("judge: batch") as session:
        for row in shelf.reports_by_id(session, ids):
            _store(session, office, row, judgements[row.id], catalogue().hash, dossiers[row.id])
    return _counted([judgements[i] for i in ids])


def _judgements(dossiers: dict[int, Dossier | None]) -> dict[int, Judgement]:
    # Great Expectations takes seconds to import; a patrol that found nothing new does without it.
    from expectations.judging import judge as judge_all

    readable = {i: dossier for i, dossier in dossiers.items() if dossier is not None}
    judged = dict(zip(readable, judge_all(list(readable.values())), strict=True)) if readable else {}
    return {i: judged.get(i) or Judgement(Verdict.UNREADABLE, (), ()) for i in dossiers}


def _dossier(session: Session, office: Office, row: tables.Report, said: People) -> Dossier | None:
    """All that a rule may look at; None where there is no report to look at."""
    present = session.get_one(tables.Version, row.version_id)
    place = session.get_one(tables.Publication, row.publication_id)
    report = said.report(place, present)
    if report is None:
        return None
    publication = Publication(place.source, place.location, Stage(place.stage), place.published_on or report.published_on)
    before = session.get(tables.Version, row.previous_id) if row.previous_id else None
    locations = [location for location in row.renderings if location != place.location]
    return Dossier(
        report, shelf.agency_of(present), publication, _last_year(session, before, said) if before else None,
        office.roster is not None, tuple(locations), tuple(_others(session, place.source, locations, said)),
        confirmed=said.words(place, present),
    )  # fmt: skip


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


def _counted(judgements: Sequence[Judgement]) -> Judged:
    verdicts = [j.verdict for j in judgements if j.verdict is not Verdict.UNREADABLE]
    return Judged(len(verdicts), verdicts.count(Verdict.PASS), verdicts.count(Verdict.REVIEW), verdicts.count(Verdict.FAIL))
