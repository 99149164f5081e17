"""Which body a report is of."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from gouji.agencies.kinds import standing
from gouji.agencies.naming import adds_only_places, normalised, parse
from gouji.agency import Agency
from gouji.privacy.masking import masked

if TYPE_CHECKING:  # the roster reads names with this package
    from gouji.report import Report, Sign
    from gouji.roster import Roster

# `text` speaks of other bodies as well: the government above, departments below.
_SPEAK_OF_THE_AUTHOR = ("title", "preamble", "contact", "signature", "page", "file", "given")
_OFFICE = re.compile("办公[厅室]$")


def resolve(report: "Report", roster: "Roster | None") -> Agency | None:
    """The body of the roster, else one by name and place; None where the report names none.

    It is not sure where the report's signs disagree, where no sign gives the place, or where a roster's body was found
    only by the end of its name.
    """
    if not report.agency.value:
        return None
    name = masked(report.agency.value)  # a title may hold somebody's number, and the name goes everywhere
    fullest = fullest_name(name, report.agency.signs)
    agency = (_of_roster(roster, fullest) if roster else None) or by_name(fullest)
    return replace(agency, sure=agency.sure and report.agency.sure)


def by_name(name: str) -> Agency:
    """A body that is known by nothing but its name."""
    parsed = parse(name)
    shown = standing(parsed)
    return Agency(
        id=f"name:{parsed.key}",
        name=normalised(name),
        sure=parsed.placed,
        kind=shown.kind,
        makes_regulations=shown.makes_regulations,
    )


def same_agency(one: Agency, other: Agency) -> bool:
    """Whether two reports are of the same body, as far as their names or the roster tell.

    Two bodies without a place and of one name count as the same; what rests on that is a doubt, since neither is sure.
    """
    if one.id == other.id or one.source == other.source == "roster":
        return one.id == other.id
    return not _names(one).isdisjoint(_names(other))


def fullest_name(name: str, signs: "Iterable[Sign]") -> str:
    """The name with the places that other signs of the same report put in front of it; as it is where they disagree."""
    spoken = [normalised(sign.value) for sign in signs if sign.kind in _SPEAK_OF_THE_AUTHOR]
    fuller = {candidate for sign in spoken for candidate in _with_place(normalised(name), sign)}
    if len({parse(candidate).key for candidate in fuller}) != 1:
        return name
    return max(sorted(fuller), key=len)


def _of_roster(roster: "Roster", name: str) -> Agency | None:
    match roster.named(name):
        case [found]:
            return found
        case [_, *_]:  # two bodies go by it: it is one of them, and only a person can say which
            return replace(by_name(name), sure=False)
    # A title without its place is usual (应急管理局2023年…). One body of the roster may end so, but so may one outside it.
    near = roster.find_by_end(name)
    return replace(near, sure=False) if near else None


def _with_place(name: str, sign: str) -> list[str]:
    """The name as the sign completes it: the same body, or its office (政府 and 政府办公室 speak of one place)."""
    office = _OFFICE.search(name)
    spellings = [sign, _OFFICE.sub("", sign), *([sign + office.group()] if office else [])]
    return [spelling for spelling in spellings if adds_only_places(spelling, name)]


def _names(agency: Agency) -> set[str]:
    """The keys under which a sure body goes."""
    return {parse(name).key for name in (agency.name, *agency.aliases)} if agency.sure else set()
