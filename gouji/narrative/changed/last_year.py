"""Last year's number told right behind this year's, without a word on how it changed: 收到申请18件，上年同期为51件."""

import re
from collections.abc import Iterator, Sequence

from gouji.narrative.claim import Change, Scope
from gouji.narrative.context.passage import Counted, Passage
from gouji.narrative.sentence.clauses import Clause
from gouji.narrative.sentence.numbers import WHOLE, whole_number
from gouji.narrative.sentence.sentences import Sentence

_TOLD = re.compile(
    r"(?:而|相比)?(?:上一?年度?|去年度?|前一年度|(?P<year>20\d\d)年度?)(?:全年|同期)?,?(?:[我本](?:机关|单位|[局委办厅院镇乡]|街道)|全[局委镇])?(?:共|新)*"
    r"(?:收到|受理|接收|接到|收|办理)?(?:(?:政府信息公开|信息公开|依申请公开)?(?:的)?(?:申请|事项|件)?(?:总数|总量|数量|量|数)?)(?:共|为|是|有|则|的)*"
    rf"(?P<prior>{WHOLE})(?P<unit>件次|件|宗|起|份|条|项|个|例)(?:申请)?$"
)
_APART = frozenset((",", ";", "("))
# 2022年收到政府信息公开申请40件，本年度收到117件: last year's number first, with its own verb and noun
_TOLD_FIRST = re.compile(
    r"(?:而)?(?:上一?年度?|去年度?|(?P<year>20\d\d)年度?)(?:全年)?,?(?:[我本](?:机关|单位|[局委办厅院镇乡]|街道)|全[局委镇])?(?:共|新|累计)*(?:收到|受理|接收|接到)(?:了|的)?"
    rf"(?:政府信息公开|信息公开|依申请公开)(?:的)?(?:申请|事项|件)?(?:总数|总量|数量|共|为|是|有|的)*(?P<prior>{WHOLE})(?P<unit>件次|件|宗|起|份|条|项|个|例)"
)
_NOW = re.compile(
    r"(?:而|则)?(?:本年度?|今年|20\d\d年度?)(?:全年)?,?(?:[我本](?:机关|单位|[局委办厅院镇乡]|街道)|全[局委镇])?"
    "(?:共|则|新|累计)*(?:收到|受理|接收|接到)"
)


def told_last_year(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted], passage: Passage) -> Iterator[Change]:
    """The two years' numbers of the requests received, where the clause behind the count tells nothing but last year's."""
    yield from _told_first(sentence, parts, counted, passage)
    for one in counted:
        behind = parts[one.clause + 1] if one.clause + 1 < len(parts) else None
        if behind is None or behind.after not in _APART or not _of_all(one):
            continue
        match = _TOLD.fullmatch(sentence.text, behind.start, behind.end)
        if match is None or match["unit"] != one.token.name or not _of_the_year_before(match, passage):
            continue
        prior, claim = whole_number(match["prior"]), one.claim
        printed, place = sentence.within(one.token.start, behind.end)
        turn = (claim.value > prior) - (claim.value < prior)
        yield Change(
            claim.quantity, turn, False, None, None, prior, claim.value, printed, sentence.printed, place, sentence.paragraph.doubts
        )


def _told_first(sentence: Sentence, parts: Sequence[Clause], counted: Sequence[Counted], passage: Passage) -> Iterator[Change]:
    for one in counted:
        before, own = parts[one.clause - 1] if one.clause else None, parts[one.clause]
        if before is None or own.after not in (",", ";") or own.depth or not _of_all(one) or not _NOW.match(sentence.text, own.start):
            continue
        match = _TOLD_FIRST.fullmatch(sentence.text, before.start, before.end)
        if match is None or match["unit"] != one.token.name or not _of_the_year_before(match, passage):
            continue
        prior, claim = whole_number(match["prior"]), one.claim
        printed, place = sentence.within(before.start, one.token.end)
        turn = (claim.value > prior) - (claim.value < prior)
        yield Change(
            claim.quantity, turn, False, None, None, prior, claim.value, printed, sentence.printed, place, sentence.paragraph.doubts
        )


def _of_all(one: Counted) -> bool:
    """Whether this counts the year's requests, in no doubt, and ends its clause."""
    claim = one.claim
    return claim.quantity == "received" and claim.exact and claim.scope is Scope.OWN and not claim.doubts


def _of_the_year_before(match: re.Match[str], passage: Passage) -> bool:
    return match["year"] is None or (passage.who.year is not None and int(match["year"]) == passage.who.year - 1)
