"""What a sentence of the report claims."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gouji.place import Place


class Scope(StrEnum):
    """Whose number a claim is: surely the report's own, perhaps, or another's."""

    OWN = "own"
    UNCLEAR = "unclear"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Claim:
    """One number that the text states. The true one may lie between `low` and `high` (余, 约, 万 widen them).

    For `decrease` and the rates the values are per cent, for fees yuan. What is said without a number has bounds all the
    same: none is 0 to 0, some at least 1. `printed` is the number with its words as they stand, `sentence` the sentence
    around it. `doubts` say why it may not be what it seems; `explained` quotes what the text itself gives as a reason.
    `plain` tells that its clause says nothing besides: every word of it is known, and none narrows what is counted.
    `whole` tells that a government says it of its whole area (全县共收到): tables of its own alone may print less.
    """

    quantity: str
    value: Decimal
    low: Decimal
    high: Decimal
    printed: str
    sentence: str
    place: Place
    doubts: tuple[str, ...] = ()
    scope: Scope = Scope.OWN
    explained: str = ""
    plain: bool = True
    whole: bool = False

    @property
    def exact(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Share:
    """A number of requests and the per cent that it is said to be (258件，占33.9%). `totals` stand in the same sentence."""

    claim: Claim
    low: Decimal
    high: Decimal
    printed: str
    place: Place
    totals: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change on last year: of what, in which direction (1, 0, -1), by how much, in per cent or as a number.

    `prior` and `current` are the two years' numbers where the sentence gives them. Bounds are None where only the
    direction is said.
    """

    quantity: str
    direction: int
    percent: bool
    low: Decimal | None
    high: Decimal | None
    prior: Decimal | None
    current: Decimal | None
    printed: str
    sentence: str
    place: Place
    doubts: tuple[str, ...] = ()
    scope: Scope = Scope.OWN


@dataclass(frozen=True, slots=True)
class Listing:
    """A total and the parts that a closed list gives of it: of channels, or of anything counted in one unit.

    `many` tells that the total is written with 万 and the parts are not.
    """

    kind: str
    total: Decimal
    low: Decimal
    high: Decimal
    parts: tuple[Decimal, ...]
    printed: str
    sentence: str
    place: Place
    doubts: tuple[str, ...] = ()
    many: bool = False
