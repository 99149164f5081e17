"""What a number counts: the word that it belongs to, before it or after it in its clause."""

import re
from collections.abc import Sequence

from gouji.narrative.context.head import RECEIVED, Head, Topic
from gouji.narrative.counted.asked import (
    UNDONE,
    of_a_carry,
    of_a_verb,
    of_an_answer,
    of_requests,
    received_and_done,
    taken_over,
)
from gouji.narrative.counted.behind import PAIR, RULED_ON, of_others
from gouji.narrative.counted.fitting import ELSEWHERE
from gouji.narrative.counted.outcomes import of_an_outcome, ruling
from gouji.narrative.sentence.clauses import PASSED, Clause, gap
from gouji.narrative.sentence.lexicon import Token

# The kinds of words that may name what a number counts. Nothing unknown may stand between the two.
_HEADS = frozenset(
    ["request", "ask", "receive", "handle", "conclude", "carry", "outcome", "dispute", "ruling", "applicant", "channel", "published"]
)
# 含上年结转在内共35件 is no number of those carried over; 由29件增至48件 starts with last year's.
_TURNED = re.compile("在内|之外|以外|除外|之后|后$")
_FROM = re.compile("[由从自][^,。;]{0,12}$")
# 收到78件，撤件18件，受理60件: what was left of them.
_WITHDRAWN = re.compile(r"撤[回销消件][^,。;]{0,8}\d+[件宗起条份][,、;]$")
_ON_TO = re.compile(r"\([^()]*\)[^,。;]{0,6}(?:增|升|涨|提高|降|减|跌|回落)")


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
    if text[head.end : number.start].endswith("、"):
        return None  # 3件行政复议、1件行政诉讼
    if head.kind not in _HEADS or gap(text, head.end, number.start, words) or _TURNED.search(text, head.end, number.start):
        return None
    if head.kind in ("request", "ask") and any(t.name == "part" and t.start >= head.end for t in words):
        return None  # 受理的84件申请其中80件已答复
    if head.kind == "dispute" and _belongs_to_one_before(text, clause, head, number):
        return None
    if head.kind in ("request", "ask") and text[head.end : number.start] == "的" and text.startswith("答复", number.end):
        return None  # 申请的98件答复中
    turned = any(t.kind == "change" for t in clause.tokens[index:]) or _ON_TO.match(text, number.end)
    if turned and _FROM.search(text[clause.start : number.start]):
        return None
    if any(t.kind == "carry" for t in known) and _of_other_business(text[: head.start], topic):
        return None
    arisen = known[-1].kind in ("request", "ask") and _OUT_OF_IT.search(text, known[-1].end, clause.tokens[index].start)
    return None if arisen else _named(text, clause, index, topic, known)


_JOINED = re.compile("(?:案件|案)?(?:、|和|及|与|以及|,)")


def _belongs_to_one_before(text: str, clause: Clause, head: Token, number: Token) -> bool:
    """产生1件行政复议案件、2件行政诉讼案件: the second number is of what comes after it."""
    before = max((t for t in clause.tokens if t.kind == "number" and t.end <= head.start), key=lambda t: t.end, default=None)
    return before is not None and before.end == head.start and _JOINED.fullmatch(text, head.end, number.start) is not None


# 结转件中自然人申请20件: of the requests carried in alone.
_OF_CARRIED = re.compile("结转[^,;。]{0,8}[中里]")


_NO_REQUESTS = frozenset(("foreign", "document", "decision"))


def _of_other_business(before: str, topic: Topic) -> bool:
    """受理社会救助申请521件，办结227件，转下年度办理11件; 登记窗口受理申请900件，转下年办理5件."""
    if topic.kind == "foreign":
        return topic.other  # whatever 申请 the clause names: 受理社会救助申请521件
    return topic.kind == "" and "公开" not in before and ELSEWHERE.search(before) is not None


# 因政府信息公开申请引起的4件投诉, 因信息公开申请而产生的4件行政诉讼: what came of requests.
_OUT_OF_IT = re.compile("(?:引发|引起|产生|导致|衍生|带来|造成)(?:了|的)*$")


def _named(text: str, clause: Clause, index: int, topic: Topic, known: Sequence[Token]) -> Head | None:
    head, before = known[-1], known[-2] if len(known) > 1 else None
    match head.kind:
        case "request" | "ask" | "channel" | "conclude" | "handle" if first := _of_the_first(text, clause, known, topic):
            return first
        case "request" | "ask":
            return of_requests(text, clause, known, topic)
        case "receive" if head.name == "new" and text.startswith("新增", head.start) and "申请" not in text:
            return None  # 累计公开信息403条，其中本年新增67条
        case "receive" | "handle":
            return (
                None
                if UNDONE.search(text[: head.start]) or _WITHDRAWN.search(text, 0, head.start)
                else of_a_verb(text, clause, index, head, before, topic)
            )
        case "conclude":
            return _of_a_ruling(text, head, before, topic) if topic.kind == "dispute" else of_an_answer(text, clause, known, topic)
        case "carry" if topic.kind != "dispute" or topic.received or any(t.kind in ("request", "ask") for t in clause.tokens):
            # not 新增行政复议5件，上年结转1件, 执法案件上年结转12件; 受理仲裁36件，裁决21件，结转下年度4件
            return (
                None if any(t.kind in _NO_REQUESTS for t in known) or of_others(clause, topic) else of_a_carry(clause, index, head, topic)
            )
        case "dispute":
            return Head(head.name, head)
        case "ruling" if topic.kind == "dispute":
            return ruling(topic.name, head)
        case _ if topic.kind == "request":
            return _within_requests(text, clause, index, known, topic)
    return None


_ON_LINE, _ON_PAPER = "(?:线上|网上|网络|互联网|在线|电子)", "(?:线下|书面|纸质)"
_SUCH_WAYS = "(?:申请|提交|递交|渠道|方式|途径|平台|的)*"
_A_WAY = f"(?:{_ON_LINE}|{_ON_PAPER}|信函|来信|邮寄|当面|现场|窗口|传真|电子邮件|邮件|邮箱){_SUCH_WAYS}"
_WAYS = re.compile(
    f"(?:到|了|的)?(?:群众|公众|公民|申请人|社会公众|各界)*(?:通过|以|经由?)?(?:依申请公开|政府信息公开|信息公开|政府信息|申请)*"
    f"{_A_WAY}(?:[、和及与以]*{_A_WAY})+(?:提交|提出|递交)?(?:的)?"
)
_BOTH = re.compile(f"{_ON_LINE}{_SUCH_WAYS}[、和及与以]*{_ON_PAPER}|{_ON_PAPER}{_SUCH_WAYS}[、和及与以]*{_ON_LINE}")


def _by_both_ways(text: str, known: Sequence[Token]) -> Head | None:
    """收到线上线下申请共9件, 共收到群众通过网络、信函提交的申请9件: by whatever way."""
    verb = next((token for token in reversed(known) if token.kind == "receive"), None)
    ways = [token for token in known if token.kind == "channel"]
    if verb is None or len({token.name for token in ways}) < PAIR or verb.start > ways[0].start:
        return None
    told = _WAYS.fullmatch(text, verb.end, ways[-1].end)
    together = text[verb.start] == "共" or text[: verb.start].endswith("共")
    return Head(RECEIVED, verb) if told and (together or _BOTH.search(text, verb.end, ways[-1].end)) else None


def _of_the_first(text: str, clause: Clause, known: Sequence[Token], topic: Topic) -> Head | None:
    """结转下年答复的3件, 收到并办理5件: of the first of two words."""
    if (both := _by_both_ways(text, known)) is not None:
        return both
    if known[-1].kind == "channel":
        letters = topic.received and not topic.other and text[known[-1].start : known[-1].end] == "信件"
        return taken_over(clause, known[-2:-1]) if letters else None  # 上年结转信件14件, after what came in
    carried = taken_over(clause, known) if known[-1].kind != "handle" else None
    return carried or received_and_done(text, known, topic)


def _of_a_ruling(text: str, head: Token, before: Token | None, topic: Topic) -> Head | None:
    """维持我局原答复的1件: of the ruling."""
    ruled = before is not None and before.kind == "ruling" and text[before.end : head.start].endswith("原")
    return ruling(topic.name, before) if ruled and before is not None else None


# 收到14件，其中公开14件: of the requests, wholly or in part.
_AMONG = re.compile("其中[,:]?(?:依法|均|可|可以|准予|同意|能够)*$|(?:依|按照?|应)申请(?:人)?(?:的)?(?:要求|申请|请求)?$")
# 办结9件，公开3件，部分公开2件: beside the other outcomes it is one.
_LISTED = re.compile("(?:\\d[件宗份条][,;、(:]|其中[,:]?|[:(]|结果(?:上|方面)?(?:来)?看,)(?:依法|均|可|可以|准予|同意)*$")
_OTHER_OUTCOME = re.compile(
    "(?:申请)?[,;、](?:(?:予以|区分处理后?|经区分处理后?|作区分处理后?)*(?:部分公开|不予公开|无法提供|不予处理)"
    "|(?:因|属于?|告知|本机关|本单位|[我本][局委办厅镇乡]|(?:政府)?(?:信息)?)*(?:不存在|不掌握|行政执法案卷|内部事务|过程性)(?:信息)?)(?:的)?(?:答复|决定|申请|件)*[共计为有]*\\d"
)
# 进企业516次: events, no requests.
_OF_EVENTS = frozenset(("次", "部", "条次"))


def _within_requests(text: str, clause: Clause, index: int, known: Sequence[Token], topic: Topic) -> Head | None:
    """Outcomes, applicants and channels, where requests are spoken of."""
    head = known[-1]
    match head.kind:
        case "outcome" if not topic.attribute:
            return of_an_outcome(text, clause, known)
        case "published" if head.name == "published" and not topic.attribute:
            # 收到5件，公开3件: most likely an outcome, and perhaps something that was put online.
            if text[max(0, head.start - 1) : head.start] in ("已", "予"):
                return Head("granted", head)
            among = topic.received and not topic.other and _AMONG.search(text[: head.start])
            among = among or (
                not topic.other and _LISTED.search(text[: head.start]) and _OTHER_OUTCOME.match(text, clause.tokens[index].end)
            )
            return Head("granted_at_all", head) if among else Head("granted", head, ("bare-word",))
        case "ruling" if head.name == "pending":
            return None if RULED_ON.search(text) else Head("carried_out", head)
        case "applicant" if clause.tokens[index].name not in _OF_EVENTS and not topic.other and not _OF_CARRIED.search(text, 0, head.start):
            return Head(f"applicants_{head.name}", head)
        case "channel":
            return Head(f"channel_{head.name}", head)
    return None
