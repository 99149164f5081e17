"""What changed in a published report from one version to the next."""

from dataclasses import dataclass
from datetime import datetime

from gouji.finding import Words
from gouji.report import Figure


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure as it was printed, and as it is printed now; None where the table does not have it."""

    id: str
    before: Figure | None
    after: Figure | None


@dataclass(frozen=True, slots=True)
class TextChange:
    """A passage as it was and as it is; empty where it came or went. `where` is its heading, or what fact it is."""

    where: Words
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Revision:
    """Version `number`, first read `at`. With `read_otherwise` the two were read by different readers, so a difference may be ours.

    `trouble` is given where one of the two could not be read, and then nothing is compared.
    """

    number: int
    at: datetime
    form: str | None
    figures: tuple[FigureChange, ...] = ()
    texts: tuple[TextChange, ...] = ()
    read_otherwise: bool = False
    trouble: Words | None = None
