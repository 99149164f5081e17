"""Shares in per cent beside the number of requests that they are of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gouji.narrative.claim import Share
from gouji.narrative.clauses import Clause, gap
from gouji.narrative.lexicon import Token
from gouji.narrative.numbers import room
from gouji.narrative.passage import Counted
from gouji.narrative.sentences import Sentence


def shares(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted]) -> Iterator[Share]:
    """258件，占33.9%: numbers of requests beside their share."""
    for position, clause in enumerate(parts):
        for index, token in enumerate(clause.tokens):
            amount = token.amount
            if token.name == "%" and amount and (of := _of_share(sentence, parts, position, index, counted)):
                low, high = room(replace(amount, about=amount.about or of[2]))
                printed, place = sentence.within(of[1].start, token.end)
                totals = tuple(c.claim.value for c in counted if c.claim.exact and c.claim.value > of[0].claim.value)
                yield Share(of[0].claim, low, high, printed, place, totals)


def _of_share(
    sentence: Sentence, parts: Sequence[Clause], position: int, index: int, counted: Sequence[Counted]
) -> tuple[Counted, Token, bool] | None:
    """The number that a share is of: the last one before it, in the same clause or the one before."""
    clause = parts[position]
    words = clause.before(index)
    marks = [token for token in words if token.kind == "share"]
    if not marks or any(t.kind in _OTHER_BASES for t in words if t.start > marks[-1].start):
        return None
    if len(_BASE.sub("", gap(sentence.text, marks[-1].end, clause.tokens[index].start, words))) > 1:
        return None
    before = [c for c in counted if c.token.start < marks[-1].start and position - c.clause <= 1]
    numbers = [t for c in parts[: position + 1] for t in c.tokens if t.kind == "number" and t.start < marks[-1].start]
    if not before or before[-1].token is not numbers[-1] or not _of_requests(before[-1].claim.quantity):
        return None
    # 复议1件，占…: only shares of requests have a base that the tables give.
    return before[-1], before[-1].token, sentence.text[: marks[-1].start].endswith("约")


# 占全县申请总量的: of what the tables do not give.
_OTHER_BASES = frozenset(("area", "others", "office", "outcome", "foreign", "dispute", "ruling", "rate"))
# What a share may be of: 占办结申请的比例为, 占收到申请数的.
_BASE = re.compile("办结|办理|答复|办复|收到|新收|受理|全部|全年|申请|总|数|量|的|比例|比重|百分比|件|约|为|达")
_OUTCOMES = ("granted", "partially", "denied", "unavailable", "rejected", "other_", "applicants", "channel")
_WHOLES = ("received", "concluded", "carried_in", "carried_out")


def _of_requests(quantity: str) -> bool:
    return quantity.startswith(_OUTCOMES) or quantity in _WHOLES
