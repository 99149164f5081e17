"""What a sentence of the report claims."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gouji.place import Place

Quantity = Literal["received", "reconsideration", "litigation", "direct_litigation", "litigation_after_reconsideration", "decrease", "rate"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure that the text states. The true number may lie between `low` and `high` (余, 约, 万 widen them).

    For `decrease` and `rate` the values are per cent. `printed` is the number with its words as they stand,
    `sentence` the sentence around it. `doubts` say why it may not be what it seems: its scope, a cut clause.
    """

    quantity: Quantity
    value: Decimal
    low: Decimal
    high: Decimal
    printed: str
    sentence: str
    place: Place
    doubts: tuple[str, ...] = ()
