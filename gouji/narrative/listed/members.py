"""The numbers that follow a total and are parts of it, up to what is counted apart."""

import re
from collections.abc import Sequence
from decimal import Decimal

from gouji.narrative.listed.nested import opens_parts
from gouji.narrative.listed.overlap import (
    nearly,
    without_parts,
)
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import Amount

# What ends a list: another thing is counted from here on.
_ENDS = frozenset(("change", "share", "rate"))

_NOT_PARTS = frozenset(("also", "includes"))


def countable(part: Amount, whole: Amount) -> bool:
    """An exact number, or one in 万 as its whole: 访问量560万次，其中移动端280万次."""
    return part.exact or (part.many and whole.many and part.times == whole.times and not part.about)


SO_FAR = re.compile("累计|历年|以来|共有|现有|截至")

_COUNTED_BEFORE = re.compile(r"\d(?:余|多)?(?:条次|条|篇|件|份|个|项|起|宗|场|期|次)")


def more_alone(text: str, total: Token, part: Token) -> bool:
    """806条（其中，网站公开820条）: one part, of the same year, that is more than its whole."""
    more = total.amount is not None and part.amount is not None and part.amount.value > total.amount.high
    alone = not _COUNTED_BEFORE.search(text[: total.start])  # 一般案件10件，简易案件21件，其中处罚案件26件: of both
    return more and alone and part.name == total.name and not SO_FAR.search(text, total.end, part.start)


def papers_here(parts: Sequence[Clause], start: int, total: Token, depth: int) -> tuple[list[Token], bool, int]:
    """推文1492条（微信发文660篇，微博837条）: the numbers in a bracket, of any measure word for papers, that nearly make the total."""
    last = next((n - 1 for n in range(start, len(parts)) if parts[n].depth < depth), len(parts) - 1)
    own = [t for c in parts[start : last + 1] for t in c.tokens if t.kind == "number"]
    values = [t.amount.value for t in own if t.amount]
    alike = total.name in _PAPERS and all(t.name in _PAPERS for t in own)
    value = total.amount.value if total.amount else Decimal(0)
    near = nearly(values, value) or (values and nearly([value], sum(values, Decimal(0))))
    return (own, True, last) if alike and len(values) == len(own) and near else ([], True, last)


_PAPERS = frozenset(("条", "篇", "件", "份"))


def parts_here(
    text: str, parts: Sequence[Clause], start: int, total: Token, depth: int, bracket: bool, ways: bool
) -> tuple[list[Token], bool, int]:
    """The numbers of the list, whether it surely ended, and its last clause; requests by their ways have any measure word."""
    found: list[Token] = []
    of_information = _PUT_OUT.search(text, 0, total.start) is not None
    units = _OF_REQUESTS if ways and total.name in _OF_REQUESTS else _PIECES if total.name in _PIECES else {total.name}
    for position in range(start, len(parts)):
        clause = parts[position]
        if bracket and clause.depth < depth:
            return found, True, position - 1
        if clause.depth > depth:
            continue
        kinds = {token.kind for token in clause.tokens} | {token.name for token in clause.tokens if token.kind == "part"}
        numbers = [token for token in clause.tokens if token.kind == "number" and not _in_a_name(text, token)]
        if "share" in kinds and numbers and all(t.name == "%" for t in numbers):
            continue  # 网络19件，占59.4%；信函13件
        if "channel" in kinds:
            kinds -= {"receive"}  # 网络收到62件，信函收到24件
        if "rate" in kinds and not kinds & {"change", "share"} and all(t.name == "%" for t in numbers):
            return found, True, position - 1  # 代表建议66件、委员提案60件，满意率100%
        if kinds & _ENDS or (position > start and kinds & {"receive", "time", "together", "year", *_NOT_PARTS, "part"}):
            return found, False, position - 1
        nested = found and clause.after != ";" and opens_parts(text[clause.start : clause.end], text[parts[start].start :])
        nested = nested or (position > start and _OF_THEM_TOO.match(text, clause.start) is not None)
        nested = nested or (of_information and _DEALT_WITH.match(text, clause.start) is not None)
        if nested or any(t.name not in (*units, "") for t in numbers):
            return found, False, position - 1
        found += _first_ones(clause, numbers)
        if numbers and found[-1] is not numbers[-1]:
            return found, False, position
    return found, True, len(parts) - 1


# 发布信息1791条，其中动态458条，目录416条，办理留言2444条: what was written in and answered was not put out.
_PUT_OUT = re.compile(r"(?:公开|发布|更新|推送|公布)[^,;。\d]{0,16}$")

_DEALT_WITH = re.compile(
    r"(?:共|累计)?(?:(?:收到|受理|办理|答复|办结|回复|处理)(?:了|的)?[^,;。\d]{0,4}(?:留言|来信|信件|咨询)|[^,;。\d]{0,4}留言(?:办理|答复|办结|回复|数量|总数|\d)"
    r"|(?:开展)?(?:网上)?征集(?:调查|意见|建议)|(?:开展)?(?:在线|网上)访谈|(?:开展)?(?:网上)?调查征集)"
)

# 3件为网络申请，且2件不属于政府信息: of the same ones.
_OF_THEM_TOO = re.compile(r"(?:并且|而且|且)\d")


def _first_ones(clause: Clause, numbers: Sequence[Token]) -> Sequence[Token]:
    """网站200条、其中政策120条、动态50条: the numbers of a clause up to those that are parts of one."""
    again = next((t for t in clause.tokens if t.name in ("part", "includes") and numbers and t.start > numbers[0].start), None)
    return [t for t in numbers if again is None or t.start < again.start]


def _in_a_name(text: str, number: Token) -> bool:
    """6.2级地震灾后重建1086条, 5G建设12条, 12345热线35条: a number that counts none."""
    whole = number.amount is None or number.amount.value == int(number.amount.value)
    return not number.name and (not whole or _NAMED.match(text, number.end) is not None)


_NAMED = re.compile("级|号|热线|政务服务|便民|[A-Za-z·]|周年|国道|省道|高速|工程|平台")

_PIECES = frozenset(("条", "条次"))

_OF_REQUESTS = frozenset(("件", "宗", "起", "份", "件次", "例", "个", "条", "项"))


def enough(numbers: Sequence[Token], total: Amount, carried: Decimal) -> Sequence[Token]:
    """The parts up to where they make the total: what follows counts something else."""
    summed = Decimal(0)
    for count, token in enumerate(numbers, 1):
        summed += token.amount.value if token.amount else 0
        if count > 1 and total.low <= summed <= total.high + carried:
            return numbers[:count]
    return numbers


def without_their_parts(numbers: Sequence[Token], total: Amount) -> Sequence[Token]:
    """争议7件，其中复议4件，维持2件，未审结2件；诉讼3件，……: 4 and 3 where these make the total."""
    values = [token.amount.value for token in numbers if token.amount]
    tops = without_parts(values)
    whole = len(tops) > 1 and sum(values[at] for at in tops) == total.value
    return [numbers[at] for at in tops] if whole else numbers
