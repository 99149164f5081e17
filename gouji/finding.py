"""What is said against a report, and what was not looked at."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gouji.fetched import Fetched
from gouji.person import Word
from gouji.place import Place


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in both languages."""

    zh: str
    en: str

    def get(self, language: str) -> str:
        return self.en if language == "en" else self.zh

    def as_json(self) -> dict[str, str]:
        return {"zh": self.zh, "en": self.en}


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Verdict(StrEnum):
    """未发现错误, 待核, 建议核改, 未能读取."""

    PASS = "pass"
    REVIEW = "review"
    FAIL = "fail"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Waived:
    """Who does not object to a finding, until when (that day included; None: for good), and why.

    A `withdrawn` one should never have been found: the fault is ours.
    """

    until: date | None
    reason: str
    by: str
    withdrawn: bool = False

    def as_json(self) -> dict[str, object]:
        until = self.until.isoformat() if self.until else None
        return {"until": until, "reason": self.reason, "by": self.by, **({"withdrawn": True} if self.withdrawn else {})}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault (or, where `doubt`, one question), whatever number of rules it breaks.

    `also` names the other rules broken by the same cause and any diagnosis; `figures` are ids in the form's order;
    `expected` and `actual` are as shown to a person. `trial` findings change neither verdict nor ticket.
    `confirmed` is a person's word that what it rests on was read right; a `waived` one stands and changes no verdict.
    `evidence` are the pages of lists in which something was looked for and not found, the first of many; `more_evidence` counts
    those that are kept and not named.
    """

    rule: str
    severity: Severity
    doubt: bool
    message: Words
    basis: str
    figures: tuple[str, ...]
    where: tuple[Place, ...]
    expected: str | None
    actual: str | None
    fingerprint: str
    also: tuple[str, ...] = ()
    fix: Words | None = None
    trial: bool = False
    mendable: bool = True
    confirmed: Word | None = None
    waived: Waived | None = None
    evidence: tuple[Fetched, ...] = ()
    more_evidence: int = 0

    @property
    def accuses(self) -> bool:
        """Whether it alone makes a report fail."""
        return self.severity is Severity.ERROR and not (self.doubt or self.trial or self.waived)

    def as_json(self) -> dict[str, object]:
        return {
            "rule": self.rule, "severity": str(self.severity), "doubt": self.doubt, "message": self.message.as_json(),
            "basis": self.basis, "also": list(self.also), "figures": list(self.figures),
            "where": [place.as_json() for place in self.where],
            "expected": self.expected, "actual": self.actual, "fingerprint": self.fingerprint,
            **({"confirmed": self.confirmed.as_json()} if self.confirmed else {}),
            **({"waived": self.waived.as_json()} if self.waived else {}),
            **({"evidence": [page.as_json() for page in self.evidence]} if self.evidence else {}),
            **({"more_evidence": self.more_evidence} if self.more_evidence else {}),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that did not run, or did not run on everything, and why."""

    rule: str
    reason: Words

    def as_json(self) -> dict[str, object]:
        return {"rule": self.rule, "reason": self.reason.as_json()}


def fingerprint(agency_id: str, year: int | None, rule: str, figures: Sequence[tuple[str, str]], spot: str = "") -> str:
    """The same for the same fault of the same report, whichever file, format or run it came from.

    `figures` are pairs of id and text as printed; `spot` is the section number or sentence where no figure is named.
    """
    parts = [agency_id, str(year or ""), rule, *(f"{name}={printed}" for name, printed in sorted(figures)), spot]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def another(mark: str, printed: str) -> str:
    """The fingerprint of a finding that would otherwise have this one, which one beside it has; `printed` tells them apart."""
    return hashlib.sha256(f"{mark}\x1f{printed}".encode()).hexdigest()[:32]
