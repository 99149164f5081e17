"""Sums whose total stands after its parts, and totals of which the parts tell that they have a 万 too many."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Listing
from gouji.narrative.clauses import Clause
from gouji.narrative.lexicon import Token
from gouji.narrative.numbers import COUNTED
from gouji.narrative.passage import Counted
from gouji.narrative.sentences import Sentence

_UNITS = COUNTED | {"篇", "条次", "人次", "场次", "场", "期"}
# 合计13件, 以上共33件: nothing but the sum of what stands before.
_SUM = re.compile(
    r"(?:以上|上述|[两二三四五]项|[两二三四五]者)?(?:合计|共计|总计|合共|共)(?:为|有)?$|以上(?:即|共)?(?:为|是)(?:20\d\d年度?|[^,;。\d]){0,12}全部$"
)
# 总计公开信息1792条: what stands before it may be some of it.
_PUBLISHED = re.compile(r"(?:合计|共计|总计|合共|共)(?:主动)?(?:公开|发布)(?:各类)?(?:政府|政务)?信息(?:为)?$")
# What a sentence says that has such a sum at all.
TOLD_AFTER = re.compile(r",(?:合|共|总|以上|上述|[两二三四五][项者])|,[^,;。]{0,10}(?:申请|全年)[^,;。]{0,16}[共计数]")
# 合计收到申请124件, 本局全年申请新收总数31件, 总数80件: the total of all ways by which requests came.
_OF_ALL_WAYS = re.compile(
    r"(?:(?:以上|上述|[两三四]类渠道)?(?P<sum>合计|共计|总计|总数|总量)|(?:我|本|全)(?:局|委|镇|乡|办|厅|机关|单位|街道)|街道办事处|全年|本年度?|年内|20\d\d年度?|共)*"
    r"(?:新收|收到|受理|接收)?(?:了)?(?:的)?(?:政府信息公开|信息公开|依申请公开)?(?:申请)?(?:新收|收到|受理|接收)?(?:合计|共计|总计|总数|总量|数量|共)?(?:为|有|是)?$"
)
_WAY = re.compile("网|在线|线[上下]|邮|信函|来信|书面|信件|当面|现场|窗口|传真|平台|系统|电话|上门")
_OTHER_WAYS = re.compile(
    "结转|转结|其中|答复|办结|公开信息|复议|诉讼|自然人|企业|信箱|留言|热线|同时|重复|兼有|上年|去年|同比|率|咨询|投诉"
)
# What is counted more than once, what leads a list on, what compares: the number after it is no sum of these.
_OTHERWISE = frozenset(("change", "share", "rate", "open", "carry", "part", "outcome", "dispute", "decision", "document", "fee"))
_TWICE = re.compile("同步|重复|交叉|同时|重叠|兼有|以及其[他它]|新增|累计|截至")
# A total so far from the sum is rather of something else.
_FAR = 2


def summed(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted]) -> Iterator[Listing]:
    """网络14件、信函7件，共21件: the total after its parts."""
    if (ways := _by_ways(sentence, parts)) is not None:
        yield ways
        return
    for position, clause in enumerate(parts[1:], 1):
        total = next((t for t in clause.tokens if t.kind == "number"), None)
        if total is None or total.amount is None or not total.amount.exact or total.name not in _UNITS or clause.depth:
            continue
        published = bool(_PUBLISHED.fullmatch(sentence.text, clause.start, total.start))
        if not (published or _SUM.fullmatch(sentence.text, clause.start, total.start)):
            continue
        before = [t for c in parts[:position] for t in c.tokens]
        numbers = [t for t in before if t.kind == "number"]
        if any(t.kind in _OTHERWISE for t in before) or _TWICE.search(sentence.text) or not _alike(numbers, total.name):
            continue
        if any(c.token in numbers and not _by_way(c) for c in counted):
            continue  # these are compared with the tables
        own = _nearest(numbers, total.amount.value)
        if own is not None:
            printed, place = sentence.within(own[0].start, total.end)
            kind = (
                "channels"
                if _by_channel(before, own, clause) or any(c.token in own and c.claim.quantity.startswith("channel_") for c in counted)
                else "parts"
            )
            values = tuple(t.amount.value for t in own if t.amount)
            amount = total.amount
            low = Decimal(0) if published else amount.low
            yield Listing(kind, amount.value, low, amount.high, values, printed, sentence.printed, place, sentence.paragraph.doubts)


def _by_ways(sentence: Sentence, parts: Sequence[Clause]) -> Listing | None:
    """网络14件、信函15件、传真9件，全年申请新收总数31件: the ways, each with its number, and then how many came in all."""
    text = sentence.text
    numbers = [(c, t) for c in parts for t in c.tokens if t.kind == "number"]
    if len(numbers) < _LEAST_WAYS or "申请" not in text or _OTHER_WAYS.search(text):
        return None
    (clause, total), own = numbers[-1], numbers[:-1]
    match = _OF_ALL_WAYS.fullmatch(text, clause.start, total.start)
    if (
        match is None
        or clause.depth
        or clause.after != ","
        or total.start == clause.start
        or total.amount is None
        or not total.amount.exact
    ):
        return None
    starts = [0, *(t.end for _, t in own[:-1])]
    if not all(_WAY.search(text, start, t.start) for start, (_, t) in zip(starts, own, strict=True)):
        return None
    if any(t.amount is None or not t.amount.exact or t.name not in _ANY for _, t in own) or total.name not in _ANY:
        return None
    printed, place = sentence.within(own[0][1].start, total.end)
    values = tuple(t.amount.value for _, t in own if t.amount)
    low = total.amount.low if match["sum"] else Decimal(0)
    return Listing(
        "channels", total.amount.value, low, total.amount.high, values, printed, sentence.printed, place, sentence.paragraph.doubts
    )


_LEAST_WAYS = 3
_ANY = frozenset(("件", "宗", "起", "份", "件次", "例", "个", "条", "项", ""))


def _by_channel(before: Sequence[Token], own: Sequence[Token], clause: Clause) -> bool:
    """线上申请14件、线下申请11件，共21件: as many channels as parts, of requests."""
    requests = any(t.kind in ("request", "ask") for t in (*before, *clause.tokens))
    return requests and sum(t.kind == "channel" for t in before) >= len(own)


def _by_way(one: Counted) -> bool:
    """Whether it counts what came by one way, 通过网络收到16件 too, or is nothing sure."""
    return one.claim.quantity.startswith("channel_") or bool({"by-channel", "bare-word"} & set(one.claim.doubts))


def _alike(numbers: Sequence[Token], unit: str) -> bool:
    return len(numbers) > 1 and all(t.name == unit and t.amount and t.amount.exact and not t.amount.many for t in numbers)


def _nearest(numbers: Sequence[Token], total: Decimal) -> Sequence[Token] | None:
    """The last of the numbers, at least two, that come nearest to the total: what stands before them may be the total itself."""
    lasts = [numbers[start:] for start in range(len(numbers) - 1)]
    own = min(lasts, key=lambda last: abs(_sum(last) - total))
    return own if total and total / _FAR <= _sum(own) <= total * _FAR else None


def _sum(numbers: Sequence[Token]) -> Decimal:
    return sum((t.amount.value for t in numbers if t.amount), Decimal(0))


_WAN = 10_000
_LEAST = 10


def without_its_wan(sentence: Sentence, parts: Sequence[Clause]) -> Iterator[Listing]:
    """1071万人次，窗口948人次、上门123人次: the parts are exactly the number without its 万, whatever stands between."""
    numbers = [t for c in parts for t in c.tokens if t.kind == "number" and t.amount]
    for at, total in enumerate(numbers):
        amount = total.amount
        if amount is None or not amount.many or amount.about or not total.name or amount.value < _LEAST * _WAN:
            continue
        own: list[Token] = []
        for part in numbers[at + 1 :]:
            if part.name != total.name or part.amount is None or part.amount.many or not part.amount.exact:
                break
            own.append(part)
            if len(own) > 1 and _sum(own) == amount.value / _WAN:
                printed, place = sentence.within(total.start, part.end)
                values = tuple(t.amount.value for t in own if t.amount)
                said = sentence.printed, place, sentence.paragraph.doubts
                yield Listing("parts", amount.value, Decimal(0), amount.high, values, printed, *said, True)
                break
