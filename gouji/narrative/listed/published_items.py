"""The parts that a paragraph lists of what was made public, piece by piece, up to where it counts something else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gouji.narrative.listed.nested import opens_parts
from gouji.narrative.listed.overlap import BY_MEDIA, nearly
from gouji.narrative.sentence.numbers import WHOLE, whole_number

UNIT = "条次|条|篇|件|个|份|项"

_SIGN = re.compile(
    r"[;。、:]|(?<=[条次篇件个份项类等息])\.|(?<![\d.A-Za-z])\.(?![\d.A-Za-z])|,(?!\d{3}(?!\d))|(?<=[条次篇件个份项]),|(?<=\d[条篇件个份项])(?:以及|[和及与])(?=[^\d,;。]{1,16}\d)"
)

_POINT = re.compile(r"(?:[(]?\d{1,2}[.)]|[①-⑳])(?!\d)")

# 一是概况信息522条。二是通知公告信息总计720条。: points of one list; not 一是抓好重点领域，公开信息520条。
POINTS = re.compile(rf"一是[^,;。\d]{{1,24}}\d+(?:{UNIT})[,;。]二是[^,;。\d]{{1,24}}\d+(?:{UNIT})")

_AT_A_POINT, _ITS_SUM = re.compile("^[二三四五六七八九十]是"), re.compile(r"(?<=信息)(?:总计|共计|合计)(?=\d)")

_OPENS = re.compile(
    r"其中(?:包括|包含|含|有|,)?|一是(?=[^\d]{1,24}\d+(?:条次|条|篇|件|个|份|项)$)|(?:在|从)?(?:主动)?公开的?(?:政府|政务)?信息(?:中|里)$|从[^\d]{0,12}(?:类别|分类|类型|内容|渠道|途径|方式|载体|平台|来源)(?:上|来|上来)?看$"
    r"|(?:(?:主要|主动|内容|信息|类别|类型|种类|分类|公开|的)*(?:包括|包含|涵盖|涉及)|含有?|(?:主要|具体)(?:为|是|包括|有)|分别[为是]|按[^\d]{1,6}分为?)"
)

# 发布677条政府采购信息 too
_ITEM = re.compile(
    rf"(?P<name>[^\d]{{0,60}}?)(?P<number>{WHOLE})(?P<unit>{UNIT}|期|部|册)(?:信息|(?:各类|[^\d为是属被已均由来涉获经未不得]){{0,40}}(?:信息|公告|通知|公示|报告|结果|动态|文件|稿件|资讯|新闻|计划|总结|视频|简报|推文))?等?[”\"]?$"
)

_REST = re.compile(rf"(?P<name>其[他它][^\d]{{0,20}})(?P<number>{WHOLE})(?P<unit>{UNIT})")

_YEAR = re.compile(r"(?:20\d\d)[-—至、和]?(?:20\d\d)?年(?:度)?(?:\d{1,2}月份?)?")

_SHARE = re.compile(r"(?:占|比)[^\d]{0,8}\d+(?:\.\d+)?%$|\d+(?:\.\d+)?%$")

# 网站公开860条占67.2%: a share right behind its part.
_ITS_SHARE = re.compile(rf"(?<=\d)(?P<unit>{UNIT})约?占[^\d]{{0,8}}\d+(?:\.\d+)?%$")

# Another thing is counted from here on, or more than the parts of one year's whole.
_OTHERWISE = re.compile(
    "全年|累计|合计|共计|总计|总共|以上|上述|共[发公有]|上年|去年|同比|环比|较|比上|举办|召开|开展|收到|受理|办结|答复率|留言|信箱|来信|来访"
    "|点击|浏览|阅读|访问|粉丝|订阅|关注|被|点赞|评论|播放|删除|清理|撤[下销]|约|近\\d|超\\d|逾|余\\d|同步|同时|重复|新增|另有|另外|此外|另[公发]|[日周月季年人平]均|[本我][局镇乡委县区市街机单]"
)

# Said of one part of a list, or where a list begins, these count nothing else: 通过公众号累计发布697条; nor where the number beside
# them so nearly makes the whole: 公开279条。其中重点领域114条；本单位公开目录169条.
_THROUGHOUT = re.compile("全年(?:共|累计)?|累计|[本我][局镇乡委县区市街机单]")

_THROUGH = re.compile("通过|在|于|以|利用|依托|借助")

# 点击13241次: how often a part was read.
_READ = re.compile(r"[^\d]*(?:点击|浏览|阅读|访问|播放)[量数率]?[^\d]{0,4}\d[\d,.]*万?[余多]?人?次$")

# 访问量12万人次, 同比增长12% tell of all that was made public, and of no other things.
_OF_ALL_OF_IT = re.compile(
    rf"{_READ.pattern}|(?:较|比|同比|环比|与)[^\d]{{0,14}}(?:增长|增加|提高|提升|上升|下降|减少|多|少)[^\d]{{0,4}}\d+(?:\.\d+)?%"
)

_OTHER_WAYS = re.compile("其[他它余](?:方式|渠道|途径|形式|平台|媒体)")

_SEVERAL = re.compile("等|、|[和及与]|渠道|多种|各")

_REPOSTED = re.compile("转[载发](?!公开|发布|公布)")

# 转载公开政策文件4篇 is a part where all parts nearly make the whole.
_REPOSTED_AND_PUBLISHED = re.compile("转[载发](?:公开|发布|公布)")

_OWN_WORK = re.compile("原创|自[编采撰]")

TWICE = re.compile("同步|重复|交叉|两个平台|多个平台|多平台|各平台|不同平台|一并发布|同时(?:在|通过|发布|公开)|兼有|兼具|叠加|重叠")

_NESTED = re.compile("其中|内有|包括|包含|含|具体")

_MOST_BETWEEN = 80


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two signs outside brackets, the sign before it, and where its signs stand in the text."""

    text: str
    before: str
    at: Sequence[int]


@dataclass(frozen=True, slots=True)
class Item:
    """One part: whether it is counted in the unit of the whole, and whether a semicolon stands before it."""

    name: str
    value: Decimal
    end: int
    alike: bool
    apart: bool = False


_SUMMED = re.compile(rf"(?:合计|共计|总计|小计|[合总]?共)(?:主动)?(?:公开|发布|更新|推送)?(?:信息)?(?P<number>{WHOLE})")


def sum_of(items: Sequence[Item]) -> Decimal:
    return sum((item.value for item in items), Decimal(0))


def begun_at(text: str, at: int) -> int:
    """Where the clause begins that stands around this place."""
    return max(text.rfind(sign, 0, at) for sign in ",;。") + 1


def pieces(flat: str, at: Sequence[int], start: int) -> Iterator[Piece]:
    """What follows from a sign on, piece by piece."""
    before, begun = flat[start], start + 1
    while begun < len(flat):
        sign = _SIGN.search(flat, begun)
        end = sign.start() if sign else len(flat)
        point = _POINT.match(flat, begun, end)
        first = point.end() if point else begun
        if flat[first:end] and not flat[first:end].isdigit():
            yield Piece(flat[first:end], before, at[first:end])
            before = ""
        if sign is None:
            return
        before, begun = max(before, sign.group(), key=_strength), sign.end()


def _strength(sign: str) -> int:
    """Which of two signs parts more."""
    return "、,:;.。".find(sign) if sign else -2


def items_of(told: Iterator[Piece], total: re.Match[str], flat: str) -> list[Item]:
    """The parts, up to where the list ends; none where nothing opens one."""
    sign, unit = total["sign"], total["unit"]
    several = sign != ":" and _of_several(flat[begun_at(flat, total.start()) : total.start("number")])
    opened, beside = _opened(told, sign, unit if several else "")
    found: list[Item] = []
    name, nested, own_work, apart, inner = "", False, False, False, Decimal(0)
    piece = opened
    while piece is not None:
        if found and piece.before in (".", "。"):
            break
        nested, apart = nested and piece.before != ";", apart or piece.before == ";"
        if found and (_NESTED.match(piece.text) or (piece.before != ";" and opens_parts(piece.text, flat[total.end() :]))):
            nested, inner = True, Decimal(0)
        said = _said(name, piece, flat)
        if (_SHARE.search(said) and not nested) or (found and _READ.match(said)):
            name, apart = "", apart or bool(_READ.match(said))
        elif not re.search(r"\d", said):
            name = "" if nested else f"{said},"
        elif not nested:
            item = _ITEM.fullmatch(said) or _REST.match(said)
            own_work = own_work or bool(_OWN_WORK.search(said))
            if item is None or (_REPOSTED.search(said) and not own_work):
                break
            part, name, apart = replace(_item(piece, item, unit), apart=apart), "", False
            beyond = _otherwise(said, not found)
            found += [part] if not beyond or _fills_it(said, part, found, value_of(total)) else []
            if beyond or _OTHER_WAYS.match(item["name"]):
                break
        elif (of_a_part := _ITEM.fullmatch(said)) is not None:
            name, inner = "", inner + whole_number(of_a_part["number"])
            nested = inner != found[-1].value  # its parts are told
        piece = next(told, None)
    by_media = all(i.alike and BY_MEDIA.search(i.name) for i in found) and nearly([i.value for i in found], value_of(total))
    apart = (beside and not by_media) or _summed_up(piece, found, value_of(total))
    return [] if apart else _without_reposts(found, value_of(total))


def _summed_up(piece: Piece | None, found: Sequence[Item], whole: Decimal) -> bool:
    """共188条。其中目录中年报1条、……、其他3条，共发布102条；专题中……: whether what follows tells that these make a part of the whole."""
    sum_of_them = _SUMMED.match(piece.text) if piece is not None else None
    return sum_of_them is not None and whole_number(sum_of_them["number"]) == sum_of(found) != whole


def _said(name: str, piece: Piece, flat: str) -> str:
    """What a piece says without the sign of its point, its years and its share; at a point 总计 begins no new total."""
    said = _ITS_SHARE.sub(r"\g<unit>", name + _YEAR.sub("", _AT_A_POINT.sub("", piece.text, count=1)))
    return _ITS_SUM.sub("", said) if _ITS_SUM.search(said) and POINTS.search(flat) else said


def _fills_it(said: str, part: Item, found: Sequence[Item], whole: Decimal) -> bool:
    """Whether what seems to be counted apart so nearly makes the whole with the parts before it that it is one of them."""
    return part.alike and not _otherwise(said, True) and nearly([*(item.value for item in found), part.value], whole)


def _item(piece: Piece, item: re.Match[str], unit: str) -> Item:
    end = piece.at[piece.text.rfind(item["number"]) + len(item["number"]) - 1]
    alike = item["unit"] == unit or (unit == "条次" and item["unit"] == "条")
    return Item(item["name"], whole_number(item["number"]), end, alike)


def _without_reposts(items: list[Item], whole: Decimal) -> list[Item]:
    """The parts up to what was 转载公开, unless with all of them they nearly make the whole."""
    summed = sum_of(items)
    if summed <= whole or nearly([summed], whole):
        return items
    first = next((at for at, item in enumerate(items) if _REPOSTED_AND_PUBLISHED.search(item.name)), len(items))
    own_work = any(_OWN_WORK.search(item.name) for item in items[:first])
    return items if own_work else items[:first]


def value_of(total: re.Match[str]) -> Decimal:
    return whole_number(total["number"])


def _of_several(said: str) -> bool:
    """Whether a whole is not of one medium alone: 通过网站公开500条，通过微信公开300条 has none."""
    return not BY_MEDIA.search(said) or bool(_SEVERAL.search(said))


def _otherwise(said: str, first: bool) -> bool:
    """Whether something else is counted."""
    if said.startswith(("其他", "其它")):
        return False
    return bool(_OTHERWISE.search(_THROUGHOUT.sub("", said) if first or _THROUGH.match(said) else said))


def _opened(told: Iterator[Piece], sign: str, unit: str) -> tuple[Piece | None, bool]:
    """The first piece of the list that a total opens: after its colon, after 其中, or after words that say what it is about.

    Or, of this unit, the first of what one medium published, right beside the total; then True stands with it.
    """
    between = 0
    for piece in told:
        opening = _OPENS.match(piece.text)
        if opening and (between == 0 or piece.text.startswith(("其中", "在", "公开的", "主动公开的", "从"))):
            point = _POINT.match(piece.text, opening.end())  # 其中1.组织机构类2条
            first = point.end() if point else opening.end()
            rest = replace(piece, text=piece.text[first:], at=piece.at[first:], before="")
            return (rest if rest.text else next(told, None)), False
        if sign == ":":
            return piece, False
        if unit and between == 0 and (item := _ITEM.fullmatch(piece.text)) and item["unit"] == unit and BY_MEDIA.search(item["name"]):
            return replace(piece, before=""), True
        between += len(piece.text)
        numbers = "" if _OF_ALL_OF_IT.fullmatch(piece.text) else _PER_CENT.sub("", _YEAR.sub("", piece.text))
        if re.search(r"\d", numbers) or between > _MOST_BETWEEN or TWICE.search(piece.text):
            return None, False
    return None, False


# 公开率达到100%, 全文电子化100% tell of no other things.
_PER_CENT = re.compile(r"[率化][为达到]{0,2}(?:\d{1,3}(?:\.\d+)?%|百分之百)")
