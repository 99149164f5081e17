"""A number and its share as the text prints them, held against a whole."""

from dataclasses import dataclass
from decimal import Decimal

from gouji.narrative.claim import Claim, Share
from gouji.narrative.sentence.sentences import Sentence

UNIT = "件次|条次|件|起|宗|份|条|项|个|例|篇"
# So many steps of the last digit printed, by which what makes all shares together a hundred may be off.
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A number, its share in per cent as printed, and from where to where the text prints them."""

    number: Decimal
    share: str
    start: int
    end: int

    @property
    def step(self) -> Decimal:
        """The last digit of the share as printed."""
        return Decimal(1).scaleb(-len(self.share.partition(".")[2]))

    def off(self, base: Decimal) -> Decimal:
        """By how much the share as printed is not that of this base."""
        return abs(self.number / base * 100 - Decimal(self.share))

    def fits(self, base: Decimal) -> bool:
        """Whether the share is of this base, rounded either way; none of it tells nothing of the base."""
        return base > 0 and self.number > 0 and self.off(base) <= self.step

    def against(self, whole: Sentence, base: Decimal) -> Share | None:
        """The share where it is not of the base, by more than what makes all of them together a hundred; `whole` is the paragraph."""
        if not base or self.number > base or self.off(base) <= _STEPS * self.step:
            return None
        printed, place = whole.within(self.start, self.end)
        claim = Claim("part", self.number, self.number, self.number, printed, printed, place, whole.paragraph.doubts)
        stated = Decimal(self.share)
        return Share(claim, stated - self.step / 2, stated + self.step / 2, printed, place, (base,))
