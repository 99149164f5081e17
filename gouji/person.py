"""What a person said after looking at the document itself."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Word:
    """Who said it, when, and why, where a reason was given."""

    by: str
    at: datetime
    reason: str | None = None

    def as_json(self) -> dict[str, str | None]:
        return {"by": self.by, "at": self.at.isoformat(timespec="seconds"), "reason": self.reason}
