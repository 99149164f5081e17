"""What whole phrasings say of the numbers of a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.context.head import Head
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.context.voice import voice_at
from gouji.narrative.counted.fitting import WITHDRAWN, fitting
from gouji.narrative.counted.phrases import NOTHING, Phrase, numbered
from gouji.narrative.numbered.unsure import (
    QUALIFIED,
    SAID_OF_ALL,
    UNKNOWN_BEFORE,
    done_besides,
    in_other_name,
    of_both,
    of_handling,
    of_one_way,
    of_persons_only,
    with_others,
)
from gouji.narrative.numbered.worded import INCREMENT
from gouji.narrative.sentence.clauses import Clause, apart_from_ways, beside_others, nothing_else, unknown, unknown_but_ways
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.numbers import UNBOUNDED
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.stated.everything import THE_REST
from gouji.narrative.whose.not_all import at_its_end, in_a_row, of_contents, went_on
from gouji.narrative.whose.own import explained_by, in_its_year, scope_of
from gouji.narrative.whose.with_carried import with_carried, with_some_carried


@dataclass(frozen=True, slots=True)
class Phrased:
    """A phrase that fits, the number's clause and, where it is one, its token."""

    phrase: Phrase
    position: int
    token: Token | None


def phrased_numbers(sentence: Sentence, parts: Sequence[Clause], passage: Passage) -> dict[tuple[int, int | None], list[Phrased]]:
    """What whole phrasings say of the numbers of a sentence, by clause and token; None for a number that is no token."""
    found: dict[tuple[int, int | None], list[Phrased]] = {}
    for phrase in numbered(sentence.text, passage.who.year).values():
        position = next((n for n, clause in enumerate(parts) if clause.start <= phrase.start < clause.end), None)
        if position is not None and INCREMENT.search(sentence.text[parts[position].start : phrase.start]):
            continue
        if position is not None and in_a_row(sentence.text, parts[position].start, phrase.start, phrase.end):
            continue
        if position is None or not fitting(sentence.text, parts[: position + 1], phrase, passage):
            continue
        token = next((t for t in parts[position].tokens if t.kind == "number" and t.start <= phrase.start < t.end), None)
        key = position, token.start if token else None
        own = found.setdefault(key, [])
        if phrase.quantity == "received" and with_carried(sentence.text, phrase.end):
            phrase = replace(phrase, quantity="handled")
        if phrase.quantity == WITHDRAWN and (
            _AS_OTHERS.match(sentence.text, phrase.last) or _OF_OTHERS.search(sentence.text, 0, phrase.start)
        ):
            phrase = replace(phrase, quantity="other_misc")
        if phrase.quantity != NOTHING:
            own.append(Phrased(phrase, position, token))
    return found


# 申请人撤回申请1件，按“其他处理”登记; 归入其他处理, where there may be others
_AS_OTHERS = re.compile(r"[^;。\d]{0,16}(?:按|作|以|列|计|纳|记|登|填)[^;。\d]{0,6}其[他它]处理")
# 其他处理5件，均为申请人主动撤回申请
_OF_OTHERS = re.compile('其[他它]处理[”"]?(?:类|的)*(?:申请|事项)?(?:共计|[共为有计])*$')
# 收到78件，申请人撤回18件，实际受理60件: perhaps none of those that the tables count, as where none were counted.
_LEFT_OUT = re.compile(r"[^;。]{0,20}(?:受理|实际|有效|应办|实有)[^;。]{0,8}\d")


def counted_by(sentence: Sentence, parts: Sequence[Clause], one: Phrased, passage: Passage) -> Counted:
    """What a phrase counts, after all that the passage has counted before it."""
    phrase, token, said = one.phrase, one.token, parts[: one.position + 1]
    clause, counted = said[-1], phrase.amount
    if counted is None:
        raise TypeError("a phrase without its number")
    number = token or Token("number", counted.unit, phrase.start, phrase.end, counted)
    head = Head(phrase.quantity, Token("phrase", phrase.quantity, phrase.first, phrase.end))
    unspoken = [_without_years(each, phrase) for each in said]
    in_its_name = "名义" in sentence.text[phrase.first : phrase.start]
    of_regulations = phrase.quantity.startswith("regulations") and passage.who.government
    if of_regulations or (in_its_name and passage.who.government):
        # 以市政府或市政府办公厅名义发布政府规章: nobody else in the area makes any
        unspoken = [replace(each, tokens=tuple(t for t in each.tokens if t.kind != "office")) for each in unspoken]
    named = None if in_its_name and phrase.quantity.startswith(("regulations", "normative")) else head.first
    voice = voice_at(passage.who, sentence.text, unspoken, phrase.start, named, passage.voice)
    scope = in_its_year(said, number, passage.who, scope_of(sentence, said, head, voice, passage))
    printed, place = sentence.within(max(phrase.first, clause.start), phrase.end)
    doubts = (*sentence.paragraph.doubts, *_unsure_phrase(sentence.text, clause, phrase, scope, passage))
    apart = beside_others(sentence.text, clause, phrase.quantity)
    claim = Claim(
        phrase.quantity, counted.value, counted.low, counted.high, printed, sentence.printed, place, doubts, scope,
        explained_by(sentence, phrase.quantity),
        nothing_else(
            sentence.text, apart, max(phrase.first, apart.start), phrase.last, passage.who.names, passage.who.is_called
        ),
        not of_regulations and passage.who.of_its_whole(voice),
    )  # fmt: skip
    claim = _of_those_published(claim, sentence.text[phrase.first : phrase.start])
    return Counted(_of_those_granted(claim, sentence.text, phrase), len(said) - 1, number, voice)


# 不予许可 is a decision of Table 2 too.
_REFUSED, _NONE_REFUSED = re.compile("不予"), re.compile("[无未][^,;。]{0,6}不予(?:行政)?许可|不予(?:行政)?许可(?:决定)?0件")


def _of_those_granted(claim: Claim, text: str, phrase: Phrase) -> Claim:
    """准予行政许可544件: at least so many decisions were made, and those that refuse besides."""
    said = text[phrase.first : phrase.start]
    granted = claim.quantity == "permits_made" and "准予" in said and not _REFUSED.search(said)
    return replace(claim, high=UNBOUNDED) if granted and not _NONE_REFUSED.search(text) else claim


# 以县政府和县政府办公室名义: other bodies of the government may make some besides
_IN_BOTH_NAMES = re.compile("办公?[室厅]?(?:的)?名义")
_PUBLISHED, _EVERY_ONE = re.compile("公[开布]"), re.compile("全部|所有|均|都")
_PUBLISHED_OF_ITS_OWN = re.compile("(?:主动)?公[开布][^,;。]{0,10}(?:制发|制定|制订|出台|印发|颁布|废止|宣布)[^\\d,;。]{0,4}的")


def _of_those_published(claim: Claim, words: str) -> Claim:
    """已公开现行有效政府规章24件, 公开本年度制发的规章8件: at least so many are in force or were made, perhaps more, not published."""
    published = _PUBLISHED if claim.quantity.endswith("_in_force") else _PUBLISHED_OF_ITS_OWN
    some = claim.quantity.endswith(("_in_force", "_issued", "_repealed")) and published.match(words) and not _EVERY_ONE.search(words)
    some = some or (claim.quantity == "normative_documents_issued" and _IN_BOTH_NAMES.search(words) is not None)
    return replace(claim, high=UNBOUNDED) if some else claim


def _without_years(clause: Clause, phrase: Phrase) -> Clause:
    """The clause without the time that belongs to the phrasing itself: 从2022年结转到本年继续办理的, 12月份收到的, 上年转办的."""
    past = [t for t in clause.tokens if t.kind in ("year", "behalf") or (t.kind, t.name) in (("time", "last"), ("time", "half"))]
    kept = tuple(t for t in clause.tokens if not any(t is other for other in past) or not phrase.first <= t.start < phrase.last)
    return replace(clause, tokens=kept)


# 均在规定时限内答复办结: one thing.
_BOTH_WORDS = re.compile("答复(?:并|、|和|及)?办结|办结(?:并|、|和|及)?答复")


def _uncounted(text: str, phrase: Phrase, passage: Passage) -> bool:
    """Whether what was taken back may not be among the requests that the tables count in the row of the rest.

    17件已办结，答复14件，申请人撤回3件: told beside the answered, it may be of any row.
    """
    if phrase.quantity != WITHDRAWN:
        return False
    apart = "办结" in text and "答复" in _BOTH_WORDS.sub("", text)
    return not passage.topic.received or apart or _LEFT_OUT.match(text, phrase.end) is not None


_UNKNOWN_AFTER_PHRASE = 6


def _unsure_phrase(text: str, clause: Clause, phrase: Phrase, scope: Scope, passage: Passage) -> Iterator[str]:
    if scope is Scope.UNCLEAR or in_other_name(text, phrase.start, phrase.quantity, passage.who):
        yield "scope-unclear"
    handled = phrase.amount and phrase.amount.value and of_handling(phrase.quantity, text[clause.start : clause.end])
    besides = phrase.quantity not in ("received", "handled", "concluded") and done_besides(text, clause, phrase.end)
    late = phrase.quantity in ("received", "handled", "concluded") and at_its_end(
        text, clause.start, max(phrase.start, clause.start), phrase.end
    )
    of_items = phrase.amount is not None and of_contents(text, phrase.amount.unit, phrase.start)
    of_items = of_items or of_both(phrase.quantity, text, phrase.start, phrase.amount)
    if handled or besides or late or of_items or went_on(text, phrase.end, phrase.quantity) or _uncounted(text, phrase, passage):
        yield "clause-unclear"
    begun = beside_others(text, clause, phrase.quantity).start
    before = unknown_but_ways(text, clause, begun, max(phrase.first, begun), passage.who.names)
    after = unknown(text, clause, min(max(phrase.end, phrase.last), clause.end), clause.end)
    if (len(before) > UNKNOWN_BEFORE and not passage.who.is_called(before)) or len(after) > _UNKNOWN_AFTER_PHRASE:
        yield "clause-unclear"
    if phrase.quantity in ("received", "handled", "concluded") and THE_REST.search(
        text, clause.start, max(phrase.first, clause.start) if "外,其" in text or phrase.first < clause.start else phrase.start
    ):
        yield "clause-unclear"
    if (phrase.quantity == "received" and with_others(text, phrase.end)) or (
        phrase.first >= clause.start
        and phrase.quantity in ("received", "concluded")
        and QUALIFIED.search(SAID_OF_ALL.sub("", text[phrase.first : phrase.start]))
    ):
        yield "clause-unclear"
    if phrase.quantity == "handled" and with_some_carried(text, phrase.end):
        yield "with-carried"
    if phrase.quantity == "received":
        narrowing = [t for t in clause.tokens if t.start < phrase.first and t.kind in ("applicant", "channel", "outcome")]
        narrowing = apart_from_ways(text, clause.start, phrase.first, narrowing) if narrowing else []
        if narrowing or of_one_way(text, clause.start, max(phrase.first, clause.start)):
            yield "by-channel"
        if of_persons_only(text, phrase.first, phrase.end):
            yield "clause-unclear"
