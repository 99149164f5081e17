"""Several names of one figure of the form, told side by side: 不掌握7件，信息不存在3件; 废止1件、失效20件."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.passage import Counted
from gouji.narrative.sentences import Sentence
from gouji.recognition.normal import compact

_GRANTED = ("granted", "granted_at_all")
# What clerks tell apart within one figure.
_ENDED = (re.compile("失效"), re.compile("废止"))
_NAMES = {
    "unavailable_not_held": (re.compile("不存在"), re.compile("不属于"), re.compile("掌握")),
    "normative_documents_repealed": _ENDED,
    "regulations_repealed": _ENDED,
}
# 予以公开5件，所申请信息已主动公开10件: those referred to what is published may be counted among the granted.
_PUBLISHED_BEFORE = re.compile(r"已经?(?:主动|对外)?公开(?:的|政府信息|信息)*(\d+)[件宗份]")


def of_one_row(sentence: Sentence, found: Sequence[Counted]) -> list[Counted]:
    """The counted with those of one figure made one where they have different names.

    Their sum is what the figure should print; it may as well print less, where a clerk has put one of them elsewhere.
    """
    told = _with_those_published_before(sentence, found)
    for quantity, names in _NAMES.items():
        told = _together(sentence, told, quantity, names)
    return told


def _together(sentence: Sentence, found: list[Counted], quantity: str, names: Sequence[re.Pattern[str]]) -> list[Counted]:
    own = [one for one in found if one.claim.quantity == quantity and one.claim.exact]
    if len(own) < 2 or len({_name(one, names) for one in own}) < len(own):
        return found
    first = own[0]
    spans = [_span(sentence, one) for one in own]
    printed, place = sentence.within(min(start for start, _ in spans), max(end for _, end in spans))
    values = [one.claim.value for one in own]
    total = sum(values, Decimal(0))
    doubts = tuple(dict.fromkeys(doubt for one in own for doubt in one.claim.doubts))
    claim = replace(first.claim, value=total, low=min(values), high=total, printed=printed, place=place, doubts=doubts)
    return [replace(one, claim=claim) if one is first else one for one in found if one is first or not any(one is o for o in own)]


def _with_those_published_before(sentence: Sentence, found: Sequence[Counted]) -> list[Counted]:
    more = sum((Decimal(number) for number in _PUBLISHED_BEFORE.findall(sentence.text)), Decimal(0))
    if not more or sum(one.claim.quantity in _GRANTED for one in found) != 1:
        return list(found)
    return [_up_to(one, one.claim.high + more) if one.claim.quantity in _GRANTED else one for one in found]


def _up_to(one: Counted, high: Decimal) -> Counted:
    return replace(one, claim=replace(one.claim, high=high))


def _span(sentence: Sentence, one: Counted) -> tuple[int, int]:
    words = compact(one.claim.printed).text
    start = sentence.text.rfind(words, 0, one.token.end + len(words))
    return (start, start + len(words)) if start >= 0 else (one.token.start, one.token.end)


def _name(one: Counted, names: Sequence[re.Pattern[str]]) -> int:
    return next((n for n, name in enumerate(names) if name.search(one.claim.printed)), len(names))
