"""Outcomes told of some requests alone: 网上受理27件，其中予以公开20件; 涉及征地10件，予以公开8件."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.context.head import DISPUTES, WHOLES
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.counted.answered_beside import beside_others_behind
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token

_OF_WHOM_OR_HOW = ("applicants", "channel", "carried")
OUTCOMES = ("granted", "partially", "denied", "unavailable", "rejected", "other_", "refused", "not_granted")
_UNITS = frozenset(("件", "宗", "起", "份", "件次", "例", "条", "项", "个"))
_UNSURE = frozenset(("by-channel", "clause-unclear", "scope-unclear"))
_CHOSEN = re.compile("涉及|关于|有关(?!部门|单位)|针对|同一|某|重新|重复提|批量|疑难|复杂")


# 征求第三方意见后予以公开15件，不予公开4件
_ASKED_OTHERS = re.compile("(?:征求|征询|听取)[^,;。]{0,8}意见后|(?:延期|延长)[^,;。]{0,6}后")


# 部分公开的申请中，涉及商业秘密的5件: not the row of those denied for it
_AMONG = re.compile("(予以公开|同意公开|部分公开|不予公开|无法提供|不予处理|其他处理)的[^,;。\\d]{0,14}[中里]")
_FAMILIES = {
    "予以公开": "granted", "同意公开": "granted", "部分公开": "partially", "不予公开": "denied",
    "无法提供": "unavailable", "不予处理": "rejected", "其他处理": "other_",
}  # fmt: skip


def of_some_requests(text: str, parts: Sequence[Clause], one: Counted, found: Sequence[Counted]) -> bool:
    """Whether an outcome follows in its sentence the number of requests by one way, of one kind or on one subject, and of no more."""
    claim = one.claim
    if not claim.quantity.startswith((*OUTCOMES, "concluded")):
        return False
    if claim.quantity == "concluded" and beside_others_behind(text, one.token.end):
        return True
    among = _AMONG.search(text, parts[0].start, one.token.start)
    if among and not claim.quantity.startswith(_FAMILIES[among[1]]):
        return True
    if _of_a_subject(text, parts, one, found) or _of_an_unread_whole(parts, one, found):
        return True
    if any(other.claim.quantity in WHOLES and _sure(text, parts, other) for other in found):
        return False
    wholes = [other.claim for other in found if other.claim.quantity in WHOLES and other.claim.value]
    if claim.quantity != "concluded" and wholes and "by-channel" in wholes[-1].doubts:
        return True  # 通过网站收到20件，其中予以公开5件
    if _ASKED_OTHERS.search(text, parts[0].start, one.token.start):
        return True
    if any(other.claim.quantity == "concluded" and other.clause < one.clause for other in found):
        return True  # 自然人申请办结12件，予以公开12件
    narrow = [other for other in found if other.claim.quantity.startswith(_OF_WHOM_OR_HOW)]
    if len(narrow) == 1 and narrow[0].clause < one.clause and narrow[0] is found[0]:
        return claim.quantity != "concluded" or not narrow[0].claim.quantity.startswith("carried")
    counted = {other.clause for other in found if other.claim.quantity.startswith(OUTCOMES)}
    return any(_chosen(text, clause) for at, clause in enumerate(parts[: one.clause]) if at not in counted)


def _of_a_subject(text: str, parts: Sequence[Clause], one: Counted, found: Sequence[Counted]) -> bool:
    """收到99件，其中涉及征收21件（8件予以公开，……）: of those on one subject, told right before; so may no more than these be behind it."""
    counted = {other.clause for other in found}
    for at in range(one.clause - 1, -1, -1):
        clause = parts[at]
        number = next((t for t in reversed(clause.tokens) if t.kind == "number"), None)
        if number is None or number.amount is None or clause.depth > parts[one.clause].depth:
            continue
        if at in counted and clause.depth == parts[one.clause].depth:
            continue  # 公开8件 and 不予公开13件, side by side
        inside = clause.depth < parts[one.clause].depth
        return at not in counted and _on_one(text, clause, number) and (inside or one.claim.value <= number.amount.value)
    return False


def _of_an_unread_whole(parts: Sequence[Clause], one: Counted, found: Sequence[Counted]) -> bool:
    """抽查下级机关答复书26件，其中予以公开24件: of a number of which nobody knows what it counts."""
    before = [(clause, t) for clause in parts for t in clause.tokens if t.start < one.token.start]
    part = next((t for _, t in reversed(before) if t.name == "part"), None)
    whole = next(((c, t) for c, t in reversed(before) if part and t.end <= part.start and _counts(c, t)), None)
    return whole is not None and not any(other.token.start == whole[1].start for other in found)


def _counts(clause: Clause, number: Token) -> bool:
    """Whether a number counts things, and not by how much there were more or fewer of them."""
    if number.kind != "number" or number.name not in _UNITS:
        return False
    return not any(t.kind in _NO_UNREAD_WHOLE or t.name == "last" for t in clause.tokens)


# A change is no whole; and beside such words a number is of requests, be it read or not.
_NO_UNREAD_WHOLE = frozenset(("change", "share", "request", "ask", "receive", "conclude"))


def of_those_carried(one: Counted, passage: Passage, found: Sequence[Counted]) -> Counted:
    """上年结转3件，其中予以公开2件、部分公开1件: each perhaps of those carried in alone; 上年结转3件，其中予以公开45件: of all."""
    claim, of_them = one.claim, passage.among_carried
    if claim.quantity == "concluded" and any(other.claim.quantity == "handled" for other in found):
        return one  # 办理10件(含上年结转1件)，其中8件答复申请人: the others may be concluded too
    if of_them is None or not claim.quantity.startswith((*OUTCOMES, "concluded")) or one.voice.scope is not Scope.OWN:
        return one
    doubts = tuple(doubt for doubt in claim.doubts if doubt != "scope-unclear")
    if claim.low > of_them:
        passage.among_carried = None
        return replace(one, claim=replace(claim, scope=Scope.OWN, doubts=doubts))
    return replace(one, claim=replace(claim, scope=Scope.UNCLEAR, doubts=(*doubts, "scope-unclear")))


def with_parts_closed(found: Sequence[Counted]) -> list[Counted]:
    """收到40件，其中网上申请28件，按期办结24件，其余4件结转: what ended and what was left make the 28, and are perhaps of these alone."""
    unsure: set[int] = set()
    for part, ended, left in zip(found, found[1:], found[2:], strict=False):
        told = ended.claim.quantity == "concluded" and left.claim.quantity == "carried_out"
        if not told or not part.claim.quantity.startswith(_OF_WHOM_OR_HOW) or part.claim.value != ended.claim.value + left.claim.value:
            continue
        if not any(one.claim.quantity in WHOLES and one.claim.value == part.claim.value for one in found):
            unsure |= {id(ended), id(left)}
    return [_in_doubt(one) if id(one) in unsure else one for one in found]


def _in_doubt(one: Counted) -> Counted:
    doubts = one.claim.doubts if "clause-unclear" in one.claim.doubts else (*one.claim.doubts, "clause-unclear")
    return replace(one, claim=replace(one.claim, doubts=doubts))


def _on_one(text: str, clause: Clause, number: Token) -> bool:
    return _chosen(text, clause) or _OF_A_CLASS.search(text, clause.start, number.start) is not None


_OF_A_CLASS = re.compile("(?<![各一])类(?:的|信息|申请|事项|问题)*(?:共|有|为|计)*$")


def _sure(text: str, parts: Sequence[Clause], one: Counted) -> bool:
    """Whether this counts all of them: not 网上受理27件, 重新答复22件."""
    before = [t for t in parts[one.clause].tokens if t.start < one.token.start]
    doubted = _UNSURE & set(one.claim.doubts)
    of_a_kind = one.claim.quantity == "concluded" and any(t.kind in ("applicant", "channel") for t in before)
    return not doubted and not of_a_kind and not _CHOSEN.search(text, parts[one.clause].start, one.token.start)


# 对5件申请启用疑难会商，其中3件部分公开
_FOR_THESE = re.compile("(?:对|就|针对)(?:其中)?(?:的)?")
_LOOKED_INTO = re.compile("会商|研究|论证|征求|延[期长]|复核|听证|评估|补正|协商|沟通|启[动用]|邀请|请示|回访")


def _chosen(text: str, clause: Clause) -> bool:
    """涉及征地10件，: a clause that counts some of the requests."""
    number = next((t for t in reversed(clause.tokens) if t.kind == "number"), None)
    if number is None or number.name not in _UNITS or any(t.kind in ("dispute", "foreign", "document", "decision") for t in clause.tokens):
        return False
    for_these = _FOR_THESE.fullmatch(text, clause.start, number.start) and _LOOKED_INTO.search(text, number.end, clause.end)
    return bool(for_these) or _CHOSEN.search(text, clause.start, number.start) is not None


_OF_THEM = ("all_", "carried", *OUTCOMES)


def told_of_all(said: Iterable[Claim], counted: Sequence[Counted]) -> Iterator[Claim]:
    """社区收到居民申请22件，全部办结，无不予公开: what is said of all, or of none of them, is in doubt where their number is."""
    wholes = [one.claim for one in counted if one.claim.quantity in WHOLES]
    unclear = bool(wholes) and all(claim.scope is not Scope.OWN or set(claim.doubts) & _UNSURE for claim in wholes)
    for claim in said:
        told = unclear and claim.quantity.startswith(_OF_THEM) and claim.scope is Scope.OWN and not claim.doubts
        yield replace(claim, doubts=("clause-unclear",)) if told else claim


def of_some_disputes(one: Counted, found: Sequence[Counted]) -> bool:
    """涉及宅基地的信息公开行政复议23件，维持20件: of the track that was counted in doubt."""
    track = next((name for name in DISPUTES if one.claim.quantity.startswith(f"{name}_")), "")
    own = [other.claim for other in found if other.claim.quantity == track]
    return bool(own) and all({"scope-unclear", "clause-unclear"} & set(claim.doubts) for claim in own)
