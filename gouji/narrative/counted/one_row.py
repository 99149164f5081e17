"""Several names of one figure of the form, told side by side: 不掌握7件，信息不存在3件; 废止1件、失效20件."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.context.head import DISPUTES
from gouji.narrative.context.passage import Counted
from gouji.narrative.sentence.sentences import Sentence
from gouji.recognition.normal import compact

_ROW = "unavailable_not_held"
# What clerks tell apart within one figure.
_ENDED = (re.compile("失效"), re.compile("废止"))
_NAMES = {
    _ROW: (re.compile("不存在"), re.compile("不属于"), re.compile("掌握")),
    "normative_documents_repealed": _ENDED,
    "regulations_repealed": _ENDED,
}
# What may be counted in the row besides, where its words say no more than that.
# 予以公开5件，所申请信息已主动公开10件: those referred to what is published; 4件不存在，5件非本机关掌握; 未审结1件，中止2件.
_REFERRED = "(?:的|政府信息|信息|类|,|并|告知|其|申请人|获取|查询|途径|方式|渠道)*"
_BESIDES: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (
        re.compile(
            rf"(?:已经?(?:主动|对外)?|(?<![不予应均可])主动)公开{_REFERRED}(\d+)[件宗份]|(\d+)[件宗份](?:申请)?(?:的|信息|内容|为|属于?|系|因)*已经?(?:主动|对外)公开"
        ),
        lambda quantity: quantity in ("granted", "granted_at_all"),
    ),
    (
        re.compile(
            r"(\d+)[件宗份条起](?:申请)?(?:的|为|属于?|系|因|所|政府|信息|相关)*(?:不存在|不掌握|非[本我])|(?:不存在|不掌握)(?:的|信息|申请|类)*(\d+)[件宗份条起]"
        ),
        lambda quantity: quantity == _ROW,
    ),
    (
        re.compile(r"中止(?:审理|诉讼|复议|的|案件)*(\d+)[件起宗]|(\d+)[件起宗](?:案件)?(?:已|被|依法|裁定)*中止"),
        lambda quantity: quantity.endswith("_pending") and quantity.startswith(DISPUTES),
    ),
)


def of_one_row(sentence: Sentence, found: Sequence[Counted]) -> list[Counted]:
    """The counted with those of one figure made one where they have different names.

    Their sum is what the figure should print; it may as well print less, where a clerk has put one of them elsewhere.
    """
    told = _with_those_beside(sentence, found)
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


def _with_those_beside(sentence: Sentence, found: Sequence[Counted]) -> list[Counted]:
    """The counted, each with as many more as the sentence tells of what its row may hold besides and nothing has counted."""
    known = {one.token.start for one in found}
    for besides, of_row in _BESIDES:
        own = [one for one in found if of_row(one.claim.quantity)]
        spots = [(m.start(group), m[group]) for m in besides.finditer(sentence.text) for group in (1, 2) if m[group]] if own else []
        more = sum((Decimal(number) for start, number in spots if start not in known), Decimal(0))
        if more and len(own) == 1:
            found = [_up_to(one, one.claim.high + more) if one is own[0] else one for one in found]
    return list(found)


def _up_to(one: Counted, high: Decimal) -> Counted:
    return replace(one, claim=replace(one.claim, high=high))


def _span(sentence: Sentence, one: Counted) -> tuple[int, int]:
    words = compact(one.claim.printed).text
    start = sentence.text.rfind(words, 0, one.token.end + len(words))
    return (start, start + len(words)) if start >= 0 else (one.token.start, one.token.end)


def _name(one: Counted, names: Sequence[re.Pattern[str]]) -> int:
    return next((n for n, name in enumerate(names) if name.search(one.claim.printed)), len(names))
