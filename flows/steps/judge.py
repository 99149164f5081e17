"""Reports are held against the law, many at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from expectations.versions import versions
from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.dossiers import around_of, dossier_of
from flows.steps.gather import gather
from flows.steps.untold import Untold, untold
from flows.steps.waive import waive
from gouji.dossier import Dossier
from gouji.finding import Verdict
from gouji.judgement import Judgement
from gouji.ledger import shelf, tables
from gouji.ledger.people import people
from gouji.ledger.said import keep_versions
from gouji.questions import unsure
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
