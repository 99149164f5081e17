"""Shares in lists of any things, and the ways by which requests came: 网络申请17件，占57%；信函申请13件，占43%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Claim, Listing, Share
from gouji.narrative.sentence.numbers import WHOLE, whole_number
from gouji.narrative.sentence.sentences import Sentence

_UNIT = "件次|条次|件|起|宗|份|条|项|个|例|篇"
_PORTION = re.compile(
    rf"(?<![\d.约近])(?P<number>{WHOLE})(?:{_UNIT})[,、(]?(?:占比|占|比例)[^,;。:\d%]{{0,10}}(?P<share>\d{{1,3}}(?:\.\d+)?)%"
)
_COUNT = re.compile(rf"(?<![\d.约近超逾])(?P<number>{WHOLE})(?:{_UNIT})")
_APART = 40
_STEPS = 3

_REQUESTS = re.compile(
    rf"(?:收到|受理|接收|接到|办理|新收)[^,;。:\d]{{0,24}}(?:申请|依申请)[^,;。:\d]{{0,16}}(?<![约近])(?P<number>{WHOLE})(?:件|宗|份|例|条|起|项)次?[,。;(.]"
    rf"|(?:依申请公开|公开申请)(?:共|总共|新)?(?:收到|受理|接收|新收|收件)(?:共|合计|共计|总计|为|数|量)*(?P<told>{WHOLE})(?:件|宗|份|例|条|起|项)次?[,。;(.]"
    rf"|(?:收到|受理|接收|接到|新收)(?P<before>{WHOLE})(?:件|宗|份|例|条|起|项)(?:政府)?(?:信息)?公开申请[,。;(.]"
    rf"|(?:收到|受理|接收)(?P<alone>{WHOLE})(?:件次|件|宗|份)[。;]其中(?=[,:]?[^,;。\d]{{0,6}}(?:网络|网上|线上|在线|电子|邮箱|信函|邮寄|当面|现场|窗口))"
)
_WAY = re.compile(
    r"(?:网络|互联网|网上|线上|在线|电子邮[件箱]|邮箱|邮件|信函|来信|书面|邮寄|邮政|邮递|寄送|当面|现场|窗口|传真|网站|其[他它](?:方式|形式|途径|渠道))"
)
_BY_WAY = re.compile(rf"[^\d]{{0,30}}?(?P<number>{WHOLE})(?:件|宗|份|例|条|起|项)?[^\d]{{0,12}}$")
_NOT_BY_WAY = re.compile(
    "结转|转结|其中|咨询|信箱|留言|复议|诉讼|答复|办结|公开信息|同时|重复|兼|[和及与]以?(?:书面|网络|邮寄|信函|当面|现场)"
)
_PART = re.compile(r"(?:占比|占|比例)[^\d]{0,10}\d+(?:\.\d+)?%$")
_OTHER_NUMBERS = re.compile(r"办结|答复|率")
_AMONG = re.compile("其中|从[^\\d]{0,8}看$|按[^\\d]{0,10}分$")


def portions(whole: Sentence) -> Iterator[Share]:
    """The shares of a list that has one base, told or made by its sum, where the others bear that base out; `whole` is a paragraph."""
    if "占" not in whole.text or whole.text.count("%") < _TWO:
        return
    for run in _runs(whole.text):
        base = _base(whole.text, run)
        for match in run if base else ():
            share = _share(whole, match, base or Decimal(1))
            if share:
                yield share


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for match in _PORTION.finditer(text):
        between = text[run[-1].end() : match.start()] if run else ""
        if run and (len(between) > _APART or "。" in between or re.search(r"\d", between)):
            yield run
            run = []
        run.append(match)
    if len(run) > 1:
        yield run


def _base(text: str, run: Sequence[re.Match[str]]) -> Decimal | None:
    """The number before the list that most of its shares are of; else its sum, where all but one are of it."""
    values = [_count(match["number"]) for match in run]
    told = [_count(match["number"]) for match in _COUNT.finditer(text, 0, run[0].start())]
    fitting = {base: sum(_fits(match, base) for match in run) for base in told if base >= sum(values)}
    best = max(fitting, key=lambda base: fitting[base], default=None)
    if best is not None and 2 * fitting[best] >= len(run):
        return best
    summed = sum(values, Decimal(0))
    return summed if len(run) > _FEW and sum(_fits(match, summed) for match in run) >= len(run) - 1 else None


_FEW = 2


def _count(printed: str) -> Decimal:
    return whole_number(printed)


def _step(match: re.Match[str]) -> Decimal:
    return Decimal(1).scaleb(-len(match["share"].partition(".")[2]))


def _off(match: re.Match[str], base: Decimal) -> Decimal:
    return abs(_count(match["number"]) / base * 100 - Decimal(match["share"]))


def _fits(match: re.Match[str], base: Decimal) -> bool:
    return base > 0 and _count(match["number"]) > 0 and _off(match, base) <= _step(match)


def _share(whole: Sentence, match: re.Match[str], base: Decimal) -> Share | None:
    """A share that is not of the base, by more than what makes all of them together a hundred."""
    value, stated = _count(match["number"]), Decimal(match["share"])
    if _off(match, base) <= _STEPS * _step(match):
        return None
    printed, place = whole.within(match.start("number"), match.end("share") + 1)
    claim = Claim("part", value, value, value, printed, printed, place, whole.paragraph.doubts)
    return Share(claim, stated - _step(match) / 2, stated + _step(match) / 2, printed, place, (base,))


def by_ways(whole: Sentence, known: Sequence[Listing]) -> Iterator[Listing]:
    """申请51件。从申请方式看，网络申请27件，信函申请28件: more by single ways than there are requests in this paragraph."""
    if not ("申请" in whole.text or "其中" in whole.text) or any(listing.kind == "channels" for listing in known):
        return
    for total in _REQUESTS.finditer(whole.text):
        named = total.lastgroup or "number"
        number = total[named]
        if _by_one_way(whole.text, total.end()):
            continue
        found = list(_ways(whole.text, total.end() - 1))
        values = tuple(_count(match["number"]) for match in found)
        if len(found) < _TWO or sum(values) <= _count(number) or "结转" in whole.text[: found[-1].end()]:
            continue
        printed, place = whole.within(total.start(named), found[-1].end("number"))
        high = _count(number)
        yield Listing("channels", high, Decimal(0), high, values, printed, printed, place, whole.paragraph.doubts)
        return


def _by_one_way(text: str, end: int) -> bool:
    """收到网络申请3件，信函申请12件; 通过网络收到申请3件: the number is itself of one way, and no total of the others."""
    begun = max(text.rfind(sign, 0, end - 1) for sign in ",;。:") + 1
    return len(_WAY.findall(text, begun, end)) == 1


_TWO = 2


def _ways(text: str, start: int) -> Iterator[re.Match[str]]:
    """The parts by single ways that follow, from the first on until something else is counted."""
    begun = False
    for piece in _PIECE.finditer(text, start):
        opening = None if begun else _AMONG.match(text, *piece.span())
        first = opening.end() if opening else piece.start()
        item = _BY_WAY.match(text, first, piece.end())
        if item and _WAY.search(text, first, piece.end()) and not _NOT_BY_WAY.search(text, first, piece.end()):
            begun = True
            yield item
        elif _ends(text, piece, begun):
            return


def _ends(text: str, piece: re.Match[str], begun: bool) -> bool:
    """Whether the list ends here, or something else is counted before it begins."""
    if begun:
        return not _PART.search(text, *piece.span())
    return bool(re.search(r"\d", piece.group())) and not _OTHER_NUMBERS.search(piece.group())


_PIECE = re.compile(r"(?:[^,;。:、().]|(?<=\d)\.(?=\d))+")
