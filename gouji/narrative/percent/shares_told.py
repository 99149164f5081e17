"""Shares whose number and whose whole stand in the text: several in their turn, one behind its whole, one with the whole named."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Share
from gouji.narrative.percent.told import UNIT, Told
from gouji.narrative.sentence.numbers import WHOLE, whole_number
from gouji.narrative.sentence.sentences import Sentence

_PERCENT = r"\d{1,3}(?:\.\d+)?%"
_COUNT = re.compile(rf"(?<![\d.约近超逾])(?P<number>{WHOLE})(?:{UNIT})(?:信息|申请)?")
_OF = "(?:占比|占|所占|比例|比重|百分比)"
# …，分别占总数的12%、38%和50%; 占比分别为12%、38%、50%
_EACH = re.compile(
    rf"(?P<led>[,、(]?(?:各自|其|且|所)?(?:{_OF}[^\d,;。:%()]{{0,16}}?(?:分别|依次)[^\d,;。:%()]{{0,6}}?|(?:分别|依次|各)[^\d,;。:%()]{{0,2}}?{_OF}[^\d,;。:%()]{{0,16}}?))"
    rf"(?P<shares>{_PERCENT}(?:(?:、|,|和|及|与|以及){_PERCENT})+)"
)
# What the shares are not of: last year's, another body's, something that changed.
_OTHERWISE = re.compile("[较比]上|同比|环比|增|降|升|减|上年|去年|全[省市县区国]|[省市县区]级|点击|浏览|阅读|应|率")
# 予以公开17件、部分公开5件，占办结43件的51.2%: of both, perhaps.
_OF_SEVERAL = re.compile(rf"(?:{UNIT})(?:信息|申请)?(?:、|,|和|及|与|以及)[^,;。:\d]{{0,20}}$")
_ENDS = re.compile("[。;]")
_BETWEEN = 24


def shares_told(whole: Sentence) -> Iterator[Share]:
    """The shares that are not what their number is of the whole that the text names; `whole` is a paragraph."""
    text = whole.text
    if "%" not in text:
        return
    for match in _EACH.finditer(text):
        told, base = _in_turn(text, match)
        yield from _not_of(whole, told, base)
    for pattern in (_BEHIND_ITS_WHOLE, _WITH_ITS_WHOLE):
        for match in pattern.finditer(text):
            of_several = _OF_SEVERAL.search(text, 0, match.start()) or _more_than_the_whole(text, match)
            if _OTHERWISE.search(match.group()) or of_several:
                continue
            one = Told(whole_number(match["number"]), match["share"], match.start("number"), match.end("share") + 1)
            yield from _not_of(whole, [one], whole_number(match["base"]))


def _not_of(whole: Sentence, told: Sequence[Told], base: Decimal | None) -> Iterator[Share]:
    shares = (one.against(whole, base) for one in told) if base else ()
    yield from (share for share in shares if share is not None)


_NUMBER, _SHARE = rf"(?P<number>{WHOLE})(?:{UNIT})", r"(?P<share>\d{1,3}(?:\.\d+)?)%"
_BASE = rf"(?<![约近])(?P<base>{WHOLE})(?:{UNIT})"
# 从公开渠道来看: a list by one side, whose parts may be counted more than once
_ONE_SIDE = "(?:从|按)(?:信息)?(?:公开|发布)?(?:的)?(?:渠道|方式|途径|载体|平台|类别|类型|内容)(?:来|上)?(?:看|分|划分)"
# 主动公开政府信息2006条。其中，机构职能类信息967条，占总体的48.2%: the one kind told right behind its whole
_BEHIND_ITS_WHOLE = re.compile(
    rf"(?:公开|发布)(?:各类|政府|政务|的|了)*信息(?:[共总合]计|共|总数|数|为)*{_BASE}[。;](?:其中|(?P<side>{_ONE_SIDE}))[,:]?[^\d,;。:、()和及与]{{1,20}}?{_NUMBER}[,、(]?"
    rf"(?:占比|占|所占)(?:总数|总量|总体|总|全部|全年|公开|信息|主动|政府|发布|量|数|的|比例|比重|为|达|是|:)*{_SHARE}"
)
# 涉及征地的5件，占申请总量43件的11.6%
_WITH_ITS_WHOLE = re.compile(
    rf"(?<![\d.约近]){_NUMBER}(?:申请|信息)?[,、]?占[^\d,;。:%()]{{0,12}}?{_BASE}(?:申请|信息)?(?:总数|总量)?的(?:比例)?[为约达是]?{_SHARE}"
)


def _more_than_the_whole(text: str, match: re.Match[str]) -> bool:
    """公开信息1740条。从渠道看，网站1600条，占55%；微信1300条: what was put out in several ways, the share being of all those times."""
    if not match.groupdict().get("side"):
        return False
    end = text.find("。", match.start("number"))
    listed = _COUNT.finditer(text, match.start("number"), end if end >= 0 else len(text))
    return sum(whole_number(one["number"]) for one in listed) > whole_number(match["base"])


def _in_turn(text: str, match: re.Match[str]) -> tuple[list[Told], Decimal | None]:
    """网络17件、信函22件、当面18件，分别占30%、39%、31%: each number with its share, and the whole that most of them are of."""
    shares = list(re.finditer(r"(\d{1,3}(?:\.\d+)?)%", match["shares"]))
    begun = max((end.end() for end in _ENDS.finditer(text, 0, match.start())), default=0)
    counts = list(_COUNT.finditer(text, begun, match.start()))[-len(shares) :]
    if len(counts) < len(shares) or text[counts[-1].end() : match.start()] not in ("", ",", ")"):
        return [], None
    between = [text[one.end() : two.start()] for one, two in zip(counts, counts[1:], strict=False)]
    if any(len(words) > _BETWEEN or re.search(r"\d|其中", words) for words in between):
        return [], None
    listed = text[max(text.rfind(sign, begun, counts[0].start()) for sign in ",:") + 1 : counts[-1].end()]
    if _OTHERWISE.search(match["led"]) or _OTHERWISE.search(listed):
        return [], None
    told = [
        Told(whole_number(count["number"]), share[1], count.start(), match.start("shares") + share.end())
        for count, share in zip(counts, shares, strict=True)
    ]
    return told, _whole(text, told)


def _whole(text: str, told: Sequence[Told]) -> Decimal | None:
    """The last number before the list that at least half of the shares are of; else their sum, where all but one are of it."""
    summed = sum((one.number for one in told), Decimal(0))
    before = [whole_number(count["number"]) for count in _COUNT.finditer(text, 0, told[0].start)]
    for base in (*reversed(before), *([summed] if len(told) > _PAIR else [])):
        fitting = sum(one.fits(base) for one in told) if base >= summed else 0
        if 2 * fitting >= len(told) and (base in before or fitting >= len(told) - 1):
            return base
    return None


_PAIR = 2
