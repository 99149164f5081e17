"""What must become of tickets, reckoned from what was printed and what was said, without looking at how gouji does it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

NOBODY = date.min
FOR_GOOD = date.max
Key = tuple[str, str]  # a rule, and what is printed


@dataclass
class Fault:
    """One fingerprint: whether it was seen to be gone, and what people said of it.

    `withdrawn_from` is the rule's version, and the release where only that is meant.
    """

    fixed: bool = False
    waived_until: date = NOBODY
    disputed: bool = False
    withdrawn_from: tuple[str, str | None] | None = None
    withdrawn: bool = False

    def status(self, today: date) -> str:
        if self.withdrawn:
            return "retracted"
        if self.fixed:
            return "fixed"
        if today <= self.waived_until:
            return "waived"
        return "disputed" if self.disputed else "open"


@dataclass
class Body:
    """One body's ticket: how each of its faults stood when last looked at. `printed` is what its report prints, by rule."""

    printed: Mapping[str, str] = field(default_factory=dict)
    unchecked: Collection[str] = ()
    judged_by: tuple[str, str] = ("", "")
    faults: dict[Key, Fault] = field(default_factory=dict)
    statuses: dict[Key, str] = field(default_factory=dict)
    closed: bool = False

    def look(self, today: date) -> None:
        """What is printed is seen; a fault that somebody has to mend, and had not before, opens the ticket again."""
        version, release = self.judged_by
        before = self._to_mend()
        for key in self.printed.items():
            fault = self.faults.setdefault(key, Fault())
            fault.fixed = False
            fault.withdrawn = fault.withdrawn_from in ((version, None), (version, release))
        for (rule, value), fault in self.faults.items():
            if self.printed.get(rule) != value and rule not in self.unchecked and not fault.withdrawn:
                fault.fixed = True
        self.statuses = {key: fault.status(today) for key, fault in self.faults.items()}
        if self._to_mend() - before:
            self.closed = False

    def _to_mend(self) -> set[Key]:
        return {key for key, status in self.statuses.items() if status in ("open", "disputed")}

    @property
    def status(self) -> str | None:
        found = set(self.statuses.values())
        if not found or self.closed:
            return "closed" if found else None
        if found & {"open", "disputed"}:
            return "open"
        if "waived" in found:
            return "waived"
        return "retracted" if "retracted" in found and "fixed" not in found else "resolved"

    def may(self, what: str) -> bool:
        """Whether a person may do this to the ticket as it stands, to all findings that can be meant."""
        allowed = {
            "waive": ("open", "waived"), "close": ("open", "waived"), "dispute": ("open",),
            "retract": ("open", "waived", "resolved", "closed"), "reopen": ("waived", "closed", "retracted"),
        }  # fmt: skip
        return self.status in allowed[what]

    def waive(self, until: date | None) -> None:
        for key, status in self.statuses.items():
            if status in ("open", "disputed", "waived"):
                self.faults[key].waived_until = until or FOR_GOOD
                self.faults[key].withdrawn_from = None

    def dispute(self, key: Key) -> None:
        self.faults[key].disputed = True

    def close(self) -> None:
        self.closed = True

    def retract(self, keys: Collection[Key], release: str | None = None) -> None:
        for key in keys:
            fault = self.faults[key]
            fault.withdrawn_from, fault.withdrawn, fault.waived_until = (self.judged_by[0], release), True, NOBODY
            self.statuses[key] = "retracted"
        if set(self.statuses.values()) == {"retracted"}:
            self.closed = False

    def reopen(self) -> None:
        status, self.closed = self.status, False
        for key, fault in self.faults.items():
            if status in ("waived", "retracted") and self.statuses[key] == status:
                fault.waived_until, fault.withdrawn_from, fault.withdrawn, fault.disputed = NOBODY, None, False, False
