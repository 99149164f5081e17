"""What is denied: no dispute, no document, no decision, no fee, nothing carried over."""

import re
from collections.abc import Iterator, Sequence

from gouji.narrative.context.head import DISPUTES
from gouji.narrative.context.passage import Passage
from gouji.narrative.counted.turns import after_review
from gouji.narrative.sentence.clauses import PASSED, Clause, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.stated.nothing_received import none_received
from gouji.narrative.stated.rulings import tracks
from gouji.narrative.stated.unnumbered import NONE, Said

_NOT_DISPUTED = re.compile("纠错|败诉|撤销|变更|改变|推翻|违法|纠正|责令|问题|责任")
# 未发生行政复议被纠错、行政诉讼败诉情况: there may have been disputes, none was lost.
_AGAIN = "责令(?:限期)?(?:重新|改正|履行)(?:作出|办理|处理)?(?:答复|处理|公开)?"
_LOST = f"(?:被|遭|判决|裁定|裁决|依法)*(?:纠错|纠正|败诉|撤销|变更|(?<=[被遭关院法定以])(?:改变|推翻)|确认违法|{_AGAIN})"
_NOT_LOST = re.compile(
    "(?=[^,。;]*(?:纠错|纠正|败诉|撤销|变更|改变|推翻|违法|责令))"
    f"(?:(?:行政)?(?:复议|诉讼|应诉)(?:案件|案|申请|决定|机关|答复)?(?:中|里|后|而|结果)?|(?:人民)?法院|{_LOST}|原?(?:行政行为|答复|决定)"
    "|、|和|及|与|以及|或者?|而|且|并|等|的|情况|情形|案件|现象|事件|问题|发生|出现)+"
)
_BY_OTHERS = re.compile("被|遭|判决|裁定|责令|确认")  # 未撤销: perhaps the applicants did not
_LOST_ALONE = re.compile(f"{_LOST}(?:(?:、|和|或者?|及|以及|与){_LOST})*(?:的)?(?:情况|情形|案件|现象|发生|问题)*")
# 无行政复议、诉讼及败诉案件: none at all, and so none lost; not 无行政复议和行政诉讼败诉案件.
_ALSO_LOST = re.compile(
    "(?:(?:被?(?:申请|提起|提出))?(?:行政)?(?:复议|诉讼|应诉)(?:案件|案)?(?:、|和|及|与|以及|或者?)?)+(?<=[、和及与者或])(?:被)?(?:败诉|纠错|纠正|撤销)"
    "(?:(?:、|和|及|与|以及|或者?)(?:被)?(?:败诉|纠错|纠正|撤销))*(?:的)?(?:案件|案|情况|情形|现象|发生)*"
)
# 未发生复议、诉讼问题: the problem is the dispute.
_PROBLEMS = re.compile("(?<=[议讼])(?:的)?问题$")
# 因政府信息公开问题引起的: what was in question is disclosure itself; not 因信息公开不及时问题.
_IN_QUESTION = (
    "(?:(?<=公开)(?:工作|申请|事务)?(?:方面)?(?:的)?|(?<=公开纠纷)|(?<=公开争议)|(?<=矛盾纠纷)|(?<=矛盾争议))问题(?=而|所|引|导|产生|提起)"
)
_PROBLEM_OF_IT = re.compile(_IN_QUESTION)
# What may stand between a denial and the dispute: 没有因政府信息公开工作被申请……; not 没有因延期答复引起的…….
_BESIDES = re.compile(
    f"(?<=公开)(?:工作)?(?:方面)?(?:的)?矛盾(?=纠纷|争议)|{_IN_QUESTION}|"
    "案由|以[^,;。]{0,16}为(?:被申请人|被告)(?:人)?|街道办事处|[镇乡县区市]政府|不满意|部门|"
    "政府信息依申请公开|依申请公开|行政机关|本单位|我单位|本部门|事务|政府信息公开|政务公开|信息公开|公开政府信息|政府信息|申请人|申请|工作|办理|领域|方面|事项|不服|答复|处理|行为|本机关|本[局委镇厅]|我[局委镇厅]|"
    "有关|相关|进入|涉及|涉|针对|关于|由于|引发|引起|导致|产生|提起|提出|发生|收到|因此|出现|"
    "依申请|公开|信息|(?:举报|投诉|信访|上访)+[、和及或]|原因|提请|当事人|群众|公众|由此|因此|此|所|起|不满|以及|或者?|并|从而|进而|而来|纠纷|争议|"
    "收费(?:情况)?(?=[、和及与或])|任何(?:形式|方式)?|各类|一起|一件|一例|一宗|1件|1起|而|被|因|对|就|与|向|由|的|过|等|类|在|也|及|和|为|[、“”《》]|(?:本|全)年度?"
)
_COSTS = re.compile("(?:[^,。;()]|\\([^()]*\\))*(?:费用|支出|开支|经费|花费|赔偿)")
_MAKING = ("制定", "出台", "制发", "印发")


def denials(sentence: Sentence, said: Sequence[Clause], index: int, passage: Passage) -> Iterator[Said]:
    """未收到申请, 没有发生复议诉讼, 无下年度结转, 无行政事业性收费."""
    clause = said[-1]
    word = sentence.text[clause.tokens[index].start : clause.tokens[index].end]
    objects = [token for token in _until_negated(clause, index) if token.kind not in PASSED or token.kind in ("noise", "each")]
    if objects and _not_even_one(clause.tokens[index], objects[0]):
        objects = objects[1:]
    yield from _none_lost(sentence.text, said, clause.tokens[index], objects)
    if not objects or any(token.kind == "number" for token in objects) or _of_so_many(sentence.text, clause, clause.tokens[index]):
        return
    rest = sentence.text[clause.tokens[index].end : clause.end]
    named = list(dict.fromkeys(token.name for token in objects if token.kind == "dispute"))
    if named and _COSTS.match(sentence.text, clause.tokens[index].end):
        return  # 无与诉讼（行政复议、行政诉讼）有关的费用支出
    if len(named) > 1 and (after := after_review(sentence.text, [t for t in objects if t.kind == "dispute"])):
        named = [after]  # 未发生复议后又起诉的
    if named:
        asked = next(t for t in objects if t.kind == "dispute")
        own = [token for token in clause.tokens[index:] if token.kind == "own"]
        between = _without(sentence.text, own, clause.tokens[index].end, asked.start)
        called = next((name for name in passage.who.names if name in between), "\n")
        if _BESIDES.sub("", between.replace(called, "")):
            return
        if _ALSO_LOST.fullmatch(sentence.text, asked.start, clause.end):
            yield from ((f"no_{name}", next(t for t in reversed(objects) if t.kind == "dispute"), NONE) for name in named)
        elif _NOT_LOST.fullmatch(sentence.text, asked.start, clause.end):
            lost = next((t for t in reversed(objects) if t.kind == "ruling"), asked)
            yield from ((f"none_corrected_{name}", lost, NONE) for name in named if name in DISPUTES)
        elif not (
            _NOT_DISPUTED.search(_PROBLEMS.sub("", _PROBLEM_OF_IT.sub("", rest)))
            or any(t.kind == "ruling" for t in objects)
            or word == "未收取"
        ):
            yield from ((f"no_{name}", next(t for t in reversed(objects) if t.kind == "dispute"), NONE) for name in named)
    else:
        yield from _none_of(word, rest, objects, sentence.text, said, index, passage)


def _none_lost(text: str, said: Sequence[Clause], denial: Token, objects: Sequence[Token]) -> Iterator[Said]:
    """行政复议7件，没有被撤销或变更的情况: of all those of the sentence; not 其中2件没有被撤销."""
    clause = said[-1]
    alone = all(token.kind in PASSED for token in clause.tokens if token.end <= denial.start)
    if alone and not objects and _BY_OTHERS.search(text, denial.start, clause.end) and _LOST_ALONE.fullmatch(text, denial.end, clause.end):
        lost = Token("ruling", "corrected", denial.end, clause.end)
        yield from ((f"none_corrected_{name}", lost, NONE) for name in tracks(said))


_OF_THEM = re.compile("(?:其中|另|其余|余下|剩余|剩下|其他|其它)")
_ALL_OF_THEM = frozenset(("each", "all", "dispute", "request", "ask", "conclude"))


def _of_so_many(text: str, clause: Clause, denial: Token) -> bool:
    """其中2件申请未引发行政复议, 2件没有被纠正: said of so many, and perhaps not of the others."""
    counted = [t for t in clause.tokens if t.kind == "number" and t.end <= denial.start and t.name in _CASES_OR_REQUESTS]
    if not counted or counted[-1].amount is None or not counted[-1].amount.value:
        return False
    if _OF_THEM.match(text, clause.start):
        return True
    if any(t.kind not in PASSED for t in clause.tokens if t.end <= counted[-1].start):
        return False  # 受理申请8件且未发生行政复议, 行政许可决定118件、无行政事业性收费
    return not any(t.kind in _ALL_OF_THEM for t in clause.tokens if counted[-1].end <= t.start < denial.start)


_CASES_OR_REQUESTS = frozenset(("件", "宗", "起", "份", "件次", "例"))


def _not_even_one(denial: Token, number: Token) -> bool:
    """未发生一起, 未出现一例."""
    return number.kind == "number" and number.start == denial.end and number.amount is not None and number.amount.value == 1


def _without(text: str, left_out: Sequence[Token], start: int, end: int) -> str:
    """What is left of text[start:end] without these tokens."""
    kept = [sign for at, sign in enumerate(text[start:end], start) if not any(t.start <= at < t.end for t in left_out)]
    return "".join(kept)


_CASES = re.compile("(?:的)?(?:政府信息|信息)?(?:的)?(?:情形|情况|件|申请|决定|问题)?$")
_BESIDE_OUTCOMES = frozenset(("request", "ask", "decide", "conclude"))
_REASONED = frozenset(("denied", "unavailable", "rejected"))
_GROUPS = _REASONED | {"granted", "partially_granted", "granted_or_partial", "other_outcomes"}


_HARMS = frozenset(("denied_third_party", "denied_security_stability", "denied_state_secret"))
_BECAUSE = re.compile("因|由于|为由|涉及|属于|依据|根据|按照|基于|以")


_NO_INFORMATION = re.compile("(?:信息|材料|资料|档案|文件|记录|内容|依据)(?!公开)")


def _one_outcome(text: str, clause: Clause, denial: Token, objects: Sequence[Token]) -> Token | None:
    """没有对申请作出部分公开答复: the one outcome; 没有以属于国家秘密为由不予公开: the reason's row."""
    outcomes = [token for token in objects if token.kind == "outcome"]
    if not outcomes or any(token.kind not in _BESIDE_OUTCOMES for token in objects if token.kind != "outcome"):
        return None
    first, last = outcomes[0], outcomes[-1]
    if _NO_INFORMATION.search(text, denial.end, first.start):
        return None  # 没有现成材料无法提供
    reasoned = len(outcomes) == 2 and last.name in _REASONED and first.name.startswith(f"{last.name}_")
    if len(outcomes) != 1:
        return first if reasoned else None
    # 没有因国家秘密不予公开的: of those for this reason, not of all.
    narrowed = _BECAUSE.search(text[denial.start : first.start]) or unknown(text, clause, denial.end, first.start)
    if first.name in _HARMS:
        return None  # 没有损害第三方合法权益的情况: no word of requests
    return None if (first.name in _GROUPS and narrowed) or unknown(text, clause, denial.end, first.start) else first


def _none_of(
    word: str, rest: str, objects: Sequence[Token], text: str, said: Sequence[Clause], index: int, passage: Passage
) -> Iterator[Said]:
    """What is denied where no dispute is named."""
    clause, first = said[-1], objects[0]
    of_requests = passage.topic.kind == "request" and not passage.topic.attribute and not passage.of_another(clause.tokens[index].start)
    if first.kind in ("document", "decision") or (first.kind == "act" and len(objects) > 1 and objects[1].kind == "document"):
        yield from _none_made(word, objects, rest)
    elif (
        of_requests
        and (outcome := _one_outcome(text, clause, clause.tokens[index], objects))
        and _CASES.match(text[objects[-1].end : clause.end])
    ):
        yield outcome.name, outcome, NONE
    elif any(t.kind == "fee" for t in objects):
        yield from _no_fee(word, objects, text, clause)
    elif first.kind == "ruling" and first.name == "corrected":
        yield from ((f"none_corrected_{name}", first, NONE) for name in tracks(said))
    elif lost := list(_none_lost_before(text, clause, clause.tokens[index])):
        yield from lost
    elif first.kind == "carry" and first.name in ("in", "out") and not any(t.kind in _NOT_CARRIED for t in objects[1:2]):
        yield f"carried_{first.name}", objects[-1], NONE
    elif none := none_received(text, objects, clause, index, passage):
        yield none, next(t for t in objects if t.kind in ("request", "ask")), NONE


_NOT_CARRIED = frozenset(("document", "decision", "dispute", "foreign"))  # 未办理上年度结转的规范性文件备案


# 没有被复议机关纠错或被法院判决败诉的情况
_BEFORE_REVIEWERS = re.compile(f"(?:行政)?复议(?:机关|机构)(?:依法|决定|予以|认定)*{_LOST}")
_BEFORE_COURTS = re.compile(f"(?:人民)?法院(?:依法|判决|裁定|予以|认定)*{_LOST}")


def _none_lost_before(text: str, clause: Clause, denial: Token) -> Iterator[Said]:
    told = [(name, match) for name, lost in _LOST_BEFORE if (match := lost.search(text, denial.end, clause.end))]
    for name, match in told:
        if not _BESIDES.sub("", _COURTS.sub("", text[denial.end : match.start()])):
            yield f"none_corrected_{name}", Token("ruling", "corrected", match.start(), max(m.end() for _, m in told)), NONE


_LOST_BEFORE = (("reconsideration", _BEFORE_REVIEWERS), ("litigation", _BEFORE_COURTS))
_COURTS = re.compile(f"{_BEFORE_REVIEWERS.pattern}|上级(?:机关|部门)?")


def _none_made(word: str, objects: Sequence[Token], rest: str) -> Iterator[Said]:
    """未制定行政规范性文件, 未作出行政处罚决定, 无行政强制."""
    first = objects[0]
    if re.search("信息|事项|公开|被|[需应]|备案|清理|不当|违法|审查|解读|投诉|权|职|资格|记录|争议|纠纷", rest) or any(
        t.kind in ("published", "handle", "receive") for t in objects
    ):
        return
    if first.kind == "decision" and word in ("无", "没有", "未作出", "未做出", "没有作出", "未实施", "未发生", "没有发生"):
        yield from ((f"{t.name}_made", t, NONE) for t in objects if t.kind == "decision")
    document = next((t for t in objects if t.kind == "document"), None)
    if document is None or document.name == "foreign-document" or re.search("政府|部门|上级|党", rest[: document.start - first.start]):
        return
    if word.endswith(_MAKING) or (first.kind == "act" and first.name == "issued"):
        yield f"{document.name}_issued", document, NONE
    elif word in ("未废止", "没有废止") or (first.kind == "act" and first.name == "repealed"):
        yield f"{document.name}_repealed", document, NONE


def _until_negated(clause: Clause, index: int) -> list[Token]:
    found: list[Token] = []
    for token in clause.tokens[index + 1 :]:
        if token.kind == "negation":
            break
        found.append(token)
    return found


def _no_fee(word: str, objects: Sequence[Token], text: str, clause: Clause) -> Iterator[Said]:
    said = text[clause.start : clause.end]
    for token in objects:
        if token.name == "admin_fee" and word in _NO_FEE and _AND_NO_FAULT.match(text, token.end) and not _AT_FAULT.search(said):
            yield "no_admin_fee", token, NONE
        notice = "收费通知" in said or "缴费通知" in said
        if token.name == "fee" and (notice or ("收费" in said and word in ("未发生", "没有发生", "无", "没有", "未产生", "没有产生"))):
            yield "no_fee_notice", token, NONE
            return


_NO_FEE = frozenset(("无", "没有", "未收取", "没有收取", "未发生", "没有发生"))
_AT_FAULT = re.compile("违规|违法|违纪|乱收|擅自|不合理|不当")
# not 无行政事业性收费违规行为, 没有行政事业性收费公示
_AND_NO_FAULT = re.compile(
    "(?:的)?(?:项目|收入|情况|情形|行为|费用|款项|金额|事项|业务|收取|发生|产生|[、和及与或]|以及|等)*(?=[,;。:.()!?\\d]|$|行政|政府|信息|其[他它]|处理|检索|邮寄|复制|任何)"
)
