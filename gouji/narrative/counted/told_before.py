"""A clause of its own with nothing but a number, of what the clause before names: 依法予以部分公开，全年共5件."""

import re
from collections.abc import Sequence

from gouji.narrative.context.head import Head, Topic
from gouji.narrative.counted.outcomes import of_an_outcome, ruling
from gouji.narrative.sentence.clauses import PASSED, Clause, unknown
from gouji.narrative.sentence.lexicon import Token

_ONLY = re.compile(
    r"(?:(?:截至)?(?:20\d\d年度?|全年|本年度?|年内|今年)|(?:我|本|全)(?:[局委镇乡办厅院]|机关|单位|街道|部门)|街道办事处|[共总合累]计|一共|总共|共有|[共计为有]|数量)+$"
)
_CONCERNING = re.compile("(?:共|共计|合计|全年|总共)?涉及(?:政府信息公开|信息公开|依申请公开|公开)?(?:申请)?(?:共|共计|合计)?$")
_UNITS = frozenset(("件", "宗", "起", "份", "件次", "例"))
_NAMING = frozenset(("outcome", "ruling"))
_BESIDE = frozenset(("request", "ask", "decide", "conclude", "handle"))
# 占比最高，共127件: told of the share's own words.
_MOST = re.compile("最[高大多]|较[高大多]|居[首多]|第一")


# 予以公开与部分公开两项合计，: their sum is told after it.
_ADDED = re.compile("(?:[两二三四2-4](?:项|者|类|种)|结果|情形|申请|答复)*(?:合计|共计|总计|合共|之和|总和|相加|加总|加起来)")
_BARE = frozenset(("request", "ask", "together", "own", "area", "office", "year", "time", "number", "sign", "noise"))


def summed_before(text: str, said: Sequence[Clause], index: int) -> Head | None:
    """予以公开与部分公开两项合计，全局申请共8项: the outcomes added up, whatever is named again beside the number."""
    clause = said[-1]
    if len(said) < 2 or clause.after != "," or sum(t.kind == "number" for t in clause.tokens[:index]) or said[-2].depth or clause.depth:
        return None
    outcomes = [t for t in said[-2].tokens if t.kind == "outcome"]
    names = list(dict.fromkeys(t.name for t in outcomes))
    if not outcomes or (len(names) < 2 and names != ["granted_or_partial"]) or not _ADDED.fullmatch(text, outcomes[-1].end, said[-2].end):
        return None
    if any(t.kind not in _BARE for t in clause.tokens[:index]):
        return None
    return Head("+".join(names), Token("phrase", "before", outcomes[0].start, said[-2].end))


def named_before(text: str, said: Sequence[Clause], index: int, topic: Topic) -> Head | None:
    """What the clause before names where this one says nothing but its number."""
    clause, number = said[-1], said[-1].tokens[index]
    alone = text[clause.start : number.start]
    if len(said) < 2 or number.name not in _UNITS or number.end != clause.end or not (_ONLY.match(alone) or _CONCERNING.match(alone)):
        return None
    before = said[-2]
    if clause.depth or before.depth or clause.after != "," or any(_ends(token) for token in before.tokens):
        return None
    head = _of(text, before, topic)
    return None if head is None else Head(head.quantity, Token("phrase", "before", clause.start, number.start), head.doubts)


def _ends(token: Token) -> bool:
    """Whether the number may be another's: one stands there already, or all of them were said to be so."""
    return (token.kind == "number" and token.name != "%") or token.kind in ("each", "all")


def _of(text: str, clause: Clause, topic: Topic) -> Head | None:
    """The outcome that a clause without a number ends with, or that it gives a share of."""
    share = next((t for t in clause.tokens if t.kind == "share"), None)
    known = [t for t in clause.tokens if t.kind not in PASSED and (share is None or t.start < share.start)]
    named = [t for t in known if t.kind in _NAMING]
    if not named or any(t.kind not in _NAMING | _BESIDE for t in known):
        return None
    rest = unknown(text, clause, clause.start, clause.end if share is None else share.start)
    after = "" if share is None else _MOST.sub("", unknown(text, clause, share.end, clause.end))
    if rest or len(after) > 1:
        return None
    if named[-1].kind == "ruling":
        return ruling(topic.name, named[-1]) if topic.kind == "dispute" else None
    return of_an_outcome(text, clause, named) if topic.kind == "request" and not topic.attribute else None
