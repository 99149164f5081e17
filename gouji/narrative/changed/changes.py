"""Changes on last year: how much more or less, from which number to which."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.changed.compared import both_years, named_before, of_what, on_last_year, prior_of
from gouji.narrative.changed.yearly import TwoYears, two_years
from gouji.narrative.claim import Change, Scope
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.context.voice import voice_at
from gouji.narrative.sentence.clauses import PASSED, Clause, gap, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import COUNTED, Amount, room
from gouji.narrative.sentence.sentences import Sentence

_DIRECTIONS = {"up": 1, "down": -1, "same": 0}
_LEVELS = {"up_to": 1, "down_to": -1}


def changes(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted], passage: Passage) -> Iterator[Change]:
    """较上年下降12.3%, 比2022年（31起）减少9起, 由31件增加到40件, 与上年持平."""
    beside: list[TwoYears] = []
    for position, clause in enumerate(parts):
        for index, token in enumerate(clause.tokens):
            if token.name == "倍" and token.kind == "number" and (times := _times(sentence, parts, position, index, counted, passage)):
                yield times
            if token.kind != "change":
                continue
            if token.name in _LEVELS:
                found = _from_to(sentence, parts, position, index, passage)
            else:
                found = _change(sentence, parts, position, index, counted, passage) if token.name in _DIRECTIONS else None
            if found is None or found.scope is Scope.OTHER or found.prior is None or found.current is None:
                beside = beside or [*two_years(sentence.text, parts, passage.who)]
                found = next((_between(sentence, two, counted) for two in beside if two.word is token), found)
            if found:
                yield found


def _between(sentence: Sentence, two: TwoYears, counted: Sequence[Counted]) -> Change | None:
    """What two numbers side by side make of the word of change, whosever they are."""
    if two.prior.amount is None or two.current.amount is None:
        return None
    percent = two.by is not None and two.by.name == "%"
    amount = two.by.amount if two.by is not None else None
    low, high = (None, None) if amount is None else room(amount) if percent else (amount.low, amount.high)
    quantity = next((c.claim.quantity for c in counted if c.token is two.current), _ANYTHING)
    tokens = [two.prior, two.current, two.word, *([two.by] if two.by else [])]
    printed, place = sentence.within(min(t.start for t in tokens), max(t.end for t in tokens))
    return Change(
        quantity, {**_DIRECTIONS, **_LEVELS}[two.word.name], percent, low, high, two.prior.amount.value, two.current.amount.value, printed,
        sentence.printed, place, sentence.paragraph.doubts,
    )  # fmt: skip


def _change(
    sentence: Sentence, parts: Sequence[Clause], position: int, index: int, counted: Sequence[Counted], passage: Passage
) -> Change | None:
    clause, word = parts[position], parts[position].tokens[index]
    if not on_last_year(sentence.text, parts, position, passage) or _of_some(sentence.text, clause, word):
        return None
    if _of_something_else(sentence.text, parts, position, word):
        return None
    if any(token.kind == "each" for token in clause.tokens[:index]):
        return None  # 复议2件、诉讼7件，同比分别下降60%和12.5%
    quantity, current = of_what(parts, position, index, counted, passage)
    amount, last = _by_how_much(sentence.text, clause, index)
    if not quantity or (amount and amount.many) or any(token.name in _POINTS for token in clause.tokens):
        return None
    prior = prior_of(parts, position, word, last, passage)
    more_than = _MORE_THAN.match(sentence.text, word.start)
    if more_than:
        amount, last, prior = None, word, Decimal(more_than["prior"])
    both = both_years(parts, position, passage.who.year)
    prior, current = both or (prior, current)
    percent = bool(amount) and last.name == "%"
    low, high = (None, None) if amount is None else room(amount) if percent else (amount.low, amount.high)
    if amount is not None and last.name == "倍":
        # 增长2.1倍 is said of 3.1 times as many, and of 2.1 times as many too.
        percent, (low, high) = True, room(amount)
        low, high = max(low - 1, Decimal(0)) * 100, high * 100
    if word.name == "same":
        low = high = Decimal(0)
    end = last if last.end > word.end else word
    printed, place = sentence.within(word.start, end.end)
    voice = voice_at(
        passage.who, sentence.text, [_without_past(sentence.text, c) for c in parts[: position + 1]], word.start, None, passage.voice
    )
    return Change(
        quantity, _DIRECTIONS[word.name], percent, low, high, prior, current, printed, sentence.printed, place,
        sentence.paragraph.doubts, voice.subject if both else voice.scope,
    )  # fmt: skip


_POINTS = frozenset(("point", "个百分点", "百分点"))
# 工作量同比增加150%; 剔除重复申请后，申请量同比增长8%; 申请量增幅较上年回落
_ELSE = re.compile("工作量|任务量|业务量|平均|[人户日月季]均|剔除|扣除|除去|去除|不含|不计|可比|增幅|降幅|增速|涨幅|跌幅")


def _of_something_else(text: str, parts: Sequence[Clause], position: int, word: Token) -> bool:
    """Whether it is no change of the number itself: of another one, of some of it, of how fast it grew."""
    begun = parts[position - 1].start if position and parts[position].after == "," else parts[position].start
    match = next(iter(_ELSE.finditer(text, begun, word.start)), None)
    return match is not None and (match.start() >= parts[position].start or match.group()[-1] not in "幅速")


def _of_some(text: str, clause: Clause, word: Token) -> bool:
    """其中涉农申请增长89.7%: of some of them."""
    before = [token for token in clause.tokens if token.start < word.start]
    beside = before[-1] if before and before[-1].end == word.start else None
    if beside is not None and len(before) > 1 and before[-2].end == beside.start and before[-2].name in ("last", "whole"):
        beside = before[-2]  # 较上年同期
    if beside and (beside.kind, beside.name) == ("time", "last") and not text[: beside.start].endswith(_THAN):
        return True  # 同比增长20%（上年下降5%）: the change of the year before
    how = _HOW.search(text, clause.start, word.start)
    return any(token.kind == "part" for token in before) or len(unknown(text, clause, clause.start, how.start() if how else word.start)) > 1


# 比上年明显减少, 同比有较大幅度下降: how much it changed, in words.
_HOW = re.compile(
    "(?:同比|有所|有着?|略有?|略微|稍有?|明显|显著|大幅度?|小幅度?|较大幅度|一定(?:幅度|程度)?|较大|较多|较为|比较|呈现?出?|均|都|也|又|继续|持续|进一步|总体|整体|的)+"
    "(?=(?:上升|增长|增加|增多|提高|提升|上涨|回升|攀升|下降|减少|降低|回落|下滑|缩减)|$)"
)
_THAN = ("比", "较", "与", "同", "和", "跟", "相比于", "相较于", "对比于")
# 超过上年的82件: last year's number, none of the change.
_MORE_THAN = re.compile(r"超过(?:上一?年度?|去年)(?:同期)?的(?P<prior>\d{1,7})[件宗起份条个]")
# Two numbers and a direction can be set against each other whatever they count.
_ANYTHING = "anything"
_FROM = re.compile("[由从自](?:\\d{4}年度?|上一?年度?|去年|同期|原来|的)*$")


def _from_to(sentence: Sentence, parts: Sequence[Clause], position: int, index: int, passage: Passage) -> Change | None:
    """由上年的17件增至63件: both numbers, and how much that is where the next clause says so."""
    clause, word = parts[position], parts[position].tokens[index]
    before, after = (
        next((t for t in part if t.kind == "number"), None) for part in (clause.tokens[:index][::-1], clause.tokens[index + 1 :])
    )
    quantity = named_before(parts, position, word, passage)
    if before is None or after is None or not (before.amount and after.amount) or not (before.amount.exact and after.amount.exact):
        return None
    if before.name not in COUNTED or after.name not in COUNTED or _OTHER_SPAN.search(sentence.text):
        return None
    if not quantity and (
        before.name != after.name or not _FROM.search(sentence.text, clause.start, before.start) or after.start > word.end
    ):
        return None
    following = parts[position + 1] if position + 1 < len(parts) else None
    stated = _stated(following) if following and (quantity or _of_the_same(sentence.text, following)) else None
    low, high = room(stated.amount) if stated is not None and stated.amount else (None, None)
    doubled = _doubled(sentence.text, parts[position + 1 : position + 2]) if word.name == "up_to" else None
    if stated is not None and stated.amount and not quantity and stated.amount.about:
        low, high = low and low - 1, high and high + 1
    if stated is None and quantity and doubled:
        low, high = _ABOUT_DOUBLE
    printed, place = sentence.within(before.start, doubled or (stated or after).end)
    said = [_without_past(sentence.text, c) for c in parts[: position + 1]]
    scope = voice_at(passage.who, sentence.text, said, word.start, None, passage.voice).scope
    return Change(
        quantity or _ANYTHING, _LEVELS[word.name], low is not None, low, high, before.amount.value, after.amount.value, printed,
        sentence.printed, place, sentence.paragraph.doubts, scope,
    )  # fmt: skip


# 是上年14件的7.9倍, 相当于去年的2倍, (申请量)约为上年的0.5倍
_AS_MANY = re.compile(
    r"(?:是|为|相当于|达到了?|达)(?:了)?(?:20\d\d年度?|上一?年度?|去年度?)(?:同期)?(?:的|\(?(?P<prior>\d{1,7})[件宗起份]\)?的?|申请|总?量|数)*(?:约|近)?$"
)
_NEARLY_AS_MANY = Decimal("0.9"), Decimal("1.1")


def _times(
    sentence: Sentence, parts: Sequence[Clause], position: int, index: int, counted: Sequence[Counted], passage: Passage
) -> Change | None:
    """为上年的2.5倍: a rise by 150 %, of what the sentence names."""
    clause, number, text = parts[position], parts[position].tokens[index], sentence.text
    match = _AS_MANY.search(text, clause.start, number.start)
    last = next((t for t in clause.tokens if match and match.start() <= t.start and (t.name == "last" or t.kind == "year")), None)
    amount = number.amount
    if match is None or last is None or amount is None or _NEARLY_AS_MANY[0] <= amount.value <= _NEARLY_AS_MANY[1]:
        return None
    if last.kind == "year" and (passage.who.year is None or int(last.name) != passage.who.year - 1):
        return None
    if _OTHER_SPAN.search(text) or any(t.kind == "part" for t in clause.tokens[:index]):
        return None
    quantity, current = of_what(parts, position, clause.tokens.index(last), counted, passage)
    if not quantity or len(unknown(text, clause, clause.start, match.start())) > 1:
        return None
    low, high = ((bound - 1) * 100 for bound in room(amount))
    direction = 1 if amount.value > 1 else -1
    low, high = (max(low, Decimal(0)), high) if direction > 0 else (max(-high, Decimal(0)), -low)
    prior = Decimal(match["prior"]) if match["prior"] else None
    printed, place = sentence.within(match.start(), number.end)
    said = [_without_past(text, c) for c in parts[:position]] + [replace(clause, tokens=tuple(t for t in clause.tokens if t is not last))]
    scope = voice_at(passage.who, text, said, match.start(), None, passage.voice).scope
    return Change(
        quantity, direction, True, low, high, prior, current, printed, sentence.printed, place, sentence.paragraph.doubts, scope
    )  # fmt: skip


# 翻了一番 is said of nearly or somewhat more than twice as many.
_ABOUT_DOUBLE = Decimal(75), Decimal(135)
_DOUBLED = re.compile("(?:接?近)?翻了?一?番|(?:增长|增加)了?(?:近|约)?一倍")


def _doubled(text: str, following: Sequence[Clause]) -> int | None:
    """Where 由37件增至74件，翻了一番 ends."""
    match = _DOUBLED.fullmatch(text, following[0].start, following[0].end) if following else None
    return match.end() if match else None


_SAME = re.compile(
    "(?:同比|比上年|较上年|比去年|较去年|总体|整体|大幅|明显)*(?:增长|增加|上升|提高|下降|减少|降低|下滑|增幅|降幅|升幅|减幅)[^,;。\\d]{0,3}\\d"
)


def _of_the_same(text: str, following: Clause) -> bool:
    """同比下降83%: nothing but the change of the two numbers before."""
    return following.after == "," and bool(_SAME.match(text, following.start)) and sum(t.kind == "number" for t in following.tokens) == 1


def _stated(following: Clause) -> Token | None:
    """The per cent of the clause after: 由20件增至63件，增幅215%."""
    if not any(t.kind == "change" and t.name in _DIRECTIONS for t in following.tokens):
        return None
    return next((t for t in following.tokens if t.kind == "number" and t.name == "%"), None)


_OTHER_SPAN = re.compile("环比|季度|上半年|下半年|前年|累计")


_PAST = re.compile("(?:比|较|与|同|和|由|从|自|相对于|相比于|相较于|对比于)$")


def _without_past(text: str, clause: Clause) -> Clause:
    """The clause without the year that is compared with; 2022年申请量较2021年 is still of 2022."""
    past = [t for t in clause.tokens if (t.kind == "year" and _PAST.search(text[: t.start])) or (t.kind, t.name) == ("time", "last")]
    tokens = tuple(t for t in clause.tokens if t not in past)
    return Clause(tokens, clause.start, clause.end, clause.depth, clause.after)


def _by_how_much(text: str, clause: Clause, index: int) -> tuple[Amount | None, Token]:
    """The number right after the word of change."""
    word = clause.tokens[index]
    for token in clause.tokens[index + 1 :]:
        if token.kind == "number":
            near = gap(text, word.end, token.start) in ("", "约", "近", "幅度", "率", "了", "了约")
            times = token.name == "倍" and word.name == "up"
            if near and token.name == "成" and token.amount:
                return _in_tens(token.amount), replace(token, name="%")  # 增长近三成
            return (token.amount, token) if near and (token.name == "%" or times or token.name in COUNTED) else (None, word)
        if token.kind not in PASSED:
            break
    return None, word


def _in_tens(amount: Amount) -> Amount:
    """三成 as per cent, loosely: to the tens, one more either way."""
    value = amount.value * 10
    return replace(amount, value=value, low=value - 10, high=value + 10, step=Decimal(10), about=True)
