"""What a number counts: the word that it belongs to, before it or after it in its clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gouji.narrative.clauses import PASSED, Clause, gap
from gouji.narrative.lexicon import Token

_REQUESTS = frozenset(("request", "ask"))
# The kinds of words that may name what a number counts. Nothing unknown may stand between the two.
_HEADS = frozenset(
    ["request", "ask", "receive", "handle", "conclude", "carry", "outcome", "dispute", "ruling", "applicant", "channel", "published"]
)
# 含上年结转在内共35件 is no number of those carried over; 由29件增至48件 starts with last year's.
_TURNED = re.compile("在内|之外|以外|除外|之后|后$")
_FROM = re.compile("[由从自][^,。;]{0,12}$")
DISPUTES = ("reconsideration", "litigation", "direct_litigation", "litigation_after_reconsideration")
RECEIVED, HANDLED, CONCLUDED = "received", "handled", "concluded"


@dataclass(frozen=True, slots=True)
class Head:
    """A quantity and the words that name it. `doubts` say why the number may be of something else."""

    quantity: str
    first: Token
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class Topic:
    """What the sentences so far speak of: requests, disputes, documents, decisions, or something else."""

    kind: str = ""
    name: str = ""
    # Documents named as published or for request: 主动公开17条、依申请公开28条.
    attribute: bool = False
    # Several kinds of decisions in one sentence: 行政许可12件，行政处罚3件 are surely the form's.
    several: bool = False
    year: int | None = None


def head_before(text: str, clause: Clause, index: int, topic: Topic, used: Sequence[Token] = ()) -> Head | None:
    """What the words before the number of this index make of it."""
    number = clause.tokens[index]
    words = [token for token in clause.before(index) if not any(token is other for other in used)]
    # 作出不予公开决定9件: the decision adds nothing.
    known = [token for token in words if token.kind not in PASSED and token.kind != "decide"]
    if not known:
        return None
    head = known[-1]
    words = [token for token in words if token.kind in PASSED or token.kind == "decide"]
    if head.kind == "published" and text[head.end : number.start] not in ("", "了"):
        return None
    if head.kind not in _HEADS or gap(text, head.end, number.start, words) or _TURNED.search(text, head.end, number.start):
        return None
    if _FROM.search(text[clause.start : number.start]) and any(t.kind == "change" for t in clause.tokens[index:]):
        return None
    return _named(text, clause, index, topic, known)


def head_behind(text: str, clause: Clause, index: int, topic: Topic) -> tuple[Head, Token] | None:
    """What the words after the number make of it, and the last of them."""
    number, words = clause.tokens[index], clause.behind(index)
    known = [token for token in words if token.kind not in PASSED]
    at, of_requests = number.end, topic.kind == "request"
    for token in known:
        if gap(text, at, token.start, words):
            return None
        at = token.end
        of_requests = of_requests or token.kind == "request"
        if token.kind in ("request", "ask", "noise"):
            continue
        found = _after(token, topic, of_requests)
        return (found, token) if found else None
    return None


def _after(token: Token, topic: Topic, of_requests: bool) -> Head | None:
    """2件结转下年, 10件已答复, 3件予以公开, 1件维持, 2件行政复议."""
    match token.kind:
        case "conclude" if of_requests:
            return Head(CONCLUDED, token)
        case "outcome" if of_requests and not topic.attribute:
            return Head(token.name, token)
        case "carry" if of_requests and token.name in ("in", "out", "plain"):
            return Head("carried_in" if token.name == "in" else "carried_out", token)
        case "ruling" if of_requests and token.name == "pending":
            return Head("carried_out", token)
        case "ruling" if topic.kind == "dispute":
            return ruling(topic.name, token)
        case "dispute":
            return Head(token.name, token)
    return None


def _named(text: str, clause: Clause, index: int, topic: Topic, known: Sequence[Token]) -> Head | None:
    head, before = known[-1], known[-2] if len(known) > 1 else None
    match head.kind:
        case "request" | "ask" | "conclude" if carried := _taken_over(clause, known):
            return carried
        case "request" | "ask":
            return _of_requests(text, clause, known, topic)
        case "receive" | "handle":
            return None if _UNDONE.search(text[: head.start]) else _of_a_verb(clause, index, head, before, topic)
        case "conclude":
            return _concluded(text, clause, known, topic)
        case "carry":
            return _carried(clause, index, head, topic)
        case "dispute":
            return Head(head.name, head)
        case "ruling" if topic.kind == "dispute":
            return ruling(topic.name, head)
        case _ if topic.kind == "request":
            return _within_requests(text, clause, index, known, topic)
    return None


# 进企业516次: events, no requests.
_OF_EVENTS = frozenset(("次", "部", "条次"))


def _within_requests(text: str, clause: Clause, index: int, known: Sequence[Token], topic: Topic) -> Head | None:
    """Outcomes, applicants and channels, where requests are spoken of."""
    head = known[-1]
    match head.kind:
        case "outcome" if not topic.attribute:
            return _outcome(text, clause, known)
        case "published" if head.name == "published" and not topic.attribute:
            # 收到5件，公开3件: most likely an outcome, and perhaps something that was put online.
            sure = text[max(0, head.start - 1) : head.start] in ("已", "予")
            return Head("granted", head, () if sure else ("bare-word",))
        case "ruling" if head.name == "pending":
            return Head("carried_out", head)
        case "applicant" if clause.tokens[index].name not in _OF_EVENTS:
            return Head(f"applicants_{head.name}", head)
        case "channel":
            return Head(f"channel_{head.name}", head)
    return None


_BECAUSE = re.compile("(?:因|由于|依据|根据|按照|依照|属于|涉及|为由|以)[^,。;]{2,}$")


def _taken_over(clause: Clause, known: Sequence[Token]) -> Head | None:
    """结转下年答复的3件, 上年结转并于今年办结2件: those carried over, whatever was done with them."""
    carried = next((token for token in known if token.kind == "carry" and token.name in ("in", "out")), None)
    return Head(f"carried_{carried.name}", carried) if carried else None


_GROUPS = {"denied": "denied_", "unavailable": "unavailable_", "rejected": "rejected_", "other_outcomes": "other_"}


def _outcome(text: str, clause: Clause, known: Sequence[Token]) -> Head | None:
    """不予公开8件; 因保护第三方合法权益不予公开8件 is of that row, 因不掌握等原因无法提供 of all rows again."""
    head = known[-1]
    if head.name not in _GROUPS and any(t.kind == "outcome" and t.name != head.name for t in known[:-1]):
        return Head(head.name, head, ("several",))
    reasons: list[Token] = []
    others = [token for token in known[:-1] if token.name != head.name or head.name in _GROUPS]  # 区分处理后部分公开24件
    for token in reversed(others):
        if token.kind != "outcome" or not token.name.startswith(_GROUPS.get(head.name, "\n")):
            break
        reasons.append(token)
    if len(reasons) < sum(t.kind == "outcome" for t in others):
        return Head(head.name, head, ("several",))
    if not reasons and head.name in _GROUPS and _BECAUSE.search(text[clause.start : head.start]):
        return None  # 依据第十六条不予公开5件: some of them only
    if not reasons or any(t.kind == "open" and reasons[-1].end <= t.start <= head.start for t in clause.tokens):
        return Head(head.name, head)
    names = {token.name for token in reasons}  # one row, under whatever names
    return Head(names.pop(), reasons[-1]) if len(names) == 1 else None


# 不再处理其申请, 未答复, 拟办理: nothing that was done.
_UNDONE = re.compile("(?:不|不再|未|未能|无需|停止|终止|拟|待|应|需)$")


def _counts_requests(text: str, head: Token) -> bool:
    """Whether the noun is of requests, 申请5件 or 依申请公开事项5件, not of what was made public."""
    return text[head.start : head.end].endswith(("申请", "量", "数", "件", "申请公开", "请求", "要求")) or text.startswith(
        ("申请", "事项", "请求", "要求", "诉求", "办理", "数", "件"), head.end
    )


def _of_requests(text: str, clause: Clause, known: Sequence[Token], topic: Topic) -> Head | None:
    head, before = known[-1], known[-2] if len(known) > 1 else None
    verb = next((token for token in reversed(known) if token.kind in ("receive", "handle", "conclude")), None)
    if (head.kind == "ask" and topic.kind != "request") or (verb is not None and _UNDONE.search(text[: verb.start])):
        return None
    if before is None:
        # 依申请公开25件 may be what was made public on request.
        return None if topic.attribute else Head(RECEIVED, head, () if _counts_requests(text, head) else ("bare-word",))
    if before.kind == "outcome":
        return _outcome(text, clause, known[:-1]) if topic.kind == "request" and not topic.attribute else None
    if before.kind == "applicant" and before.end != head.start:
        # 收到公民、法人和其他组织提出的政府信息公开申请: whoever applied, all of them.
        return _by_what(verb, topic) if verb is not None else None
    return _by_what(before, topic)


def _by_what(before: Token, topic: Topic) -> Head | None:
    """What the word before 申请 makes of their number."""
    match before.kind:
        case "receive":
            return Head(RECEIVED, before)
        case "handle":
            return Head(HANDLED, before)
        case "conclude":
            return Head(CONCLUDED, before)
        case "carry" if before.name in ("in", "out"):
            return Head(f"carried_{before.name}", before)
        case "applicant":
            return Head(f"applicants_{before.name}", before)
        case "channel":
            return Head(f"channel_{before.name}", before)
        case "request" if not topic.attribute:
            return Head(RECEIVED, before)
    return None


def _of_a_verb(clause: Clause, index: int, head: Token, before: Token | None, topic: Topic) -> Head | None:
    """共收到16件; 接到2件政府信息公开申请; 上年结转办理1件."""
    after = clause.behind(index)
    after = [token for token in after if token.kind not in PASSED or token.kind == "noise"]
    if before is not None and before.kind == "carry" and before.name in ("in", "out"):
        return Head(f"carried_{before.name}", before)
    if before is not None and before.kind == "channel":
        return Head(f"channel_{before.name}", before) if topic.kind == "request" else None
    close = after[0] if after and after[0].start - clause.tokens[index].end <= _FAR_OBJECT else None
    if close is not None and close.kind not in (
        "request",
        "ask",
        "conclude",
        "outcome",
        "carry",
        "change",
        "channel",
        "applicant",
        "handle",
    ):
        return None
    asked = close is not None and (close.kind == "request" or (close.kind == "ask" and topic.kind == "request"))
    if head.kind == "handle":
        return Head(HANDLED, head) if asked or (before is not None and before.kind == "request") else None
    return Head(RECEIVED, head) if asked or topic.kind == "request" else None


_FAR_OBJECT = 12


def _concluded(text: str, clause: Clause, known: Sequence[Token], topic: Topic) -> Head | None:
    head, before = known[-1], known[-2] if len(known) > 1 else None
    if before is not None and before.kind == "outcome" and before.end == head.start and topic.kind == "request":
        return _outcome(text, clause, known[:-1])  # 作出部分公开答复5件
    if topic.kind != "request" or (before is not None and before.kind in ("foreign", "published", "dispute")):
        return None
    said = text[max(clause.start, head.start - 8) : head.start]
    if any(word in said for word in ("逾期", "超期", "延期", "未", "没有", "不")):
        return None
    in_time = any(word in said for word in ("期限", "按期", "按时", "时限", "如期"))
    first = before if before is not None and before.kind in ("conclude", "handle") and head.start - before.end <= 2 else head
    return Head(CONCLUDED, first, ("in-time",) if in_time else ())


def _carried(clause: Clause, index: int, head: Token, topic: Topic) -> Head | None:
    if head.name in ("in", "out"):
        return Head(f"carried_{head.name}", head)
    if topic.kind != "request":
        return None
    years = [int(token.name) for token in clause.before(index) if token.kind == "year" and abs(token.start - head.start) < _BESIDE]
    if years and topic.year is not None and years[-1] != topic.year:
        return Head("carried_in" if years[-1] < topic.year else "carried_out", head)
    if years:
        return None
    return Head("carried_out", head, () if head.name == "left" else ("direction",))


_BESIDE = 8


def ruling(track: str, head: Token) -> Head | None:
    """An outcome of a dispute: 维持1件 after 行政复议."""
    if track not in DISPUTES or head.name == "settled":
        return None
    return Head(f"{track}_{head.name}", head)
