"""Whether a list of parts names all of its total: by the rest at its end, both of two things, all ways by which requests came."""

import re
from collections.abc import Sequence
from decimal import Decimal

from gouji.narrative.context.passage import Counted
from gouji.narrative.listed.named import names_each, own_and_reposted
from gouji.narrative.listed.overlap import THE_REST, nearly, rest_of_one_kind
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token


def is_complete(
    text: str, clause: Clause, total: Token, numbers: Sequence[Token], counted: Sequence[Counted], *, some: bool, of_kinds: bool
) -> bool:
    """Whether parts told as `some` of a total, or as kinds of it, are all of it; `clause` has the total."""
    if some and _is_told(total, numbers) and _names_all(text, clause, total, numbers):
        return True
    if _by_all_ways(total, numbers, counted) and not _LEFT_BESIDE.search(text, numbers[-1].end):
        return True
    return of_kinds and _rest_is_near(text, total, numbers)


def _is_told(total: Token, numbers: Sequence[Token]) -> bool:
    """A whole in full, or one in 万 beside parts in 万: 21.51万条，其中网站8.66万条、其他方式0.21万条."""
    whole, parts = total.amount, [number.amount for number in numbers]
    if whole is None:
        return False
    return whole.exact or (whole.many and not whole.about and all(part is not None and part.many for part in parts))


def all_own_or_reposted(text: str, total: Token, numbers: Sequence[Token]) -> bool:
    """847条（原创820条、转载22条）: both sides of what somebody put out, so near to it that they were meant to make it."""
    made = sum((number.amount.value for number in numbers if number.amount), Decimal(0))
    near = total.amount is not None and abs(total.amount.value - made) * _NEAR <= total.amount.value
    near = near and not text.startswith("次", numbers[-1].end)  # 转载22篇次: how often others took it
    return near and own_and_reposted([text[_named_from(text, number) : number.start] for number in numbers])


_NEAR = 50


def few_of_it(numbers: Sequence[Token], total: Token) -> bool:
    """不予公开14件（其中2件涉及同一地块，1件经复议维持）: by far not all of it, and 其中 says no more."""
    return total.amount is not None and 2 * sum((t.amount.value for t in numbers if t.amount), Decimal(0)) < total.amount.value


def _ends_with_the_rest(text: str, numbers: Sequence[Token]) -> bool:
    """其中讲座5场、展览6场、其他活动8场: the last part is what no other is, and so the list names all."""
    return THE_REST.match(text, _named_from(text, numbers[-1])) is not None if len(numbers) > 1 else False


def _rest_is_near(text: str, total: Token, numbers: Sequence[Token]) -> bool:
    """信息共1942条，工作动态921条，公告512条，其他信息507条: the rest ends a list that so nearly makes its total that it was meant to."""
    values = [number.amount.value for number in numbers if number.amount]
    return total.amount is not None and _ends_with_the_rest(text, numbers) and nearly([total.amount.value], sum(values, Decimal(0)))


def _by_all_ways(total: Token, numbers: Sequence[Token], counted: Sequence[Counted]) -> bool:
    """申请130件，其中当面46件，信函37件，网络45件: of requests, by two ways or more, who make most of them.

    Of some 370 such lists in true sentences of the sets, of which two follow published reports, none is less than its total.
    """
    of_total = [c.claim.quantity for c in counted if c.token is total]
    ways = [c.claim.quantity for c in counted if any(c.token is number for number in numbers)]
    if not of_total or of_total[0] not in _REQUESTS or len(ways) != len(numbers) or not all(way.startswith("channel_") for way in ways):
        return False
    values = [number.amount.value for number in numbers if number.amount]
    return total.amount is not None and total.amount.exact and len(set(ways)) == len(ways) and 2 * sum(values) >= total.amount.value


_REQUESTS = frozenset(("received", "handled", "concluded"))

# 网络12件，信函15件，其余正在补正
_LEFT_BESIDE = re.compile("其[他它余]|剩余|余下|另|还有|尚有|等")


def _names_all(text: str, clause: Clause, total: Token, numbers: Sequence[Token]) -> bool:
    """Whether the names of the parts leave nothing out: the rest, both of two things, one of three properties each."""
    names = [text[_named_from(text, number) : number.start] for number in numbers]
    said = text[clause.start : total.start]
    of_all = _ends_with_the_rest(text, numbers)
    of_one_kind = of_all and rest_of_one_kind(names, said)
    if (of_all and not of_one_kind) or names_each(said, names):
        return True
    values = [number.amount.value for number in numbers if number.amount]
    by_property = len(names) == len(_PROPERTIES) and all(sum(one in name for name in names) == 1 for one in _PROPERTIES)
    return (
        (by_property or of_one_kind or own_and_reposted(names))
        and total.amount is not None
        and nearly([total.amount.value], sum(values, Decimal(0)))
    )


_PROPERTIES = ("主动公开", "依申请公开", "不予公开")


def _named_from(text: str, number: Token) -> int:
    """Where the name of a part begins."""
    return max(text.rfind(sign, 0, number.start) for sign in ",、;:(和及") + 1
