"""Which deadline a body has, and how bodies stand to a government."""

import re

from gouji.agencies.naming import normalised, parse
from gouji.agency import Agency
from gouji.parts import Standing

GOVERNMENTS = ("省", "设区的市", "县")
_DEPARTMENTS = ("部委", "部门")
_LOWER = (*GOVERNMENTS, "乡镇", "街道")
_OFFICE = re.compile("(?<=人民政府)办公[室厅]$")


def duty_of(agency: Agency) -> str | None:
    """government or department, as the statute has deadlines for them; local where only a local notice can have one.

    None where it is not known. A government's office reports for itself, as departments do.
    """
    if agency.kind in _DEPARTMENTS or (agency.kind in GOVERNMENTS and is_office(agency)):
        return "department"
    if agency.kind in GOVERNMENTS and is_government(agency):
        return "government"
    return "local" if agency.kind and agency.kind not in GOVERNMENTS else None


def is_office(agency: Agency) -> bool:
    """Whether it is a government's office, by its name."""
    return bool(_OFFICE.search(normalised(agency.name)))


def is_government(agency: Agency) -> bool:
    """Whether it is a government itself, by its name."""
    return normalised(agency.name).endswith("人民政府")


def standing_of(agency: Agency, government: Agency) -> Standing:
    """How a body that the roster places under this government stands to it."""
    if is_office(agency) and parse(_OFFICE.sub("", normalised(agency.name))).key == parse(government.name).key:
        return Standing.OFFICE
    return Standing.BELOW if agency.kind in _LOWER and not is_office(agency) else Standing.DEPARTMENT
