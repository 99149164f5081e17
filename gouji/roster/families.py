"""Which bodies of a roster hang together: those below a government, the one above a body, those merged into another."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gouji.agencies.duties import duty_of, standing_of
from gouji.agencies.naming import parse
from gouji.agency import Agency
from gouji.parts import Standing
from gouji.roster.model import Roster


@dataclass(frozen=True)
class Families:
    """By the id of a body. `below` holds no body that is managed from above (税务, 海关): it is no part of an area's total."""

    below: Mapping[str, tuple[Agency, ...]] = field(default_factory=dict)
    above: Mapping[str, Agency] = field(default_factory=dict)
    merged: Mapping[str, tuple[Agency, ...]] = field(default_factory=dict)

    def parts(self, government: str, year: int) -> list[tuple[Agency, Standing]]:
        """The bodies below that had to report on this year, each with how it stands to the government."""
        head = [self.above[agency.id] for agency in self.below.get(government, ())[:1]]
        return [(a, standing_of(a, head[0])) for a in self.below.get(government, ()) if _reports_on(a, year)]

    def predecessors(self, successor: str, year: int) -> list[Agency]:
        """The bodies merged into this one within the year or just before, whose own last report is that of the year before."""
        return [a for a in self.merged.get(successor, ()) if a.dissolved and a.dissolved.year == year]


def families(roster: Roster | None) -> Families:
    """The families of a roster; none without one."""
    below: dict[str, list[Agency]] = {}
    merged: dict[str, list[Agency]] = {}
    above: dict[str, Agency] = {}
    for agency in roster.agencies if roster else ():
        superior = roster.find(agency.superior) if roster and agency.superior else None
        if superior and superior.id != agency.id and duty_of(superior) == "government" and not parse(agency.name).national:
            below.setdefault(superior.id, []).append(agency)
            above[agency.id] = superior
        successor = roster.find(agency.successor) if roster and agency.successor else None
        if successor and successor.id != agency.id:
            merged.setdefault(successor.id, []).append(agency)
    return Families(_fixed(below), above, _fixed(merged))


def _reports_on(agency: Agency, year: int) -> bool:
    """Whether the body was there at the end of the year: one founded later has no report, one dissolved is its successor's."""
    founded_later = agency.founded is not None and agency.founded.year > year
    return not founded_later and not (agency.dissolved is not None and agency.dissolved.year <= year)


def _fixed(found: Mapping[str, list[Agency]]) -> dict[str, tuple[Agency, ...]]:
    return {name: tuple(agencies) for name, agencies in found.items()}
