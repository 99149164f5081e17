"""Totals and the parts that a list gives of them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Listing, Scope
from gouji.narrative.context.passage import Counted
from gouji.narrative.listed.beginning import behind_its_head, ends_with, for_the_next, is_a_change, parted, skip_carried, skip_change
from gouji.narrative.listed.complete import all_own_or_reposted, few_of_it, is_complete
from gouji.narrative.listed.members import countable, enough, more_alone, papers_here, parts_here, without_their_parts
from gouji.narrative.listed.nested import without_theirs
from gouji.narrative.listed.overlap import (
    BY_MEDIA,
    divided_anew,
    is_of_one_before,
    may_overlap,
    of_several_kinds,
    told_behind,
    told_beside,
)
from gouji.narrative.listed.sums import TOLD_AFTER, summed, without_its_wan
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import COUNTED
from gouji.narrative.sentence.sentences import Sentence

_UNITS = COUNTED | {"篇", "条次", "人次", "场次", "场", "期", "处"}
# 分别为10场、13场; 来源渠道分别为网络27件、信函14件; 具体为网站855条、微信631条
_ONE_BY_ONE = re.compile(r"[^\d]{0,12}?(?:分别|具体|依次)[为是]")
# The same things counted more than once: the parts may be more than the whole.
_OVERLAPPING = re.compile(
    "同步|重复|交叉|两个平台|多个平台|多平台|各平台|不同平台|一并发布|同时(?:在|通过|发布|公开)|兼有|兼具|叠加|重叠"
    "|多个(?:领域|事项|方面|类别|类型|内容|部门|主题)|涉及多[个项类种]|同时涉及|(?:两|2)[个项类]以上|不止[一1][个项类]|一件多|(?:采[取用]|使用|选择|选用)了?(?:两|2|多)种|既[^,;。]{1,10}又|(?:可能|存在)有?(?:重合|重叠)"
)
# The same where it stands in the list itself: how often something was read, or some of what another part counts.
_OF_A_PART = re.compile(
    "转[载发](?!公开|发布|公布)|阅读|浏览|点赞|点击|播放|评论|采用|刊发|刊登|过万|过千|破万|10万|[日周月季年人平]均|获评|入选|首发|女干部|女性|党员|科级|中层|出席"
)


def listings(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted]) -> Iterator[Listing]:
    """共249条，其中: … and 收到152件（信函21件、网络131件）, with what may be said of their sums."""
    if TOLD_AFTER.search(sentence.text) and (told := [*summed(sentence, parts, counted)]):
        yield from told
        if told[0].kind == "channels":
            return
    if "中" in sentence.text:
        parts = parted(sentence.text, parts)
    for position, clause in enumerate(parts[:-1]):
        total = next((token for token in reversed(clause.tokens) if token.kind == "number"), None)
        apart = any(c.token is total and c.claim.quantity.startswith("carried") for c in counted) or _of_both_tracks(total, counted)
        apart = apart or (total is not None and clause.tokens[0] is not total and is_a_change(clause, total))
        if total is not None and total.amount and total.name in _UNITS and not apart and ends_with(clause, total):
            found = _listed(sentence, parts, position, total, counted)
            if found:
                yield found
                return
    if "万" in sentence.text or "亿" in sentence.text:
        yield from without_its_wan(sentence, parts)


_TRACKS = frozenset(("reconsideration", "litigation", "direct_litigation", "litigation_after_reconsideration"))


def _of_both_tracks(total: Token | None, counted: Sequence[Counted]) -> bool:
    """行政复议7件、行政诉讼3件，其中维持4件，纠正5件: the rulings are of both."""
    before = {c.claim.quantity for c in counted if total is not None and c.token.start <= total.start} & _TRACKS
    return len(before) > 1 and any(c.token is total and c.claim.quantity in _TRACKS for c in counted)


def _listed(sentence: Sentence, parts: Sequence[Clause], position: int, total: Token, counted: Sequence[Counted]) -> Listing | None:
    following = skip_change(parts, skip_carried(parts, position + 1, counted))
    bracket = following < len(parts) and parts[following].after == "("  # 984条（其中：领导信箱362条，……）
    following = behind_its_head(sentence.text, parts, following)
    opened = parts[following] if following < len(parts) else None
    if opened is None or not total.amount or _OVERLAPPING.search(sentence.text, total.end) or for_the_next(sentence.text, opened):
        return None
    colon = opened.after == ":" and not _some_of_it(sentence.text, total.end, opened.start)
    # 36件申请中，线上29件、线下10件
    among = (bool(opened.tokens) and opened.tokens[0].name == "part") or sentence.text[: parts[position].end].endswith("中")
    among = among or (opened.after == ":" and not bracket and _ONLY_AMONG.fullmatch(sentence.text, total.end, opened.start) is not None)
    includes = bool(opened.tokens) and opened.tokens[0].name == "includes"
    # 由网站304篇、微博712篇构成; 合计23场，分别为10场、13场
    said = sentence.text[opened.start : opened.end]
    made_of = bool(_ONE_BY_ONE.match(said)) or (said.startswith("由") and said.endswith(("构成", "组成")))
    # 其中邮寄16件，网络9件，现场7件; 从渠道看，网络申请3件，信函申请12件，当面申请1件: the first of the parts is no total of the others
    one_way = any(c.token is total and (c.claim.quantity.startswith("channel_") or "by-channel" in c.claim.doubts) for c in counted)
    by_channel = (
        parts[position].tokens[0].name != "part"
        and not one_way
        and any(c.token in opened.tokens and c.claim.quantity.startswith("channel_") for c in counted)
    )
    both_ways = bool(_BOTH_WAYS.match(said)) and bool(_ALL_TOLD.search(sentence.text, parts[position].start, total.start))
    among = among or both_ways
    of_kinds = not (made_of or bracket or colon or among or includes) and _of_kinds(sentence.text, parts[position], total)
    if not (made_of or bracket or colon or among or includes or by_channel or of_kinds) or (
        bracket and opened.depth != parts[position].depth + 1
    ):
        return None
    numbers, whole, last = parts_here(sentence.text, parts, following, total, opened.depth, bracket, by_channel)
    if bracket and len(numbers) < _LEAST and (papers := papers_here(parts, following, total, opened.depth))[0]:
        numbers, whole, last = papers
    if not numbers or not all(token.amount and countable(token.amount, total.amount) for token in numbers):
        return None
    if len(numbers) < _LEAST and not (among and more_alone(sentence.text, total, numbers[0])):
        return None
    made = sum((token.amount.value for token in numbers if token.amount), Decimal(0))
    of_a_part = _OF_A_PART.search(sentence.text, total.end, numbers[-1].end)
    if of_a_part and all_own_or_reposted(sentence.text, total, numbers):
        of_a_part = None
    if of_a_part or BY_FORM_AND_BY_WHOM.search(sentence.text, total.end) or is_of_one_before(sentence.text, total.start, made):
        return None
    if of_kinds and any(token.amount and token.amount.value > total.amount.value for token in numbers):
        return None  # 政策法规类26条，业务工作类140条，其他781条: no total
    words = [t for c in parts[following : last + 1] for t in c.tokens]
    some = among or "其中" in sentence.text[total.end : opened.start]
    names_all = is_complete(sentence.text, parts[position], total, numbers, counted, some=some, of_kinds=of_kinds)
    open_ended = (
        sentence.text.endswith(";")
        or (bracket and among and not names_all and few_of_it(numbers, total))
        or includes
        or not whole
        or len(numbers) < _LEAST
        or ((among or by_channel or of_kinds) and not (made_of or colon or bracket or names_all))
        or (bracket and opened.after == ":" and not colon and not names_all)
        or any(t.kind == "open" for t in words)
    )
    return _listing(sentence, total, numbers, open_ended, counted, parts, position)


# 图解11篇、视频6篇、负责人解读12篇: an official's is of some form too
BY_FORM_AND_BY_WHOM = re.compile(
    "(?=.*(?:图解|图文|图表|图片|视频|动漫|动画|音频|文字|长图|一图|H5)).*(?:负责人|专家|领导|局长|部门|媒体|单位|工作人员)[^,;。\\d]{0,8}解读"
)


_LEAST = 2


# 建议提案130件，其中：代表建议60件、委员提案66件
_ONLY_AMONG = re.compile("(?:,|。|;)?其中:")


_KIND = re.compile(r"[^\d]{1,16}?(?P<kind>类|类信息|信息)?\d+(?:条次|条|篇|件|份|个)[。;.]?")
# 来信20件，来电15件，其他9件 has no total.
_ALL_PUBLISHED = re.compile(
    "(?:主动公开|(?:公开|发布)了?各类|共[公发][开布])了?(?:各类|政府|政务|的)*信息(?:共计|共|合计|总计|总数|总量|数量|为)*$|(?:公开|发布)(?:政府|政务)?信息(?:共计|共|合计|总计)(?:为)?$"
)
_REST = ("其他", "其它")


def _of_kinds(text: str, clause: Clause, total: Token) -> bool:
    """公开信息899条，工作动态840条，其他信息108条; ……718条，通知公告类……，政务动态类……: the rest, or little but kinds, makes a list."""
    if not _ALL_PUBLISHED.search(text, clause.start, total.start) or BY_MEDIA.search(text, total.end):
        return False
    said = re.split("[,、]", text[total.end :].lstrip(","))
    named = [match for piece in said if (match := _KIND.fullmatch(piece)) is not None]
    if len(named) < 2 or len(named) < len(said) or not text.startswith(",", total.end):
        return False
    return named[-1].group().startswith(_REST) or sum(match["kind"] is not None for match in named) > max(1, len(named) - 2)


def _some_of_it(text: str, start: int, opened: int) -> bool:
    """其中：…: some of the total, unless the rest is told."""
    return "其中" in text[start:opened] and not _REST_TOLD.search(text, opened)


_REST_TOLD = re.compile("其[他它余]|余下|剩余")
# 线上线下共发放710份，线上推送368份、现场发放346份
_BOTH_WAYS = re.compile(r"线上[^,;。\d]{0,6}[\d零一二三四五六七八九十百千]+[^,;。\d]{1,3}(?:线下|现场)")
_ALL_TOLD = re.compile("共|线上线下|合计|总计|累计")


def _by_media(text: str, parts: Sequence[Clause], numbers: Sequence[Token]) -> bool:
    """Whether each part is what was made public in one place."""
    starts = [
        max((t.end for c in parts for t in c.tokens if t.end <= n.start and t.kind in ("number", "sign", "part")), default=0)
        for n in numbers
    ]
    return all(BY_MEDIA.search(text, start, number.start) for start, number in zip(starts, numbers, strict=True))


def _tabled(one: Counted, text: str) -> bool:
    """Whether a part is compared with the tables: no way, no bare word, no ruling on disputes of which nobody says that they are over
    disclosure: 行政复议7件，其中维持4件，纠正10件.
    """
    claim = one.claim
    if claim.quantity.startswith("channel_") or "bare-word" in claim.doubts:
        return False
    if claim.quantity == "received" and claim.scope is Scope.OTHER:
        return False  # 处理来件815件，其中政府信息公开申请10件，……: one kind of what came in
    return not claim.quantity.startswith(_RULED) or claim.scope is not Scope.OTHER or _NOT_THESE_ALONE.search(text) is not None


_RULED = ("reconsideration_", "litigation_", "direct_litigation_")
# Rulings of the year may be on cases of the year before.
_NOT_THESE_ALONE = re.compile("结转|转结|上年|去年|上一年|往年|历年|累计|(?<!未)(?<!没有)审结|受理|结案|办结|收到|申请人")


def _names(text: str, numbers: Sequence[Token], begun: int) -> tuple[list[str], list[str]]:
    """What stands before each number of a list, and the name in it."""
    said = [text[begun : numbers[0].start], *(text[one.end : two.start] for one, two in zip(numbers, numbers[1:], strict=False))]
    return said, [re.split("[;,、:]", one)[-1].removeprefix("其中") for one in said]


def _apart(text: str, clause: Clause, said: Sequence[str], names: Sequence[str], begun: int) -> list[bool]:
    """Before which parts something else may begin: behind a semicolon, or at a medium where the total is of one. `clause` has the total."""
    of_a_medium = BY_MEDIA.search(text, clause.start, begun) is not None
    return [";" in one or (of_a_medium and BY_MEDIA.search(name) is not None) for one, name in zip(said, names, strict=True)]


def _listing(
    sentence: Sentence, total: Token, numbers: Sequence[Token], open_ended: bool, counted: Sequence[Counted], parts: Sequence[Clause],
    position: int,
) -> Listing | None:  # fmt: skip
    amount = total.amount
    if amount is None:
        return None
    own = [c for c in counted if any(c.token is token for token in numbers)]
    if any(_tabled(c, sentence.text) for c in own):
        return None  # these are compared with the tables
    carried = sum((c.claim.high for c in counted if c.claim.quantity == "carried_in"), Decimal(0))
    if len(own) < len(numbers):
        numbers = enough(numbers, amount, carried)  # by ways of which each is named nothing else is counted
    if own:
        numbers = without_their_parts(numbers, amount)
    tops = without_theirs([token.amount.value for token in numbers if token.amount], amount.high + carried)
    numbers, open_ended = ([numbers[at] for at in tops], True) if len(tops) < len(numbers) else (numbers, open_ended)
    said, names = _names(sentence.text, numbers, total.end)
    values = tuple(token.amount.value for token in numbers if token.amount)
    apart = _apart(sentence.text, parts[position], said, names, total.end)
    by_ways = all(any(c.token is number and c.claim.quantity.startswith("channel_") for c in own) for number in numbers)
    beside = 0 if by_ways else told_beside(names, values, apart, amount.high + carried, colon=":" in said[0])
    if beside:
        numbers, names, values, open_ended = numbers[:beside], names[:beside], values[:beside], True
    if divided_anew(names, values, amount.high + carried):
        return None
    kind = "channels" if own and len(own) == len(numbers) and all(c.claim.quantity.startswith("channel_") for c in own) else "parts"
    printed, place = sentence.within(total.start, numbers[-1].end)
    plain = amount.many and not any(token.amount and token.amount.many for token in numbers)
    # 570万条，其中微信492条，视频号78条: nothing was counted twice where the parts make the number exactly.
    by_media = open_ended and not (plain and sum(values) == amount.value / amount.times) and _by_media(sentence.text, parts, numbers)
    overlapping = (by_media and may_overlap(values, amount.high + carried)) or of_several_kinds(names, values, amount.high + carried)
    doubts = (*sentence.paragraph.doubts, *(("may-overlap",) if overlapping else ()))
    rounded = sum((token.amount.step for token in numbers if token.amount and not token.amount.exact), Decimal(0))
    lacking = amount.low - rounded - sum(values)
    low = Decimal(0) if open_ended or told_behind(sentence.paragraph.text, str(values[-1]), lacking) else amount.low - rounded
    return Listing(kind, amount.value, low, amount.high + carried + rounded, values, printed, sentence.printed, place, doubts, plain)
