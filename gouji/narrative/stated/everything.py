"""What is said of all requests: all made public, all of natural persons, all concluded."""

import re
from collections.abc import Iterator, Sequence

from gouji.narrative.context.head import WHOLES
from gouji.narrative.context.passage import Passage
from gouji.narrative.sentence.clauses import PASSED, Clause, gap, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.stated.unnumbered import NONE, Said

_ENDED = (
    "办结", "办理完毕", "办理完结", "办毕", "处理完毕", "答复完毕", "办理完成", "处理完结",
    "答复完结", "答复到位", "办理到位", "办结归档", "办结到位", "办结完成", "答复办结", "完成办理",
    "办结完毕", "办理答复完毕", "办理答复完成", "处理答复完毕",
)  # fmt: skip
ONLY_IN_TIME = re.compile("应办|按期|按时|期限|到期|时限|(?:规定|法定|要求)的?时间")
_ALL_IN_TIME = re.compile("(?:已|所有|全部)[^,;。]{0,12}(?:按期|按时|如期)|(?:按期|按时|如期)(?:全部|悉数)")


def only_in_time(text: str, start: int, end: int) -> bool:
    """Whether only those due may be meant: 均按时办结; not 已全部按时办结, 所有申请均按时办结."""
    in_time = ONLY_IN_TIME.search(text, start, end)
    if in_time is None or (in_time.group() in ("按期", "按时") and _ALL_IN_TIME.search(text, start, end)):
        return False
    return in_time.group() in ("应办", "按时", "到期") or not _ALL_DONE_IN_TIME.search(text, start, end)


# 已全部按期限答复办结, 全部在规定时限内办理完毕; 均在规定时限内办理完毕 may be said of those that were due
_ALL_DONE_IN_TIME = re.compile(
    "(?:已经?|现已)(?:全部|悉数)|(?:全部|悉数)(?:均|都)?已|(?:全部|悉数|全数)(?:严格)?[在于][^,;。]{0,8}(?:期限|时限|时间)之?内"
)
# 除未到期的外, 应于年内答复的, 上年结转的, 城南分局承办的: some of them only.
_OF_SOME = re.compile(
    "应办|应[当在于由予]?[^,。;]{0,8}(?:答复|办结|办理)|到期|届满|期满|未到|除|其余|其它|剩余|部分|需|须|待|可以?(?:答复|办理)"
)
# The clause before says of which: 除未到期的外，; 上年结转的申请，.
_SOME_BEFORE = re.compile(
    r"(?:除[^,。;]{1,24}外|(?:结转|到期|自然人|企业|不予公开|部分公开|无法提供|渠道|涉及)[^,。;\d]{0,16}(?:申请|中|的)"
    # 受理满20个工作日的申请, 12月10日前收到的申请, 凡符合受理条件的申请: those due, or such, and no others
    r"|(?:届?满|超过|逾|已过)[\d一二三四五六七八九十]+个?(?:工作日|自然日|日|天|个?月)[^,;。]{0,12}(?:申请|件|的)"
    r"|(?:届满|已满|超过|逾)(?:法定|规定)?(?:答复|办理)?(?:期限|时限|期)[^,;。]{0,8}(?:申请|件|的)"
    r"|(?:[月日]|旬|年底|年末)(?:之|以)?前[^,;。]{0,12}(?:申请|件|的)"
    r"|凡(?:是)?[^,;。]{0,12}(?:满|符合|属于?|应|可|需|材料|手续|内容|要件|超|逾|在|于)[^,;。]{1,16}(?:申请|件|的)),$"
    r"|(?:结转|转结|遗留|自然人|企业|法人|信函|网络|当面)[^,。;\d]{0,8}[1-9]\d*[件宗起条份个项](?:申请)?,$"
    # 应在年内办结30件，均已按时办结
    r"|(?<![供相对反回适])(?:应|需|须|待)[^,。;\d]{0,10}(?:答复|办结|办理|办复|处理|回复)[^,。;\d]{0,8}\d+[件宗起条份个项](?:申请)?,$"
    r"|其中(?:涉及|关于|有关|针对|属于)[^,;。、\d]{1,20}\d+[件宗起条份个项](?:申请)?,$"
)
_CHOOSING = frozenset(("carry", "channel", "applicant", "foreign", "outcome", "others", "office"))


def of_some(text: str, clause: Clause, end: int) -> bool:
    """Whether the words of a clause before this position choose some of the requests."""
    before = [token for token in clause.tokens if token.start < end]
    chosen = any(t.kind in _CHOOSING or (t.kind == "time" and t.name in ("last", "half")) for t in before)
    return chosen or bool(_OF_SOME.search(text, clause.start, end) or _SOME_BEFORE.search(text[: clause.start]))


def everything(sentence: Sentence, said: Sequence[Clause], index: int, passage: Passage) -> Iterator[Said]:
    """全部予以公开, 均已办结, 均获维持."""
    clause, word = said[-1], said[-1].tokens[index]
    following = [token for token in clause.tokens[index + 1 :] if token.kind not in PASSED or token.kind == "noise"]
    following = _bare(_after_acceptance(following))
    if (
        not following
        or passage.topic.attribute
        or gap(sentence.text, word.end, _begin(clause, word, following[0]), clause.tokens) not in _GAPS
    ):
        return
    first = following[0]
    if first.kind in ("outcome", "applicant") and passage.of_another(word.start):
        return  # 办理人大建议12件，全部予以公开
    if any(token.kind == "number" for token in following[:2]) or THE_REST.search(sentence.text, clause.start, word.start):
        return
    if passage.topic.kind == "request" and _made_public(sentence.text, said, word, following, passage):
        yield "all_granted_or_partial", first, NONE
    elif passage.topic.kind == "request" and first.kind == "outcome" and (len(following) == 1 or _reasoned(following)):
        yield from _all_of_one_outcome(sentence, said, index, first, passage)
    elif (
        passage.topic.kind == "request"
        and first.kind == "applicant"
        and word.kind == "each"
        and len({t.name for t in following if t.kind == "applicant"}) == 1
        and not of_some(sentence.text, clause, word.start)
    ):
        yield f"all_{first.name}", first, NONE
    elif (
        passage.topic.kind == "request"
        and not passage.of_another(word.start)
        and not of_other_things(sentence.text, word.start)
        and (not passage.last.startswith(("carried", "applicants", "channel", "denied")) or _all_named(sentence.text, clause, word))
        and first.kind == "conclude"
        and _ended(sentence.text, following)
        and not only_in_time(sentence.text, clause.start, first.start)
        and not of_some(sentence.text, clause, word.start)
        and not of_those_counted(said, word)
        and not _WANTED.match(sentence.text, clause.start, word.start)
    ):
        yield "all_concluded", first, NONE


_RECEIVED = frozenset(("receive", "request", "ask", "handle"))
_OF_DATES = frozenset(("月", "日", "年", "天"))


def of_those_counted(said: Sequence[Clause], word: Token) -> bool:
    """收到10件，其中2件均已办结: of those counted in its clause, which are not all that were counted before."""
    before = [t for t in said[-1].tokens if t.end <= word.start]
    own = next((t.amount.value for t in reversed(before) if t.kind == "number" and t.amount and t.name not in _OF_DATES), None)
    among = any(t.kind == "part" for t in before)
    if own is None or (not among and any(t.kind in _RECEIVED for t in before)):
        return False
    values = [t.amount.value for clause in said[:-1] for t in clause.tokens if t.kind == "number" and t.amount]
    return bool(values) and own not in (*values, sum(values))


def _after_acceptance(following: Sequence[Token]) -> Sequence[Token]:
    """均已按要求受理办结: that they were accepted adds nothing to what became of them."""
    accepted = len(following) > 1 and following[0].kind == "receive" and following[1].kind == "conclude"
    return following[1:] if accepted else following


# 要求各科室做到申请全部按时办结, 规定收到申请后20日内全部办结: what ought to be.
_WANTED = re.compile("(?:制度|办法|流程|文件|会议)?(?:要求|规定|明确|确保|力争|争取|努力|务必|必须|应当|须)")
_AND_ENDED = re.compile("(?:并|且|及|和|、|并予|同时)?")


def _ended(text: str, following: Sequence[Token]) -> bool:
    """均已办结, 均已答复并办结: whether one of the words for answering that stand together means that nothing was left."""
    at = following[0].start
    for token in following:
        if token.kind != "conclude" or not _AND_ENDED.fullmatch(text, at, token.start):
            return False
        if text[token.start : token.end] in _ENDED:
            return True
        at = token.end
    return False


def _all_named(text: str, clause: Clause, word: Token) -> bool:
    """所有申请均按时办结: of all requests, whatever was counted last."""
    named = next((t for t in clause.tokens if t.kind in ("request", "ask") and t.end <= word.start), None)
    return named is not None and text[clause.start : named.start].endswith(("所有", "全部", "所有的", "全部的"))


_OTHER_THINGS = re.compile(
    "信箱|来信|留言|问政|工单|热线|12345|提案|议案|咨询|来电|来访|信访|交办|平台[^,。;]{0,6}事项|诉求|许可|政务服务|(?<!公开申请)(?<!申请公开)案件"
)


def of_other_things(text: str, at: int) -> bool:
    """“县长信箱”办结率100%: whether something else was named last in the sentence, after any requests."""
    begun = max(text.rfind(word, 0, at) for word in ("申请", "依申请公开"))
    return bool(_OTHER_THINGS.search(text, max(begun, 0), at))


_GAPS = ("", "获", "作", "作为", "按", "对其", "对此", "对该", "对其申请", "给予了", "归入", "归为", "按照")
# 收到46件，已按要求办理，均对其公开; not 均公开答复, 均已主动公开, 均公开在网站.
_PUBLIC = re.compile(
    "(?:对其|对此|向其|对申请人|向申请人|依法|按规定|按时|按期|已|予|予以|可|可以|给予|进行|作出|如实|(?:政府)?信息|全部|了)*公开(?:了)?(?:(?:相关|有关|所申请)?(?:政府)?(?:的)?信息)?(?=[,;。.!?)]|$)"
)


def _made_public(text: str, said: Sequence[Clause], word: Token, following: Sequence[Token], passage: Passage) -> bool:
    """收到46件，……，均对其公开: all of them, wholly or in part; where only requests were spoken of in the sentence."""
    first = following[0]
    if (first.kind, first.name) != ("published", "published") or len(following) > 1 or passage.of_another(word.start):
        return False
    kinds = {t.kind for clause in said for t in clause.tokens if t.start < word.start}
    if kinds & {"published", "foreign", "document", "decision", "outcome", "dispute"} or not kinds & {"request", "ask"}:
        return False
    counted = any(t.kind == "number" for clause in said for t in clause.tokens if t.start < word.start)
    return counted and bool(_PUBLIC.match(text, word.end)) and not of_some(text, said[-1], word.start)


_AROUND = frozenset(("conclude", "decide", "handle"))


def _bare(following: Sequence[Token]) -> list[Token]:
    """均答复不予公开, 均作不予公开答复: the outcome without the answer around it."""
    outcomes = [token for token in following if token.kind == "outcome"]
    rest = {token.kind for token in following if token.kind != "outcome"}
    return outcomes if outcomes and rest and rest <= _AROUND else list(following)


def _begin(clause: Clause, word: Token, first: Token) -> int:
    """Where the words after 均 begin: with the answer, where it stands before its outcome."""
    return next((t.start for t in clause.tokens if word.end <= t.start < first.start and t.kind in _AROUND), first.start)


def _reasoned(following: Sequence[Token]) -> bool:
    """均因不掌握而无法提供: a row and its outcome."""
    return len(following) == 2 and following[1].name in _GROUPS and following[0].name.startswith(f"{following[1].name}_")


_GROUPS = ("denied", "unavailable", "rejected")


def _all_of_one_outcome(sentence: Sentence, said: Sequence[Clause], index: int, first: Token, passage: Passage) -> Iterator[Said]:
    """收到5件，均不予公开: all of them; 不予处理的5件均为重复申请: nothing else was a reason for that outcome."""
    clause, word = said[-1], said[-1].tokens[index]
    if first.name == "granted" and _ANSWERED.match(sentence.text, first.end) and clause.tokens[index + 1] is first:
        return  # 均予以公开答复: answered in public
    before = [t for c in said for t in c.tokens if t.kind == "outcome" and t.start < word.start]
    if not before:
        counted = any(t.kind == "number" for c in said for t in c.tokens if t.start < word.start)
        if passage.last in ("", *WHOLES) and (passage.last or not counted) and not of_some(sentence.text, clause, word.start):
            yield f"all_{first.name}", first, NONE
        return
    if first.name in _GROUPS and all(t.name.startswith(f"{first.name}_") for t in before) and _only_reasons(sentence.text, said, word):
        yield f"all_{first.name}", first, NONE  # 收到8件，因不掌握相关政府信息，办理结果均为无法提供
        return
    if all(t.name == first.name for t in before) and "_" in first.name and _only_reasons(sentence.text, said, word):
        yield f"all_{first.name}", first, NONE  # 因所申请的信息不存在，全部答复本机关不掌握: one row by two of its names
        return
    group = before[0]
    if len(before) > 1 or group.name not in _GROUPS or not first.name.startswith(f"{group.name}_"):
        return
    chosen = {t.kind for c in said for t in c.tokens if t.start < word.start} & _CHOOSING - {"outcome"}
    if not chosen and not any(_REASONS.sub("", unknown(sentence.text, c, c.start, min(c.end, word.start))) for c in said[-2:]):
        yield f"only_{first.name}", first, NONE


_REASONS = re.compile("^(?:原|缘|事)(?:由)?$")  # of 原因, 缘由


def _only_reasons(text: str, said: Sequence[Clause], word: Token) -> bool:
    """Whether the clauses between the number of requests and this word give a reason and count nothing."""
    counted = [n for n, clause in enumerate(said) if any(t.kind == "number" for t in clause.tokens if t.start < word.start)]
    return len(counted) == 1 and not any(t.kind == "outcome" for t in said[counted[0]].tokens) and not of_some(text, said[-1], word.start)


_ANSWERED = re.compile("答复|回复")
THE_REST = re.compile("其余|其他(?!(?:社会)?组织)|其它|剩余|余下|余者|另外|外[,均都]")
