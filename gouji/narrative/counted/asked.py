"""What words of asking, answering and carrying over count: requests received, handled, concluded, carried."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gouji.narrative.context.head import CONCLUDED, HANDLED, RECEIVED, Head, Topic
from gouji.narrative.counted.another import named_otherwise
from gouji.narrative.counted.outcomes import of_an_outcome
from gouji.narrative.sentence.clauses import PASSED, Clause
from gouji.narrative.sentence.lexicon import Token


def _counts_requests(text: str, head: Token) -> bool:
    """Whether the noun is of requests, 申请5件 or 依申请公开事项5件, not of what was made public."""
    return (
        text[head.start : head.end].endswith(("申请", "量", "数", "件", "申请公开", "请求", "要求"))
        or text.startswith(("申请", "事项", "请求", "要求", "诉求", "办理", "数", "件"), head.end)
        or _ANSWERED_ONE_BY_ONE.match(text, head.end) is not None
    )


# 依申请公开9件，其中不予公开3件: what was answered was asked for.
_ANSWERED_ONE_BY_ONE = re.compile(
    r"[^,。;:\d]{0,6}\d+(?:件|宗|份|起|例|条|项|个)[,;:(]"
    r"(?:其中|均|全部|都|已|依法|依规|按期|按时|在|法定|规定|期限|时限|内|作出|[,:]|安排|指定|由(?:专人|专门人员|专班|[^,;。\d]{1,6}[室办科股])(?:统一|负责)?"
    r"|严格|按照?|要求|程序|流程|书面|认真|及时|规范|妥善|逐[件一]|统一|\d{1,2}个工作日|进行|给予|了|办理并)*"
    r"(?:办结|答复|办理完毕|予以公开|不予公开|部分公开|无法提供|不予处理|回复申请人|同意公开|回复(?=[,;。]))"
)


def of_requests(text: str, clause: Clause, known: Sequence[Token], topic: Topic) -> Head | None:
    """申请5件 by the word before it: 收到, 办理, 答复, 结转, who applied or by which channel."""
    head, before = known[-1], known[-2] if len(known) > 1 else None
    verb = next((token for token in reversed(known) if token.kind in ("receive", "handle", "conclude")), None)
    if (head.kind == "ask" and topic.kind != "request") or (verb is not None and UNDONE.search(text[: verb.start])):
        return None
    if head.kind == "ask" and any(t.end == head.start and named_otherwise(text, t) for t in clause.tokens):
        return None  # 受理“一件事”申请40件
    if before is None:
        # 依申请公开25件 may be what was made public on request.
        nothing = topic.attribute or _ITEMS.match(text, head.end)
        return None if nothing else Head(RECEIVED, head, () if _counts_requests(text, head) else ("bare-word",))
    if before.kind == "outcome":
        return of_an_outcome(text, clause, known[:-1]) if topic.kind == "request" and not topic.attribute else None
    if before.kind in ("conclude", "decide", "handle") and len(known) > 2 and known[-3].kind == "outcome" and known[-3].end == before.start:
        # 作出部分公开答复的政府信息公开申请2份, 作部分公开处理的
        return of_an_outcome(text, clause, known[:-2]) if topic.kind == "request" and not topic.attribute else None
    if before.kind == "applicant" and verb is not None and verb.kind == "receive" and _ANYBODY.fullmatch(text, verb.end, before.end):
        return Head(f"{RECEIVED}_from_citizens", verb)  # 受理公民依申请公开事项48件: 公民 may be everybody
    if before.kind == "applicant" and (text[before.end : head.start] not in _BELONGING or _everybody(known)):
        # 收到公民、法人和其他组织提出的政府信息公开申请: whoever applied, all of them.
        return _by_what(verb, topic) if verb is not None else None
    if before.kind == "ask" and verb is not None:
        return _by_what(verb, topic)  # 收到申请对象为本局的依申请公开信件
    if before.kind == "channel" and verb is not None and AND_OTHER_WAYS.match(text, before.end):
        return _by_what(verb, topic)  # 办理通过平台、邮寄等途径依申请公开信息
    return _by_what(before, topic)


# 申请公开的信息535条: what was asked for in them.
_ITEMS = re.compile("的?(?:政府|政务|相关|有关)?(?:信息|内容|文件|材料)(?:[共计为有]|事项)*\\d+(?:条|项|份)")
_ANYBODY = re.compile("(?:到|了|来自|来自于|由)?(?:公民|群众)")
AND_OTHER_WAYS = re.compile("(?:提交|申请)?等(?:各类|各种|多种|多个|不同)?(?:途径|方式|渠道|形式|平台|方法)")


def _everybody(known: Sequence[Token]) -> bool:
    """公民和法人或其他组织: all who may apply."""
    return {"natural_person", "legal_persons"} <= {token.name for token in known if token.kind == "applicant"}


_IN_TIME = re.compile("期限|按期|按时|时限|如期")
# 收到并按时办结13件, 受理、规范办理申请10件
_AND_DONE = re.compile(
    "(?:了|到)?(?:并|和|及|且|与|以及|、|同时|已|均|全部|全|都|依法|依规|按时|按期|如期|及时|规范|妥善|认真|严格|圆满|高效|逐一|按照?规定|按要求)*"
)


def received_and_done(text: str, known: Sequence[Token], topic: Topic) -> Head | None:
    """收到并按时办结13件申请: received, or concluded of them; one of the two numbers it must be."""
    at = next((n for n in reversed(range(len(known))) if known[n].kind in ("conclude", "handle")), 0)
    if not at or known[at - 1].kind != "receive" or any(t.kind not in ("request", "ask") for t in known[at + 1 :]):
        return None
    verb, done = known[at - 1], known[at]
    if done.kind == "conclude" and not _IN_TIME.search(text, verb.end, done.start):
        return None
    if topic.other or not _AND_DONE.fullmatch(text, verb.end, done.start) or UNDONE.search(text[: verb.start]):
        return None
    asked = topic.kind == "request" or any(t.kind == "request" for t in known[at + 1 :])
    return Head(HANDLED, verb) if asked else None


def _by_what(before: Token, topic: Topic) -> Head | None:
    """What the word before 申请 makes of their number."""
    match before.kind:
        case "receive":
            return Head(RECEIVED, before)
        case "handle":
            return Head(CONCLUDED if topic.received else HANDLED, before)
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


# 自然人的申请8件
_BELONGING = ("", "的")
_FAR_OBJECT = 12


_JUST = ("", "了", "的", "共", "共计", "完成")
# 继续办理5件, 延期办理3件, 网上办理12件: some of them only.
_NOT_ALL = re.compile("(?:继续|接续|跨年度?|延期|逾期|超期|转|移交|正在|尚在|仍在|协助|联合|结转|优先|加急|代|网上|线上|在线|窗口|现场)$")


def of_a_verb(text: str, clause: Clause, index: int, head: Token, before: Token | None, topic: Topic) -> Head | None:
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
    if topic.other and not asked:
        return None
    if head.kind == "handle" and (asked or (before is not None and before.kind == "request")):
        return Head(HANDLED, head)
    if head.kind == "handle":
        told = topic.received and topic.kind == "request" and before is None and not _NOT_ALL.search(text[clause.start : head.start])
        return Head(CONCLUDED, head) if told and text[head.end : clause.tokens[index].start] in _JUST else None
    return Head(RECEIVED, head) if asked or topic.kind == "request" else None


# 不再处理其申请, 未答复, 拟办理: nothing that was done; 分批答复1件: one of them.
UNDONE = re.compile("(?:不|不再|未|未能|无需|停止|终止|拟|待|应|需|分批|分次)$")


# What ends a request without an answer.
UNANSWERED = re.compile("撤[回销消件]|放弃|终止")
_OF_A_KIND = re.compile('[”"]类型?的?$')
_OF_OUTCOME = re.compile('[”"]?(?:类型?)?的?')


# 收到17件，答复7件，不予受理6件: told beside those that were ended otherwise, the answered are not all that were concluded.
_ENDED_BESIDE = re.compile(
    r"(?:申请)?[^,。;(:]{0,10}[,、][^。;(中]{0,40}?(?:不予受理|撤[回销消件]|不予处理|不再处理|补正|终止|视为放弃)[^,。;\d]{0,12}\d"
)


def ended_beside(text: str, head: Token) -> bool:
    """Whether others that were ended otherwise are counted right after a word for answering."""
    return bool(_ENDED_BESIDE.match(text, head.end))


_ANSWERS = ("答复", "回复", "书面答复", "书面回复")


def _beside_others(text: str, head: Token) -> bool:
    return text[head.start : head.end] in _ANSWERS and ended_beside(text, head)


def of_an_answer(text: str, clause: Clause, known: Sequence[Token], topic: Topic) -> Head | None:
    """办结5件; not 逾期答复5件; in time may be only some of them."""
    head, before = known[-1], known[-2] if len(known) > 1 else None
    if before is not None and before.kind == "outcome":
        # 作出部分公开答复5件, “予以公开”类答复5件
        told = topic.kind == "request" and _OF_OUTCOME.fullmatch(text, before.end, head.start)
        return of_an_outcome(text, clause, known[:-1]) if told else None
    if topic.kind != "request" or topic.other or (before is not None and before.kind in ("foreign", "published", "dispute")):
        return None
    if text[head.start : head.end] in ("审结", "结案") and not _NAMED.search(text):
        return None  # 立案604起，结案161起
    if _OF_A_KIND.search(text[clause.start : head.start]):
        return None  # “予以公开”类答复8件
    if _beside_others(text, head):
        return None
    if UNANSWERED.search(text) and text[head.start : head.end] in _ANSWERS and "办结" in text:
        return None  # 17件已办结，答复14件，申请人撤回3件
    if text[head.start : head.end] == "公开答复" and not text[: head.start].endswith("信息"):
        return Head(CONCLUDED, head, ("bare-word",))  # perhaps an outcome: 公开答复5件，占29%
    said = text[max(clause.start, head.start - 8) : head.start]
    if any(word in said for word in ("逾期", "超期", "延期", "未", "没有", "不", "分批", "分次")):
        return None
    in_time = bool(_IN_TIME.search(said))
    if _LOOKED_INTO.search(text, clause.start, head.start) or _REVIEWED.search(text, clause.start, head.start):
        return Head(CONCLUDED, head, ("clause-unclear",))  # 经合法性审查答复19件
    first = before if before is not None and before.kind in ("conclude", "handle") and head.start - before.end <= 2 else head
    return Head(CONCLUDED, first, ("in-time",) if in_time else ())


_LOOKED_INTO = re.compile("经(?:过)?[^,;。]{0,6}(?:合法性|法制|法律|集体|会商|专题|第三方)[^,;。]{0,6}$")
# 审核申请答复12件, 抽查依申请公开答复12件: of the answers that somebody looked at; not 审核并答复12件
_REVIEWED = re.compile(
    "(?:审核|审查|核查|复核|复查|抽查|评查|把关|审签|研判|会商|讨论|研究)(?:了|各类|政府信息公开|信息公开|依申请公开|申请|的)*$"
)
_NAMED = re.compile("申请|信息公开|政务公开")
_BESIDE = 8


def of_a_carry(clause: Clause, index: int, head: Token, topic: Topic) -> Head | None:
    """上年结转5件, 结转下年5件; where only 结转 stands there, the year beside it tells which."""
    if head.name in ("in", "out"):
        return Head(f"carried_{head.name}", head)
    if topic.kind != "request":
        return None
    years = [int(token.name) for token in clause.before(index) if token.kind == "year" and abs(token.start - head.start) < _BESIDE]
    if years and topic.year is not None and years[-1] != topic.year:
        return Head("carried_in" if years[-1] < topic.year else "carried_out", head)
    if years:
        return None
    after = topic.concluded and not any(token.name in ("part", "includes") for token in clause.tokens if token.start < head.start)
    if after:
        return Head("carried_out", replace(head, name="out"))  # 办结8件，结转1件
    return Head("carried_out", head, () if head.name == "left" else ("direction",))


def taken_over(clause: Clause, known: Sequence[Token]) -> Head | None:
    """结转下年答复的3件, 上年结转并于今年办结2件: those carried over, whatever was done with them."""
    carried = next((token for token in known if token.kind == "carry" and token.name in ("in", "out")), None)
    return Head(f"carried_{carried.name}", carried) if carried else None
