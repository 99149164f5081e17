"""Changes on last year: how much more or less, from which number to which."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Change, Scope
from gouji.narrative.clauses import PASSED, Clause, gap, unknown
from gouji.narrative.compared import both_years, named_before, of_what, on_last_year, prior_of
from gouji.narrative.lexicon import Token
from gouji.narrative.numbers import COUNTED, Amount, room
from gouji.narrative.passage import Counted, Passage
from gouji.narrative.sentences import Sentence
from gouji.narrative.voice import voice_at
from gouji.narrative.yearly import TwoYears, two_years

_DIRECTIONS = {"up": 1, "down": -1, "same": 0}
_LEVELS = {"up_to": 1, "down_to": -1}


def changes(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted], passage: Passage) -> Iterator[Change]:
    """较上年下降12.3%, 比2022年（31起）减少9起, 由31件增加到40件, 与上年持平."""
    beside: list[TwoYears] = []
    for position, clause in enumerate(parts):
        for index, token in enumerate(clause.tokens):
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
    quantity, current = of_what(parts, position, index, counted, passage)
    amount, last = _by_how_much(sentence.text, clause, index)
    if not quantity or (amount and amount.many) or any(token.name == "point" for token in clause.tokens):
        return None
    prior = prior_of(parts, position, word, last, passage)
    both = both_years(parts, position, passage.who.year)
    prior, current = both or (prior, current)
    percent = bool(amount) and last.name == "%"
    low, high = (None, None) if amount is None else room(amount) if percent else (amount.low, amount.high)
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


def _of_some(text: str, clause: Clause, word: Token) -> bool:
    """其中涉农申请增长89.7%: of some of them."""
    before = [token for token in clause.tokens if token.start < word.start]
    beside = before[-1] if before and before[-1].end == word.start else None
    if beside is not None and len(before) > 1 and before[-2].end == beside.start and before[-2].name in ("last", "whole"):
        beside = before[-2]  # 较上年同期
    if beside and (beside.kind, beside.name) == ("time", "last") and text[: beside.start][-1:] not in _THAN:
        return True  # 同比增长20%（上年下降5%）: the change of the year before
    return any(token.kind == "part" for token in before) or len(unknown(text, clause, clause.start, word.start)) > 1


_THAN = frozenset("比较与同和跟")
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
    stated = _stated(parts[position + 1]) if quantity and position + 1 < len(parts) else None
    low, high = room(stated.amount) if stated is not None and stated.amount else (None, None)
    doubled = _doubled(sentence.text, parts[position + 1 : position + 2]) if word.name == "up_to" else None
    if stated is None and quantity and doubled:
        low, high = _ABOUT_DOUBLE
    printed, place = sentence.within(before.start, doubled or (stated or after).end)
    said = [_without_past(sentence.text, c) for c in parts[: position + 1]]
    scope = voice_at(passage.who, sentence.text, said, word.start, None, passage.voice).scope
    return Change(
        quantity or _ANYTHING, _LEVELS[word.name], low is not None, low, high, before.amount.value, after.amount.value, printed,
        sentence.printed, place, sentence.paragraph.doubts, scope,
    )  # fmt: skip


# 翻了一番 is said of nearly or somewhat more than twice as many.
_ABOUT_DOUBLE = Decimal(75), Decimal(135)
_DOUBLED = re.compile("(?:接?近)?翻了?一?番|(?:增长|增加)了?(?:近|约)?一倍")


def _doubled(text: str, following: Sequence[Clause]) -> int | None:
    """Where 由37件增至74件，翻了一番 ends."""
    match = _DOUBLED.fullmatch(text, following[0].start, following[0].end) if following else None
    return match.end() if match else None


def _stated(following: Clause) -> Token | None:
    """The per cent of the clause after: 由20件增至63件，增幅215%."""
    if not any(t.kind == "change" and t.name in _DIRECTIONS for t in following.tokens):
        return None
    return next((t for t in following.tokens if t.kind == "number" and t.name == "%"), None)


_OTHER_SPAN = re.compile("环比|季度|上半年|下半年|前年|累计")


_PAST = re.compile("(?:比|较|与|同|和|由|从|自|相对于|对比)$")


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
            return (token.amount, token) if near and (token.name == "%" or token.name in COUNTED) else (None, word)
        if token.kind not in PASSED:
            break
    return None, word
