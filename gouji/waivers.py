"""What people have decided not to object to, for how long, and why: an organisation's file and words on tickets alike."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gouji.agencies.naming import normalised
from gouji.agency import Agency
from gouji.finding import Finding, Waived


@dataclass(frozen=True, slots=True)
class Waiver:
    """Holds through the day `until`, for findings that fit all it names. `rules` are a rule's name and its former names.

    A `withdrawn` one says that the finding was our fault, and holds only for judgements by `version` of the rule `made_by`
    and, where `tool` is given, by that gouji.
    """

    until: date | None
    reason: str
    by: str
    rules: tuple[str, ...] = ()
    agency: str | None = None
    fingerprints: tuple[str, ...] = ()
    year: int | None = None
    withdrawn: bool = False
    made_by: str | None = None
    version: str | None = None
    tool: str | None = None

    def fits(self, finding: Finding, agency: Agency | None, name: str | None, year: int | None) -> bool:
        """Whether this is a finding that the waiver means; `name` is what the report calls its agency."""
        named = {agency.id, agency.name, normalised(agency.name), *agency.aliases} if agency else {name} if name else set()
        return (
            (not self.rules or finding.rule in self.rules)
            and (not self.fingerprints or any(finding.fingerprint.startswith(mark) for mark in self.fingerprints))
            and (self.agency is None or self.agency in named)
            and (self.year is None or self.year == year)
        )

    @property
    def waived(self) -> Waived:
        return Waived(self.until, self.reason, self.by, self.withdrawn)


def holding(waivers: Iterable[Waiver], today: date) -> tuple[Waiver, ...]:
    """Those that have not run out."""
    return tuple(waiver for waiver in waivers if waiver.until is None or today <= waiver.until)


def applying(waivers: Iterable[Waiver], versions: Mapping[str, str], tool: str) -> tuple[Waiver, ...]:
    """Those that hold for what this gouji judged by rules of these versions."""
    return tuple(
        waiver for waiver in waivers
        if (waiver.made_by is None or waiver.version == versions.get(waiver.made_by)) and waiver.tool in (None, tool)
    )  # fmt: skip


def first_that_fits(
    waivers: Sequence[Waiver], finding: Finding, agency: Agency | None, name: str | None, year: int | None
) -> Waived | None:
    """The word on this finding, of several that it is withdrawn, then the one that holds longest."""
    fitting: Collection[Waiver] = [waiver for waiver in waivers if waiver.fits(finding, agency, name, year)]
    return max(fitting, key=lambda waiver: (waiver.withdrawn, waiver.until or date.max)).waived if fitting else None
