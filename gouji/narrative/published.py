"""Information made public and the kinds that a list names of it: 公开信息1263条。其中：部门文件111条，机构设置及人事信息22条，……"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from gouji.narrative.claim import Listing
from gouji.narrative.lists import INCLUDED, SO_FAR, THE_REST
from gouji.narrative.named import names_each
from gouji.narrative.numbers import NUMBER, WHOLE, amount, whole_number
from gouji.narrative.overlap import BY_MEDIA, PUT_ELSEWHERE, THROUGH, filled_by, may_overlap, nearly, without_parts
from gouji.narrative.sentences import Sentence

_UNIT = "条次|条|篇|件|个|份|项"
_TOTAL = re.compile(
    rf"(?:公开|发布|制作|更新|推送|公布|上传|录入|解读|类信息)[^,;。.:\d]{{0,24}}(?<![\d.约近超逾])(?P<number>{WHOLE})(?P<more>[余多])?(?P<unit>{_UNIT})"
    r"(?:(?:各类|主动|公开|政府|政务|的)*信息)?(?P<sign>[,:。;.])"
)
_SIGN = re.compile(r"[;。、:]|(?<=[条次篇件个份项类等息])\.|(?<![\d.A-Za-z])\.(?![\d.A-Za-z])|,(?!\d{3}(?!\d))|(?<=[条次篇件个份项]),")
_POINT = re.compile(r"(?:[(]?\d{1,2}[.)]|[①-⑳])(?!\d)")
# 一是概况信息522条。二是通知公告信息总计720条。: points of one list; not 一是抓好重点领域，公开信息520条。
_POINTS = re.compile(rf"一是[^,;。\d]{{1,24}}\d+(?:{_UNIT})[,;。]二是[^,;。\d]{{1,24}}\d+(?:{_UNIT})")
_NEXT_POINT = re.compile("。(?=[二三四五六七八九十]是)")
_AT_A_POINT, _ITS_SUM = re.compile("^[二三四五六七八九十]是"), re.compile(r"(?<=信息)(?:总计|共计|合计)(?=\d)")
_OPENS = re.compile(
    r"其中(?:包括|包含|含|有|,)?|一是(?=[^\d]{1,24}\d+(?:条次|条|篇|件|个|份|项)$)|(?:在|从)?(?:主动)?公开的?(?:政府|政务)?信息(?:中|里)$|从[^\d]{0,12}(?:类别|分类|类型|内容|渠道|途径|方式|载体|平台|来源)(?:上|来|上来)?看$"
    r"|(?:(?:主要|内容|信息|类别|类型|种类|分类|公开|的)*(?:包括|包含|涵盖|涉及)|含有?|(?:主要|具体)(?:为|是|包括|有)|分别[为是]|按[^\d]{1,6}分为?)"
)
# 发布677条政府采购信息 too
_ITEM = re.compile(
    rf"(?P<name>[^\d]{{0,60}}?)(?P<number>{WHOLE})(?P<unit>{_UNIT}|期|部|册)(?:信息|(?:各类|[^\d为是属被已均由来涉获经未不得]){{0,40}}(?:信息|公告|通知|公示|报告|结果|动态|文件|稿件|资讯|新闻|计划|总结|视频|简报|推文))?等?[”\"]?$"
)
_REST = re.compile(rf"(?P<name>其[他它][^\d]{{0,20}})(?P<number>{WHOLE})(?P<unit>{_UNIT})")
_YEAR = re.compile(r"(?:20\d\d)[-—至、和]?(?:20\d\d)?年(?:度)?(?:\d{1,2}月份?)?")
_SHARE = re.compile(r"(?:占|比)[^\d]{0,8}\d+(?:\.\d+)?%$|\d+(?:\.\d+)?%$")
# 网站公开860条占67.2%: a share right behind its part.
_ITS_SHARE = re.compile(rf"(?<=\d)(?P<unit>{_UNIT})约?占[^\d]{{0,8}}\d+(?:\.\d+)?%$")
# Another thing is counted from here on, or more than the parts of one year's whole.
_OTHERWISE = re.compile(
    "全年|累计|合计|共计|总计|总共|以上|上述|共[发公有]|上年|去年|同比|环比|较|比上|举办|召开|开展|收到|受理|办结|答复率|留言|信箱|来信|来访"
    "|点击|浏览|阅读|访问|粉丝|订阅|关注|被|点赞|评论|播放|删除|清理|撤[下销]|约|近\\d|超\\d|逾|余\\d|同步|同时|重复|新增|[本我][局镇乡委县区市街机单]"
)
# Said of one part of a list, or where a list begins, these count nothing else: 通过公众号累计发布697条; nor where the number beside
# them so nearly makes the whole: 公开279条。其中重点领域114条；本单位公开目录169条.
_THROUGHOUT = re.compile("全年(?:共|累计)?|累计|[本我][局镇乡委县区市街机单]")
_THROUGH = re.compile("通过|在|于|以|利用|依托|借助")
# 点击13241次: how often a part was read.
_READ = re.compile(r"[^\d]*(?:点击|浏览|阅读|访问|播放)[量数率]?[^\d]{0,4}\d[\d,.]*万?[余多]?人?次$")
_OTHER_WAYS = re.compile("其[他它余](?:方式|渠道|途径|形式|平台|媒体)")
_SEVERAL = re.compile("等|、|[和及与]|渠道|多种|各")
_REPOSTED = re.compile("转[载发](?!公开|发布|公布)")
# 转载公开政策文件4篇 is a part where all parts nearly make the whole.
_REPOSTED_AND_PUBLISHED = re.compile("转[载发](?:公开|发布|公布)")
_OWN_WORK = re.compile("原创|自[编采撰]")
_TWICE = re.compile("同步|重复|交叉|两个平台|多个平台|多平台|各平台|不同平台|一并发布|同时(?:在|通过|发布|公开)|兼有|兼具|叠加|重叠")
# Nor is a part the total of what follows: 公开1305条，其中网站公开531条，其中解读2份，部门信息774条.
_NOT_OF_INFORMATION = re.compile(
    "其中|包括|包含|含|申请|受理|收到|办结|答复|复议|诉讼|争议|纠纷|处罚|许可|强制|规范性文件|解读|留言|规章|提案|建议|约|余条"
)
_EXPLAINED = "解读"
_NESTED = re.compile("其中|内有|包括|包含|含|具体")
_MOST_BETWEEN = 80
_NUMBER = re.compile(NUMBER)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two signs outside brackets, the sign before it, and where its signs stand in the text."""

    text: str
    before: str
    at: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Item:
    """One part: whether it is counted in the unit of the whole, and whether a semicolon stands before it."""

    name: str
    value: Decimal
    end: int
    alike: bool
    apart: bool = False


def published(whole: Sentence, known: Sequence[Listing]) -> list[Listing]:
    """The lists of a paragraph, those `known` and those of kinds; of two of one total the one that names more parts."""
    if not any(map(whole.text.__contains__, ("公开", "发布", "更新", "推送", "公布", "解读", "类信息"))):
        return list(known)
    found = list(known)
    for listing in _of_kinds(whole):
        rivals = [one for one in found if one.place.start == listing.place.start]
        if all(_better(listing, one) for one in rivals):
            found = [one for one in found if one not in rivals] + [listing]
    return found


def _better(listing: Listing, known: Listing) -> bool:
    """Whether a list is to be judged instead of one that is known: it names more, or the other one contradicts nothing."""
    if sum(known.parts) > known.high and not known.doubts:
        tops = _without_their_parts(known.parts)
        return len(tops) < len(known.parts) and tuple(tops) == listing.parts[: len(tops)]
    beside = sum(listing.parts) > listing.high or (sum(listing.parts) < listing.low and len(listing.parts) == len(known.parts))
    return beside or len(listing.parts) > len(known.parts)


def _of_kinds(whole: Sentence) -> Iterator[Listing]:
    flat, at = _outside_brackets(whole.text)
    flat = _NEXT_POINT.sub(";", flat) if _POINTS.search(flat) else flat
    for total in _TOTAL.finditer(flat):
        begun = _begun(flat, total.start())
        if total.group().startswith("类信息") and begun and flat[begun - 1] != "。":
            continue  # 政策类信息4条；工作类信息11条，其中动态3条、公告8条；民生类信息88条: a part of a list
        if INCLUDED.match(flat, total.end()):
            continue
        unlike = _NOT_OF_INFORMATION.search(flat, begun, total.start("number"))
        if unlike and unlike.group() != _EXPLAINED:
            continue
        value, high = _value(total), _at_most(total)
        told = _without_those_beside(_items(_pieces(flat, at, total.start("sign")), total, flat), total["sign"], high)
        items = _reading(told, value)
        if unlike and not all(_EXPLAINED in item.name for item in items):
            continue  # 解读文件782个，其中图片解读741个、动漫解读44个 is a list all the same
        if not items or _counted_twice(whole.text, at[total.start()], items[-1].end) or _of_one_before(flat, total, _sum(items)):
            continue
        if _sum(items) > high and total["sign"] in "。;" and _COUNTED.search(flat, flat.rfind("。", 0, total.start()) + 1, total.start()):
            continue  # 网站公开754条，其他方式公开54条。其中微信1205条: of all that was counted
        alone = len(told) == 1 and not _COUNTED.search(flat, flat.rfind("。", 0, total.start()) + 1, total.start("number"))
        if len(items) < _LEAST and not (alone and _more_alone(whole.text[at[total.start("sign")] : items[0].end], items[0], high)):
            continue
        printed = whole.paragraph.text[whole.origin[at[total.start("number")]] : whole.origin[items[-1].end] + 1]
        _, place = whole.within(at[total.start("number")], items[-1].end + 1)
        doubts = [*whole.paragraph.doubts]
        values = tuple(item.value for item in items)
        times = total["unit"] == "条次" or whole.text.startswith("(次)", at[total.end("unit") - 1] + 1)
        if not times and may_overlap(values, high) and sum(values) - high <= _by_media(items):
            doubts.append("may-overlap")
        rest = high == value and len(items) == len(told) and _told_to_the_rest(items, flat[total.end("number") :], value)
        named = high == value and len(items) == len(told) and names_each(flat[begun : total.start("number")], [i.name for i in items])
        closed = rest or named or (high == value and _told_one_by_one(whole.text[at[total.start("sign")] :], items, told))
        low = value if closed else Decimal(0)
        yield Listing("parts", value, low, high, values, printed, printed, place, tuple(doubts))


def _without_those_beside(items: list[_Item], sign: str, whole: Decimal) -> list[_Item]:
    """The parts up to what was put elsewhere, behind a semicolon, through a medium or alone more than all, where with it they are more."""
    alike = [item for item in items if item.alike]
    count = next((at for at, item in enumerate(alike) if at and (item.apart or item.value > whole or THROUGH.match(item.name))), 0)
    if not count or _sum(alike) <= whole or nearly([i.value for i in alike], whole) or (count == 1 and sign == ":"):
        return items
    first = alike[count]
    if not PUT_ELSEWHERE.search(first.name) or THE_REST.match(first.name) or all(BY_MEDIA.search(i.name) for i in alike[:count]):
        return items
    return items[: items.index(first)]


def _of_one_before(flat: str, total: re.Match[str], made: Decimal) -> bool:
    """公文386件，其中规范性文件4件，主动公开212件，……: the parts are exactly those of a number before."""
    before = _NUMBER.finditer(flat, flat.rfind("。", 0, total.start()) + 1, total.start("number"))
    return any((counted := amount(one)) is not None and counted.value == made for one in before)


def _reading(items: Sequence[_Item], whole: Decimal) -> Sequence[_Item]:
    """The parts that are meant: those that make the whole, or nearly; else those of its unit without the parts of these."""
    alike = [item for item in items if item.alike]
    tops = [alike[at] for at in without_parts([item.value for item in alike], _NO_CHANCE)]
    if not alike:
        return items if _of_another_word(items, whole) else ()
    if _sum(tops) == whole:
        return tops
    count = filled_by([item.value for item in alike], whole)
    by_media = 2 * sum(BY_MEDIA.search(item.name) is not None for item in alike) >= len(alike)
    beyond = all(_PUT_THERE.search(item.name) for item in alike[count:])
    if count and (_OF_THE_REST.search(alike[count - 1].name) or by_media or beyond or _parted(alike, count)):
        return alike[:count]  # 网站公开957条，其他方式590条，规范性文件17条: the last is of something else
    for several in (alike, items):
        if _sum(alike) != whole and nearly([item.value for item in several], whole):
            return several
    return tops


def _parted(items: Sequence[_Item], count: int) -> bool:
    """目录信息399条；解读信息8条: whether the first semicolon stands right behind the parts that make the whole."""
    return next((at for at, item in enumerate(items) if item.apart), len(items)) == count < len(items)


_SUMMED = re.compile(rf"(?:合计|共计|总计|小计|[合总]?共)(?:主动)?(?:公开|发布|更新|推送)?(?:信息)?(?P<number>{WHOLE})")
_OF_THE_REST = re.compile("其[他它余]")
# 微信公众号发布8条, beside 政府网站年度报告1条, which is a kind.
_PUT_THERE = re.compile(rf"(?:{BY_MEDIA.pattern})[^\d]{{0,12}}(?:发布|公开|推送|更新|刊[登发])")
_ANOTHER_WORD = Decimal("0.05")


def _of_another_word(items: Sequence[_Item], whole: Decimal) -> bool:
    """124件。内容涉及动态123篇，公告2篇，预算3篇: papers of another measure word that make nearly the whole, or a little more.

    A little less where the rest ends the list.
    """
    values = [item.value for item in items]
    lacking = nearly([whole], sum(values, Decimal(0))) and bool(_OF_THE_REST.search(items[-1].name))
    return len(values) > _LEAST and (whole <= sum(values) <= whole * (1 + _ANOTHER_WORD) or lacking)


def _more_alone(between: str, item: _Item, whole: Decimal) -> bool:
    """945条。其中，通过网站公开948条: one part of the whole that is more than it."""
    return item.alike and item.value > whole and "其中" in between and not SO_FAR.search(between)


def _told_to_the_rest(items: Sequence[_Item], after: str, whole: Decimal) -> bool:
    """Whether a list names all, since the rest ends it: 其中公告60条，其他类26条; of several units where they nearly make the whole.

    80 of 83 such lists in true sentences of published reports make exactly their whole; of the three, one counts parts of a part
    and one things of another unit, which make no such list here.
    """
    values = [item.value for item in items]
    alike = all(item.alike for item in items) or nearly(values, whole) or nearly([whole], sum(values, Decimal(0)))
    rest = THE_REST.match(items[-1].name) or _AND_THE_REST.search(items[-1].name)
    if _OF_THE_BODY.match(items[-1].name):
        return nearly([whole], sum(values, Decimal(0)))  # 部门其他文件5项, perhaps only the rest of the papers
    return alike and bool(rest) and not after.startswith(("余", "多"))


# 法规信息、政策问答等其他相关信息138条
_OF_THE_BODY = re.compile("(?:部门|机关|单位|[本我][局委办镇乡院])(?:的)?其[他它]")
_AND_THE_REST = re.compile(r"等其[他它][^\d]{0,12}$")
_ONE_BY_ONE = re.compile(r"[,:;。.][^\d,;。:]{0,12}?(?:分别|具体|依次)[为是]")


def _told_one_by_one(after: str, items: Sequence[_Item], told: Sequence[_Item]) -> bool:
    """公开41734条，具体为网站855条、…和其他平台721条。: words that lead to all parts, up to the end of the sentence."""
    if len(items) < len(told) or not all(item.alike for item in items) or not _ONE_BY_ONE.match(after):
        return False
    said = after[1:].split("。")[0]
    return "等" not in said and len(re.findall(r"\d+", said)) == len(items)


def _sum(items: Sequence[_Item]) -> Decimal:
    return sum((item.value for item in items), Decimal(0))


_LEAST = 2


def _counted_twice(text: str, start: int, end: int) -> bool:
    """Whether the text says up to the end of its sentence that the same stands in several places."""
    return bool(_TWICE.search(text, start, max(end, text.find("。", end))))


_PAPERS = ("报告", "年报", "指南", "制度")  # 政府网站年度报告1条 is a kind
_COUNTED = re.compile(rf"\d(?:{_UNIT})")


def _by_media(items: Sequence[_Item]) -> Decimal:
    """How much of it stands in some medium: no more can have been counted twice."""
    return _sum([item for item in items if BY_MEDIA.search(item.name) and not item.name.endswith(_PAPERS)])


def _begun(text: str, at: int) -> int:
    """Where the clause begins that stands around this place."""
    return max(text.rfind(sign, 0, at) for sign in ",;。") + 1


def _outside_brackets(text: str) -> tuple[str, Sequence[int]]:
    """The text without its brackets, and where each sign of it stands."""
    if "(" not in text:
        return text, range(len(text))
    kept: list[range] = []
    depth = begun = 0
    for sign in _BRACKETS.finditer(text):
        if depth == 0 and sign.group() == "(":
            counted = _ONLY_COUNTED.match(text, sign.end())
            kept += [range(begun, sign.start()), *([range(*counted.span(1))] if counted else [])]
        if depth == 1 and sign.group() == ")":
            begun = sign.end()
        depth = max(0, depth + (1 if sign.group() == "(" else -1))
    if depth == 0:
        kept.append(range(begun, len(text)))
    return "".join([text[run.start : run.stop] for run in kept]), [*chain.from_iterable(kept)]


_BRACKETS = re.compile("[()]")
# 基础信息（507条）、决策信息（604条）
_ONLY_COUNTED = re.compile(rf"((?:{WHOLE})(?:{_UNIT}))\)")


def _pieces(flat: str, at: Sequence[int], start: int) -> Iterator[_Piece]:
    """What follows from a sign on, piece by piece."""
    before, begun = flat[start], start + 1
    while begun < len(flat):
        sign = _SIGN.search(flat, begun)
        end = sign.start() if sign else len(flat)
        point = _POINT.match(flat, begun, end)
        first = point.end() if point else begun
        if flat[first:end] and not flat[first:end].isdigit():
            yield _Piece(flat[first:end], before, at[first:end])
            before = ""
        if sign is None:
            return
        before, begun = max(before, sign.group(), key=_strength), sign.end()


def _strength(sign: str) -> int:
    """Which of two signs parts more."""
    return "、,:;.。".find(sign) if sign else -2


def _items(pieces: Iterator[_Piece], total: re.Match[str], flat: str) -> list[_Item]:
    """The parts, up to where the list ends; none where nothing opens one."""
    sign, unit = total["sign"], total["unit"]
    several = sign != ":" and _of_several(flat[_begun(flat, total.start()) : total.start("number")])
    opened, beside = _opened(pieces, sign, unit if several else "")
    found: list[_Item] = []
    name, nested, own_work, apart = "", False, False, False
    piece = opened
    while piece is not None:
        if found and piece.before in (".", "。"):
            break
        nested, apart = nested and piece.before != ";", apart or piece.before == ";"
        if found and _NESTED.match(piece.text):
            nested = True
        said = _said(name, piece, flat)
        if (_SHARE.search(said) and not nested) or (found and _READ.match(said)):
            name = ""
        elif not re.search(r"\d", said):
            name = "" if nested else f"{said},"
        elif not nested:
            item = _ITEM.fullmatch(said) or _REST.match(said)
            own_work = own_work or bool(_OWN_WORK.search(said))
            if item is None or (_REPOSTED.search(said) and not own_work):
                break
            part, name, apart = replace(_item(piece, item, unit), apart=apart), "", False
            beyond = _otherwise(said, not found)
            found += [part] if not beyond or _fills_it(said, part, found, _value(total)) else []
            if beyond or _OTHER_WAYS.match(item["name"]):
                break
        piece = next(pieces, None)
    by_media = all(i.alike and BY_MEDIA.search(i.name) for i in found) and nearly([i.value for i in found], _value(total))
    apart = (beside and not by_media) or _summed_up(piece, found, _value(total))
    return [] if apart else _without_reposts(found, _value(total))


def _summed_up(piece: _Piece | None, found: Sequence[_Item], whole: Decimal) -> bool:
    """共188条。其中目录中年报1条、……、其他3条，共发布102条；专题中……: whether what follows tells that these make a part of the whole."""
    sum_of_them = _SUMMED.match(piece.text) if piece is not None else None
    return sum_of_them is not None and whole_number(sum_of_them["number"]) == _sum(found) != whole


def _said(name: str, piece: _Piece, flat: str) -> str:
    """What a piece says without the sign of its point, its years and its share; at a point 总计 begins no new total."""
    said = _ITS_SHARE.sub(r"\g<unit>", name + _YEAR.sub("", _AT_A_POINT.sub("", piece.text, count=1)))
    return _ITS_SUM.sub("", said) if _ITS_SUM.search(said) and _POINTS.search(flat) else said


def _fills_it(said: str, part: _Item, found: Sequence[_Item], whole: Decimal) -> bool:
    """Whether what seems to be counted apart so nearly makes the whole with the parts before it that it is one of them."""
    return part.alike and not _otherwise(said, True) and nearly([*(item.value for item in found), part.value], whole)


def _item(piece: _Piece, item: re.Match[str], unit: str) -> _Item:
    end = piece.at[piece.text.rfind(item["number"]) + len(item["number"]) - 1]
    alike = item["unit"] == unit or (unit == "条次" and item["unit"] == "条")
    return _Item(item["name"], whole_number(item["number"]), end, alike)


def _without_reposts(items: list[_Item], whole: Decimal) -> list[_Item]:
    """The parts up to what was 转载公开, unless with all of them they nearly make the whole."""
    summed = _sum(items)
    if summed <= whole or nearly([summed], whole):
        return items
    first = next((at for at, item in enumerate(items) if _REPOSTED_AND_PUBLISHED.search(item.name)), len(items))
    own_work = any(_OWN_WORK.search(item.name) for item in items[:first])
    return items if own_work else items[:first]


def _value(total: re.Match[str]) -> Decimal:
    return whole_number(total["number"])


def _at_most(total: re.Match[str]) -> Decimal:
    """760余条 may be up to the next round number."""
    spoken = _NUMBER.fullmatch(total["number"] + (total["more"] or "") + "件")
    counted = amount(spoken) if spoken else None
    return counted.high if counted else _value(total)


def _of_several(said: str) -> bool:
    """Whether a whole is not of one medium alone: 通过网站公开500条，通过微信公开300条 has none."""
    return not BY_MEDIA.search(said) or bool(_SEVERAL.search(said))


def _otherwise(said: str, first: bool) -> bool:
    """Whether something else is counted."""
    if said.startswith(("其他", "其它")):
        return False
    return bool(_OTHERWISE.search(_THROUGHOUT.sub("", said) if first or _THROUGH.match(said) else said))


def _opened(pieces: Iterator[_Piece], sign: str, unit: str) -> tuple[_Piece | None, bool]:
    """The first piece of the list that a total opens: after its colon, after 其中, or after words that say what it is about.

    Or, of this unit, the first of what one medium published, right beside the total; then True stands with it.
    """
    between = 0
    for piece in pieces:
        opening = _OPENS.match(piece.text)
        if opening and (between == 0 or piece.text.startswith(("其中", "在", "公开的", "从"))):
            point = _POINT.match(piece.text, opening.end())  # 其中1.组织机构类2条
            first = point.end() if point else opening.end()
            rest = replace(piece, text=piece.text[first:], at=piece.at[first:], before="")
            return (rest if rest.text else next(pieces, None)), False
        if sign == ":":
            return piece, False
        if unit and between == 0 and (item := _ITEM.fullmatch(piece.text)) and item["unit"] == unit and BY_MEDIA.search(item["name"]):
            return replace(piece, before=""), True
        between += len(piece.text)
        numbers = _PER_CENT.sub("", _YEAR.sub("", piece.text))
        if re.search(r"\d", numbers) or between > _MOST_BETWEEN or _TWICE.search(piece.text):
            return None, False
    return None, False


# 公开率达到100%, 全文电子化100% tell of no other things.
_PER_CENT = re.compile(r"[率化][为达到]{0,2}(?:\d{1,3}(?:\.\d+)?%|百分之百)")
# 预决算2条，工作计划1条，工作总结1条 make the number before them by chance.
_NO_CHANCE = Decimal(30)


def _without_their_parts(values: Sequence[Decimal]) -> list[Decimal]:
    """The list without runs that are exactly the part before them: 动态类215条，更新要闻93条，更新简报122条."""
    return [values[position] for position in without_parts(values, _NO_CHANCE)]
