"""Sums whose total stands after its parts, and totals of which the parts tell that they have a 万 too many."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Listing
from gouji.narrative.context.passage import Counted
from gouji.narrative.listed.overlap import BY_MEDIA, may_overlap
from gouji.narrative.sentence.clauses import Clause, clauses
from gouji.narrative.sentence.lexicon import Token, tokens
from gouji.narrative.sentence.numbers import COUNTED
from gouji.narrative.sentence.sentences import Sentence

_UNITS = COUNTED | {"篇", "条次", "人次", "场次", "场", "期"}
# 合计13件, 以上共33件: nothing but the sum of what stands before.
_SUM = re.compile(
    r"(?:以上|上述|[两二三四五]项|[两二三四五]者)?(?:合计共?|共计|总计|合共|共)(?:为|有)?$|以上(?:即|共)?(?:为|是)(?:20\d\d年度?|[^,;。\d]){0,12}全部$"
)
# 总计公开信息1792条, 我局全年主动公开信息合计125条, 我局2024年共更新网站信息1837条: what stands before it may be some of it.
_PLACES = "(?:以上|上述|各类?|全部)(?:渠道|平台|途径|方式|载体)"
_WHO = rf"(?:(?:我|本|全)(?:局|委|镇|乡|办|厅|县|市|区|街道|机关|单位|部门)|街道办事处|全年|本年度?|年内|(?:20\d\d年度?)|{_PLACES})*"
_MADE_KNOWN = "(?:主动)?(?:公开|发布|更新|推送|公布)了?(?:各类|网站|平台|政府|政务|的)*(?:信息|稿件|内容)"
_PUBLISHED = re.compile(rf"{_WHO}(?:(?:合计|共计|总计|合共|共){_MADE_KNOWN}|{_MADE_KNOWN}(?:合计|共计|总计|总数|总量|数量合计))(?:为|达)?$")
# What was received, held or read is none of it.
_NOT_PUBLISHED = re.compile(
    "收到|受理|留言|来信|来电|来访|咨询|投诉|工单|回复|答复|办结|办理|培训|会议|访谈|浏览|阅读|点击|举办|召开|开展|转发|粉丝"
)
# What a sentence says that has such a sum at all.
TOLD_AFTER = re.compile(
    r",(?:合|共|总|以上|上述|[两二三四五][项者])|,[^,;。]{0,10}(?:申请|全年)[^,;。]{0,16}[共计数]|,[^,;。]{0,14}(?:共|信息[合总])"
)
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
# 两项合计532条: no number of its own.
_ALL_OF_THESE = re.compile("[两二三四五][项者](?:合计|共计|总计|合共)")
# A total so far from the sum is rather of something else.
_FAR = 2


def summed(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted]) -> Iterator[Listing]:
    """网络14件、信函7件，共21件: the total after its parts."""
    if (ways := _by_ways(sentence, parts)) is not None:
        yield ways
        return
    for position, clause in enumerate(parts[1:], 1):
        total = next((t for t in clause.tokens if t.kind == "number" and not _ALL_OF_THESE.match(sentence.text, t.start)), None)
        if total is None or total.amount is None or not total.amount.exact or total.name not in _UNITS or clause.depth:
            continue
        published = bool(_PUBLISHED.fullmatch(sentence.text, clause.start, total.start))
        if not (published or _SUM.fullmatch(sentence.text, clause.start, total.start)):
            continue
        before = [t for c in parts[:position] for t in c.tokens]
        numbers = [t for t in before if t.kind == "number"]
        if any(t.kind in _OTHERWISE for t in before) or _TWICE.search(sentence.text) or not _alike(numbers, total.name):
            continue
        if published and _NOT_PUBLISHED.search(sentence.text, 0, clause.start):
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
            starts = [max((t.end for t in before if t.end <= n.start and t.kind in ("number", "sign")), default=0) for n in own]
            media = published and all(BY_MEDIA.search(sentence.text, start, n.start) for start, n in zip(starts, own, strict=True))
            doubts = (*sentence.paragraph.doubts, *(("may-overlap",) if media and may_overlap(values, amount.high) else ()))
            yield Listing(kind, amount.value, low, amount.high, values, printed, sentence.printed, place, doubts)


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
    """1071万人次，窗口948人次、上门123人次: the parts are exactly the number without its 万, whatever stands between.

    So are those that have a 万 which their total lacks: 公开资金895元，其中低保453万元、救助442万元.
    """
    numbers = [t for c in parts for t in c.tokens if t.kind == "number" and t.amount]
    for at, total in enumerate(numbers):
        own = _barely(total, numbers[at + 1 :]) or _barely(total, _just_before(sentence.text, numbers[:at], total))
        if not own:
            continue
        printed, place = sentence.within(min(total.start, own[0].start), max(total.end, own[-1].end))
        values = tuple(t.amount.value * (_WAN if t.name == "万元" else 1) for t in own if t.amount)
        said = sentence.printed, place, sentence.paragraph.doubts
        amount = total.amount
        if amount is not None and amount.many:
            yield Listing("parts", amount.value, Decimal(0), amount.high, values, printed, *said, True)
        elif amount is not None:
            yield Listing("parts", amount.value, Decimal(0), amount.high, values, printed, *said)


def _just_before(text: str, numbers: Sequence[Token], total: Token) -> Sequence[Token]:
    """Those before a total that sums them up: 公告261条、动态527条，合计788万条."""
    return numbers if _SUMS_UP.search(text, numbers[-1].end if numbers else 0, total.start) else ()


def across(whole: Sentence, known: Sequence[Listing]) -> Iterator[Listing]:
    """The same where the parts stand in the next sentence: 公开信息800万条。其中动态516条、公告284条."""
    if not _MANY.search(whole.text) or any(listing.many for listing in known):
        return
    yield from (one for one in without_its_wan(whole, clauses(tokens(whole.text), whole.text)) if one.many)


_MANY = re.compile(r"\d[万亿](?:条次|件次|人次|场次|条|件|篇|份|个|次|期|场)[。;.]")
_SUMS_UP = re.compile("(?:合计|共计|总计|合共)(?:为)?$")


def _barely(total: Token, following: Sequence[Token]) -> Sequence[Token]:
    """The next numbers, at least two, that without any 万 make exactly this one, of which or of them some has a 万 and some has not."""
    whole, many = _bare(total)
    if total.amount is None or total.amount.about or not total.name or whole < _LEAST:
        return ()
    own: list[Token] = []
    for part in following:
        if _UNIT_OF.get(part.name, part.name) != _UNIT_OF.get(total.name, total.name) or part.amount is None or part.amount.about:
            break
        if many and _bare(part)[1]:
            break
        own.append(part)
        summed = sum((_bare(t)[0] for t in own), Decimal(0))
        if summed >= whole:
            mixed = many or any(_bare(t)[1] for t in own)
            return own if summed == whole and len(own) > 1 and mixed else ()
    return ()


_UNIT_OF = {"万元": "元", "条次": "条", "件次": "件", "场次": "场"}


def _bare(token: Token) -> tuple[Decimal, bool]:
    """A number without its 万, and whether it has one."""
    amount = token.amount
    if amount is None:
        return Decimal(0), False
    return amount.value / amount.times, amount.many or token.name == "万元"
