"""Shares in lists of any things: 网络申请17件，占57%；信函申请13件，占43%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Share
from gouji.narrative.percent.told import UNIT, Told
from gouji.narrative.sentence.numbers import WHOLE, whole_number
from gouji.narrative.sentence.sentences import Sentence

_PORTION = re.compile(
    rf"(?<![\d.约近])(?P<number>{WHOLE})(?:{UNIT})[,、(]?(?:占比|占|比例)[^,;。:\d%]{{0,10}}(?P<share>\d{{1,3}}(?:\.\d+)?)%"
)
_COUNT = re.compile(rf"(?<![\d.约近超逾])(?P<number>{WHOLE})(?:{UNIT})")
_APART = 40
_TWO = 2


def portions(whole: Sentence) -> Iterator[Share]:
    """The shares of a list that has one base, told or made by its sum, where the others bear that base out; `whole` is a paragraph."""
    if "占" not in whole.text or whole.text.count("%") < _TWO:
        return
    for run in _runs(whole.text):
        base = _base(whole.text, run)
        shares = (one.against(whole, base) for one in run) if base else ()
        yield from (share for share in shares if share is not None)


def _runs(text: str) -> Iterator[list[Told]]:
    run: list[Told] = []
    for match in _PORTION.finditer(text):
        between = text[run[-1].end : match.start()] if run else ""
        if run and (len(between) > _APART or "。" in between or re.search(r"\d", between)):
            yield run
            run = []
        run.append(Told(whole_number(match["number"]), match["share"], match.start("number"), match.end("share") + 1))
    if len(run) > 1:
        yield run


def _base(text: str, run: Sequence[Told]) -> Decimal | None:
    """The number before the list that most of its shares are of; else its sum, where all but one are of it."""
    values = [one.number for one in run]
    told = [whole_number(match["number"]) for match in _COUNT.finditer(text, 0, run[0].start)]
    fitting = {base: sum(one.fits(base) for one in run) for base in told if base >= sum(values)}
    best = max(fitting, key=lambda base: fitting[base], default=None)
    if best is not None and 2 * fitting[best] >= len(run):
        return best
    summed = sum(values, Decimal(0))
    return summed if len(run) > _FEW and sum(one.fits(summed) for one in run) >= len(run) - 1 else None


_FEW = 2
