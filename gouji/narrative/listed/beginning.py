"""Where the parts of a total begin: behind what else is told of it, behind a head that divides it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gouji.narrative.context.passage import Counted
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token


def is_a_change(clause: Clause, total: Token) -> bool:
    """申请106件，比去年增加12件，其中当面6件、网络37件: by how much there were more is no total of these."""
    return any(t.kind == "change" and t.end == total.start for t in clause.tokens)


def parted(text: str, parts: Sequence[Clause]) -> Sequence[Clause]:
    """18件申请中网络申请16件: the total and its first part stand in one clause."""
    found: list[Clause] = []
    for clause in parts:
        at = next((n for n, t in enumerate(clause.tokens) if n and t.kind in ("request", "ask") and text.startswith("中", t.end)), 0)
        if not at or clause.tokens[at - 1].kind != "number" or not any(t.kind == "number" for t in clause.tokens[at:]):
            found.append(clause)
            continue
        cut = clause.tokens[at].end + 1
        found += [
            replace(clause, tokens=clause.tokens[: at + 1], end=cut),
            replace(clause, tokens=clause.tokens[at + 1 :], start=cut, after="中"),
        ]
    return found


def ends_with(clause: Clause, total: Token) -> bool:
    """Nothing but a word or two after the total: the list is of it."""
    after = [token for token in clause.tokens if token.start > total.start]
    named = sum(token.end - token.start for token in after)
    return all(token.kind in _AFTER_TOTAL for token in after) and clause.end - total.end - named <= _WORDS_AFTER


_WORDS_AFTER = 4

# 共1293件全部办结，其中…
_AFTER_TOTAL = frozenset(("part", "request", "ask", "sign", "all", "each", "conclude"))


def behind_its_head(text: str, parts: Sequence[Clause], at: int) -> int:
    """Where the parts begin: 按申请方式分为：网络28件，…; 从提交方式看，网络28件、…; nowhere behind the head of another group."""
    head = parts[at] if at + 1 < len(parts) and not any(t.kind == "number" for t in parts[at].tokens) else None
    if head is not None and parts[at + 1].after == ":":
        return at + 1 if _DIVIDES.match(text, head.start, head.end) else len(parts)
    return at + 1 if head is not None and _WAYS.search(text, head.start, head.end) else at


def for_the_next(text: str, opened: Clause) -> bool:
    """会议22条，包括媒体解读、专家解读在内的各类解读155条: what is included there is in the next number, not in the one before."""
    first = next((t.start for t in opened.tokens if t.kind == "number"), opened.end)
    following = text[opened.start : max(first, opened.end) + _AS_FAR].split("。")[0]
    return INCLUDED.match(following) is not None


_AS_FAR = 60

INCLUDED = re.compile(r"(?:包括|包含|含)[^\d;。]*在内")

_WAYS = re.compile("方式|渠道|途径")

# What stands before the colon of a list of the number before it: 其中：, 主要内容：, 申请渠道：; not 执行公开内容：, 解读形式：, or
# another group: 决策公开类4条，执行公开类：工作动态52条，计划总结1条.
_DIVIDES = re.compile(
    "(?![^:]*(?:解读|宣传|培训|互动|回应))(?:.*(?:[其当]中|包[括含]|含|涵盖|涉及|分[别为布成类]|具体|如下|以下|类[别型]|方式|渠道|途径|形式|来源|来自|构成|组成|明细|按|从|即|主要)"
    "|.*[为是有]$|(?:公开|信息|发布|申请|的)*(?:内容|方面)$)"
)


def skip_carried(parts: Sequence[Clause], at: int, counted: Sequence[Counted]) -> int:
    """收到9件，上年结转1件，其中…: the list after a carry-over is of both."""
    while (
        at < len(parts)
        and any(c.token in parts[at].tokens and c.claim.quantity == "carried_in" for c in counted)
        and parts[at].after == ","
    ):
        at += 1
    return at


def skip_change(parts: Sequence[Clause], at: int) -> int:
    """申请490件，较上年下降11.1%，其中邮寄277件: the list is of the requests; 增加15件，其中… may be of those fifteen."""
    if at + 1 < len(parts) and parts[at].after == "," and parts[at + 1].tokens and parts[at + 1].tokens[0].name == "part":
        numbers = [t for t in parts[at].tokens if t.kind == "number"]
        return at + (any(t.kind == "change" for t in parts[at].tokens) and bool(numbers) and all(t.name == "%" for t in numbers))
    return at
