"""Which pictures a report's page needs, and how they are had."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from expectations.data_docs.marks import spoken_of
from gouji.evidence.asking import request_for, wanted_figures, wanted_of
from gouji.evidence.isolated import Drawings, Task, draw_evidence
from gouji.evidence.model import Request
from gouji.judgement import Judgement
from gouji.report import Report


@dataclass(frozen=True, slots=True)
class Ask:
    """One document whose pictures are wanted; `figures` are by fingerprint those that no finding speaks of and are in doubt."""

    key: str
    report: Report
    judgement: Judgement | None
    figures: Mapping[str, Sequence[str]]


def request_of(ask: Ask) -> Request:
    """What is to be shown of one document; nothing where all is well."""
    found = [*ask.judgement.findings, *ask.judgement.trial] if ask.judgement else []
    wanted = [wanted_of(ask.report, finding, spoken_of(finding)) for finding in found]
    asked = [wanted_figures(ask.report, fingerprint, names) for fingerprint, names in ask.figures.items()]
    return request_for(ask.report, [*wanted, *asked])


def drawn(tasks: Iterable[Task]) -> dict[str, Drawings]:
    """The drawings by key. No process is started where nothing is wanted."""
    waiting = iter(tasks)
    first = next(waiting, None)
    if first is None:
        return {}

    def all_tasks() -> Iterable[Task]:
        yield first
        yield from waiting

    return {drawings.key: drawings for drawings in draw_evidence(all_tasks())}
