"""A body that must report (机关)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Agency:
    """`id` stays the same over the years: the roster's credit code, else the full name with its place.

    `sure` is false where the place is unknown or the documents disagree about the name. `kind` is one of KINDS or None.
    `makes_regulations` (规章制定权) is None where neither roster nor kind settles it. `source` is roster or name.
    `registered_regulations` is how many 规章 in force the public list of 规章 (规章库) had when somebody looked on `registered_on`.
    `successor` names the body that it was merged into. `unclear` has what the roster prints of its dates and its end that nobody
    could understand, as pairs of column and text: what rests on that is not said.
    """

    id: str
    name: str
    sure: bool = True
    kind: str | None = None
    makes_regulations: bool | None = None
    superior: str | None = None
    aliases: tuple[str, ...] = ()
    deadline: date | None = None
    founded: date | None = None
    dissolved: date | None = None
    contact: str | None = None
    email: str | None = None
    website: str | None = None
    source: str = "name"
    successor: str | None = None
    registered_regulations: int | None = None
    registered_on: date | None = None
    unclear: tuple[tuple[str, str], ...] = ()


KINDS = ("部委", "省", "设区的市", "县", "乡镇", "街道", "部门", "派出机构", "授权组织")
