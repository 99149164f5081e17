"""One patrol without Prefect: the steps one after another."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime

from flows.letters.failure import watched
from flows.office import Office, open_office, patrolling, utc_now
from flows.progress import SILENT, Progress
from flows.steps.deliver import deliver
from flows.steps.digest import tell
from flows.steps.discover import discover
from flows.steps.judge import judge, to_judge
from flows.steps.publish import publish
from flows.steps.read import read, to_read
from flows.steps.settle import settle
from flows.steps.watch import watch
from flows.summary import PatrolSummary, summary_of
from gouji.ledger import patrols
from gouji.ledger.book import silent
from gouji.settings import Settings


def patrol(
    settings: Settings,
    *,
    dry_run: bool = False,
    progress: Progress = SILENT,
    now: Callable[[], datetime] = utc_now,
    checkpoint: Callable[[str], None] = silent,
) -> PatrolSummary:
    """What one patrol did. It asks at each step what is pending, so it goes on where one before it was cut off."""
    with (
        watched(settings, now) if not dry_run else nullcontext(),
        open_office(settings, dry_run=dry_run, now=now, checkpoint=checkpoint) as office,
        patrolling(office) as number,
    ):
        summary = walk(office, number, progress)
        ended(office, number, summary)
        return summary


def walk(office: Office, number: int, progress: Progress = SILENT) -> PatrolSummary:
    """All steps in their order. A rehearsal ends where things would be sent."""
    looks = discover(office, progress)
    readings = read(office, to_read(office), progress)
    judged = judge(office, to_judge(office), progress)
    settled = settle(office, progress)
    published = publish(office, progress)
    tell(office)
    if office.rehearsal:
        return summary_of(office, looks, readings, judged, settled, published)
    watch(office, number, looks, published)
    delivered = deliver(office, progress)
    return summary_of(office, looks, readings, judged, settled, published, delivered)


def ended(office: Office, number: int, summary: PatrolSummary) -> None:
    """The patrol stands in the ledger as one that got to its end."""
    with office.ledger.writing("patrol ended") as session:
        patrols.end(session, number, office.now(), summary.as_json(office.language))
