"""What the other numbers of a sentence say of one: what is left of all, what all were answered, what is part of a row."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gouji.narrative.claim import Scope
from gouji.narrative.context.head import DISPUTES, WHOLES
from gouji.narrative.context.passage import Counted
from gouji.narrative.sentence.clauses import Clause, unknown
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.whose.of_some import OUTCOMES, of_some_disputes, of_some_requests

_GROUPED = {"denied": "denied_", "unavailable": "unavailable_", "rejected": "rejected_", "other_outcomes": "other_"}

_BESIDE_ROWS = frozenset(("outcome", "own", "noise", "each", "all"))


def in_brackets(sentence: Sentence, parts: Sequence[Clause], found: Sequence[Counted]) -> list[Counted]:
    """其他处理4件(申请人逾期不补正): the one row that the bracket behind an outcome's number names, and nothing besides."""
    told: list[Counted] = []
    for one in found:
        inside = parts[one.clause + 1] if one.clause + 1 < len(parts) else None
        row = _row_in(sentence.text, parts[one.clause], inside, one) if inside is not None else ""
        if inside is not None and row:
            printed, place = sentence.within(one.token.start, inside.end)
            told.append(replace(one, claim=replace(one.claim, quantity=row, printed=printed, place=place)))
    return told


def _row_in(text: str, clause: Clause, inside: Clause, one: Counted) -> str:
    group = _GROUPED.get(one.claim.quantity)
    names = {t.name for t in inside.tokens if t.kind == "outcome"}
    closed = inside.after == "(" and inside.depth == clause.depth + 1 and text.startswith(")", inside.end)
    closed = closed and clause.end - one.token.end <= len("申请")
    if group is None or not closed or len(names) != 1 or any(t.kind not in _BESIDE_ROWS for t in inside.tokens):
        return ""
    name = next(iter(names))
    return name if name.startswith(group) and not unknown(text, inside, inside.start, inside.end) else ""


def beside_unclear(one: Counted, found: Sequence[Counted], parts: Sequence[Clause]) -> Counted:
    """局属单位收到申请3件，予以公开3件: whose the first number is nobody knows, and so of the second, unless it names its own body."""
    unclear = [other for other in found if "clause-unclear" in other.claim.doubts]
    of_others = found[:1] == unclear[:1] and found and found[0].claim.quantity.startswith("carried") and not _asked_for(parts, one)
    if not of_others and not any(other.claim.quantity in WHOLES for other in unclear):
        return one
    if any(token.kind == "own" for token in parts[one.clause].tokens) or "clause-unclear" in one.claim.doubts:
        return one
    return replace(one, claim=replace(one.claim, doubts=(*one.claim.doubts, "clause-unclear")))


def of_some_only(text: str, one: Counted, found: Sequence[Counted], parts: Sequence[Clause]) -> Counted:
    """The counted in doubt where it follows the number of some requests or of some disputes alone."""
    if "clause-unclear" in one.claim.doubts or not (of_some_requests(text, parts, one, found) or of_some_disputes(one, found)):
        return one
    return replace(one, claim=replace(one.claim, doubts=(*one.claim.doubts, "clause-unclear")))


def carried_cases(one: Counted, found: Sequence[Counted], parts: Sequence[Clause], last: str) -> bool:
    """行政复议9件（含上一年度结转1件）: right behind cases, cases were carried over, in the next sentence too where it names nothing."""
    if not one.claim.quantity.startswith("carried") or any(t.kind in ("request", "ask") for t in parts[one.clause].tokens):
        return False
    if found:
        return found[-1].claim.quantity.startswith(_CASES)
    return last.startswith(_CASES) and not any(t.kind in _ITS_OWN for clause in parts for t in clause.tokens)


_ITS_OWN = frozenset(("request", "ask", "receive", "conclude", "handle"))

_CASES = (*DISPUTES, "disputes")


def _asked_for(parts: Sequence[Clause], one: Counted) -> bool:
    """Whether requests are named before this number: not in 督查事项上年结转6件，办结3件."""
    return any(t.kind in ("request", "ask") for clause in parts[: one.clause + 1] for t in clause.tokens)


_LATE = re.compile("逾期|超期|延期|未按[期时]|未能按|超时")


def told_wholly(one: Counted, found: Sequence[Counted], text: str) -> Counted:
    """收到22件，按时办结12件，4件结转: beside what came in and what was left, those answered in time are all that were answered.

    So are those of 办理561件（含上年结转12件），按时办结555件，结转下年度6件, those of 按期办结24件，其余4件转入2024年办理, and
    those of 收到24件，公开答复22件，2件结转, where no outcome is counted besides.
    """
    doubt = next((doubt for doubt in ("in-time", "bare-word") if doubt in one.claim.doubts), None)
    if one.claim.quantity != "concluded" or doubt is None or _LATE.search(text):
        return one
    own = [other for other in found if other.claim.exact and other.claim.scope is Scope.OWN]
    told = {other.claim.quantity for other in own}
    the_rest = doubt == "in-time" and any(_carried_as_the_rest(text, other) and other.clause == one.clause + 1 for other in own)
    if (
        "carried_out" not in told
        or not (the_rest or told & {"received", "handled"})
        or (doubt == "bare-word" and any(t.startswith(OUTCOMES) for t in told))
    ):
        return one
    return replace(one, claim=replace(one.claim, doubts=tuple(each for each in one.claim.doubts if each != doubt)))


def out_of_its_year(text: str, parts: Sequence[Clause], one: Counted, year: int | None) -> Counted:
    """2022年度结转下年办理4件, in the report of 2023: they were carried in; out of any other year, they are none of its numbers."""
    if one.claim.quantity != "carried_out" or year is None:
        return one
    told = _OUT_OF.search(text, parts[one.clause].start, one.token.end)
    if told is None or int(told["year"]) == year:
        return one
    if int(told["year"]) == year - 1:
        return replace(one, claim=replace(one.claim, quantity="carried_in"))
    return replace(one, claim=replace(one.claim, scope=Scope.OTHER))


_OUT_OF = re.compile(r"(?P<year>20\d\d)年(?:度|底|末)?(?:结转|转结|转入|转至|转到|转下|顺延|延续|跨入)")


def _as_the_rest(text: str, one: Counted) -> bool:
    """其余4件转入2024年办理: all those that were not told of before."""
    return one.claim.quantity == "carried_out" and _REST.search(text, 0, one.token.start) is not None


def _carried_as_the_rest(text: str, one: Counted) -> bool:
    """Whether it is told surely that the rest was carried over: not 其余2件按规定处理."""
    return _as_the_rest(text, one) and _LEFT.match(text, one.token.end) is not None


_LEFT = re.compile(r"(?:(?!撤)[^;。\d])*?(?:结转|转结|转[入至到为]?\d|转[入至到为]?[下次来明]|顺延|延至|跨年)")


def ended_all_the_same(text: str, one: Counted) -> bool:
    """余下2件因不掌握无法提供, 剩余2件按要求作撤销处理: what is left besides those told, and carried nowhere."""
    return _as_the_rest(text, one) and _ENDED.match(text, one.token.end) is not None


_REST = re.compile("(?:其余|剩余|余下|剩下|(?<!其)余)(?:的)?$")

_ENDED = re.compile(
    "[^,;。将待拟尚正未仍需]{0,24}?(?:撤[回销消件]|终止|无法提供|不予|予以|不掌握|不存在|不属于|非本|告知|转[交送办]|移[交送]|合并|补正|不再|注销|"
    "(?:已|均|都|全部)[^,;。将待]{0,8}(?:办结|办理完[毕成结]|答复|处理完[毕成]))"
)

_OWN_ROWS = ("other_uncorrected", "other_unpaid")


def beside_its_rows(one: Counted, found: Sequence[Counted], parts: Sequence[Clause]) -> Counted:
    """逾期不补正3件，其他处理10件: beside rows of it what is called so may be the rest, and no more of them all."""
    if one.claim.quantity != "other_outcomes":
        return one
    rows = [other for other in found if other.claim.quantity in _OWN_ROWS and other.claim.value]
    depth = parts[one.clause].depth
    beside = [r for r in rows if parts[r.clause].depth == depth and not any(t.kind == "part" for t in parts[r.clause].tokens[:1])]
    return replace(one, claim=replace(one.claim, quantity="other_misc")) if beside else one
