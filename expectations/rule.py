"""A rule as the catalogue describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from gouji.finding import Severity, Words

Condition = str | tuple[str, ...] | Mapping[str, bool | float]


@dataclass(frozen=True)
class Rule:
    """One entry of the catalogue. A diagnosis has neither frame nor shape: it stands beside what it `explains`.

    `formerly` are names that it had in earlier versions: what people decided under them still counts.
    """

    name: str
    kind: Literal["rule", "diagnosis"]
    severity: Severity
    status: Literal["in-force", "trial"]
    forms: tuple[str, ...]
    basis: str
    since: str
    title: Words
    explanation: Words
    fix: Words
    needs: tuple[str, ...] = ()
    mendable: bool = True
    message: Words = Words("", "")
    frame: str = ""
    shape: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    where: Mapping[str, Condition] = field(default_factory=dict)
    one_finding_per: Literal["row", "report", "figures"] = "row"
    lowered_to: Severity | None = None
    yields_to: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()

    @property
    def trial(self) -> bool:
        return self.status == "trial"

    def as_json(self) -> dict[str, object]:
        """The entry as `gouji rules --format json` gives it."""
        return {
            "name": self.name, "kind": self.kind, "severity": str(self.severity), "status": self.status, "forms": list(self.forms),
            "needs": list(self.needs), "mendable": self.mendable, "title": self.title.as_json(), "basis": self.basis,
            "explanation": self.explanation.as_json(), "fix": self.fix.as_json(),
        }  # fmt: skip
