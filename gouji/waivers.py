"""What an organisation has decided not to object to, for how long, and why."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gouji.agency import Agency
from gouji.finding import Finding, Waived


@dataclass(frozen=True, slots=True)
class Waiver:
    """Holds through the day `until`, for findings that fit all it names. `rules` are a rule's name and its former names."""

    until: date
    reason: str
    by: str
    rules: tuple[str, ...] = ()
    agency: str | None = None
    fingerprints: tuple[str, ...] = ()
    year: int | None = None

    def fits(self, finding: Finding, agency: Agency | None, name: str | None, year: int | None) -> bool:
        """Whether this is a finding that the waiver means; `name` is what the report calls its agency."""
        named = {agency.id, agency.name, *agency.aliases} if agency else {name} if name else set()
        return (
            (not self.rules or finding.rule in self.rules)
            and (not self.fingerprints or any(finding.fingerprint.startswith(mark) for mark in self.fingerprints))
            and (self.agency is None or self.agency in named)
            and (self.year is None or self.year == year)
        )

    @property
    def waived(self) -> Waived:
        return Waived(self.until, self.reason, self.by)


def holding(waivers: Iterable[Waiver], today: date) -> tuple[Waiver, ...]:
    """Those that have not run out."""
    return tuple(waiver for waiver in waivers if today <= waiver.until)


def first_that_fits(
    waivers: Sequence[Waiver], finding: Finding, agency: Agency | None, name: str | None, year: int | None
) -> Waived | None:
    """The word on this finding, of several the one that holds longest."""
    fitting: Collection[Waiver] = [waiver for waiver in waivers if waiver.fits(finding, agency, name, year)]
    return max(fitting, key=lambda waiver: waiver.until).waived if fitting else None
