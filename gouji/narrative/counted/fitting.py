"""Whether a whole phrasing stands where what it counts is spoken of."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from gouji.narrative.context.head import Head
from gouji.narrative.context.passage import Passage
from gouji.narrative.counted.outcomes import for_a_reason
from gouji.narrative.counted.phrases import Phrase
from gouji.narrative.sentence.clauses import PASSED, Clause, unknown
from gouji.narrative.sentence.lexicon import Token

ELSEWHERE = re.compile(
    "政务服务|窗口|大厅|许可|审批|补贴|救助|(?<!受理)(?<!接收)(?<!收件)登记(?![、,和及]?(?:受理|审核|审查|办理|答复|转办|分办|交办|处理|在册|台账|归档|收到))|职称|资格|贷款|评优|评审|定密|密级|拟公开|国家秘密事项|保密审查"
)
OF_TABLE_3 = (
    "received", "none_received", "all_granted", "all_unavailable", "all_natural", "all_concluded", "concluded", "carried",
    "granted", "partially", "denied", "unavailable", "rejected", "other_", "withdrawn", "applicants",
)  # fmt: skip


def fitting(text: str, said: Sequence[Clause], phrase: Phrase, passage: Passage) -> bool:
    """Whether a phrasing about requests stands where requests for information are spoken of."""
    if phrase.alone and not _alone(text, said, phrase):
        return False
    if phrase.quantity == "all_of_no_requests" and (_MEANT.search(text, 0, phrase.last) or passage.topic.other):
        return False
    if passage.topic.attribute and phrase.quantity.startswith(OF_TABLE_3):
        return False
    if not phrase.quantity.startswith(OF_TABLE_3) or _ASKED.search(text[phrase.first : phrase.last]):
        return True
    kinds = {token.kind for clause in said for token in clause.tokens if token.start < phrase.first}
    if kinds & {"foreign", "dispute", "document", "decision"} or ELSEWHERE.search(text, 0, phrase.last):
        return False
    if phrase.quantity == WITHDRAWN and passage.topic.kind != "request" and not _ASKED.search(text, 0, phrase.last):
        return False
    if phrase.quantity.startswith(_WHAT_BECAME) and passage.of_another(phrase.first - 1):
        return False  # 办理纠纷调解136件，上年结转8件
    if phrase.quantity.startswith(_COUNTS_ANY) and of_things_behind(text, said[-1], phrase.end):
        return False
    return passage.topic.kind == "request" or bool(_SPOKEN_OF.search(text))


# 确保收到的申请均按时答复: how it is to be, not how it was.
_MEANT = re.compile("确保|要求|力[争求]|努力|应当?|必须|须|将|保证|目标|下一步|凡|如有|若")
WITHDRAWN = "withdrawn"
_WHAT_BECAME = ("carried", "granted", "partially", "denied", "unavailable", "rejected", "other_")
_COUNTS_ANY = ("received", "carried", "concluded")
_MEASURES = frozenset(("", "件", "个", "项", "条"))


# 上年结转9件案件, 5件协查函, 11个项目: not 3件申请, 2件办结, 4件依申请公开案件.
_THINGS = re.compile(
    "(?![一-龥]{0,8}(?:申请|公开))[一二三四五六七八九十]?[^,;:。()\\d均都已全按答办结转由因在于是为需将至未尚也并的]{0,6}"
    "(?:案件|函|文件|公文|项目|问题|任务|督办件|审批件|信访件|来信|投诉|举报|工单|提案|建议|议案|纠纷|登记|事故|合同|留言|线索|课题|诉讼|复议|整改|仲裁|案(?!由))"
)


_CASES, _NAMED = re.compile("(?:案件|案)"), re.compile("申请|信息公开")


def of_things_behind(text: str, clause: Clause, end: int) -> bool:
    """Whether other things stand right behind the number: 上一年度结转的13件人大代表建议, 遗留的4件起诉件, 上年结转20件协查函."""
    things = _THINGS.match(text, end, clause.end)
    # 包括2022年度结转的7个案件，所有申请已办结完成26件: requests by another name.
    if things and not (_CASES.fullmatch(things.group()) and _NAMED.search(text)):
        return True
    for token, following in zip_longest(clause.tokens, clause.tokens[1:]):
        if token is None or token.start < end or text[end : token.start] not in _MEASURES:
            continue
        if token.kind == "foreign" or (token.kind == "dispute" and (following is None or following.kind != "number")):
            return True
    return False


# 答复6件政协提案, 审结6件有关政府信息公开的行政诉讼案件, 办结6件涉及环境的投诉; not 答复6件关于投诉的申请, 答复6件后引发行政复议.
_WHOSE_OR_ON_WHAT = re.compile(
    '(?:(?:涉及|有关|关于|针对|围绕)[^,;。:()、\\d]{1,20}?|来自[^,;。:()、\\d]{1,12}?|[“"][^”"]{1,10}[”"]'
    "|群众|公众|电话|现场|当面|网上|网络|在线|市民|网民|网友|居民|村民|企业|代表|委员|人大|政协|[县区市局镇书][长记](?:信箱)?|信箱|热线|12345|各类|(?:政府|政务)?信息公开)*"
    '(?:提出|反映|转办|交办)?(?:的|类)?[“"]?'
)
_OBJECT_ENDS = re.compile('[”"]?(?:案件|事项|件|类|问题|诉求|工单|平台)*(?=[,;。.、(]|$|均|全部|并|已)')


def of_an_object_behind(text: str, clause: Clause, number: Token) -> bool:
    """Whether what was answered is named right behind the number, and is no request for information."""
    behind = clause.behind(clause.tokens.index(number))
    if any(token.kind in ("request", "ask") for token in behind):
        return False
    things = [token for token in behind if token.kind in ("foreign", "dispute")]
    if not things or not _WHOSE_OR_ON_WHAT.fullmatch(text, number.end, things[0].start):
        return False
    last = things[0]
    for token in things[1:]:
        if text[last.end : token.start] in _JOINING:
            last = token  # 投诉举报, 人大代表建议和政协提案
    return _OBJECT_ENDS.match(text, last.end) is not None


_JOINING = ("", "和", "及", "与", "或", "以及", "政协", "和政协", "及政协", "与政协")


def _alone(text: str, said: Sequence[Clause], phrase: Phrase) -> bool:
    """Whether neither its clause nor the clause before narrows what an outcome's bare name counts."""
    clause = said[-1]
    before = [t for t in clause.tokens if t.start < phrase.first and t.kind not in PASSED | _BESIDE_OUTCOMES]
    if before or unknown(text, clause, clause.start, phrase.first):
        return False
    head = Head(phrase.quantity, Token("phrase", phrase.quantity, phrase.first, phrase.last))
    return for_a_reason(text, said, head) is head


_BESIDE_OUTCOMES = frozenset(("request", "ask", "conclude", "decide"))
_ASKED = re.compile("作出(?:政府)?信息公开(?:申请)?(?:答复|告知)|公开(?:类|的)*(?:申请|请求)|依申请")
_SPOKEN_OF = re.compile(
    "公开(?:类|的)*申请|依申请|申请|(?:要求|请求)[^,;。]{0,8}公开(?:政府|政务|相关|有关)*信息|新收|应办|不予公开|部分公开|不予处理|无法提供"
)
