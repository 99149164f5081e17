"""The ways by which requests came, more by single ways than came in all: 申请51件，网络申请27件，信函申请28件."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Listing
from gouji.narrative.sentence.numbers import WHOLE, whole_number
from gouji.narrative.sentence.sentences import Sentence

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
        values = tuple(whole_number(match["number"]) for match in found)
        if len(found) < _TWO or sum(values) <= whole_number(number) or "结转" in whole.text[: found[-1].end()]:
            continue
        printed, place = whole.within(total.start(named), found[-1].end("number"))
        high = whole_number(number)
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
