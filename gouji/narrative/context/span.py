"""Of which time a number is: of the year reported on, of another, of several."""

import re
from collections.abc import Sequence

from gouji.narrative.claim import Scope
from gouji.narrative.context.speaker import Speaker, Voice
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token

# 比2022年, 较2022年, 相比于2022年: another year for a moment only.
_THAN = ("比", "较", "与", "同", "和", "相比于", "相较于", "对比于", "较之")


def span_of(who: Speaker, text: str, words: list[tuple[int, Token]], said: Sequence[Clause], before: Voice) -> Scope:
    """What 上半年, 累计, 上年 or another year's name make of it; a year's name within 结转2026年度 belongs to that word."""
    found = before.span
    for index, token in words:
        compared = token.kind == "year" and text[max(0, token.start - 3) : token.start].endswith(_THAN)
        if (token.name == "cumulative" and _this_year(who, text, words, token)) or _of_the_requests(text, token):
            continue
        scope = None if compared and index != len(said) - 1 else _of_time(who, token, index == len(said) - 1, said[index])
        if scope is not None:
            found = scope
    return found


# 办理因2022年度政府信息公开申请引发的行政复议3件: the year is that of the requests, not that of the cases.
_CAUSE = re.compile("(?:政府)?信息公开(?:的)?(?:申请|工作|答复|事项)*(?:而)?(?:引发|引起|产生|导致|提起)")


def _of_the_requests(text: str, year: Token) -> bool:
    return year.kind == "year" and text[year.start - 1 : year.start] in ("因", "由", "就", "对") and bool(_CAUSE.match(text, year.end))


def since_unsaid(text: str, words: Sequence[tuple[int, Token]]) -> bool:
    """累计收到8件, where no year and no span is named."""
    spans = [token for _, token in words if token.kind in ("time", "year")]
    return len(spans) == 1 and text[spans[0].start : spans[0].end] == "累计"


def _this_year(who: Speaker, text: str, words: list[tuple[int, Token]], cumulative: Token) -> bool:
    """2023年，本单位累计收到: of this year alone; 截至2023年底累计, 自2019年以来累计 are of all years."""
    if text[cumulative.start : cumulative.end] != "累计":
        return False
    spans = [t for _, t in words if t.end <= cumulative.start and (t.kind == "year" or t.name in ("whole", "last", "half", "cumulative"))]
    if not spans or text[max(0, spans[-1].start - 2) : spans[-1].start].endswith(("至", "到", "自", "从", "止")):
        return False
    if text[spans[-1].start : spans[-1].end] == "以来" and len(spans) == 2 and spans[0].end == spans[1].start:
        spans.pop()  # 今年以来，累计收到
    return spans[-1].name == "whole" or (spans[-1].kind == "year" and who.year is not None and int(spans[-1].name) == who.year)


def _of_time(who: Speaker, token: Token, here: bool, clause: Clause) -> Scope | None:
    match token.kind, token.name:
        case "time", "whole" if _of_the_time_named(token, clause):
            return None
        case "time", "whole":
            return Scope.OWN
        case "time", "half":
            return Scope.OTHER
        case "time", "last" if any(t.end == token.start and t.kind == "year" for t in clause.tokens):
            return None  # 2022年同期: of that year
        case "time", "cumulative" if any(t.end == token.start and (t.kind == "year" or t.name == "whole") for t in clause.tokens):
            return None
        case "time", "cumulative" if not here and not any(t.kind in ("number", "change") for t in clause.tokens):
            return Scope.UNCLEAR  # 自条例施行以来，受理申请24件
        case "time", "last" | "cumulative" if not here and _tells_of(clause, token):
            return Scope.UNCLEAR
        case "time", "cumulative" | "last":
            return Scope.OTHER if here else Scope.OWN
        case "year", _ if not _of_a_carry(token, clause) and who.year is not None:
            return Scope.OWN if int(token.name) == who.year else Scope.OTHER
    return None


def _of_the_time_named(whole: Token, clause: Clause) -> bool:
    """截至6月底，今年以来; 去年全年, 2022年全年: of the time that is named beside it."""
    return any(
        (t.name == "cumulative" and t.start == whole.end) or (t.end == whole.start and (t.kind == "year" or t.name == "last"))
        for t in clause.tokens
    )


def _tells_of(clause: Clause, last: Token) -> bool:
    """上年收到申请20件，答复20件; 上年发生的复议案件，纠正9件: the clause begins with last year, and the next may still be of it."""
    kinds = {t.kind for t in clause.tokens if t.start >= last.end}
    opening = all(t.kind in ("time", "year") for t in clause.tokens if t.start <= last.start)  # 截至2023年底累计收到
    counted = "receive" in kinds and "number" in kinds
    named = bool(kinds & {"request", "dispute"}) and not kinds & {"number", "carry"}
    return opening and (counted or named) and "change" not in kinds


def _of_a_carry(token: Token, clause: Clause) -> bool:
    # 2022年未转结: the sign of the denial stands between
    return any(t.kind == "carry" and (t.end == token.start or 0 <= t.start - token.end <= 1) for t in clause.tokens)
