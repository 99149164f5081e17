"""Numbers that so nearly make another one beside them that they were meant to make it, whatever is counted and whatever opens the list.

362条动态、970条公告、515条文件，全年共更新1837条; 印发宣传品1730份，折页937份、海报30份、手提袋767份: no chance brings them within two in a
hundred. What is farther from its whole may be some of it, or of something else, and makes no list here.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gouji.narrative.claim import Listing
from gouji.narrative.listed.overlap import BY_MEDIA, is_of_one_before, may_overlap, nearly
from gouji.narrative.sentence.numbers import WHOLE, whole_number
from gouji.narrative.sentence.sentences import Sentence

_UNIT = "件次|条次|人次|场次|条|篇|件|个|份|项|场|次|期|册|人"
_COUNT = re.compile(rf"(?<![\d.约近超逾第])(?P<number>{WHOLE})(?P<unit>{_UNIT})")
_CLAUSE = re.compile(r"(?:[^,;。!?]|(?<=\d),(?=\d{3}(?!\d)))+[,;。!?]?")
# The sum of what stands before: 合计888人次, 我局全年共更新网站信息1837条.
_SUM = re.compile(r"(?:合计|共计|总计|总共|合共|累计|共)(?!有)[^\d、()]{0,14}$")
_ONLY_SUM = re.compile(r"(?:以上|上述|[两二三四五]项|[两二三四五]者)?(?:合计|共计|总计|合共)(?:为|是)?$")
# These are compared with the tables, counted twice, of another time, or no parts of one whole.
_OTHERWISE = re.compile(
    "申请|复议|诉讼|结转|同步|重复|交叉|同时|重叠|去年|上年|同比|环比|较|办结|答复|约|余|近\\d|超\\d|阅读|浏览|点击|转发|女|党员|其中"
)
# 发布信息520条，推送300条，共收到留言812条; 发布120条，回复留言40条、咨询52条、投诉30条: of other things.
_OF_ITS_OWN = re.compile("留言|来信|信箱|咨询|投诉|收到|受理|工单|热线|建议|提案|培训|讲座|会议|访谈|问题")
# 主动公开483件、依申请公开495件、不予公开535件: each paper is one of these.
_PROPERTY = (
    "(?:公开)?(?:属性)?(?:属于|属|作为|标注为|认定为|确定为|界定为|为)?(?P<is#>主动公开|依申请公开|不予?公开)"
    rf"[^\d,、;]{{0,6}}(?P<n#>{WHOLE})(?P=unit)"
)
_BY_PROPERTY = re.compile(
    rf"(?P<whole>{WHOLE})(?P<unit>[件份条个])[^\d,:;(。]{{0,14}}[,:;(](?:其中)?[,:]?(?:累计)?"
    + "[,、;]".join(_PROPERTY.replace("#", str(n)) for n in range(3))
)
_THREE = ("n0", "n1", "n2")
# 受理诉求1248件，咨询类161件，投诉类436件，建议类652件。: the kinds of all of it, up to the end of the sentence.
_KINDS = re.compile(
    rf"(?<![\d.约近超逾第])(?P<number>{WHOLE})(?P<unit>{_UNIT})[,:](?:[^\d,;。、()]{{1,12}}类(?:信息|事项|诉求|问题)?(?:{WHOLE})(?P=unit)[,、;]){{2,8}}"
    rf"[^\d,;。、()]{{1,12}}类(?:信息|事项|诉求|问题)?(?:{WHOLE})(?P=unit)(?=[。.;]|$)"
)
_LEAST = 2


def nearly_sums(whole: Sentence, known: Sequence[Listing]) -> Iterator[Listing]:
    """Such sums in a paragraph, whose totals no list that is `known` has."""
    text = whole.text
    if len(_COUNT.findall(text)) <= _LEAST:
        return
    totals = {listing.total for listing in known}
    for total, parts, closed in (*_by_property(text), *_after(text), *_beside(text), *_by_subject(text)):
        number = _value(total)
        if number not in totals and not is_of_one_before(text, total.start("number"), sum(map(_value, parts), Decimal(0))):
            spans = sorted([total.span("number"), *(part.span("number") for part in parts)])
            printed, place = whole.within(spans[0][0], spans[-1][1])
            low, values = number if closed else Decimal(0), tuple(map(_value, parts))
            overlapping = not closed and bool(BY_MEDIA.search(text, spans[0][0], spans[-1][1])) and may_overlap(values, number)
            doubts = (*whole.paragraph.doubts, *(("may-overlap",) if overlapping else ()))
            yield Listing("parts", number, low, number, values, printed, printed, place, doubts)


_Found = tuple[re.Match[str], Sequence[re.Match[str]], bool]


def _by_property(text: str) -> Iterator[_Found]:
    if "不予公开" not in text and "不公开" not in text or "申请公开" not in text:
        return
    for match in _BY_PROPERTY.finditer(text):
        if len({match[name][:1] for name in ("is0", "is1", "is2")}) < len(_THREE):
            continue
        ends = [match.end("whole"), *(match.end(name) for name in _THREE)]
        counts = [next(c for c in _COUNT.finditer(text, match.start()) if c.end("number") == end) for end in ends]
        lacking = nearly([_value(counts[0])], sum(map(_value, counts[1:]), Decimal(0)))
        yield counts[0], counts[1:], lacking  # each has one of the three


# 受理依申请公开59件，其中规划许可类36件；生态修复类19件；其它类11件。: of whom or of what, up to the end of the sentence.
_SUBJECTS = re.compile(
    rf"(?:收到|受理|接收|接到|办理|新收)[^,;。:()\d]{{0,24}}(?:申请|依申请)[^,;。:()\d]{{0,16}}(?<![约近超逾])(?P<number>{WHOLE})(?P<unit>[件宗起份条])"
    rf"[,。;.]其中[,:]?(?P<items>(?:[^\d,;。:、()]{{2,14}}(?:{WHOLE})(?P=unit)[,、;]){{1,9}}[^\d,;。:、()]{{2,14}}(?:{WHOLE})(?P=unit))"
    r"(?:,(?:均|全部|都|已)[^\d,;。]*)?(?=[。.]|$)"
)
# Ways, persons and what became of them are compared with other figures, and one request may be about several things.
_OTHER_PARTS = re.compile(
    "网|在线|线[上下]|邮|信函|来信|书面|当面|现场|窗口|传真|电话|自然人|公民|个人|企业|法人|机构|组织|公开|提供|处理|答复|办结|办理|结转|转结"
    "|掌握|补正|撤|复议|诉讼|维持|纠正|审结|涉及|关于|有关|上年|去年|同期|重复|剩余|其余|余下|同时|新增|未|不"
)
_THE_REST = re.compile(r"[、,;](?:其[他它])[^\d、,;]{0,10}\d+.$")


def _by_subject(text: str) -> Iterator[_Found]:
    """Requests and whom or what they are of; the rest at the end closes the list."""
    for match in _SUBJECTS.finditer(text) if "其中" in text and "申请" in text else ():
        if _OTHER_PARTS.search(match["items"]) or "结转" in text[: match.end()]:
            continue
        total, *counts = (c for c in _COUNT.finditer(text, match.start(), match.end()) if c.start("number") >= match.start("number"))
        if len(counts) >= _LEAST:
            yield total, counts, bool(_THE_REST.search(match["items"]))


def _after(text: str) -> Iterator[_Found]:
    """The parts, then what they sum up to."""
    before: list[re.Match[str]] = []
    for clause in _CLAUSE.finditer(text):
        counts = list(_COUNT.finditer(text, *clause.span()))
        total = counts[0] if len(counts) == 1 else None
        if total and len(before) >= _LEAST and _SUM.search(text, clause.start(), total.start()):
            own = _meant(before, total)
            only = bool(_ONLY_SUM.fullmatch(text, clause.start(), total.start()))
            start = _begun(text, own[0].start()) if own else 0
            if (
                own
                and not _OTHERWISE.search(text, start, clause.end())
                and not _named(clause.group()) - _named(text[start : clause.start()])
            ):
                yield total, own, only
        before = [] if clause.group()[-1] in "。;!?" or not counts else [*before, *counts]


def _begun(text: str, at: int) -> int:
    return max(text.rfind(sign, 0, at) for sign in ",;。!?") + 1


def _meant(before: Sequence[re.Match[str]], total: re.Match[str]) -> Sequence[re.Match[str]]:
    """The last of the numbers that nearly make the total; none where some make it exactly, or others stand between."""
    for start in range(len(before) - _LEAST, -1, -1):
        own = before[start:]
        if any(part["unit"] != total["unit"] for part in own):
            return ()
        summed, number = sum(map(_value, own), Decimal(0)), _value(total)
        if summed == number:
            return ()
        if nearly([summed], number) or nearly([number], summed):
            return own
    return ()


def _beside(text: str) -> Iterator[_Found]:
    """A total, then at least three parts in one clause, 印发宣传品1730份，折页937份、海报30份、手提袋767份, or the kinds of all of it."""
    last: list[re.Match[str]] = []
    for clause in _CLAUSE.finditer(text):
        counts = list(_COUNT.finditer(text, *clause.span()))
        parts = clause.group().count("、") + 1
        each = "分别" in clause.group() and parts == 2 * len(counts) - 1  # 动态、公告、财政信息分别为86条、32条、11条
        if len(last) == 1 and len(counts) > _LEAST and (len(counts) == parts or each) and {c["unit"] for c in counts} == {last[0]["unit"]}:
            whole = _value(last[0])
            values = list(map(_value, counts))
            start = _begun(text, last[0].start())
            others = _named(clause.group()) - _named(text[start : clause.start()])
            if nearly(values, whole) and not others and not _OTHERWISE.search(text, start, clause.end()):
                yield last[0], counts, False
        last = counts if clause.group()[-1] == "," else []
    for match in _KINDS.finditer(text) if "类" in text else ():
        total, *counts = _COUNT.finditer(text, match.start("number"), match.end())
        start = _begun(text, match.start())
        if nearly(list(map(_value, counts)), _value(total)) and not _OTHERWISE.search(text, start, match.end()):
            yield total, counts, False


def _named(text: str) -> set[str]:
    return set(_OF_ITS_OWN.findall(text))


def _value(match: re.Match[str]) -> Decimal:
    return whole_number(match["number"])
