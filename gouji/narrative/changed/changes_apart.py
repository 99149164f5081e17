"""Changes whose numbers stand apart: two years told in two sentences, or a change told both as a number and in per cent."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gouji.narrative.claim import Change
from gouji.narrative.context.speaker import Speaker
from gouji.narrative.sentence.numbers import WHOLE, whole_number
from gouji.narrative.sentence.sentences import Sentence

_UNIT = "件次|条次|人次|场次|件|宗|起|份|条|项|个|篇|次|期|场"
_UP, _DOWN = "增加|增长|上升|提高|上涨|增多|升幅|增幅|涨幅", "减少|下降|降低|下滑|回落|缩减|降幅|减幅|跌幅"
_TURN = rf"(?P<turn>{_UP}|{_DOWN})(?:率|幅度|比例)?(?:了|为|达到?|约|:)*(?P<about>约|近)?(?P<by>\d{{1,5}}(?:\.\d+)?)%"
_ASKED = r"(?:收到|受理|新收|接收|接到|办理)[^,;。\d]{0,6}(?:申请|依申请公开)[^,;。\d]{0,8}?"
# 2023年收到申请84件，均已答复。2022年收到申请8件，同比增加964%
_ONE_YEAR = rf"20\d\d年度?[^,;。\d]{{0,14}},?[^,;。\d]{{0,12}}{_ASKED}(?<![\d约近])"
_TWO_YEARS = re.compile(
    rf"(?P<first>{_ONE_YEAR}(?P<one>{WHOLE})(?:{_UNIT}))[^\d。;]*[。;.](?P<second>{_ONE_YEAR}(?P<other>{WHOLE})(?:{_UNIT})),"
    rf"[^,;。\d]{{0,16}}?(?:同比|相比|比上年|较上年|比去年|较去年|申请量|数量|总量)[^,;。\d]{{0,4}}?{_TURN}"
)
# 18件，较上年略有减少，减少20件，下降率为61.43%
_BOTH = re.compile(
    rf"(?<![\d.约近第])(?P<now>{WHOLE})(?P<unit>{_UNIT})(?:[^,;。\d其]{{0,10}},)(?:[^,;。\d其]{{2,12}},)?(?P<than>(?:同比|比上年度?|较上年度?|比去年|较去年|与上年相比)?[^,;。\d其]{{0,6}}?)"
    rf"(?P<kind>{_UP}|{_DOWN})(?:了)?(?P<more>{WHOLE})(?P=unit),(?:同比|比上年|较上年)?[^,;。\d]{{0,2}}?{_TURN}(?=[,;。.)]|$)"
)
# 访问量1682万次，比上年869万次增长98.9%
_DIGITS = r"\d{1,6}(?:\.\d+)?"
_AGAINST = re.compile(
    rf"(?<![\d.约近第])(?P<now>{_DIGITS})(?P<many>[万亿])?(?P<unit>{_UNIT}),?(?:同比|比|较)(?:上年度?|上一年度?|去年度?|(?P<year>20\d\d)年度?)(?:同期)?(?:的)?"
    rf"(?P<prior>{_DIGITS})(?(many)(?P=many))(?P=unit),?(?:同比)?{_TURN}(?=[,;。.)]|$)"
)
_OTHERWISE = re.compile("环比|季度|上半年|下半年|前年|累计|其中|复议|诉讼|月均")
_THAN_LAST = re.compile("同比|上年|去年|上一年")
# So near to what the two numbers make that it was meant to be that: of which two years it is told nobody can take otherwise.
_NEAR = Decimal("0.1")


def apart(whole: Sentence, who: Speaker) -> Iterator[Change]:
    """The changes of a paragraph that no single clause gives both numbers of."""
    if "%" not in whole.text or _OTHERWISE.search(whole.text):
        return
    for match in _TWO_YEARS.finditer(whole.text):
        years = {int(match[name][:4]): whole_number(match[number]) for name, number in (("first", "one"), ("second", "other"))}
        if who.year is not None and years.keys() == {who.year - 1, who.year}:
            prior, current = years[who.year - 1], years[who.year]
            if prior and _is_near(match, abs(current - prior) / prior * 100) and (current > prior) == (_direction(match["turn"]) > 0):
                yield _change(whole, match, "received", prior, current, match.start("second"))
    for match in _BOTH.finditer(whole.text):
        current, more, direction = whole_number(match["now"]), whole_number(match["more"]), _direction(match["turn"])
        prior = current - direction * more
        if prior > 0 and _direction(match["kind"]) == direction and _THAN_LAST.search(match.group()):
            yield _change(whole, match, "anything", prior, current, match.start("kind"))
    yield from _against(whole, who)


def _against(whole: Sentence, who: Speaker) -> Iterator[Change]:
    """The changes of this year's number told right before last year's, each of them perhaps rounded."""
    for match in _AGAINST.finditer(whole.text):
        current, prior = Decimal(match["now"]), Decimal(match["prior"])
        if prior and (match["year"] is None or (who.year is not None and int(match["year"]) == who.year - 1)):
            rounded = _rounding(current, prior) if match["many"] else Decimal(0)
            yield _change(whole, match, "anything", prior, current, match.start("now"), rounded)


def _rounding(current: Decimal, prior: Decimal) -> Decimal:
    """By how many per cent the change may be off where both numbers are rounded or cut at their last digit."""
    one, other = (Decimal(1).scaleb(int(number.as_tuple().exponent)) for number in (current, prior))
    return (one / prior + other * current / (prior * prior)) * 100


def _direction(word: str) -> int:
    return 1 if word in _UP.split("|") else -1


def _is_near(match: re.Match[str], due: Decimal) -> bool:
    return abs(Decimal(match["by"]) - due) <= max(due * _NEAR, Decimal(2))


def _change(
    whole: Sentence, match: re.Match[str], quantity: str, prior: Decimal, current: Decimal, start: int, rounded: Decimal = Decimal(0)
) -> Change:
    stated, step = Decimal(match["by"]), Decimal(1).scaleb(-len(match["by"].partition(".")[2]))
    room = (step * 2 if match["about"] else step) + rounded
    printed, place = whole.within(start, match.end())
    direction = _direction(match["turn"])
    return Change(
        quantity, direction, True, stated - room, stated + room, prior, current, printed, printed, place, whole.paragraph.doubts
    )  # fmt: skip
