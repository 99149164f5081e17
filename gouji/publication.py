"""Where and when a report appeared."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """A draft is handed in for review; rules about publication run only on what is published."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Publication:
    """`location` is a path or address, unique within its source; `published_on` is the page's date or the operator's word."""

    source: str
    location: str
    stage: Stage = Stage.DRAFT
    published_on: date | None = None
