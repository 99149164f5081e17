"""What a number counts: the word that it belongs to, before it or after it in its clause."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from gouji.narrative.context.head import CONCLUDED, DISPUTES, RECEIVED, Head, Topic
from gouji.narrative.counted.answered_beside import beside_others_before
from gouji.narrative.counted.asked import (
    UNDONE,
    ended_beside,
    of_a_carry,
    of_a_verb,
    of_an_answer,
    of_requests,
    received_and_done,
    taken_over,
)
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
_SEVERAL = re.compile(r"(?:的|答复|决定)?(?:等|(?:或者?|和|及|以及|与|、)(?![\d一二三四五六七八九十]))")
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


# 22件作部分公开, 4件按无法提供办结, 34件的信息得到完整公开, 5件属于《条例》所指本机关不掌握
_CAME_BY, _WHO = re.compile("来自|通过|经由?|采用|采取"), re.compile("(?:均|都|则)?(?:为|是|系|来自于?|属于?|出自|由|是由|系由)")
_LOOKED_AT = "(?:审查|审核|核实|核查|研究|研判|会商|检索|查找|查询|沟通|协调|梳理|比对|集体|讨论|论证)+后?"
_TURNED_OUT = re.compile(
    f"(?:的?(?:内容|信息|事项|材料)|作为?|归入|归为|列入|计入|按照?|{_LOOKED_AT}|以|得到|获得|获得了|获|得以|实现|所[指称列])"
)
# 6起有关政府信息公开的行政复议: named as what the case is about.
_ABOUT = re.compile("(?:有关|关于|针对|围绕)(?:政府|政务)?信息")


_LEADING = (("conclude", "outcome"), ("decide", "outcome"), ("decide", "conclude"))


def head_behind(text: str, clause: Clause, index: int, topic: Topic) -> tuple[Head, Token] | None:
    """What the words after the number make of it, and the last of them."""
    number, words = clause.tokens[index], clause.behind(index)
    known = _without_looking(words)
    at, of_requests = number.end, topic.kind == "request"
    for token, following in zip_longest(known, known[1:]):
        if (between := gap(text, at, token.start, words)) and not (
            (token.kind == "outcome" and _TURNED_OUT.fullmatch(between))
            or (token.kind == "channel" and _CAME_BY.fullmatch(between))
            or (token.kind == "applicant" and _WHO.fullmatch(text, number.end, token.start))
            or (token.name == "published" and following and following.kind == "dispute" and _ABOUT.fullmatch(text, number.end, token.start))
        ):
            return None
        if token.kind == "applicant" and of_requests and following is None and _WHO.fullmatch(text, number.end, token.start):
            return Head(f"applicants_{token.name}", token), token  # 21件为自然人
        at = token.end
        of_requests = of_requests or token.kind == "request"
        if following is None and token.name == "published" and text[: token.start].endswith(("已", "予", "予以")) and of_requests:
            return None if topic.attribute or topic.other else (Head("granted", token), token)  # 其中6件已公开
        if token.kind in ("request", "ask", "noise") or (token.kind == "published" and text[: token.start].endswith("信息")):
            continue
        if following is not None and not gap(text, token.end, following.start, words):
            if (token.kind, following.kind) in _LEADING:
                continue  # 对3件申请答复无法提供, 60件依法作出了书面答复
            if token.name in DISPUTES and following.kind == "ruling":
                found = ruling(token.name, following)  # 11件行政复议案件尚未审结
                return (found, following) if found else None
        if token.kind == "outcome" and _SEVERAL.match(text, token.end):
            # 14件不予公开等, 13件无法提供或不予处理: of several outcomes
            return _for_reasons(text, known, token) if of_requests and not topic.attribute else None
        found = None if _denied(words, token) else _after(text, clause, token, topic, of_requests)
        return (found, token) if found else None
    return None


def _denied(words: Sequence[Token], token: Token) -> bool:
    """3件申请均未发生申请人申请行政复议: no number of reconsiderations."""
    return token.kind != "outcome" and any(t.kind == "negation" and t.start < token.start for t in words)


# 4件维持；2件因超过举证期限，被责令重新答复: the ruling is in the clause after its reason.
_RULED = re.compile(
    "(?:案件|案)?(?:因|由于)[^,;。\\d]{2,24},(?:最终|均|都|已|被|经|由|依法|(?:复议机关|(?:人民)?法院)(?:决定|判决|裁定|予以)?)*"
    "(?:(?P<corrected>(?:责令|要求|判令|判决|决定)[^,;。\\d]{0,6}重新[^,;。\\d]{0,3}(?:答复|处理)|撤销(?![^,;。]{0,4}(?:申请|复议|诉讼))|纠正|纠错|确认违法|败诉)"
    "|(?P<upheld>维持))[^,;。\\d]{0,8}(?=[,;。.]|$)"
)


def ruled_for_a_reason(text: str, number: Token, topic: Topic) -> tuple[Head, Token] | None:
    """What became of so many disputes, told after the reason for it."""
    of_a_track = topic.kind == "dispute" and topic.name in DISPUTES and number.name in _OF_CASES
    match = _RULED.match(text, number.end) if of_a_track else None
    if match is None or match.lastgroup is None:
        return None
    ruled = Token("ruling", match.lastgroup, match.start(match.lastgroup), match.end())
    return Head(f"{topic.name}_{ruled.name}", ruled), ruled


def quashed(text: str, said: Sequence[Clause], index: int, topic: Topic) -> Head | None:
    """维持2件，撤销1件: beside another ruling; alone, persons may have taken back theirs."""
    clause, number = said[-1], said[-1].tokens[index]
    match = _QUASHED.search(text, clause.start, number.start)
    if match is None or topic.kind != "dispute" or topic.name not in DISPUTES or number.name not in _OF_CASES:
        return None
    if not any(t.kind == "ruling" and t.start < match.start() for c in said for t in c.tokens):
        return None
    return Head(f"{topic.name}_corrected", Token("ruling", "corrected", match.start(), match.end()))


_QUASHED = re.compile("(?:^|(?<=[,;、(和及与]))(?:其中|被|依法|予以|决定|判决|复议机关|人民法院|法院)*(?:撤销|变更)(?:的|了)?$")
_OF_CASES = frozenset(("件", "起", "宗", "例"))


def _without_looking(words: Sequence[Token]) -> list[Token]:
    """The words that may name something; 审查 before an outcome is how that came about: 2件经审查决定不予公开."""
    known = [token for token in words if token.kind not in PASSED]
    return [
        t for t, after in zip_longest(known, known[1:]) if t is not None and not (t.name == "drafted" and after and after.kind == "outcome")
    ]


# 结转件中自然人申请20件: of the requests carried in alone.
_OF_CARRIED = re.compile("结转[^,;。]{0,8}[中里]")
_REASONS = ("denied", "unavailable", "rejected")
_JOINING = re.compile("(?:、|和|及|与|或者?|以及|或是|也|因|由于|属于?|的|等)*")
_THEREFORE = re.compile("(?:的|等|原因|情形|情况|事由|理由|因素|为由|之类|类|而|故|因此|所以|被|答复|告知|作|作出|予以|,)*")


def _for_reasons(text: str, known: Sequence[Token], first: Token) -> tuple[Head, Token] | None:
    """5件由于不掌握或不属于职责范围无法提供: the rows of that outcome which the reasons name; with 等 all of it."""
    chain = [t for t in known if t.start >= first.start]
    at = next((n for n, t in enumerate(chain) if t.name in _REASONS), 0)
    if at < 1 or any(t.kind != "outcome" for t in chain[: at + 1]) or (at < _PAIR and not text.startswith("等", first.end)):
        return None
    *reasons, last = chain[: at + 1]
    joined = all(_JOINING.fullmatch(text, one.end, two.start) for one, two in zip(reasons, reasons[1:], strict=False))
    if (
        not joined
        or not _THEREFORE.fullmatch(text, reasons[-1].end, last.start)
        or not all(t.name.startswith(f"{last.name}_") for t in reasons)
    ):
        return None
    named = last.name if "等" in text[reasons[-1].end : last.start] else "+".join(sorted({t.name for t in reasons}))
    return Head(named, first), last


_REVIEWED = re.compile(
    "(?:内容|文书|意见|稿|情况)?(?:进行|作|开展|实施)(?:了)?[^,;。\\d]{0,8}(?:审查|审核|评查|抽查|复核|研判|把关|检查|回访|评估)"
)
_AFTERWARDS = re.compile("(?:之)?后(?:,)?(?:又|再|仍|均|被)?(?:申请人)?(?:不服)?(?:引发|引起|产生|提起|申请|进入|被|提出)")
_ENDED_AS = re.compile("件按[^,;。]{2,8}(?:办结|办理|答复)[,、;]$")  # 3件按无法提供办结，8件按期限答复办结
# 17件已办结，答复14件，申请人撤回3件: those ended otherwise are among the concluded.
_ANSWERED = re.compile(",(?:其中|已|共|书面|依法)*(?:答复|回复)")


# 5件2024年度结转继续办理: from that year or into it, as the phrasings with the report's own year tell.
_OF_A_YEAR = re.compile(r"20\d\d年度?[末底]?(?:的|未办结)?$")


def _after(text: str, clause: Clause, token: Token, topic: Topic, of_requests: bool) -> Head | None:
    """2件结转下年, 10件已答复, 3件予以公开, 1件维持, 2件行政复议."""
    match token.kind:
        case "conclude" if of_requests:
            some = clause.tokens[0].name == "part" and ended_beside(text, token) and not _ANSWERED.match(text, token.end)
            if some or _ENDED_AS.search(text, 0, clause.start) or _AFTERWARDS.match(text, token.end) or _REVIEWED.match(text, token.end):
                return None  # 对12件申请答复进行合法性审查; 其中6件办结，申请人撤销7件; 3件答复后引发行政复议
            return Head(CONCLUDED, token, ("clause-unclear",) if beside_others_before(text, clause) else ())
        case "outcome" if of_requests and not topic.attribute:
            return Head(token.name, token)
        case "carry" if of_requests and not _of_others(clause, topic) and _carries(text, token):
            return Head("carried_in" if token.name == "in" else "carried_out", token)
        case "ruling" if of_requests and token.name == "pending":
            return None if _RULED_ON.search(text) else Head("carried_out", token)
        case "ruling" if topic.kind == "dispute":
            return ruling(topic.name, token)
        case "dispute" if (then := _AFTER_IT.match(text, token.end)) and "另" not in text[clause.start : token.start]:
            return ruling(token.name, Token("ruling", "other", token.start, then.end())) if then["back"] else None
        case "dispute" if clause.tokens[clause.tokens.index(token) - 1].kind != "negation":  # 26件申请均未引发复议
            return None if _ABOUT_CASES.match(text, token.end) else Head(token.name, token)
        case "channel" if of_requests:
            return Head(f"channel_{token.name}", token)
    return None


# 参加6起涉及政府信息公开的行政复议培训, 对6起有关政府信息公开的行政诉讼案件进行复盘: perhaps other bodies' cases, or old ones.
_ABOUT_CASES = re.compile(
    "(?:案件|案)?(?:的|类|相关|有关|方面|典型|现场|法律|业务|专题)*"
    "(?:培训|案例|庭审|旁听|观摩|讲座|知识|咨询|材料|文书|通知|会议|座谈|研讨|宣传|演练|考试|课程|案卷|卷宗"
    "|(?:来)?看(?=[,;])|(?:进行|开展|作|做)(?:了)?(?:专题|认真|全面|深入|逐一)*(?:复盘|分析|总结|研究|研讨|剖析|回顾|通报|评查|梳理|归档))"
)
# 2件申请人起诉后撤诉, 2件申请复议后又撤回申请; what else came after it, 1件起诉后调解, may be of any.
_AFTER_IT = re.compile(
    "(?:案件|案)?(?:之)?后,?(?:(?:又|再|均|都|已|经[^,;。\\d]{1,10}?|申请人|当事人|原告|主动|自行|自愿|申请)*(?P<back>撤(?:诉|回|销(?!原)|消|案))|)"
)
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
                None if any(t.kind in _NO_REQUESTS for t in known) or _of_others(clause, topic) else of_a_carry(clause, index, head, topic)
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
    if verb is None or len({token.name for token in ways}) < _PAIR or verb.start > ways[0].start:
        return None
    told = _WAYS.fullmatch(text, verb.end, ways[-1].end)
    together = text[verb.start] == "共" or text[: verb.start].endswith("共")
    return Head(RECEIVED, verb) if told and (together or _BOTH.search(text, verb.end, ways[-1].end)) else None


_PAIR = 2


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


def _carries(text: str, token: Token) -> bool:
    return token.name in ("in", "out", "plain") and not _OF_A_YEAR.search(text, 0, token.start)


def _of_others(clause: Clause, topic: Topic) -> bool:
    """Whether what was counted last is something else, and the clause names no requests."""
    return topic.other and not any(t.kind in ("request", "ask") for t in clause.tokens)


# 结果维持2件、结果纠正1件、尚未审结1件: of disputes, whatever was spoken of before.
_RULED_ON = re.compile("结果维持|结果纠正|维持[原\\d]|纠正\\d|(?<!未)审结|终审|一审|二审")


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
            return None if _RULED_ON.search(text) else Head("carried_out", head)
        case "applicant" if clause.tokens[index].name not in _OF_EVENTS and not topic.other and not _OF_CARRIED.search(text, 0, head.start):
            return Head(f"applicants_{head.name}", head)
        case "channel":
            return Head(f"channel_{head.name}", head)
    return None
