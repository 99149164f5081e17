"""The office's list of bodies that must report: `read_roster`."""

from gouji.roster.model import Roster
from gouji.roster.reading import read_roster, roster_template

__all__ = ["Roster", "read_roster", "roster_template"]
