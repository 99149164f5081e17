"""A report in the ledger, judged, with what of it is in doubt."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from gouji.codec import to_json
from gouji.finding import Finding, Verdict
from gouji.judgement import Judgement
from gouji.ledger import shelf, tables
from gouji.questions import unsure
from gouji.report import Report
from tests.builders import agency

NOW = datetime(2024, 3, 1, 8, 0, tzinfo=UTC)


def put(session: Session, report: Report, *findings: Finding, place: str = "report", sha256: str = "a" * 64, sure: bool = True) -> int:
    """The number of the publication that stands in the ledger with this report and these findings."""
    publication = tables.Publication(
        source="inbox", location=place, name=place, stage="published", published_on=date(2024, 1, 20), size=1, modified=1.0,
        sha256=sha256, read_sha256=sha256, read_by="1", fetched_at=NOW, first_seen=NOW, last_seen=NOW,
    )  # fmt: skip
    session.add(publication)
    session.flush()
    version = tables.Version(
        publication_id=publication.id, number=1, content=sha256, sha256=sha256, read_at=NOW, reader="1", format=report.format, readable=True,
        report=to_json(report), agency_id="a", agency=to_json(agency(sure=sure)), year=2023, sure=sure, resolved_under="roster",
    )  # fmt: skip
    session.add(version)
    session.flush()
    publication.version_id = version.id
    judgement = Judgement(Verdict.REVIEW, findings, ())
    result = tables.Result(
        version_id=version.id,
        basis="b",
        catalogue="c",
        reader="1",
        tool="t",
        judged_at=NOW,
        unsure=unsure(report),
        **shelf.result_of(judgement),
    )
    session.add(result)
    session.flush()
    session.add(
        tables.Report(
            publication_id=publication.id, version_id=version.id, agency_id="a", year=2023, sure=sure, current=True, renderings=[],
            basis="b", result_id=result.id,
        )
    )  # fmt: skip
    session.flush()
    return publication.id
