"""What reports are judged by: the catalogue as an organisation wants it, its customs and its waivers, handed through as one value."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from expectations.catalogue import Catalogue, catalogue
from gouji.customs import Customs
from gouji.finding import Words
from gouji.waivers import Waiver


@dataclass(frozen=True)
class Rulebook:
    """`catalogue` holds what is judged: levels and thresholds as changed, local rules added, what was switched off left out.

    `changes` say what is not as gouji delivers it, one sentence each; `local` names the organisation's own rules and `changed` those
    whose entry it changed; `said` is the file's text as far as it decides what is found.
    """

    catalogue: Catalogue
    customs: Customs = Customs()
    waivers: tuple[Waiver, ...] = ()
    changes: tuple[Words, ...] = ()
    local: tuple[str, ...] = ()
    changed: Mapping[str, Words] = field(default_factory=dict)
    off: tuple[str, ...] = ()
    said: str = ""

    @property
    def hash(self) -> str:
        """Changes when anything does that decides what is found. A waiver does not: it only says what is done about it."""
        if not self.said:
            return self.catalogue.hash
        return hashlib.sha256(f"{self.catalogue.hash}\x1e{self.said}".encode()).hexdigest()[:16]

    def titles(self) -> dict[str, Words]:
        """What to call the organisation's own rules."""
        return {name: self.catalogue.rule(name).title for name in self.local}


@cache
def installed() -> Rulebook:
    """The rules as gouji delivers them."""
    return Rulebook(catalogue())
