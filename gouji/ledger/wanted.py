"""Which tickets, or questions, a person wants to see."""

from collections.abc import Iterable
from dataclasses import dataclass

from gouji.ledger.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Wanted:
    """All that are named must fit; `agency` is a part of the name."""

    status: str | None = None
    agency: str | None = None
    year: int | None = None
    rule: str | None = None

    def is_met(self, agency: str | None, year: int | None, status: str | None) -> bool:
        return (
            self.status in (None, status)
            and (self.agency is None or self.agency.strip() in (agency or ""))
            and self.year in (None, year)
        )  # fmt: skip

    def has_rule(self, rules: Iterable[str]) -> bool:
        return self.rule is None or self.rule in rules

    def is_met_by(self, item: Waiting) -> bool:
        """Of a question whose agency or year nobody knows only the rule can be asked for."""
        return self.is_met(item.agency, item.year, None) and self.has_rule([item.finding.rule] if item.finding else [])


ALL = Wanted()
