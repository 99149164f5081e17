"""What became of a request or a dispute, and the row that a reason names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gouji.narrative.context.head import DISPUTES, Head
from gouji.narrative.sentence.clauses import Clause, unknown
from gouji.narrative.sentence.lexicon import Token

_GROUPS = {"denied": "denied_", "unavailable": "unavailable_", "rejected": "rejected_", "other_outcomes": "other_", "refused": "denied_"}
_BECAUSE = re.compile("(?:因|由于|依据|根据|按照|依照|属于|涉及|为由|(?<!予)以)[^,。;]{2,}$")


def of_an_outcome(text: str, clause: Clause, known: Sequence[Token]) -> Head | None:
    """不予公开8件; 因保护第三方合法权益不予公开8件 is of that row, 因不掌握等原因无法提供 of all rows again."""
    head = known[-1]
    if head.name not in _GROUPS and any(t.kind == "outcome" and t.name != head.name for t in known[:-1]):
        return Head(head.name, head, ("several",))
    reasons: list[Token] = []
    others = [token for token in known[:-1] if token.name != head.name or head.name in _GROUPS]  # 区分处理后部分公开24件
    # 属于国家秘密而对申请不予公开14件
    for token in reversed([token for token in others if token.kind not in ("conclude", "decide", "request", "ask")]):
        if token.kind != "outcome" or not token.name.startswith(_GROUPS.get(head.name, "\n")):
            break
        reasons.append(token)
    if head.name == "refused" and len(others) == 1 and others[0].name == "denied":
        return Head("denied", others[0])  # 属于法定不予公开范围而未予公开的11件
    if len(reasons) < sum(t.kind == "outcome" for t in others):
        return Head(head.name, head, ("several",))
    because = _BECAUSE.search(text[_since(clause, head) : head.start])
    if not reasons and head.name in _GROUPS and because and not _BY_LAW.fullmatch(because.group()):
        # 依据第十六条不予公开5件: some of them only; 因档案移交等原因无法提供5件: all of them.
        begun = replace(head, start=_since(clause, head) + because.start())
        return Head(head.name, begun) if _SUCH.search(because.group()) else None
    if not reasons:
        came_in = head.name not in _GROUPS and known[:-1] and known[-2].kind == "receive" and not _ENDED.search(text)
        return Head(head.name, _with_its_other_names(text, known), ("clause-unclear",) if came_in else ())
    if any(t.kind == "open" and reasons[-1].end <= t.start <= head.start for t in clause.tokens):
        # 因本机关不掌握等原因无法提供11件: all of them, unless more are told for other reasons.
        once = text.count(text[head.start : head.end]) == 1 and _SUCH.search(text, reasons[-1].end, head.start)
        first = _since(clause, head) + because.start() if because else reasons[-1].start
        return Head(head.name, replace(head, start=first) if once else head)
    # One row, under whatever names, or those of all that are named.
    return Head("+".join(sorted({token.name for token in reasons})), reasons[-1])


# 收到重复申请20件，合并为1件: what came in, of which nothing says that it ended so.
_ENDED = re.compile("不予|无法|不再|未予|不能|拒绝|公开(?!申请)|视为")
_OR = re.compile("(?:的|、|和|及|与|或|或者|以及|并|且|而|,|即|也即|情形|申请|信息|政府信息|属于?|告知|答复)*")


def _with_its_other_names(text: str, known: Sequence[Token]) -> Token:
    """信息不存在或本机关不掌握19件: one row by two of its names."""
    head = known[-1]
    for token in reversed(known[:-1]):
        if (token.kind, token.name) != (head.kind, head.name) or not _OR.fullmatch(text, token.end, head.start):
            break
        head = replace(head, start=token.start)
    return head


# 根据《条例》规定, 依照第三十五条、第三十六条等规定: whatever the article, all of that outcome.
_BY_LAW = re.compile(
    "(?:[我本全][局委办厅镇乡院县市区]|[我本]单位|[我本]街道|[我本]部门|本机关)?(?:严格|均|认真)*(?:根据|依据|按照|依照|对照|属于|属|涉及|符合)(?:《[^》]*》|政府信息公开条例|条例|中华人民共和国|国家|有关|相关|法律|法规|行政|政策|[、和及的等])*"
    "(?:第十四条(?:[、至到]|、第十五条[、和及])第十六条)?(?:的|等|有关|相关)*(?:规定|要求|法律法规|情形|条款|范围)?(?:的)?"
)


def _since(clause: Clause, head: Token) -> int:
    """Where what may be said of this outcome begins: after the number before it."""
    return max((t.end for t in clause.tokens if t.kind == "number" and t.end <= head.start), default=clause.start)


def ruling(track: str, head: Token) -> Head | None:
    """An outcome of a dispute: 维持1件 after 行政复议."""
    if track not in DISPUTES or head.name == "settled":
        return None
    return Head(f"{track}_{head.name}", head)


_REASON = re.compile(
    "因|由于|依据|根据|按照|属于|涉及|为由|系|存在|经(?!(?:依法|依规|认真|严格)*(?:审查|审核|研究|统计|办理|区分|梳理|核实|会商|研判|集体|讨论|论证|评估|检索|查找|核查|甄别|会审|合议))"
)
_UNKNOWN = 3
_WITHDRAWN = re.compile("撤[回销]")
# 因档案移交等原因: whatever the reasons, all of that outcome.
_SUCH = re.compile("等(?:原因|情形|事由|理由|缘由|因素|规定|条款|法条)")
# 按照……的原则, 三是严把答复关口: how it was done, no reason.
_MANNER = re.compile(
    r"^(?:其?[一二三四五六七八九十]是|第[一二三四五六]|按照以上|在)?[^,;。]*(?:原则|理念|思路|导向|精神|力度|质量|机制|制度|流程|环节|关口|意识|水平|建设|核查|检索|把关|管理|服务|沟通)$"
)


def for_a_reason(text: str, said: Sequence[Clause], head: Head) -> Head | None:
    """属于过程性信息，不予公开12件: of the row that the clause before names; of no row where its reason is none of the form's."""
    if (
        head.quantity not in _GROUPS
        or len(said) < 2
        or any(t.kind == "number" for t in said[-2].tokens)
        or said[-2].after == ":"
        or said[-1].after == "."
    ):
        return head
    before = said[-2]
    words = text[before.start : before.end]
    if head.quantity == "other_outcomes" and _WITHDRAWN.search(words):
        return Head("other_misc", head.first, head.doubts)  # 申请人撤回申请，按其他处理计3件
    if _SUCH.search(words) and any((t.kind, t.name) == ("time", "last") for t in before.tokens):
        return None
    if _SUCH.search(words) or (_MANNER.match(words) and "第" not in words) or _BY_LAW.fullmatch(words):
        return head
    reasons = {t.name for t in before.tokens if t.kind == "outcome" and t.name.startswith(_GROUPS[head.quantity])}
    if reasons:
        return Head("+".join(sorted(reasons)), head.first, head.doubts)
    told = _REASON.search(words) or len(unknown(text, before, before.start, before.end)) > _UNKNOWN
    return None if told else head
