"""A claim made of words alone: none of it, all of it, some of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.context.head import DISPUTES
from gouji.narrative.context.passage import Passage
from gouji.narrative.context.subject import of_its_level
from gouji.narrative.context.voice import voice_at
from gouji.narrative.sentence.clauses import Clause, nothing_else, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import UNBOUNDED
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.stated.none_of_any_kind import none_of_any_kind
from gouji.narrative.stated.nothing_received import whatever_way
from gouji.narrative.whose.disputes import of_dispute
from gouji.narrative.whose.some_cases import of_some_matters

NONE, SOME = (Decimal(0), Decimal(0)), (Decimal(1), UNBOUNDED)
Said = tuple[str, Token, tuple[Decimal, Decimal]]
_ONE_SIDE = re.compile("在[^,。;]{1,8}(?<!信息公开)(?<!公开工作)方面$|(?:就|对)[^,。;]{1,10}(?:事项|问题|方面)$")
# 没有法人或其他组织申请公开政府信息: perhaps persons did.
_OF_ORGANISATIONS = re.compile("法人|组织|企业|(?<![本我])单位")
_OF_ANYBODY = re.compile("公民|公众|自然人|个人|群众|居民|村民|申请人|社会|任何人|人员")
# 关于部门信息公开事务的行政复议: the body's own
_OWN_DISCLOSURE = re.compile("部门(?:政府)?信息公开")
_BY_NOW = re.compile("目前|(?<![实出发体])现[已均都]|(?<!实)现全部|至今|如今")
_UNKNOWN_BEFORE, _UNKNOWN_AFTER = 1, 4


def _beside_all(said: Sequence[Clause]) -> bool:
    """受理34件政府信息公开申请（均为自然人提交）: a bracket right behind all that was received."""
    if len(said) < 2 or said[-1].after != "(" or any(clause.depth for clause in said[:-1]):
        return False
    kinds = [token.kind for token in said[-2].tokens]
    return "receive" in kinds and kinds.count("number") == 1 and not {"part", "channel", "carry", "outcome"} & set(kinds)


_DENIED = ("no_", "none_")
_SOME_CASES = re.compile("[1-9一二三四五六七八九十两][件起宗例]")


def _of_all_years(text: str, said: Sequence[Clause]) -> Sequence[Clause]:
    """全年及历年均未接到, 近三年来未发生: none in all these years is none in this one, where no number tells otherwise."""
    tokens = [t for c in said for t in c.tokens]
    spans = [t for t in tokens if (t.kind, t.name) == ("time", "cumulative")]
    if not spans or _SOME_CASES.search(text):
        return said
    begun = [t for t in tokens if t.kind == "year" and any(t.end == s.start and text[s.start : s.end] == "以来" for s in spans)]
    left_out = {t.start for t in (*spans, *begun)}
    return [replace(c, tokens=tuple(t for t in c.tokens if t.start not in left_out)) for c in said]


def claimed(
    sentence: Sentence, said: Sequence[Clause], quantity: str, first: Token, last: Token, bounds: tuple[Decimal, Decimal], passage: Passage
) -> Claim:
    """The claim from the first of these words to the last, in doubt where much in its clause is unknown."""
    start, end = min(first.start, last.start), max(first.end, last.end)
    printed, place = sentence.within(start, end)
    scope = _of_whom(sentence, said, quantity, first, last, bounds == NONE, passage)
    doubts = (*sentence.paragraph.doubts, *(("scope-unclear",) if scope is Scope.UNCLEAR else ()))
    doubts = (*doubts, *_doubts(sentence, said, quantity, first, last, passage))
    who, clause = passage.who, said[-1]
    plain = nothing_else(sentence.text, clause, max(start, clause.start), min(end, clause.end), who.names, who.is_called)
    return Claim(quantity, bounds[0], *bounds, printed, sentence.printed, place, doubts, scope, plain=plain)


def _of_whom(sentence: Sentence, said: Sequence[Clause], quantity: str, first: Token, last: Token, denied: bool, passage: Passage) -> Scope:
    """Whose requests or disputes the words are of, and whether of all of them."""
    clause = said[-1]
    spoken = _of_all_years(sentence.text, said) if denied and quantity.startswith(_DENIED) else said
    voice = voice_at(passage.who, sentence.text, spoken, first.start, first, passage.voice)
    scope = voice.scope
    if voice.running and scope is Scope.OWN and not any(t.name == "cumulative" for t in clause.tokens):
        scope = Scope.UNCLEAR  # 累计受理申请9件，已全部办结: perhaps those of several years
    if (
        _ONE_SIDE.search(sentence.text[clause.start : first.start])
        or (quantity == "none_received" and _of_organisations(sentence.text, first, last))
        or _of_some_ways(sentence.text, clause, quantity, first, last, passage)
        or (clause.depth and not (quantity.startswith("all_") and _beside_all(said)))
    ):
        scope = Scope.OTHER
    begun = max(first.start, clause.start) if first.kind == "phrase" else first.end
    of_any_kind = quantity.startswith("no_") and none_of_any_kind(sentence, said, begun, passage)
    if any(name in quantity for name in DISPUTES) and not of_any_kind:
        scope = of_dispute(sentence, said, scope, passage)
    return scope


def _of_organisations(text: str, first: Token, last: Token) -> bool:
    start, end = min(first.start, last.start), max(first.end, last.end)
    return _OF_ORGANISATIONS.search(text, start, end) is not None and _OF_ANYBODY.search(text, start, end) is None


def _of_some_ways(text: str, clause: Clause, quantity: str, first: Token, last: Token, passage: Passage) -> bool:
    """Whether a way of applying, or another body, stands among the words."""
    begun = first.end if first.kind == "phrase" else first.start + 1  # a whole phrasing has its own 书面、网络等任何形式
    later = [t for t in clause.tokens if begun <= t.start and t.kind in ("channel", "others", "office")]
    if quantity == "none_received" and whatever_way(text, first.end, last.start):
        later = [t for t in later if t.kind != "channel"]
    return any(not (_OWN_DISCLOSURE.match(text, t.start) or of_its_level(passage.who, text, t)) for t in later)


def _doubts(sentence: Sentence, said: Sequence[Clause], quantity: str, first: Token, last: Token, passage: Passage) -> Iterator[str]:
    """Why the words may not say all that they seem to."""
    if quantity.startswith(("none", "no_", "all_concluded")) and _among_unknown(sentence.text, said[-1], first, last, passage):
        yield "clause-unclear"
    if quantity.startswith(("no_", "none_")) and quantity.endswith(DISPUTES) and of_some_matters(sentence.text, said, first):
        yield "clause-unclear"
    if quantity.startswith("none_pending") and _AT_WRITING.search(sentence.text):
        yield "writing-day"
    if quantity == "all_concluded" and _BY_NOW.search(sentence.text, said[-1].start, said[-1].end):
        yield "writing-day"


# Decided when the text was written, perhaps still open on 31 December.
_AT_WRITING = re.compile("截至|截止|目前|现已|现均")


def _among_unknown(text: str, clause: Clause, first: Token, last: Token, passage: Passage) -> bool:
    """Whether much of what stands around the words is unknown, and not the body's name."""
    start, end = min(first.start, last.start), max(first.end, last.end)
    before = unknown(text, clause, clause.start, start, passage.who.names)
    before = "" if passage.who.is_called(before) else before
    rest = unknown(text, clause, min(end, clause.end) if first.kind == "phrase" else start, clause.end, passage.who.names)
    rest = "" if first.end == last.start and last.end >= clause.end else rest  # 没有|被撤销或变更的情况
    much = len(before) > _UNKNOWN_BEFORE or len(rest) > _UNKNOWN_AFTER
    return much and not passage.who.is_named(text[clause.start : start])
