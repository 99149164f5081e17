"""Which words, before a number or behind it, say what it counts."""

import re
from collections.abc import Sequence

from gouji.narrative.context.head import DISPUTES, Head, Topic
from gouji.narrative.context.passage import Passage
from gouji.narrative.counted.behind import head_behind, quashed, ruled_for_a_reason
from gouji.narrative.counted.fitting import of_an_object_behind, of_things_behind
from gouji.narrative.counted.heads import head_before
from gouji.narrative.counted.law import decision_head, document_head, fee_head
from gouji.narrative.counted.outcomes import for_a_reason
from gouji.narrative.counted.told_before import named_before, summed_before
from gouji.narrative.counted.turns import in_turn, of_several
from gouji.narrative.sentence.clauses import (
    PASSED,
    Clause,
)
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import COUNTED

Spanned = tuple[Head, int, int]


def heads_of(text: str, said: Sequence[Clause], index: int, passage: Passage, used: list[Token]) -> list[Spanned] | None:
    """What the number counts, mostly one thing, and from where to where that is printed."""
    clause = said[-1]
    number = clause.tokens[index]
    if number.name in ("元", "万元"):
        found = fee_head(text, clause, index)
        return [(found, found.first.start, number.end)] if found else None
    if number.name not in COUNTED and number.name or _from_which_it_changed(text, clause, number):
        return None
    topic = passage.topic
    for head in (document_head(text, said, index), decision_head(text, said, index, topic.several), quashed(text, said, index, topic)):
        if head:
            return [(head, head.first.start, number.end)] if number.name or _counts_without_unit(text, clause, number) else None
    if passage.topic.kind == "request" and (added := summed_before(text, said, index)) is not None:
        return [(added, added.first.start, number.end)]
    if "涉及" in text[clause.start : number.start] and (told := named_before(text, said, index, passage.topic)) is not None:
        return [(told, told.first.start, number.end)]
    if (only := _only_these(text, clause, index, passage.topic)) is not None:
        used = [*used, *only]
        return _behind(text, said, index, passage.topic, used)
    head = head_before(text, clause, index, passage.topic, used)
    if head is not None:
        return _before(text, said, index, head, used)
    if (told := named_before(text, said, index, passage.topic)) is not None:
        return [(told, told.first.start, number.end)]
    return _behind(text, said, index, passage.topic, used)


_CHANGED_TO = re.compile(r"(?:\([^()]*\))?(?:大幅|逐年|进一步|逐步)?(?:增|升|上升|涨|提高|提升|扩|降|减|下降|跌|回落|变)")


def _from_which_it_changed(text: str, clause: Clause, number: Token) -> bool:
    """行政许可决定由260件增至594件: the first is last year's."""
    return text[clause.start : number.start].endswith(("由", "从")) and _CHANGED_TO.match(text, number.end) is not None


_ONLY_SO_MANY = re.compile("(?:仅|只)有?$|[中里]有?$")


def _only_these(text: str, clause: Clause, index: int, topic: Topic) -> list[Token] | None:
    """申请仅13件不予公开, 申请中5件予以公开: the words for requests, where the number is of the outcome after it."""
    number, before = clause.tokens[index], [t for t in clause.before(index) if t.kind not in PASSED]
    if topic.kind != "request" or not before or any(t.kind not in ("request", "ask") for t in before):
        return None
    if not _ONLY_SO_MANY.search(text[clause.start : number.start]) or any(t.kind == "number" for t in clause.tokens[index + 1 :]):
        return None
    behind = next((t for t in clause.behind(index) if t.kind not in PASSED or t.kind in ("each", "all")), None)
    return before if behind is not None and behind.kind == "outcome" else None


def _before(text: str, said: Sequence[Clause], index: int, head: Head, used: Sequence[Token]) -> list[Spanned] | None:
    number, reasoned = said[-1].tokens[index], for_a_reason(text, said, head)
    if reasoned is None or (not number.name and head.first.kind != "outcome" and not _counts_without_unit(text, said[-1], number)):
        return None
    if head.first.kind == "conclude" and of_an_object_behind(text, said[-1], number):
        return None
    if head.first.kind == "carry" and of_things_behind(text, said[-1], number.end):
        return None
    return [(each, min(each.first.start, reasoned.first.start), number.end) for each in of_several(text, said[-1], index, reasoned, used)]


_COUNTED_AS = re.compile("(?:数量|件数|总数|总量|数|量)[共合总计]*(?:为|是|有|达|:)$")

# 受理政府信息公开申请29，
_ASKED_FOR = re.compile(
    "(?:收到?|接到|受理|接受|接收|办理|办结|答复|回复)[^,;。\\d]{0,20}(?:申请|依申请公开)(?:公开)?(?:政府信息|信息)?(?:事项|办件|件|总数|总量)?[共计为是:]*$"
)

_CLOSED = re.compile("[,;。)]|$")


def _counts_without_unit(text: str, clause: Clause, number: Token) -> bool:
    """申请行政复议的数量为3: a whole number that words before it call one."""
    whole = number.amount is not None and number.amount.value == int(number.amount.value)
    before = text[clause.start : number.start]
    return whole and bool(_COUNTED_AS.search(before) or (_CLOSED.match(text, number.end) and _ASKED_FOR.search(before)))


# What may stand before a number whose word comes after it: 其中10件已答复, 另有2件结转下年.
_OPENERS = frozenset([
    "part", "own", "time", "year", "together", "all", "each", "sign", "quoted", "open", "area", "others", "behalf", "office", "noise",
    "applicant", "decide",
])  # fmt: skip

# 因政府信息公开引发3件行政复议、1件行政诉讼, 因信息公开申请而产生的4件行政诉讼案件已全部审结
_ARISEN = re.compile("(?:(?:引发|引起|产生|导致)[了的]?|(?:发生|收到|提起|涉及)了?)$")

_OF_DISCLOSURE = frozenset(("published", "request", "ask", "receive"))


def _behind(text: str, said: Sequence[Clause], index: int, topic: Topic, used: list[Token]) -> list[Spanned] | None:
    """10件已答复; the nth of several numbers after 分别."""
    clause = said[-1]
    number = clause.tokens[index]
    if not number.name:
        return None
    if turn := in_turn(clause, index, topic.name if topic.kind == "dispute" else ""):
        return [(turn, number.start, number.end)]
    behind = ruled_for_a_reason(text, number, topic) or head_behind(text, clause, index, topic)
    several = "分别" in text[clause.start : clause.end] and sum(t.kind == "number" for t in clause.tokens) > 1
    arisen = behind is not None and behind[0].quantity in DISPUTES and _ARISEN.search(text, clause.start, number.start)
    openers = _OPENERS | _OF_DISCLOSURE if arisen else _OPENERS
    if behind is None or several or any(t.kind not in openers for t in clause.before(index) if t not in used):
        return None
    head = for_a_reason(text, said, behind[0])
    if head is None:
        return None
    used.append(behind[1])
    return [(head, number.start, behind[1].end)]
