"""A clause of its own with nothing but a number, of what the clause before names: 依法予以部分公开，全年共5件."""

import re
from collections.abc import Sequence

from gouji.narrative.clauses import PASSED, Clause, unknown
from gouji.narrative.head import Head, Topic
from gouji.narrative.lexicon import Token
from gouji.narrative.outcomes import of_an_outcome, ruling

_ONLY = re.compile(
    r"(?:(?:截至)?(?:20\d\d年度?|全年|本年度?|年内|今年)|(?:我|本|全)(?:[局委镇乡办厅院]|机关|单位|街道|部门)|街道办事处|[共总合累]计|一共|总共|共有|[共计为有]|数量)+$"
)
_UNITS = frozenset(("件", "宗", "起", "份", "件次", "例"))
_NAMING = frozenset(("outcome", "ruling"))
_BESIDE = frozenset(("request", "ask", "decide", "conclude", "handle"))
# 占比最高，共127件: told of the share's own words.
_MOST = re.compile("最[高大多]|较[高大多]|居[首多]|第一")


def named_before(text: str, said: Sequence[Clause], index: int, topic: Topic) -> Head | None:
    """What the clause before names where this one says nothing but its number."""
    clause, number = said[-1], said[-1].tokens[index]
    if len(said) < 2 or number.name not in _UNITS or not _ONLY.match(text[clause.start : number.start]) or number.end != clause.end:
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
