"""Whether a number is of the report's own matters: all of them, not some; decided about it, not by it; of its year."""

import re
from collections.abc import Sequence

from gouji.narrative.claim import Scope
from gouji.narrative.context.head import DISPUTES, WHOLES, Head
from gouji.narrative.context.passage import Passage
from gouji.narrative.context.speaker import Speaker, Voice
from gouji.narrative.sentence.clauses import Clause, explanation, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.whose.disputes import SOME_ABOUT, of_dispute

# 以单位名义提出的申请6件, 涉及申请10件, 提供了信息的申请共9件: some of the requests; 复议尚有三件未审结: some of the cases.
_SOME_REQUESTS = re.compile("以[^,。;]{1,8}名义(?:提出|提交|申请)?的?$|涉及$|提供了?[^,。;]{0,4}信息[^,。;]{0,16}的$")
# 行政许可处理决定数量332件: the heading of the form itself, wherever it stands.
_DECIDED = re.compile("(?:处理决定|(?<![\\u4e00-\\u9fff])决定)(?:数量|件数|总数|数)(?:[共总合]计?|[为是:])*\\d")
_SOME_CASES = re.compile("(?:复议|诉讼)(?:案件|案)?(?:尚|仍|还|另)有(?:[0-9]+|[一二三四五六七八九十两]+)[件起宗]")
_TRACKS = ("direct_litigation", "litigation_after_reconsideration")
_APART = frozenset((*DISPUTES, "received", "handled", "disputes"))


def scope_of(sentence: Sentence, said: Sequence[Clause], head: Head, voice: Voice, passage: Passage) -> Scope:
    """The scope of a number: that of the voice, narrowed where the words before it make it a part or another's matter."""
    clause, quantity = said[-1], head.quantity
    if quantity.endswith("_in_force") and any(t.name == "cumulative" for t in clause.tokens):
        return voice.subject  # a stock is of all years
    if quantity in _APART or quantity.endswith(("_issued", "_repealed", "_in_force", "_made")):
        new = head.first.name == "new" or (quantity == "received" and sentence.text.startswith("新", head.first.start))
        parted = [t for c in said for t in c.tokens if t.start < head.first.start and (t.name == "part" or t.kind == "own")]
        if quantity.startswith(DISPUTES) or quantity == "disputes":
            parted = _of_disputes(sentence.text, said, parted)
        # 其中我镇收到37件 may be the report's own after all.
        if not new and len(parted) > 1 and parted[-1].kind == "own" and any(t.name == "part" for t in parted):
            return max(Scope.UNCLEAR, voice.scope, key=list(Scope).index)
        of_both = passage.of_both and quantity in DISPUTES  # 复议、诉讼共6件，其中复议5件、诉讼1件
        of_both = of_both or (quantity in _TRACKS and passage.last in ("litigation", *_TRACKS))  # 诉讼3件，其中直接起诉2件
        decided = quantity.endswith("_made") and bool(_DECIDED.search(sentence.text, clause.start, clause.end))
        if not new and not of_both and not decided and (clause.depth or (parted and parted[-1].name == "part")):
            return Scope.OTHER
    if quantity == "received" and _SOME_REQUESTS.search(sentence.text[: head.first.start]):
        return max(Scope.UNCLEAR, voice.scope, key=list(Scope).index)
    if quantity in DISPUTES and _SOME_CASES.search(sentence.text, clause.start, clause.end):
        return Scope.OTHER
    if _of_a_part(said, quantity, passage) or of_a_selection(sentence.text, said):
        return max(Scope.UNCLEAR, voice.scope, key=list(Scope).index)
    if quantity.startswith(DISPUTES) or quantity == "disputes":
        return of_dispute(sentence, said, voice.scope, passage)
    return voice.scope


def _of_disputes(text: str, said: Sequence[Clause], parted: Sequence[Token]) -> list[Token]:
    """What of 其中 and 我局 parts disputes: only a 其中 before which disputes were counted, and not 其中因政府信息公开引发的6件.

    收到申请77件，其中网络申请26件，……，发生行政复议2件 tells all disputes.
    """
    part = next((t for t in reversed(parted) if t.name == "part"), None)
    counted = (
        part is not None
        and not SOME_ABOUT.match(text, part.start)
        and any(t.kind == "dispute" and t.start < part.start for c in said for t in c.tokens)
    )
    return list(parted) if counted else [t for t in parted if t.name != "part"]


def _of_a_part(said: Sequence[Clause], quantity: str, passage: Passage) -> bool:
    """上年结转5件，其中2件予以公开: some of a number that is not all requests."""
    part = any(token.name == "part" for token in said[-1].tokens)
    last = passage.parted if part else passage.last
    if not last or last in WHOLES or quantity.startswith((last.split("_")[0], *DISPUTES)):
        return False
    return part or (len(said) > 1 and passage.among)


# 自然人申请中，予以公开3件; 涉及征地的申请中，……: of these only.
_SELECTING = frozenset(("channel", "applicant", "carry", "time", "ruling"))
# 在所有受理的来件当中, 在已答复的信件中: all that came in, or all that was answered, however a request is called.
_NONE_CHOSEN = re.compile(
    "(?:在|从|对|就|这些|上述|以上|前述|所有|全部|全年|本年度?|年内|今年|已经?|均|都|共|我[局委办厅院镇乡]|本[局委办厅院镇乡]|本机关|本单位|我单位|街道办事处|[我本]街道)*"
    "(?:收到|收悉|受理|接收|接到|登记|办结|办复|答复|办理|处理|回复|审结)(?:并|和|、|及|且|答复|办结|办理|登记)*(?:完毕|完结|完成)?(?:了)?的"
    "(?:所有|全部|各类)?(?:政府信息公开|信息公开|依申请公开|政务公开)?(?:类|的)*(?:申请)?(?:事项|信件|来件|来信|信函|来函|函件|办件|案件|件)?当?[中里]"
)


def of_a_selection(text: str, said: Sequence[Clause]) -> bool:
    """Whether a clause before the last of these chooses some of the requests."""
    for clause in said[:-1]:
        if (
            text[clause.end - 1 : clause.end] == "中"
            and text[clause.end - 2] != "集"
            and not any(t.kind == "number" for t in clause.tokens)
            and not _NONE_CHOSEN.fullmatch(text, clause.start, clause.end)
        ):
            chosen = any(t.kind in _SELECTING and t.name != "whole" for t in clause.tokens)
            if chosen or len(unknown(text, clause, clause.start, clause.end - 1)) > 1:
                return True
    return any(_names_some(text, clause) for clause in said[:-1])


_ATTRIBUTE = 2


def _names_some(text: str, clause: Clause) -> bool:
    """涉及土地征收的政府信息公开申请，; 城南分局承办的申请，: what follows is of these."""
    last = clause.tokens[-1] if clause.tokens else None
    if last is None or last.kind not in ("request", "ask") or last.end != clause.end or text[last.start - 1 : last.start] != "的":
        return False
    return not any(t.kind == "number" for t in clause.tokens) and len(unknown(text, clause, clause.start, last.start)) > _ATTRIBUTE


_BOTH = 2


def in_its_year(said: Sequence[Clause], number: Token, who: Speaker, scope: Scope) -> Scope:
    """2022年、2023年收到申请分别为28件和68件: each of its own year; as in 2022年28件，2023年68件，分别答复27件和66件."""
    before = [t for t in said[-1].tokens if t.start < number.start]
    years = [t for t in before if t.kind == "year"]
    told = [t for c in said[:-1] if any(n.kind == "number" for n in c.tokens) for t in c.tokens if t.kind == "year"]
    if not years and len(told) == _BOTH and sum(t.kind == "number" for t in said[-1].tokens) == _BOTH:
        years = told
    if len({t.name for t in years}) < 2 or not any(t.kind == "each" for t in before):
        return scope
    at = sum(t.kind == "number" for t in before)
    return scope if at < len(years) and who.year is not None and int(years[at].name) == who.year else Scope.OTHER


def explained_by(sentence: Sentence, quantity: str) -> str:
    """What the paragraph itself gives as a reason for a difference in such figures: 清理, 机构改革, 口径调整."""
    # 全面清理，现行有效12件; 专项清理，已废止8件: what the review itself left or repealed, which explains no other number
    stock = quantity.startswith(("regulations", "normative")) and bool(_REVIEWED.search(sentence.text))
    reason = explanation("issued" if stock else _family(quantity))
    if not reason.search(sentence.paragraph.text):
        return ""
    pieces = re.split("[，,。；;]", sentence.paragraph.text)
    told = ((n, piece, found.group()) for n, piece in enumerate(pieces) if (found := reason.search(piece)) and not _SUBJECT.search(piece))
    return next((piece for n, piece, said in told if not _of_a_case(pieces[max(0, n - 1) : n + 1], said)), "").strip()


_REVIEWED = re.compile("现行有效|清理[^。;]{0,48}(?:继续有效|保留|废止|失效)[^。;,\\d]{0,16}\\d")
# 申请内容主要涉及规范性文件清理等内容: what was asked about explains no number.
_SUBJECT = re.compile("(?:内容|事项|主要|申请|集中)[^，,。；;]{0,6}(?:涉及|集中|关于|围绕|为|是|包括)|等(?:方面|内容|领域|信息|事项|问题)")


def _of_a_case(pieces: Sequence[str], reason: str) -> bool:
    """行政复议1件（申请人撤回结案）; 行政复议1件，申请人已撤回: no request was withdrawn."""
    if "撤" not in reason:
        return False
    *before, piece = pieces
    alone = not re.search(r"\d|公开|申请(?!人)(?!复议|行政复议)", re.sub("撤[回销消]申请", "", piece))
    return bool(_DISPUTED.search(piece) or (alone and before and _DISPUTED.search(before[0])))


_DISPUTED = re.compile("复议|诉讼|起诉|上诉")
_OUTCOMES = ("granted", "partially", "denied", "unavailable", "rejected", "other_", "withdrawn", "refused", "not_granted")


def _family(quantity: str) -> str:
    if quantity.startswith(_OUTCOMES):
        return "outcomes"
    if quantity.startswith((*DISPUTES, "disputes")):
        return "disputes"
    if quantity.endswith("_issued"):
        return "issued"
    return "documents" if quantity.startswith(("regulations", "normative")) else "decisions" if quantity.endswith("_made") else "requests"


def of_a_year_before(clause: Clause, index: int, who: Speaker) -> bool:
    """1起2021年因政府信息公开引起的行政诉讼案: a year right behind the number is that of the case."""
    behind = clause.tokens[index + 1] if index + 1 < len(clause.tokens) else None
    if behind is None or behind.kind != "year" or behind.start != clause.tokens[index].end:
        return False
    return who.year is not None and int(behind.name) != who.year
