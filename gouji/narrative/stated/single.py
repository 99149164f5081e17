"""What became of the requests where no number is repeated: 收到1件，属于无法提供的类型; 收到3件，办理结果为：不予公开."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.context.head import WHOLES
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.sentence.clauses import Clause, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.stated.everything import THE_REST
from gouji.narrative.stated.unnumbered import NONE, SOME, claimed

_GROUPS = ("denied", "unavailable", "rejected")
# Nothing else may stand in such a clause: no other number, no part, no denial.
_BESIDE = frozenset(("outcome", "own", "noise", "conclude", "decide", "handle", "request", "ask", "each", "all", "quoted", "time", "year"))
# 该件, 此件申请, 办理结果为……的类型: the one request and what is said around its outcome.
_AROUND = re.compile(
    "(?:该|此|这|其|本|上述|前述|以上)?(?:[一1]?[件条起宗份项个])?(?:申请|信件|来件|事项|件)?|类型|情形|范畴|范围|之列|意见|方式|"
    "最终|经审查|后|对|向|申请人|其|此|该|作|按|信息|相关|内容|有关"
)
_RESULT = re.compile("(?:办理|处理|答复|处置|办件|受理|审查)(?:结果|意见|结论|决定|类型|情况|方式)")
# 收到3件，属于无法提供的类型
_LINK = re.compile("(?:属于?|系|是)")
_ONE = Decimal(1)


def became(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted], passage: Passage) -> Iterator[Claim]:
    """The outcome of the one request that was counted, or of all where the result of all is told as one."""
    whole = _whole(counted)
    if whole is None or passage.topic.attribute or passage.topic.other:
        return
    begun = whole.clause + 1 if any(whole is one for one in counted if one.claim.sentence == sentence.printed) else 0
    told = [(n, clause, found) for n, clause in enumerate(parts) if n >= begun and (found := _outcome(sentence.text, clause, passage))]
    names = {outcome.name for _, _, outcome in told}
    if not told or not _of_one_kind(names) or any(t.kind == "number" for clause in parts[begun:] for t in clause.tokens):
        return
    position, clause, outcome = told[0]
    if any(t.kind in ("each", "all") for t in clause.tokens):
        return  # said of all: gouji/narrative/stated/everything.py
    if whole.claim.value == _ONE:
        said = claimed(sentence, parts[: position + 1], outcome.name, outcome, outcome, SOME, passage)
    elif _LINK.match(sentence.text, clause.start) or _RESULT.search(sentence.text, parts[max(0, position - 1)].start, outcome.start):
        said = claimed(sentence, parts[: position + 1], f"all_{outcome.name}", outcome, outcome, NONE, passage)
    else:
        return
    yield replace(said, plain=True)


def _whole(counted: Sequence[Counted]) -> Counted | None:
    """The number of all requests, where nothing but it was told of them."""
    if any(one.claim.value for one in counted if one.claim.quantity not in WHOLES):
        return None
    wholes = [one for one in counted if one.claim.quantity in WHOLES]
    # 申请人查询不动产登记资料的政府信息公开申请20件，属于……: perhaps of some requests only.
    if len({one.claim.value for one in wholes}) != 1 or any("clause-unclear" in one.claim.doubts for one in wholes):
        return None
    return wholes[-1] if wholes[-1].claim.scope is Scope.OWN else None


def _outcome(text: str, clause: Clause, passage: Passage) -> Token | None:
    """The outcome that a clause names and nothing besides: of a row and its group the group."""
    outcomes = [t for t in clause.tokens if t.kind == "outcome"]
    if not outcomes or clause.depth or any(t.kind not in _BESIDE for t in clause.tokens) or not _of_one_kind({t.name for t in outcomes}):
        return None
    if THE_REST.search(text, clause.start, clause.end) or _ANSWERED.match(text, outcomes[-1].end):
        return None
    return None if _AROUND.sub("", unknown(text, clause, clause.start, clause.end, passage.who.names)) else outcomes[-1]


_ANSWERED = re.compile("答复|回复")


def _of_one_kind(names: set[str]) -> bool:
    """One outcome, or a row with the group that it belongs to."""
    if len(names) == 1:
        return True
    group = next((name for name in names if name in _GROUPS), "\n")
    return len(names) == 2 and all(name == group or name.startswith(f"{group}_") for name in names)
