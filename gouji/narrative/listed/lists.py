"""Totals and the parts that a list gives of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Listing, Scope
from gouji.narrative.context.passage import Counted
from gouji.narrative.listed.complete import few_of_it, is_complete
from gouji.narrative.listed.nested import opens_parts, without_theirs
from gouji.narrative.listed.overlap import (
    BY_MEDIA,
    divided_anew,
    is_of_one_before,
    may_overlap,
    nearly,
    of_several_kinds,
    told_behind,
    told_beside,
    without_parts,
)
from gouji.narrative.listed.sums import TOLD_AFTER, summed, without_its_wan
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import COUNTED, Amount
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
# What ends a list: another thing is counted from here on.
_ENDS = frozenset(("change", "share", "rate"))
_NOT_PARTS = frozenset(("also", "includes"))


def listings(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted]) -> Iterator[Listing]:
    """共249条，其中: … and 收到152件（信函21件、网络131件）, with what may be said of their sums."""
    if TOLD_AFTER.search(sentence.text) and (told := [*summed(sentence, parts, counted)]):
        yield from told
        if told[0].kind == "channels":
            return
    if "中" in sentence.text:
        parts = _parted(sentence.text, parts)
    for position, clause in enumerate(parts[:-1]):
        total = next((token for token in reversed(clause.tokens) if token.kind == "number"), None)
        apart = any(c.token is total and c.claim.quantity.startswith("carried") for c in counted) or _of_both_tracks(total, counted)
        apart = apart or (total is not None and clause.tokens[0] is not total and _is_a_change(clause, total))
        if total is not None and total.amount and total.name in _UNITS and not apart and _ends_with(clause, total):
            found = _listed(sentence, parts, position, total, counted)
            if found:
                yield found
                return
    if "万" in sentence.text or "亿" in sentence.text:
        yield from without_its_wan(sentence, parts)


_TRACKS = frozenset(("reconsideration", "litigation", "direct_litigation", "litigation_after_reconsideration"))


def _is_a_change(clause: Clause, total: Token) -> bool:
    """申请106件，比去年增加12件，其中当面6件、网络37件: by how much there were more is no total of these."""
    return any(t.kind == "change" and t.end == total.start for t in clause.tokens)


def _of_both_tracks(total: Token | None, counted: Sequence[Counted]) -> bool:
    """行政复议7件、行政诉讼3件，其中维持4件，纠正5件: the rulings are of both."""
    before = {c.claim.quantity for c in counted if total is not None and c.token.start <= total.start} & _TRACKS
    return len(before) > 1 and any(c.token is total and c.claim.quantity in _TRACKS for c in counted)


def _parted(text: str, parts: Sequence[Clause]) -> Sequence[Clause]:
    """18件申请中网络申请16件: the total and its first part stand in one clause."""
    found: list[Clause] = []
    for clause in parts:
        at = next((n for n, t in enumerate(clause.tokens) if n and t.kind in ("request", "ask") and text.startswith("中", t.end)), 0)
        if not at or clause.tokens[at - 1].kind != "number" or not any(t.kind == "number" for t in clause.tokens[at:]):
            found.append(clause)
            continue
        cut = clause.tokens[at].end + 1
        found += [
            replace(clause, tokens=clause.tokens[: at + 1], end=cut),
            replace(clause, tokens=clause.tokens[at + 1 :], start=cut, after="中"),
        ]
    return found


def _ends_with(clause: Clause, total: Token) -> bool:
    """Nothing but a word or two after the total: the list is of it."""
    after = [token for token in clause.tokens if token.start > total.start]
    named = sum(token.end - token.start for token in after)
    return all(token.kind in _AFTER_TOTAL for token in after) and clause.end - total.end - named <= _WORDS_AFTER


_WORDS_AFTER = 4
# 共1293件全部办结，其中…
_AFTER_TOTAL = frozenset(("part", "request", "ask", "sign", "all", "each", "conclude"))


def _listed(sentence: Sentence, parts: Sequence[Clause], position: int, total: Token, counted: Sequence[Counted]) -> Listing | None:
    following = _skip_change(parts, _skip_carried(parts, position + 1, counted))
    bracket = following < len(parts) and parts[following].after == "("  # 984条（其中：领导信箱362条，……）
    following = _behind_its_head(sentence.text, parts, following)
    opened = parts[following] if following < len(parts) else None
    if opened is None or not total.amount or _OVERLAPPING.search(sentence.text, total.end) or _for_the_next(sentence.text, opened):
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
    numbers, whole, last = _parts(sentence.text, parts, following, total, opened.depth, bracket, by_channel)
    if bracket and len(numbers) < _LEAST and (papers := _papers(parts, following, total, opened.depth))[0]:
        numbers, whole, last = papers
    if not numbers or not all(token.amount and _countable(token.amount, total.amount) for token in numbers):
        return None
    if len(numbers) < _LEAST and not (among and _more_alone(sentence.text, total, numbers[0])):
        return None
    made = sum((token.amount.value for token in numbers if token.amount), Decimal(0))
    of_a_part = _OF_A_PART.search(sentence.text, total.end, numbers[-1].end) or BY_FORM_AND_BY_WHOM.search(sentence.text, total.end)
    if of_a_part or is_of_one_before(sentence.text, total.start, made):
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


def _behind_its_head(text: str, parts: Sequence[Clause], at: int) -> int:
    """Where the parts begin: 按申请方式分为：网络28件，…; 从提交方式看，网络28件、…; nowhere behind the head of another group."""
    head = parts[at] if at + 1 < len(parts) and not any(t.kind == "number" for t in parts[at].tokens) else None
    if head is not None and parts[at + 1].after == ":":
        return at + 1 if _DIVIDES.match(text, head.start, head.end) else len(parts)
    return at + 1 if head is not None and _WAYS.search(text, head.start, head.end) else at


def _for_the_next(text: str, opened: Clause) -> bool:
    """会议22条，包括媒体解读、专家解读在内的各类解读155条: what is included there is in the next number, not in the one before."""
    first = next((t.start for t in opened.tokens if t.kind == "number"), opened.end)
    following = text[opened.start : max(first, opened.end) + _AS_FAR].split("。")[0]
    return INCLUDED.match(following) is not None


_AS_FAR = 60
INCLUDED = re.compile(r"(?:包括|包含|含)[^\d;。]*在内")


# 图解11篇、视频6篇、负责人解读12篇: an official's is of some form too
BY_FORM_AND_BY_WHOM = re.compile(
    "(?=.*(?:图解|图文|图表|图片|视频|动漫|动画|音频|文字|长图|一图|H5)).*(?:负责人|专家|领导|局长|部门|媒体|单位|工作人员)[^,;。\\d]{0,8}解读"
)


def _countable(part: Amount, whole: Amount) -> bool:
    """An exact number, or one in 万 as its whole: 访问量560万次，其中移动端280万次."""
    return part.exact or (part.many and whole.many and part.times == whole.times and not part.about)


_LEAST = 2
SO_FAR = re.compile("累计|历年|以来|共有|现有|截至")
_COUNTED_BEFORE = re.compile(r"\d(?:余|多)?(?:条次|条|篇|件|份|个|项|起|宗|场|期|次)")


def _more_alone(text: str, total: Token, part: Token) -> bool:
    """806条（其中，网站公开820条）: one part, of the same year, that is more than its whole."""
    more = total.amount is not None and part.amount is not None and part.amount.value > total.amount.high
    alone = not _COUNTED_BEFORE.search(text[: total.start])  # 一般案件10件，简易案件21件，其中处罚案件26件: of both
    return more and alone and part.name == total.name and not SO_FAR.search(text, total.end, part.start)


def _papers(parts: Sequence[Clause], start: int, total: Token, depth: int) -> tuple[list[Token], bool, int]:
    """推文1492条（微信发文660篇，微博837条）: the numbers in a bracket, of any measure word for papers, that nearly make the total."""
    last = next((n - 1 for n in range(start, len(parts)) if parts[n].depth < depth), len(parts) - 1)
    own = [t for c in parts[start : last + 1] for t in c.tokens if t.kind == "number"]
    values = [t.amount.value for t in own if t.amount]
    alike = total.name in _PAPERS and all(t.name in _PAPERS for t in own)
    value = total.amount.value if total.amount else Decimal(0)
    near = nearly(values, value) or (values and nearly([value], sum(values, Decimal(0))))
    return (own, True, last) if alike and len(values) == len(own) and near else ([], True, last)


_PAPERS = frozenset(("条", "篇", "件", "份"))


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
_WAYS = re.compile("方式|渠道|途径")
# What stands before the colon of a list of the number before it: 其中：, 主要内容：, 申请渠道：; not 执行公开内容：, 解读形式：, or
# another group: 决策公开类4条，执行公开类：工作动态52条，计划总结1条.
_DIVIDES = re.compile(
    "(?![^:]*(?:解读|宣传|培训|互动|回应))(?:.*(?:[其当]中|包[括含]|含|涵盖|涉及|分[别为布成类]|具体|如下|以下|类[别型]|方式|渠道|途径|形式|来源|来自|构成|组成|明细|按|从|即|主要)"
    "|.*[为是有]$|(?:公开|信息|发布|申请|的)*(?:内容|方面)$)"
)


def _by_media(text: str, parts: Sequence[Clause], numbers: Sequence[Token]) -> bool:
    """Whether each part is what was made public in one place."""
    starts = [
        max((t.end for c in parts for t in c.tokens if t.end <= n.start and t.kind in ("number", "sign", "part")), default=0)
        for n in numbers
    ]
    return all(BY_MEDIA.search(text, start, number.start) for start, number in zip(starts, numbers, strict=True))


def _skip_carried(parts: Sequence[Clause], at: int, counted: Sequence[Counted]) -> int:
    """收到9件，上年结转1件，其中…: the list after a carry-over is of both."""
    while (
        at < len(parts)
        and any(c.token in parts[at].tokens and c.claim.quantity == "carried_in" for c in counted)
        and parts[at].after == ","
    ):
        at += 1
    return at


def _skip_change(parts: Sequence[Clause], at: int) -> int:
    """申请490件，较上年下降11.1%，其中邮寄277件: the list is of the requests; 增加15件，其中… may be of those fifteen."""
    if at + 1 < len(parts) and parts[at].after == "," and parts[at + 1].tokens and parts[at + 1].tokens[0].name == "part":
        numbers = [t for t in parts[at].tokens if t.kind == "number"]
        return at + (any(t.kind == "change" for t in parts[at].tokens) and bool(numbers) and all(t.name == "%" for t in numbers))
    return at


def _parts(
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


def _enough(numbers: Sequence[Token], total: Amount, carried: Decimal) -> Sequence[Token]:
    """The parts up to where they make the total: what follows counts something else."""
    summed = Decimal(0)
    for count, token in enumerate(numbers, 1):
        summed += token.amount.value if token.amount else 0
        if count > 1 and total.low <= summed <= total.high + carried:
            return numbers[:count]
    return numbers


def _without_their_parts(numbers: Sequence[Token], total: Amount) -> Sequence[Token]:
    """争议7件，其中复议4件，维持2件，未审结2件；诉讼3件，……: 4 and 3 where these make the total."""
    values = [token.amount.value for token in numbers if token.amount]
    tops = without_parts(values)
    whole = len(tops) > 1 and sum(values[at] for at in tops) == total.value
    return [numbers[at] for at in tops] if whole else numbers


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
        numbers = _enough(numbers, amount, carried)  # by ways of which each is named nothing else is counted
    if own:
        numbers = _without_their_parts(numbers, amount)
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
