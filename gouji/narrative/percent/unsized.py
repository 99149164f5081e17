"""Shares told without their number: 予以公开的占24.4%, of which only the tables know how many that were."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Claim, Scope, Share
from gouji.narrative.context.head import WHOLES
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.context.voice import voice_at
from gouji.narrative.sentence.clauses import PASSED, Clause, unknown
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import UNBOUNDED, room
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.whose.own import of_a_selection

_OUTCOMES = frozenset(("granted", "partially_granted", "granted_or_partial", "denied", "unavailable", "rejected"))
_APPLICANTS = frozenset(("natural_person", "business", "legal_persons"))
_BESIDE = frozenset(("request", "ask", "conclude", "handle", "receive", "decide", *PASSED))
_OTHERWISE = frozenset(("part", "open", "area", "others", "office", "behalf", "each"))
_BASE = re.compile("(?:申请|总|数|量|件|全部|全年|本年度?|办结|答复|受理|收到|的|比例|比重|比|达|为|约|本机关|我?[局委办厅]|政府信息公开)*")
_NOT_OF_ALL = re.compile("较|同比|上年|去年|往年(?!大体)|涉及|类(?!型)|提升|增|减|降|上升")


def unsized(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted], passage: Passage) -> Iterator[Share]:
    """The shares of outcomes and of applicants that have no other number, one or several in a clause."""
    if (
        ("占" not in sentence.text and "比例" not in sentence.text)
        or passage.topic.kind != "request"
        or passage.topic.attribute
        or passage.topic.other
    ):
        return
    wholes = [one.token for one in counted if one.claim.quantity in WHOLES and one.claim.scope is Scope.OWN]
    for position, clause in enumerate(parts):
        near = parts[max(0, position - 1) : position + 2]
        if clause.depth or not all(_share_or_whole(sentence.text, c, t, wholes) for c in near for t in c.tokens if t.kind == "number"):
            continue
        listed = any(t in wholes for c in near[:2] for t in c.tokens)  # 答复144件，其中予以公开占48.3%、不予公开占22.9%
        if (turns := _in_turn(sentence.text, clause)) is not None:
            for name, number in turns:
                yield from _share(sentence, [*parts[:position], clause], name, number, passage)
            continue
        for said in _said_apart(clause):
            number, mark = said.tokens[-1], _mark(sentence.text, said)
            named = _named(sentence.text, said, mark, number, listed) if mark is not None and number.name == "%" else None
            if named is not None and sum(t.kind == "number" for t in said.tokens) == 1:
                yield from _share(sentence, [*parts[:position], said], named, number, passage)


def _share_or_whole(text: str, clause: Clause, number: Token, wholes: Sequence[Token]) -> bool:
    """不予公开占48.3% names what it is of; a count beside it must be that of all requests."""
    if number.name != "%" or number.amount is None:
        return number in wholes
    mark = next((t for t in reversed(clause.tokens) if t.kind == "share" and t.end <= number.start), None)
    mark = mark or _mark(text, clause)
    if _in_turn(text, clause) is not None:
        return True
    if not any(t.kind in ("outcome", "applicant") for t in clause.tokens) and not _THE_REST.match(text, clause.start):
        return False
    return mark is not None and _BASE.fullmatch(text, mark.end, number.start) is not None


def _mark(text: str, clause: Clause) -> Token | None:
    """The word of the share: 占; 比例 right behind what it is of, 予以公开的比例为48.3%."""
    told = next((t for t in clause.tokens if t.kind == "share"), None)
    named = next((t for t in reversed(clause.tokens) if t.kind in ("outcome", "applicant")), None)
    if told is not None or named is None:
        return told
    match = _RATIO.match(text, named.end)
    return Token("share", "share", match.start("mark"), match.end("mark")) if match else None


_RATIO = re.compile(r"的?(?P<mark>比例|比重)(?=[为达约:]*\d)")


def _in_turn(text: str, clause: Clause) -> list[tuple[str, Token]] | None:
    """予以公开、部分公开、不予公开的比例分别为26.1%、24.1%、27.6%: each name with its share, where nothing else is said."""
    first = next((i for i, t in enumerate(clause.tokens) if t.kind == "number"), len(clause.tokens))
    before, numbers = clause.tokens[:first], [t for t in clause.tokens[first:] if t.kind == "number"]
    named = [name for t in before if t.kind in ("outcome", "applicant") for name in _names(text, t)]
    each = next((t for t in before if t.kind == "each"), None)
    last = max((t.end for t in before if t.kind in ("outcome", "applicant")), default=0)
    if each is None or len(named) < _PAIR or len(named) != len(numbers) or any(t.name != "%" for t in numbers):
        return None
    alone = (
        all(t.kind in ("outcome", "applicant", "each", "share", "sign") for t in before) and clause.tokens[first].start > each.start >= last
    )
    if not alone or not _RATIO_EACH.fullmatch(text, last, numbers[0].start) or unknown(text, clause, clause.start, last):
        return None
    return list(zip(named, numbers, strict=True)) if all(name in _OUTCOMES or name.startswith("applicants_") for name in named) else None


_PAIR = 2
_RATIO_EACH = re.compile("的?(?:申请|件)?(?:所)?(?:比例|比重|占比|占)?(?:分别|依次|各)(?:占|占比)?(?:为|约为|是|达)?")


def _names(text: str, token: Token) -> list[str]:
    if token.kind == "applicant":
        return [f"applicants_{token.name}"] if token.name in _APPLICANTS else [""]
    if token.name == "granted_or_partial" and text[token.start : token.end].count("、") == 1 and "或" not in text[token.start : token.end]:
        return ["granted", "partially_granted"]
    return [token.name]


_THE_REST = re.compile("其[他它余]")


def _said_apart(clause: Clause) -> Iterator[Clause]:
    """予以公开占48.3%、不予公开占22.9%: what each of the shares of a clause is told with."""
    own: list[Token] = []
    start = clause.start
    for token in clause.tokens:
        own.append(token)
        if token.kind == "number":
            yield replace(clause, tokens=tuple(own), start=start, end=token.end)
            start, own = token.end + 1, []


def _named(text: str, clause: Clause, mark: Token, number: Token, listed: bool) -> str | None:
    """The one quantity that the words before the mark name, where nothing narrows it or the base."""
    before = [t for t in clause.tokens if t.start < mark.start and t.name != "、"]
    before = before[1:] if listed and before and before[0].name == "part" else before
    named = [t for t in before if t.kind in ("outcome", "applicant")]
    names = {t.name for t in named}
    if len(names) != 1 or any(t.kind in _OTHERWISE or (t.kind not in _BESIDE and t not in named) for t in before):
        return None
    if any((t.kind == "time" and t.name != "whole") for t in clause.tokens) or _NOT_OF_ALL.search(text, clause.start, number.end):
        return None
    if unknown(text, clause, clause.start, mark.start) or not _BASE.fullmatch(text, mark.end, number.start):
        return None
    name = names.pop()
    if named[0].kind == "outcome":
        return name if name in _OUTCOMES else None
    return f"applicants_{name}" if name in _APPLICANTS else None


def _share(sentence: Sentence, said: Sequence[Clause], quantity: str, number: Token, passage: Passage) -> Iterator[Share]:
    voice = voice_at(passage.who, sentence.text, said, number.start, None, passage.voice)
    if number.amount is None or voice.scope is not Scope.OWN or of_a_selection(sentence.text, said):
        return
    printed, place = sentence.within(said[-1].start, number.end)
    low, high = room(number.amount)
    claim = Claim(quantity, Decimal(0), Decimal(0), UNBOUNDED, printed, sentence.printed, place, sentence.paragraph.doubts)
    yield Share(claim, low, high, printed, place)
