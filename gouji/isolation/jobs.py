"""What goes to a reading process and what comes back."""

from dataclasses import dataclass

from gouji.errors import UnreadableDocument
from gouji.report import Report

# Raised by hand whenever the same bytes would be read differently than before: reports are then read anew.
READER_VERSION = "11"


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may use. `seconds` are by the clock on the wall.

    `megabytes` are of addresses, which libraries reserve without ever filling them; `data_megabytes` may be filled and
    so bound what is resident.
    Both times grow with each page that is a picture (gouji.patience), the processor's by no more than `cpu_seconds_more`.
    """

    megabytes: int = 2048
    data_megabytes: int = 1400
    cpu_seconds: int = 60
    seconds: float = 90.0
    written_megabytes: int = 64
    cpu_seconds_more: int = 600


@dataclass(frozen=True, slots=True)
class Job:
    """One document to read; `key` tells its reading from the others."""

    key: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a job: a report, or the trouble that it made."""

    key: str
    report: Report | None
    trouble: UnreadableDocument | None
