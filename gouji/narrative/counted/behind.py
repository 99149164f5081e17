"""What a number counts by the word behind it: 34件予以公开, 3件维持."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from gouji.narrative.context.head import CONCLUDED, DISPUTES, Head, Topic
from gouji.narrative.counted.answered_beside import beside_others_before
from gouji.narrative.counted.asked import ended_beside
from gouji.narrative.counted.outcomes import ruling
from gouji.narrative.sentence.clauses import PASSED, Clause, gap
from gouji.narrative.sentence.lexicon import Token

_SEVERAL = re.compile(r"(?:的|答复|决定)?(?:等|(?:或者?|和|及|以及|与|、)(?![\d一二三四五六七八九十]))")

# 22件作部分公开, 4件按无法提供办结, 34件的信息得到完整公开, 5件属于《条例》所指本机关不掌握
_CAME_BY, _WHO = re.compile("来自|通过|经由?|采用|采取"), re.compile("(?:均|都|则)?(?:为|是|系|来自于?|属于?|出自|由|是由|系由)")

_LOOKED_AT = "(?:审查|审核|核实|核查|研究|研判|会商|检索|查找|查询|沟通|协调|梳理|比对|集体|讨论|论证)+后?"

_TURNED_OUT = re.compile(
    f"(?:的?(?:内容|信息|事项|材料)|作为?|归入|归为|列入|计入|按照?|{_LOOKED_AT}|以|得到|获得|获得了|获|得以|实现|所[指称列])"
)

# 9件申请的内容予以公开, where 的 and 内 are left out as meaning nothing; not 9件申请的内容不属于本机关公开
_OF_THE_FORM = ("granted", "partially_granted", "denied", "unavailable", "rejected")

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
            or (between == "容" and token.name.startswith(_OF_THE_FORM) and token.name != "unavailable_not_held")
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


_REASONS = ("denied", "unavailable", "rejected")

_JOINING = re.compile("(?:、|和|及|与|或者?|以及|或是|也|因|由于|属于?|的|等)*")

_THEREFORE = re.compile("(?:的|等|原因|情形|情况|事由|理由|因素|为由|之类|类|而|故|因此|所以|被|答复|告知|作|作出|予以|,)*")


def _for_reasons(text: str, known: Sequence[Token], first: Token) -> tuple[Head, Token] | None:
    """5件由于不掌握或不属于职责范围无法提供: the rows of that outcome which the reasons name; with 等 all of it."""
    chain = [t for t in known if t.start >= first.start]
    at = next((n for n, t in enumerate(chain) if t.name in _REASONS), 0)
    if at < 1 or any(t.kind != "outcome" for t in chain[: at + 1]) or (at < PAIR and not text.startswith("等", first.end)):
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
        case "carry" if of_requests and not of_others(clause, topic) and _carries(text, token):
            return Head("carried_in" if token.name == "in" else "carried_out", token)
        case "ruling" if of_requests and token.name == "pending":
            return None if RULED_ON.search(text) else Head("carried_out", token)
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

PAIR = 2


def _carries(text: str, token: Token) -> bool:
    return token.name in ("in", "out", "plain") and not _OF_A_YEAR.search(text, 0, token.start)


def of_others(clause: Clause, topic: Topic) -> bool:
    """Whether what was counted last is something else, and the clause names no requests."""
    return topic.other and not any(t.kind in ("request", "ask") for t in clause.tokens)


# 结果维持2件、结果纠正1件、尚未审结1件: of disputes, whatever was spoken of before.
RULED_ON = re.compile("结果维持|结果纠正|维持[原\\d]|纠正\\d|(?<!未)审结|终审|一审|二审")
