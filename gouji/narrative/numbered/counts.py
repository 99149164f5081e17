"""The numbers of a sentence that count something known, each with whose number it is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gouji.narrative.claim import Scope
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.context.speaker import Speaker, Voice
from gouji.narrative.counted.another import turned
from gouji.narrative.counted.fitting import OF_TABLE_3
from gouji.narrative.counted.one_row import of_one_row
from gouji.narrative.numbered.beside import (
    beside_its_rows,
    beside_unclear,
    carried_cases,
    ended_all_the_same,
    in_brackets,
    of_some_only,
    out_of_its_year,
    told_wholly,
)
from gouji.narrative.numbered.leads import attribute_here, back_to, of_content, over_requests, reach, remember, surely_requests
from gouji.narrative.numbered.phrased import counted_by, phrased_numbers
from gouji.narrative.numbered.worded import worded
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.lexicon import Token
from gouji.narrative.sentence.sentences import Sentence
from gouji.narrative.whose.disputes import ABOUT
from gouji.narrative.whose.of_some import of_those_carried, with_parts_closed
from gouji.narrative.whose.some_cases import of_those_counted


def counts(sentence: Sentence, parts: Sequence[Clause], passage: Passage) -> list[Counted]:
    """What the numbers of a sentence count; leaves in the passage what the next sentence takes up."""
    passage.about = passage.about or bool(ABOUT.search(sentence.text)) or over_requests(sentence.text, parts, passage.topic)
    passage.topic.attribute = attribute_here(sentence.text, parts, passage.topic.attribute and passage.goes_on)
    passage.elsewhere = passage.elsewhere and not any(token.kind == "request" for clause in parts for token in clause.tokens)
    if passage.topic.kind in ("", "foreign") and not passage.topic.attribute and surely_requests(sentence.text, parts, passage):
        passage.topic.kind = "request"
    decisions = {token.name for clause in parts for token in clause.tokens if token.kind == "decision"}
    passage.topic.several = len(decisions) > 1 or bool(decisions and _LISTED.search(sentence.paragraph.text))
    passage.of_both, passage.among_carried = False, None
    passage.turns = turned(sentence.text, parts, passage.topic.other, passage.elsewhere)
    found: list[Counted] = []
    told = phrased_numbers(sentence, parts, passage)
    if passage.topic.kind == "" and any(one.phrase.quantity.startswith(OF_TABLE_3) for own in told.values() for one in own):
        passage.topic.kind = "request"
    for position, clause in enumerate(parts):
        used: list[Token] = []
        passage.parted = passage.last
        content = passage.topic.kind == "request" and of_content(sentence.text, clause)
        found += [counted_by(sentence, parts, one, passage) for one in told.pop((position, None), [])]
        for index, token in enumerate(clause.tokens):
            reach(passage, token, content)
            if token.kind == "number":
                phrased = told.get((position, token.start))
                own = (
                    list(worded(sentence, parts[: position + 1], index, passage, used, found))
                    if phrased is None
                    else [counted_by(sentence, parts, one, passage) for one in phrased]
                )
                own = [one for one in own if not of_those_counted(sentence, one, found)]
                own = [one for one in own if not carried_cases(one, found, parts, passage.last)]
                own = [of_some_only(sentence.text, beside_unclear(one, found, parts), found, parts) for one in own]
                own = [of_those_carried(one, passage, found) for one in own]
                if own:
                    passage.of_both = passage.of_both or own[-1].claim.quantity == "disputes"
                remember(passage, own, sentence.text[clause.end - 1 : clause.end] == "中")
                passage.topic.received = passage.topic.received or any(_told_received(one) for one in own)
                passage.topic.concluded = passage.topic.concluded or any(_told_concluded(one) for one in own)
                back_to(passage.topic, own, found)
                found += own
    found = [one for one in found if not ended_all_the_same(sentence.text, one)]
    found = [out_of_its_year(sentence.text, parts, one, passage.who.year) for one in found]
    found = [told_wholly(one, found, sentence.text) for one in found]
    found = [beside_its_rows(one, found, parts) for one in with_parts_closed(found)]
    if not any(one.claim.quantity == "received" and one.voice.span is Scope.OWN for one in found):
        found += _halves_together(sentence, found)
    found += in_brackets(sentence, parts, found)
    found = of_one_row(sentence, found)
    if found:
        passage.voice = Voice(found[-1].voice.subject, _lasting(sentence.text, parts, passage.who), found[-1].voice.collective)
    return found


def _told_received(one: Counted) -> bool:
    return one.claim.quantity == "received" and one.claim.scope is Scope.OWN


def _told_concluded(one: Counted) -> bool:
    return one.claim.quantity == "concluded" and one.claim.scope is Scope.OWN


# 行政许可：48件；行政处罚：20件: one line or sentence each.
_LISTED = re.compile(r"行政(?:许可|处罚|强制)\D{0,8}\d+\s*件\s*[;；。]\s*行政(?:许可|处罚|强制)\D{0,8}\d")


def _lasting(text: str, parts: Sequence[Clause], who: Speaker) -> Scope:
    """上半年 holds for the next sentence too; 上年 and 累计 do not, another year's name perhaps."""
    spans = [token.name for clause in parts for token in clause.tokens if token.kind in ("time", "year")]
    if spans and spans[-1] == "half":
        return Scope.OTHER
    return Scope.UNCLEAR if _ends_in_another_year(text, parts, who) else Scope.OWN


def _ends_in_another_year(text: str, parts: Sequence[Clause], who: Speaker) -> bool:
    """2022年度，我局收到申请12件。予以公开8件: the sentence began in another year, for its own sake, and named no other."""
    spans = [token for clause in parts for token in clause.tokens if token.kind == "year" or (token.kind, token.name) == ("time", "whole")]
    # 2022年全年: of that year still
    years = [t for n, t in enumerate(spans) if t.kind == "year" or not n or t.start != spans[n - 1].end]
    if len(years) != 1 or years[0].kind != "year" or who.year is None or int(years[0].name) == who.year:
        return False
    first = next(token for clause in parts for token in clause.tokens)
    return years[0] is first and not text[: first.start].endswith(("比", "较", "与", "同", "和", "从", "由", "自"))


def _halves_together(sentence: Sentence, found: Sequence[Counted]) -> list[Counted]:
    """上半年收到6件，下半年收到10件: the year's number is their sum."""
    halves = [one for one in found if one.claim.quantity == "received" and one.voice.span is Scope.OTHER and one.claim.exact]
    if len(halves) != 2 or not ("上半年" in sentence.text and "下半年" in sentence.text):
        return []
    first, second = halves
    if first.voice.subject is not Scope.OWN or second.voice.subject is not Scope.OWN:
        return []
    both = first.claim.value + second.claim.value
    printed = sentence.printed[
        sentence.printed.find(first.claim.printed) : sentence.printed.rfind(second.claim.printed) + len(second.claim.printed)
    ]
    claim = replace(first.claim, value=both, low=both, high=both, printed=printed, scope=Scope.OWN)
    return [Counted(claim, second.clause, second.token, Voice())]
