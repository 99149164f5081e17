"""Evidence of many documents, each drawn in a process of its own."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gouji.codec import to_json
from gouji.errors import UnreadableDocument
from gouji.evidence.model import Evidence, Request
from gouji.finding import Words
from gouji.isolation import Job, answers

DRAWER = "gouji.evidence.drawing:draw"


@dataclass(frozen=True, slots=True)
class Task:
    """One document to draw; `key` tells its evidence from that of others."""

    key: str
    data: bytes
    request: Request


@dataclass(frozen=True, slots=True)
class Drawings:
    """The evidence of one document by fingerprint; `trouble` says why there is none."""

    key: str
    by_fingerprint: dict[str, Evidence]
    trouble: Words | None = None


def draw_evidence(tasks: Iterable[Task]) -> Iterator[Drawings]:
    """The drawings of all tasks as they are done."""
    jobs = (Job(task.key, json.dumps(to_json(task.request)), task.data) for task in tasks)
    for job, answer in answers(jobs, reader=DRAWER):
        match answer:
            case tuple():
                yield Drawings(job.key, {one.fingerprint: one for one in answer})
            case UnreadableDocument():
                yield Drawings(job.key, {}, answer.words)
