"""Why a number that names requests or disputes may be of some of them, of what was asked in them, or of others altogether."""

import re
from collections.abc import Sequence

from gouji.narrative.context.head import DISPUTES, WHOLES, Head
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.whose.of_some import OUTCOMES


def narrowed(text: str, said: Sequence[Clause], number: Token, head: Head) -> bool:
    """Whether what stands around a number makes it less than all, or another thing's."""
    if head.quantity in DISPUTES and _one_of_the_cases(text, said[-1], number, head):
        return True
    if head.quantity.startswith(DISPUTES) and _AS_LESSONS.search(text, said[max(0, len(said) - 2)].start, number.start):
        return True
    if head.quantity in WHOLES and (_OF_KINDS.search(text, said[-1].start, head.first.start) or _of_other_business(text, said)):
        return True
    if head.quantity in WHOLES and _of_what_is_quoted(text, said[-1], number, head):
        return True
    if head.quantity in WHOLES and _NOT_YET_DUE.search(text, said[-1].start, number.start):
        return True
    if head.quantity in WHOLES and (_by_new_means(text, said) or at_its_end(text, said[-1].start, number.start, number.end)):
        return True
    return of_contents(text, number.name, number.start) or went_on(text, number.end, head.quantity)


# 答复“局长接待日”等81条; not 答复“政府信息公开申请”9件
_REQUESTS_QUOTED = re.compile("申请|依申请|信息公开")


def _of_what_is_quoted(text: str, clause: Clause, number: Token, head: Head) -> bool:
    """Whether between its verb and the number something in quotes is named that is no request."""
    between = [t for t in clause.tokens if t.kind == "quoted" and head.first.end <= t.start and t.end <= number.start]
    return any(not _REQUESTS_QUOTED.search(text, t.start, t.end) for t in between)


# 尚在答复期限内的申请2件，结转下年
_NOT_YET_DUE = re.compile("(?:期限|时限|期)(?:之)?内的(?:政府信息公开|信息公开)?申请(?:件|事项)?(?:有|共|为)?$")
# 以上三类申请26件
_OF_KINDS = re.compile("(?:[这此该二两三四五六七八九几]|[2-9])类(?:的)?$")
# 组织庭审观摩2次，涉及信息公开行政诉讼案件2件: perhaps other bodies' cases
_AS_LESSONS = re.compile("观摩|旁听|典型案例|案例|研讨|模拟|警示|以案|剖析|通报")
# 收到4件行政复议案件, 共2件诉讼案件, 全年有1件: all of them; 4件行政复议案件均维持: all of them too.
_ALL_CASES = frozenset(
    ("receive", "handle", "conclude", "together", "time", "year", "negation", "dispute", "ruling", "request", "ask", "carry")
)
_OF_ALL_CASES = re.compile(
    "(?:的(?:行政)?(?:诉讼|复议))?(?:案件|案|申请)?(?:的)?(?:$|[,;。.、()和及与]|均|全|都|皆|已|尚|还|仍|正|未|审|维持|纠正|被|结果|发生|为|是|数)"
)
_OTHER_CASES = re.compile("(?:其余|其他|其它|另外?|余下|剩余|还有|对|针对|就|以|(?:当年|本年)提起的|出庭应诉的)$")
# 占全部行政复议案件21件的19%: of whatever the body was reviewed for.
_BASE = re.compile("占(?:了|到)?(?:我[局委办]|本[局委办]|本机关)?(?:全部|所有|全年|总|同期|各类|年度)?(?:的)?$")


def _one_of_the_cases(text: str, clause: Clause, number: Token, head: Head) -> bool:
    """1件诉讼案件同时以市政府为共同被告, 其余1件诉讼案件, 占全部复议案件21件的19%: told of a case, or of other cases too."""
    if head.first.start < number.end:
        return _BASE.search(text, clause.start, head.first.start) is not None
    if _OTHER_CASES.search(text, clause.start, number.start):
        return True
    if any(t.kind in _ALL_CASES for t in clause.before(clause.tokens.index(number))):
        return False
    return _OF_ALL_CASES.match(text, head.first.end) is None


# 首次使用容缺受理机制，受理申请2件: by what was new
_NEW = re.compile("首次|试行|启用|试点|推出|创新|探索|开辟")


def _by_new_means(text: str, said: Sequence[Clause]) -> bool:
    before = said[-2] if len(said) > 1 and not said[-1].depth else None
    if before is None or any(t.kind == "number" for t in before.tokens) or not _NEW.search(text, before.start, before.end):
        return False
    return not any(t.kind in ("time", "together", "year", "own") for t in said[-1].tokens)


_BUSINESS = re.compile("政务服务|便民服务|行政许可|审批|审核通过|不予通过|补贴|救助|职称|贷款|准予(?!公开|部分|全)|核准|发放")


def _of_other_business(text: str, said: Sequence[Clause]) -> bool:
    """政务公开专区受理申请12件，均为政务服务事项: no word of the sentence names requests for information."""
    if any(t.kind == "request" for c in said for t in c.tokens) or "依申请" in text or "公开申请" in text:
        return False
    return _BUSINESS.search(text) is not None


_CONTENTS = re.compile(r"\d+(?P<unit>[项条个份])(?:具体|政府|有关|相关)?(?:信息|内容|事项|诉求|问题|材料)(?:中|里|,|;|\()")


def of_contents(text: str, unit: str, start: int) -> bool:
    """申请公开的26项内容中，予以公开21项: of what was asked for, of which a request may ask several."""
    own = _CONTENTS.match(text, start)
    if unit in _OF_CONTENTS and _CONTAINED.search(text, text.rfind("。", 0, start) + 1, start):
        return True
    return own is not None or any(one["unit"] == unit for one in _CONTENTS.finditer(text, 0, start))


# 所涉信息中，予以公开12项; 申请所涉信息30条
_OF_CONTENTS = frozenset("项条个份")
_CONTAINED = re.compile(
    r"(?:所涉|涉及|所申请)(?:的|及)?(?:政府|政务)?(?:信息|事项|内容)(?:[共计总合为有数量]*$|[中里],|[共计总合为有数量]*\d+[项条个份](?:[中里,;(]|$))"
)

_THEN = re.compile(
    "(?:申请)?,(?:均|都|后|已|又|再)*(?:经(?:过)?(?:行政)?(?:复议|诉讼|调解|申诉|二次检索|补充检索)|改为"
    "|被(?:行政)?(?:复议|起诉|责令|撤销|诉|申请人)|引发|申请人(?:不服|提起|申请))"
)


def went_on(text: str, end: int, quantity: str) -> bool:
    """不予公开的2件，经复议改为部分公开: of those of which there was more to tell."""
    return quantity.startswith(OUTCOMES) and _THEN.match(text, end) is not None


def by_the_way_before(said: Sequence[Clause]) -> bool:
    """网上申请渠道全年开通，收到19件: the clause before begins with one way and counts nothing."""
    if len(said) < 2 or said[-1].depth or not said[-2].tokens or any(t.kind == "number" for t in said[-2].tokens):
        return False
    first = said[-2].tokens[0]
    return first.kind == "channel" and first.start == said[-2].start


# 年底新收的1件申请, 12月下旬收到2件; not 截至年底收到12件
_LATE = re.compile(
    "(?:年底|年末|岁末|年终|年尾|年初|月底|月末|上旬|中旬|下旬|近期|当月|本月|当日)(?:前|前后|左右|期间|时|集中|[我本][局委]|共|又|新)*(?:收到|新收|受理|接到|接收|收)"
)
_UNTIL = re.compile("(?:截至|截止|至|到|[-—~])[^,;。]{0,8}$")
_UNFINISHED = re.compile(
    "(?:政府信息公开|信息公开|依申请公开)?(?:申请)?(?:尚|仍|还|均|都)*(?:未到|未满|未届|正在(?:办理|审查|处理|审核)|尚在|在办|需(?:征求|跨年|延期))"
)


def at_its_end(text: str, begun: int, start: int, end: int) -> bool:
    """年底收到的申请2件, 新收1件申请未到答复期: those of the last days, or those not yet answered, and no others."""
    late = _LATE.search(text, begun, start)
    return (late is not None and _UNTIL.search(text, begun, late.start()) is None) or _UNFINISHED.match(text, end) is not None


_BARE_NEXT = re.compile(r"、\d+(?:件次|件|条|份|个|项|起|宗|例)(?:[、,;。)]|$)")
_IN_TURN = re.compile("分别|依次|各")


def in_a_row(text: str, begun: int, start: int, end: int) -> bool:
    """申请：52件、46件、40件: of several years, or of whatever was listed before, and nothing here says in turn."""
    return _BARE_NEXT.match(text, end) is not None and _IN_TURN.search(text, begun, start) is None
