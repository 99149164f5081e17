"""Lists whose text tells by how many their parts are more or fewer than the total: 280项、110项（共有78项） of 312."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Listing
from gouji.narrative.sentence.numbers import NUMBER, amount
from gouji.narrative.sentence.sentences import Sentence

DOUBT = "may-overlap"
_MOST_BEHIND = 60
_NUMBER = re.compile(NUMBER)


def with_difference_told(whole: Sentence, listings: Iterable[Listing]) -> Iterator[Listing]:
    """The lists of a paragraph, in doubt where what they have too much, or lack, is a number that the text tells behind them."""
    for listing in listings:
        told = _told(whole, listing) if not listing.low <= sum(listing.parts) <= listing.high else False
        yield replace(listing, doubts=(*listing.doubts, DOUBT)) if told and DOUBT not in listing.doubts else listing


def _told(whole: Sentence, listing: Listing) -> bool:
    summed = sum(listing.parts)
    begun = bisect_left(whole.origin, (listing.place.start or 1) - 1)
    ended = bisect_left(whole.origin, listing.place.end or 0)
    said = whole.text[begun:ended]
    if summed > listing.high and _not_parted(listing, said):
        return True
    difference = summed - listing.high if summed > listing.high else listing.low - summed
    behind = whole.text[ended : max(whole.text.find("。", ended), ended + _MOST_BEHIND)]
    inside = (n for bracket in _IN_BRACKETS.findall(said) for n in _counts(bracket) if n not in listing.parts)
    return difference in (*inside, *_counts(behind))


_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


def _not_parted(listing: Listing, said: str) -> bool:
    """解读材料41篇，其中文字解读41篇、图解29篇: what is said of each; 动态90条、公告50条，20条兼属两类: the last is shared."""
    numbers = [*_NUMBER.finditer(said)]
    if not numbers or (last := amount(numbers[-1])) is None:
        return False
    # a total behind its parts sums them up
    if listing.kind == "parts" and last.value != listing.total and len(listing.parts) > 1 and listing.parts.count(listing.total) == 1:
        return True
    shared = last.value == listing.parts[-1] and said[: numbers[-1].start()].endswith((",", "、", ";"))
    return shared and len(listing.parts) > _TWO and sum(listing.parts) - listing.high == 2 * last.value


_TWO = 2
_NO_COUNT = ("%", "元", "万元", "年", "月", "日")


def _counts(text: str) -> list[Decimal]:
    found = (amount(match) for match in _NUMBER.finditer(text))
    return [one.value for one in found if one is not None and one.unit and one.unit not in _NO_COUNT]
