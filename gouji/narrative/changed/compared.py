"""What a change is of, and the two numbers that it is between."""

import re
from collections.abc import Sequence
from decimal import Decimal

from gouji.narrative.claim import Scope
from gouji.narrative.context.head import WHOLES
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import COUNTED

_THAN_LAST = re.compile("[比较](?:上一?年度?|去年)[多少]|超过(?:上一?年|去年)")


def on_last_year(text: str, parts: Sequence[Clause], position: int, passage: Passage) -> bool:
    """Whether the comparison is with the year before, named in this clause or the two before it; 环比 is with something else."""
    near = [*parts[max(0, position - 2) : position + 1], *_bracket(parts, position + 1)]
    said = text[near[0].start : near[-1].end]
    year = passage.who.year
    named = [
        t for c in near for t in c.tokens if (t.kind, t.name) == ("time", "last") or (t.kind == "year" and year and int(t.name) == year - 1)
    ]
    others = [t for c in near for t in c.tokens if t.name == "half"]
    # 本年度申请量有所回落，共收到17件，降幅75.3%
    by_itself = bool(_BY_HOW_MUCH.search(text, parts[position].start, parts[position].end)) and _turned_this_year(near, parts[position])
    return (
        bool(named or "同比" in said or _THAN_LAST.search(said) or by_itself) and not others and "环比" not in said and "前年" not in said
    )


_BY_HOW_MUCH = re.compile("(?:增|降|涨|跌|减|升)幅")


def _turned_this_year(near: Sequence[Clause], last: Clause) -> bool:
    """Whether a clause before says that this year's number rose or fell, of no other span."""
    before = [t for c in near if c is not last for t in c.tokens]
    return any(t.kind == "change" for t in before) and any((t.kind, t.name) == ("time", "whole") for t in before)


def _bracket(parts: Sequence[Clause], following: int) -> Sequence[Clause]:
    """增幅28.3%（与2022年相比）: what a bracket without a number says of the comparison."""
    after = parts[following : following + 1]
    return [c for c in after if c.after == "(" and not any(t.kind == "number" for t in c.tokens)]


def of_what(parts: Sequence[Clause], position: int, index: int, counted: Sequence[Counted], passage: Passage) -> tuple[str, Decimal | None]:
    """The quantity that changed and, where the sentence gives it, this year's number."""
    word = parts[position].tokens[index]
    before = [t for c in parts[: position + 1] for t in c.tokens if t.start < word.start]
    own = [c for c in counted if c.claim.exact and c.claim.scope is Scope.OWN and c.token.start < word.start and position - c.clause <= 3]
    named = named_before(parts, position, word, passage)
    if (
        own
        and parts[own[-1].clause] is _before(parts, position, passage.who.year)
        and not {t.kind for t in parts[position].tokens if t.start < word.start} & _NAMING
    ):
        named = None
    if named is not None and not (own and own[-1].clause == position):
        return named, next((c.claim.value for c in own if c.claim.quantity == named), None)
    if not own:
        return "", None
    # 22起，比上年（31起）下降: one number may stand between, last year's.
    between = [t for t in before if t.kind == "number" and t.start > own[-1].token.start and t.name in COUNTED]
    if len(between) > 1 or any(not _beside_last_year(parts[: position + 1], t, passage.who.year) for t in between):
        return "", None  # 上年结转8件，共计114件，较去年增加25件
    if own[-1].claim.quantity.startswith("carried") and any(c.claim.quantity in WHOLES for c in own[:-1]):
        return "", None  # 收到106件，结转下年8件，同比增加5件: of which of the two nobody knows
    return own[-1].claim.quantity, own[-1].claim.value


def _beside_last_year(parts: Sequence[Clause], number: Token, year: int | None) -> bool:
    """Whether last year is named before a number in its clause, or in the clause that its bracket stands in."""
    at = next(n for n, c in enumerate(parts) if number in c.tokens)
    near = parts[at - 1 : at + 1] if at and parts[at].depth else parts[at : at + 1]
    return any(
        t.start < number.start and ((t.kind, t.name) == ("time", "last") or (t.kind == "year" and year and int(t.name) == year - 1))
        for c in near
        for t in c.tokens
    )


def named_before(parts: Sequence[Clause], position: int, word: Token, passage: Passage) -> str | None:
    """What the words before the change name in its clause, else in the one before it: received, nothing known (""), None."""
    for clause in (parts[position], _before(parts, position, passage.who.year)):
        kinds = {t.kind for t in clause.tokens if t.start < word.start} & _NAMING if clause else set()
        if kinds:
            # 新收申请 is of requests though disputes were told before it.
            told = passage.topic.kind == "request" or (passage.topic.kind == "dispute" and "receive" in kinds)
            sure = "request" in kinds or ("ask" in kinds and told)
            return "received" if sure and kinds <= {"request", "ask", "receive"} else ""
        if clause and any(t.kind == "number" and t.start < word.start for t in clause.tokens):
            return None
    return None


def _before(parts: Sequence[Clause], position: int, year: int | None) -> Clause | None:
    """The clause before, a bracket and last year's number between left out: 受理74件（均为自然人），上年受理56件，同比上升."""
    at = position - 1
    while at > 0 and (parts[at].depth > parts[position].depth or _tells_last_year(parts[at], year)):
        at -= 1
    return parts[at] if at >= 0 else None


def _tells_last_year(clause: Clause, year: int | None) -> bool:
    """上年受理149件, 2022年为56件: of nothing else."""
    first = next(iter(clause.tokens), None)
    if first is None or not (
        (first.kind, first.name) == ("time", "last") or (first.kind == "year" and year and int(first.name) == year - 1)
    ):
        return False
    return sum(t.kind == "number" for t in clause.tokens) == 1 and not any(t.kind in ("change", "carry") for t in clause.tokens)


_NAMING = frozenset([
    "request", "ask", "conclude", "foreign", "published", "dispute", "document", "decision", "rate", "receive", "noise", "outcome",
    "carry", "fee", "channel", "applicant",
])  # fmt: skip


def prior_of(parts: Sequence[Clause], position: int, word: Token, amount: Token, passage: Passage) -> Decimal | None:
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


def both_years(parts: Sequence[Clause], position: int, year: int | None) -> tuple[Decimal, Decimal] | None:
    """2021年、2022年分别收到申请21件、100件，同比增长…: last year's number and this year's."""
    before = parts[position - 1].tokens if position else ()
    years = [int(t.name) for t in before if t.kind == "year"]
    numbers = [t.amount for t in before if t.kind == "number" and t.name in COUNTED and t.amount]
    if year is None or sorted(years) != [year - 1, year] or len(numbers) != 2 or not any(t.kind == "each" for t in before):
        return None
    prior, current = numbers[years.index(year - 1)], numbers[years.index(year)]
    return (prior.value, current.value) if prior.exact and current.exact else None
