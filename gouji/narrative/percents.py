"""Per cents and changes: rates, shares of a number of requests, and changes on last year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Change, Claim, Scope, Share
from gouji.narrative.clauses import PASSED, Clause, gap, unknown
from gouji.narrative.counts import Counted, Passage
from gouji.narrative.lexicon import Token
from gouji.narrative.numbers import COUNTED, Amount
from gouji.narrative.sentences import Sentence
from gouji.narrative.voice import voice_at

_MAY_BE_NEGATIVE = re.compile("余额|结余|赤字|利润|差额|顺差|逆差|收支")
_DOCUMENTS = re.compile("规范性文件|重要文件|重要政策|政策性?文件")
_DIRECTIONS = {"up": 1, "down": -1, "same": 0}
_LEVELS = {"up_to": 1, "down_to": -1}


def rates(sentence: Sentence, parts: Sequence[Clause], passage: Passage) -> Iterator[Claim]:
    """Falls and rates in per cent, whatever they are of: decrease, rate, rate_possible; all_of_none, all_concluded at 100 %."""
    for clause in parts:
        for index, token in enumerate(clause.tokens):
            if token.kind == "number" and token.name == "%" and token.amount:
                yield from _rate(sentence, clause, index, token.amount, passage)


def _rate(sentence: Sentence, clause: Clause, index: int, amount: Amount, passage: Passage) -> Iterator[Claim]:
    number, words = clause.tokens[index], clause.before(index)
    known = [token for token in words if token.kind not in PASSED]
    # Several rates may share their number: 公开率、解读率均为100%.
    if not known or gap(sentence.text, known[-1].end, number.start, words):
        return
    last = known[-1]
    if last.kind == "change" and last.name == "down" and not _level(sentence.text, clause, index):
        yield _per_cent("decrease", sentence, last, number, amount)
    for token in [token for token in known if token.kind == "rate"] if last.kind == "rate" else []:
        quantity = {"rate": "rate", "rate_possible": "rate_possible"}.get(token.name)
        if quantity:
            yield _per_cent(quantity, sentence, token, number, amount)
        if amount.value == 100 and amount.exact:
            yield from _whole(sentence, clause, token, number, amount, passage)


def _level(text: str, clause: Clause, index: int) -> bool:
    """由12%下降 speaks of a rate, and what may be negative can fall by more than all."""
    before = text[clause.start : clause.tokens[index].start]
    return bool(re.search(r"[由从][\d.]+%", before) or _MAY_BE_NEGATIVE.search(before))


def _whole(sentence: Sentence, clause: Clause, token: Token, number: Token, amount: Amount, passage: Passage) -> Iterator[Claim]:
    said = sentence.text[token.start : token.end]
    if said in ("公开率", "解读率") and _DOCUMENTS.search(sentence.text, 0, token.start):
        yield _made("all_of_none", sentence, token, number, Decimal(1), Decimal(10) ** 12)
    if (
        said == "办结率"
        and passage.topic.kind == "request"
        and not re.search("按期|按时|到期|期限|应办", sentence.text[max(0, token.start - 6) : token.start])
    ):
        yield _made("all_concluded", sentence, token, number, Decimal(0), Decimal(0))


def _per_cent(quantity: str, sentence: Sentence, first: Token, number: Token, amount: Amount) -> Claim:
    return _made(quantity, sentence, first, number, amount.low, amount.high, amount.value)


def _made(quantity: str, sentence: Sentence, first: Token, last: Token, low: Decimal, high: Decimal, value: Decimal | None = None) -> Claim:
    printed, place = sentence.within(first.start, last.end)
    doubts = sentence.paragraph.doubts
    return Claim(quantity, low if value is None else value, low, high, printed, sentence.printed, place, doubts)


def shares(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted]) -> Iterator[Share]:
    """258件，占33.9%: numbers of requests beside their share."""
    for position, clause in enumerate(parts):
        for index, token in enumerate(clause.tokens):
            amount = token.amount
            if token.name == "%" and amount and (of := _of_share(sentence, parts, position, index, counted)):
                low, high = room(replace(amount, about=amount.about or of[2]))
                printed, place = sentence.within(of[1].start, token.end)
                totals = tuple(c.claim.value for c in counted if c.claim.exact and c.claim.value > of[0].claim.value)
                yield Share(of[0].claim, low, high, printed, place, totals)


def room(amount: Amount) -> tuple[Decimal, Decimal]:
    """What a printed number may truly be: rounded or cut at its last digit; 约 leaves one more."""
    more = amount.step if amount.about else Decimal(0)
    value = amount.value
    if amount.about and amount.low != amount.value:
        return min(amount.low, value - amount.step - more), max(amount.high, value + amount.step + more)
    return value - amount.step / 2 - more, value + amount.step + more


def _of_share(
    sentence: Sentence, parts: Sequence[Clause], position: int, index: int, counted: Sequence[Counted]
) -> tuple[Counted, Token, bool] | None:
    """The number that a share is of: the last one before it, in the same clause or the one before."""
    clause = parts[position]
    words = clause.before(index)
    marks = [token for token in words if token.kind == "share"]
    if not marks or any(t.kind in _OTHER_BASES for t in words if t.start > marks[-1].start):
        return None
    if len(_BASE.sub("", gap(sentence.text, marks[-1].end, clause.tokens[index].start, words))) > 1:
        return None
    before = [c for c in counted if c.token.start < marks[-1].start and position - c.clause <= 1]
    numbers = [t for c in parts[: position + 1] for t in c.tokens if t.kind == "number" and t.start < marks[-1].start]
    if not before or before[-1].token is not numbers[-1] or not _of_requests(before[-1].claim.quantity):
        return None
    # 复议1件，占…: only shares of requests have a base that the tables give.
    return before[-1], before[-1].token, sentence.text[: marks[-1].start].endswith("约")


# 占全县申请总量的: of what the tables do not give.
_OTHER_BASES = frozenset(("area", "others", "office", "outcome", "foreign", "dispute", "ruling", "rate"))
# What a share may be of: 占办结申请的比例为, 占收到申请数的.
_BASE = re.compile("办结|办理|答复|办复|收到|新收|受理|全部|全年|申请|总|数|量|的|比例|比重|百分比|件|约|为|达")
_OUTCOMES = ("granted", "partially", "denied", "unavailable", "rejected", "other_", "applicants", "channel")
_WHOLES = ("received", "concluded", "carried_in", "carried_out")


def _of_requests(quantity: str) -> bool:
    return quantity.startswith(_OUTCOMES) or quantity in _WHOLES


def changes(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted], passage: Passage) -> Iterator[Change]:
    """较上年下降12.3%, 比2022年（31起）减少9起, 由31件增加到40件, 与上年持平."""
    for position, clause in enumerate(parts):
        for index, token in enumerate(clause.tokens):
            if token.kind != "change":
                continue
            if token.name in _LEVELS:
                found = _from_to(sentence, parts, position, index, passage)
            else:
                found = _change(sentence, parts, position, index, counted, passage) if token.name in _DIRECTIONS else None
            if found:
                yield found


def _change(
    sentence: Sentence, parts: Sequence[Clause], position: int, index: int, counted: Sequence[Counted], passage: Passage
) -> Change | None:
    clause, word = parts[position], parts[position].tokens[index]
    if not _on_last_year(sentence.text, parts, position, passage) or _of_some(sentence.text, clause, word):
        return None
    quantity, current = _of_what(parts, position, index, counted, passage)
    amount, last = _by_how_much(sentence.text, clause, index)
    if not quantity or (amount and amount.many) or any(token.name == "point" for token in clause.tokens):
        return None
    prior = _prior(parts, position, word, last, passage)
    percent = bool(amount) and last.name == "%"
    low, high = (None, None) if amount is None else room(amount) if percent else (amount.low, amount.high)
    if word.name == "same":
        low = high = Decimal(0)
    end = last if last.end > word.end else word
    printed, place = sentence.within(word.start, end.end)
    voice = voice_at(passage.who, sentence.text, [_without_past(c) for c in parts[: position + 1]], word.start, None, passage.voice)
    return Change(
        quantity, _DIRECTIONS[word.name], percent, low, high, prior, current, printed, sentence.printed, place,
        sentence.paragraph.doubts, voice.scope,
    )  # fmt: skip


def _of_some(text: str, clause: Clause, word: Token) -> bool:
    """其中涉农申请增长89.7%: of some of them."""
    before = [token for token in clause.tokens if token.start < word.start]
    return any(token.kind == "part" for token in before) or len(unknown(text, clause, clause.start, word.start)) > 1


def _from_to(sentence: Sentence, parts: Sequence[Clause], position: int, index: int, passage: Passage) -> Change | None:
    """由上年的17件增至63件: both numbers, and how much that is where the next clause says so."""
    clause, word = parts[position], parts[position].tokens[index]
    before, after = (
        next((t for t in part if t.kind == "number"), None) for part in (clause.tokens[:index][::-1], clause.tokens[index + 1 :])
    )
    quantity = _named(parts, position, word, passage)
    if (
        not quantity
        or before is None
        or after is None
        or not (before.amount and after.amount)
        or not (before.amount.exact and after.amount.exact)
    ):
        return None
    if before.name not in COUNTED or after.name not in COUNTED or _OTHER_SPAN.search(sentence.text):
        return None
    following = parts[position + 1] if position + 1 < len(parts) else None
    stated = next((t for t in following.tokens if t.kind == "number" and t.name == "%"), None) if following else None
    if following is not None and not any(t.kind == "change" and t.name in _DIRECTIONS for t in following.tokens):
        stated = None
    low, high = room(stated.amount) if stated is not None and stated.amount else (None, None)
    printed, place = sentence.within(before.start, (stated or after).end)
    scope = voice_at(passage.who, sentence.text, [_without_past(c) for c in parts[: position + 1]], word.start, None, passage.voice).scope
    return Change(
        quantity, _LEVELS[word.name], stated is not None, low, high, before.amount.value, after.amount.value, printed, sentence.printed,
        place, sentence.paragraph.doubts, scope,
    )  # fmt: skip


_OTHER_SPAN = re.compile("环比|季度|上半年|下半年|前年|累计")


def _without_past(clause: Clause) -> Clause:
    """The clause without the year that is compared with."""
    tokens = tuple(t for t in clause.tokens if not (t.kind == "year" or (t.kind == "time" and t.name == "last")))
    return Clause(tokens, clause.start, clause.end, clause.depth, clause.after)


def _on_last_year(text: str, parts: Sequence[Clause], position: int, passage: Passage) -> bool:
    """Whether the comparison is with the year before, named in this clause or the two before it; 环比 is with something else."""
    near = parts[max(0, position - 2) : position + 1]
    said = text[near[0].start : near[-1].end]
    year = passage.who.year
    named = [
        t for c in near for t in c.tokens if (t.kind, t.name) == ("time", "last") or (t.kind == "year" and year and int(t.name) == year - 1)
    ]
    others = [t for c in near for t in c.tokens if t.name == "half"]
    return bool(named or "同比" in said) and not others and "环比" not in said and "前年" not in said


def _of_what(
    parts: Sequence[Clause], position: int, index: int, counted: Sequence[Counted], passage: Passage
) -> tuple[str, Decimal | None]:
    """The quantity that changed and, where the sentence gives it, this year's number."""
    word = parts[position].tokens[index]
    before = [t for c in parts[: position + 1] for t in c.tokens if t.start < word.start]
    own = [c for c in counted if c.claim.exact and c.claim.scope is Scope.OWN and c.token.start < word.start and position - c.clause <= 3]
    named = _named(parts, position, word, passage)
    if own and own[-1].clause == position - 1 and not {t.kind for t in parts[position].tokens if t.start < word.start} & _NAMING:
        named = None
    if named is not None and not (own and own[-1].clause == position):
        return named, next((c.claim.value for c in own if c.claim.quantity == named), None)
    if not own:
        return "", None
    # 22起，比上年（31起）下降: one number may stand between, last year's.
    between = [t for t in before if t.kind == "number" and t.start > own[-1].token.start and t.name in COUNTED]
    return (own[-1].claim.quantity, own[-1].claim.value) if len(between) <= 1 else ("", None)


def _named(parts: Sequence[Clause], position: int, word: Token, passage: Passage) -> str | None:
    """What the words before the change name in its clause, else in the one before it: received, nothing known (""), None."""
    for clause in (parts[position], parts[position - 1] if position else None):
        kinds = {t.kind for t in clause.tokens if t.start < word.start} & _NAMING if clause else set()
        if kinds:
            sure = "request" in kinds or ("ask" in kinds and passage.topic.kind == "request")
            return "received" if sure and kinds <= {"request", "ask", "receive"} else ""
        if clause and any(t.kind == "number" and t.start < word.start for t in clause.tokens):
            return None
    return None


_NAMING = frozenset(
    [
        "request",
        "ask",
        "conclude",
        "foreign",
        "published",
        "dispute",
        "document",
        "decision",
        "rate",
        "receive",
        "noise",
        "outcome",
        "carry",
        "fee",
        "channel",
        "applicant",
    ]
)


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


def _prior(parts: Sequence[Clause], position: int, word: Token, amount: Token, passage: Passage) -> Decimal | None:
    """Last year's number, where the sentence gives exactly one: 上年31起, 2022年（31起）."""
    year = passage.who.year
    found: list[Decimal] = []
    past = False
    for clause in parts[max(0, position - 2) : position + 2]:
        past = past and (bool(clause.depth) or clause.after == "(")
        for token in clause.tokens:
            if (token.kind, token.name) == ("time", "last") or (token.kind == "year" and year and int(token.name) == year - 1):
                past = True
            elif token.kind in ("change", "carry") or (token.kind == "year" and year and int(token.name) == year) or token.name == "whole":
                past = False
            elif token.kind == "number" and past and token is not amount and token.name in COUNTED and token.amount and token.amount.exact:
                found.append(token.amount.value)
                past = False
    return found[0] if len(found) == 1 else None
