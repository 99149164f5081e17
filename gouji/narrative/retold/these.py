"""What was just counted, spoken of again with another number: 收到网民留言836条。以上831条留言均……"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from gouji.narrative.claim import Claim
from gouji.narrative.retold.again import made_of, numbers_of
from gouji.narrative.sentence.numbers import NUMBER, amount
from gouji.narrative.sentence.sentences import Sentence

_UNITS = "条次|条|篇|件|份|场|期|宗|起"
# Requests are compared with the tables too (again.py); 这两项工作 counts nothing.
_AGAIN = re.compile(
    rf"(?:上述|以上|前述|这)(?P<n>\d{{1,6}}|[一二两三四五六七八九十百]{{1,7}})(?P<unit>{_UNITS})(?:的)?"
    r"(?!政府信息公开|依申请|信息公开申请|公开申请|申请)(?P<what>[\u4e00-\u9fff]{2})"
)
# 该栏目公开551条, 上述网站公开的809条: of the place that was told before with a number of its own.
_PLACE = "网站|门户|栏目|专栏|平台|公众号|微博|客户端|公开栏|服务号|订阅号|视频号|抖音号"
_PUT_THERE = "(?:上|中|内|里)?(?:共|共计|全年累计|合计|全年|主动|已|所|集中)*(?:公开|发布|推送|更新|刊发|公布|刊登)(?:了|的)?"
_INFORMATION = "(?:各类|各种|政府|政务|信息|文章|内容|共|共计|合计)*"
_THERE = re.compile(
    rf"(?:上述|以上|前述|该|此|这一|这个)[一-龥]{{0,4}}?(?P<what>{_PLACE}){_PUT_THERE}{_INFORMATION}(?P<n>\d{{1,6}})(?P<unit>{_UNITS})"
)
# 主动公开信息957条。在主动公开的638条信息中: all that was made public.
_OF_ALL = re.compile(
    rf"(?:^|(?<=[,;.]))(?:在|从)?(?:我|本|全)?[局委厅办镇乡街道机关单位]{{0,3}}(?:全年|本年度?|年内)?(?:所|已)?(?:主动)?(?P<what>公开|发布)的"
    rf"(?P<n>\d{{1,6}})(?P<unit>{_UNITS})(?:政府|政务|各类)?信息(?:[中里]|(?=,?(?:均|都|全部)))"
)
_ALL_PUBLISHED = re.compile(
    "(?:^|共|共计|累计|合计|全年|本年度?|年|[局委厅办镇乡道处府位关])(?:主动)?(?:公开|发布)(?:了)?(?:各类|政府|政务)*信息(?:共|共计|合计|总计|累计|数|总数|为)*$"
)
_NUMBER = re.compile(NUMBER)
_PIECE = re.compile("[^,;。:]+")
_ELSEWHERE = re.compile("上年|去年|上半年|季度|计划|目标|同比|增|减")


def these(sentences: Sequence[Sentence]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs: what a paragraph counted once, and the other number by which it speaks of that again."""
    for at, sentence in enumerate(sentences):
        if sentence.part != "text":
            continue
        yield from _at_once(sentence)
        if not (patterns := _tried(sentence.text)):
            continue
        before = [one for one in sentences[max(0, at - _NEAR) : at] if one.paragraph is sentence.paragraph]
        for match in chain.from_iterable(pattern.finditer(sentence.text) for pattern in patterns):
            first = _counted(before, sentence, match)
            if first is not None:
                yield first, _claim(sentence, match.start(), match.end(), match["n"] + match["unit"])


_NEAR = 20
# 办理建议提案791件，1054件建议提案均已办结: more of the same at once than there were, in the next clause.
_ALL_OF_THEM = re.compile(
    rf"(?P<noun>[一-龥]{{2,8}}?)(?:共计|合计|总计|共)?(?P<first>\d{{1,6}})(?P<measure>{_UNITS}),(?P<second>\d{{1,6}})(?P=measure)(?:的)?(?P=noun)(?=(?:均|都|全部|已)[^\d]*$)"
)
# 公开信息849条，全部通过政府网站发布，共在政府网站发布主动公开信息848条: all of it once more, by the place where all of it stands.
_INFORMED = "(?:各类|政府|政务)*信息(?:共|共计|合计)*"
_ALL_THERE = re.compile(
    rf"(?:公开|发布){_INFORMED}(?P<first>\d{{1,6}})(?P<measure>条|篇|件),(?:均|全部|都|已)+(?:通过|在|于|经)(?P<place>[^,;。\d]{{2,16}}?)上?(?:公开|发布|公布),"
    rf"(?:共|共计|全年|已)*(?:在|通过|于)(?P=place)上?(?P<again>(?:主动)?(?:公开|发布|公布)(?:主动公开)?{_INFORMED})(?P<second>\d{{1,6}})(?P=measure)"
)
_WHOLLY = re.compile("均|都|全部|已")
_TABLED = re.compile("申请|复议|诉讼|规范性|规章|许可|处罚|强制|结转|转结|上年|去年|遗留|历年|累计|其中")


def _at_once(own: Sentence) -> Iterator[tuple[Claim, Claim]]:
    """What a clause counts, and the greater number by which the next one speaks of all of it."""
    if not _WHOLLY.search(own.text):
        return
    match = _ALL_THERE.search(own.text)
    if match and (int(match["second"]) < int(match["first"]) or ("主动" in match["again"] and match["second"] != match["first"])):
        first, second = (match[name] + match["measure"] for name in ("first", "second"))
        begun = match.start("second")
        yield _claim(own, match.start("first"), match.end("measure"), first), _claim(own, begun, begun + len(second), second)
    match = _ALL_OF_THEM.search(own.text)
    if match and int(match["second"]) > int(match["first"]) and not _TABLED.search(own.text):
        first, second = (match[name] + match["measure"] for name in ("first", "second"))
        yield (
            _claim(own, match.start("first"), match.end("measure"), first),
            _claim(own, match.start("second"), match.end(), second),
        )


def _tried(text: str) -> list[re.Pattern[str]]:
    """The patterns whose own words stand in a text."""
    again = "述" in text or "以上" in text or "这" in text
    there = again or "该" in text or "此" in text
    of_all = "公开的" in text or "发布的" in text
    return [pattern for pattern, tried in ((_AGAIN, again), (_THERE, there), (_OF_ALL, of_all)) if tried]


# 截至目前该网站累计, 上半年该栏目: of another time than what was told first.
_OTHER_TIME = re.compile("累计(?<!年累计)|目前|至今|历年|以来|现有|上年|去年|上半年|下半年|季度|[^每]月(?!31)|计划|目标")


def _counted(before: Sequence[Sentence], own: Sentence, again: re.Match[str]) -> Claim | None:
    """The one statement of the same thing in the same unit, where the other number is made of nothing that was counted."""
    found: dict[str, Claim] = {}
    if again.re is not _AGAIN and _OTHER_TIME.search(own.text[: again.end()].rpartition(";")[2]):
        return None
    by_itself = again.re is _THERE and _BY_ITSELF.search(own.text, 0, again.start()) is not None
    for sentence in (*before, own):
        text = sentence.text if sentence is not own else own.text[: again.start()]
        for piece in _PIECE.finditer(text):
            numbers = [match for match in _NUMBER.finditer(text, *piece.span()) if match["unit"] == again["unit"]]
            if not numbers or not _of_the_same(text, piece, numbers[0], again):
                continue
            if by_itself and not _ITSELF.search(piece.group()):
                return None  # 区政府网站发布888条，本机关在该网站发布596条: others put the rest there
            if len(numbers) > 1 or _ELSEWHERE.search(piece.group()) or numbers[0]["about"] or numbers[0]["more"] or numbers[0]["many"]:
                return None
            found[numbers[0].group()] = _claim(sentence, *numbers[0].span(), numbers[0].group())
    spoken = _NUMBER.fullmatch(again["n"] + again["unit"])
    said = amount(spoken) if spoken else None
    told = "".join([sentence.text for sentence in before]) + own.text[: again.start()]
    if len(found) != 1 or said is None or said.value <= 1 or made_of(said.value, numbers_of(told, again["unit"])):
        return None
    return next(iter(found.values()))


def _of_the_same(text: str, piece: re.Match[str], number: re.Match[str], again: re.Match[str]) -> bool:
    """Whether a piece with this number speaks of what is spoken of again: by its noun, by the place right before its verb, or of all."""
    if again.re is _AGAIN:
        return again["what"] in piece.group()
    said = text[piece.start() : number.start()]
    if _OTHER_TIME.search(said):
        return False
    if again.re is _OF_ALL:
        return again["what"] in said and bool(_ALL_PUBLISHED.search(said)) and not re.search(_PLACE, said)
    if said.startswith(_SPOKEN_OF_AGAIN):
        return False
    return bool(re.search(f"{again['what']}{_PUT_THERE}{_INFORMATION}$", said))


_ITSELF = re.compile("[我本](?:机关|单位|部门|街道|中心|[局委厅办镇乡院处队所])|街道办事处|镇政府|乡政府|全[局委厅]")
_BY_ITSELF = re.compile(rf"(?:{_ITSELF.pattern})[^,;。:\d]{{0,6}}(?:在|于|通过|利用|向|经)$")
_SPOKEN_OF_AGAIN = ("上述", "以上", "前述", "该", "此", "这")


def _claim(sentence: Sentence, start: int, end: int, number: str) -> Claim:
    match = _NUMBER.fullmatch(number)
    counted = amount(match) if match else None
    if counted is None:
        raise TypeError("a number that is none")
    printed, place = sentence.within(start, end)
    return Claim("said", counted.value, counted.low, counted.high, printed, sentence.printed, place, sentence.paragraph.doubts)
