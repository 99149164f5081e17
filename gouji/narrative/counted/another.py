"""Whether something else than requests was counted, so that what follows is not of the requests any more."""

import re
from collections.abc import Iterable, Sequence

from gouji.narrative.sentence.clauses import Clause, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import COUNTED

_UNITS = COUNTED | {"", "篇", "条次", "人次", "场次", "场", "期", "人", "名", "家"}
_VERBS = frozenset(("receive", "handle", "conclude", "published"))
_REQUESTS = frozenset(("request", "ask"))
# What is told of requests: beside these no other thing is counted.
_OF_REQUESTS = frozenset(
    ("outcome", "carry", "applicant", "channel", "conclude", "receive", "handle", "request", "ask", "ruling", "dispute")
)
_OBJECTS = frozenset(("foreign", "noise"))
# 有效信件20件 is a noun, 回20件 is none.
_NOUN = 1


def turned(text: str, parts: Sequence[Clause], other: bool, elsewhere: bool = False) -> list[tuple[int, bool]]:
    """Where a sentence comes to count something else, 受理有效信件20件, and where it names requests again; `other` is how it begins.

    Where a heading tells that it is of other business, `elsewhere`, 申请 alone may be of any kind.
    """
    found = [(-1, other)]
    named = False
    for clause in parts:
        for index, token in enumerate(clause.tokens):
            named = named or token.kind in _REQUESTS
            if token.kind in _REQUESTS and not (elsewhere and token.kind == "ask") and not _of_a_kind(text, clause, token):
                found.append((token.start, _counted_together(text, clause, index)))
            elif token.kind == "number" and token.name in _UNITS and _counts_another(text, clause, index, named):
                found.append((token.start, True))
    return found


def _of_a_kind(text: str, clause: Clause, ask: Token) -> bool:
    """政策兑现申请: applications for something else."""
    before = max((t.end for t in clause.tokens if t.end <= ask.start), default=clause.start)
    return ask.kind == "ask" and (len(unknown(text, clause, before, ask.start)) > _NOUN or _so_called(text, clause, ask))


_JOINING = frozenset(("、", "和", "及", "与", "以及", "或"))


def _counted_together(text: str, clause: Clause, index: int) -> bool:
    """收到投诉举报及政府信息公开申请20件: requests and other things in one number."""
    before, ask, behind = clause.tokens[:index], clause.tokens[index], clause.tokens[index + 1 :]
    named = [t for t in before if t.kind != "sign"][-1:]
    joined = [t for t in named if t.kind == "foreign" and text[t.end : ask.start] in _JOINING]
    then = [t for t in behind if t.kind != "sign"][:1]
    joined += [t for t in then if t.kind == "foreign" and text[ask.end : t.start] in _JOINING]
    return bool(joined) and any(t.kind == "number" for t in behind)


def _so_called(text: str, clause: Clause, ask: Token) -> bool:
    """劳动仲裁申请, “一件事”申请."""
    return any(t.end == ask.start and (t.kind == "foreign" or named_otherwise(text, t)) for t in clause.tokens)


def named_otherwise(text: str, word: Token) -> bool:
    """Whether this is a name in quotation marks, and none of disclosure: “一件事”."""
    return word.kind == "quoted" and "公开" not in text[word.start : word.end] and text[word.start] != "《"


def _counts_another(text: str, clause: Clause, index: int, named: bool) -> bool:
    number, before = clause.tokens[index], clause.before(index)
    behind = clause.behind(index)[:1]
    if _any(before, _REQUESTS) or _any(behind, _REQUESTS):
        asked = before[-1] if before else None  # 办理群众申请的老年证120件
        if asked is None or asked.kind != "ask":
            return False
        what = text.startswith("的", asked.end) and len(unknown(text, clause, asked.end, number.start)) > _NOUN
        return what or _so_called(text, clause, asked)
    if _DUE.search(text, clause.start, number.start):
        return False  # 年内应办72件
    if not _any(before, _OF_REQUESTS - {"handle"}) and _CASES.search(text, clause.start, number.start):
        return True  # 查处各类案件726件
    if _AT_COUNTERS.search(text, clause.start, number.start) and "公开" not in text[clause.start : number.start]:
        return True
    end = behind[0].start if behind else clause.end
    if (
        len(unknown(text, clause, number.end, end)) > _NOUN
        and number.name
        and text[number.end].isalpha()
        and text[number.end] not in _PREDICATES
        and not _any(before, _OF_REQUESTS)
    ):
        return True  # 20件群众来信
    verb = next((t for t in reversed(before) if t.kind in _VERBS), None)
    if verb is None:
        start = max((t.end for t in clause.tokens if t.kind == "number" and t.end <= number.start), default=clause.start)
        some = named and any(t.name == "part" for t in before)  # 受理申请14件，其中问招生的7件
        return not some and not _any(before, _OF_REQUESTS) and len(unknown(text, clause, start, number.start)) > _NOUN
    if verb.kind == "published" and (verb.name == "proactive" or text[verb.end : number.start] not in ("", "了", "的")):
        return True  # 发布信息300条
    after = [t for t in before if t.start >= verb.end and text[t.start : t.end] != "申请人"]
    if _any(after, _OF_REQUESTS - {"channel", "applicant"}):
        return False
    by_letter = not named and verb.kind == "receive" and _any(after, {"channel"})  # 收到信件20件, where no request was named
    return by_letter or _any(after, _OBJECTS) or len(unknown(text, clause, verb.end, number.start)) > _NOUN


# 政务窗口共办理群众办件6873件, 便民服务中心受理1200件: what people come to a counter for.
_AT_COUNTERS = re.compile(
    "(?:政务|便民|市民|审批|综合|办事|公共|服务|登记|社保|医保|户籍|税务)[^,;:。\\d]{0,6}(?:窗口|大厅|服务中心|服务站|专区|平台)"
    "|一网通办|一窗(?:通办|受理)|(?:群众|企业|政务|服务|事项|审批|许可|便民|业务|热线|信访)办件"
)
_DUE = re.compile("(?:应|已|待|未)办[共计为有]*$")
# 9件已按照规范流程: told of what was counted, no noun
_PREDICATES = "已均都尚仍正将需须未因按在予由经并依被跨转顺延结留待"
_CASES = re.compile("(?:立案|查处|查办|侦办|侦破|调处)[^,;。\\d公申]{0,10}$")


def _any(tokens: Iterable[Token], kinds: Iterable[str]) -> bool:
    return any(token.kind in kinds for token in tokens)
