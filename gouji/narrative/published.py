"""Information made public and the kinds that a list names of it: 公开信息1263条。其中：部门文件111条，机构设置及人事信息22条，……"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from gouji.narrative.claim import Listing
from gouji.narrative.lists import BY_MEDIA
from gouji.narrative.sentences import Sentence

_NUMBER = r"\d{1,3},\d{3}(?!\d)|\d+"
_UNIT = "条次|条|篇|件|个|份|项"
_TOTAL = re.compile(
    rf"(?:公开|发布|制作|更新|推送|公布|上传|录入)[^,;。.:\d]{{0,24}}(?<![\d.约近超逾])(?P<number>{_NUMBER})(?P<unit>{_UNIT})(?:信息)?(?P<sign>[,:。;.])"
)
_SIGN = re.compile(r"[;。、:]|(?<=[条次篇件个份项类等息])\.|,(?!\d{3}(?!\d))|(?<=[条次篇件个份项]),")
_POINT = re.compile(r"(?:[(]?\d{1,2}[.)]|[①-⑳])(?!\d)")
_OPENS = re.compile(
    r"其中(?:包括|包含|含|有|,)?|(?:在|从)?(?:主动)?公开的?(?:政府|政务)?信息(?:中|里)$|从[^\d]{0,12}(?:类别|分类|类型|内容)(?:来)?看$"
    r"|(?:包括|包含|含有?|具体(?:为|是|包括|有)|分别[为是])"
)
_ITEM = re.compile(rf"(?P<name>[^\d]{{1,60}}?)(?P<number>{_NUMBER})(?P<unit>{_UNIT})(?:信息)?$")
_YEAR = re.compile(r"(?:20\d\d)[-—至、和]?(?:20\d\d)?年(?:度)?(?:\d{1,2}月份?)?")
_SHARE = re.compile(r"(?:占|比)[^\d]{0,8}\d+(?:\.\d+)?%$|\d+(?:\.\d+)?%$")
# Another thing is counted from here on, or more than the parts of one year's whole.
_OTHERWISE = re.compile(
    "全年|累计|合计|共计|总计|总共|以上|上述|共[发公有]|上年|去年|同比|环比|较|比上|举办|召开|开展|收到|受理|办结|答复率|留言|信箱|来信|来访"
    "|点击|浏览|阅读|访问|粉丝|订阅|关注|被|点赞|评论|播放|删除|清理|撤[下销]|约|近\\d|超\\d|逾|余\\d|同步|同时|重复|新增|[本我][局镇乡委县区市街机单]"
)
_REPOSTED = re.compile("转[载发]")
_OWN_WORK = re.compile("原创|自[编采撰]")
_TWICE = re.compile("同步|重复|交叉|两个平台|多个平台|多平台|各平台|不同平台|一并发布|同时(?:在|通过|发布|公开)|兼有|兼具|叠加|重叠")
# Nor is a part the total of what follows: 公开1305条，其中网站公开531条，其中解读2份，部门信息774条.
_NOT_OF_INFORMATION = re.compile(
    "其中|包括|包含|含|申请|受理|收到|办结|答复|复议|诉讼|争议|纠纷|处罚|许可|强制|规范性文件|解读|留言|规章|提案|建议|约|余条"
)
_NESTED = re.compile("其中|内有|包括|包含|含|具体")
_MOST_BETWEEN = 80


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two signs outside brackets, the sign before it, and where its signs stand in the text."""

    text: str
    before: str
    at: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    value: Decimal
    end: int


def published(whole: Sentence, known: Sequence[Listing]) -> list[Listing]:
    """The lists of a paragraph, those `known` and those of kinds; of two of one total the one that names more parts."""
    if not any(map(whole.text.__contains__, ("公开", "发布", "更新", "推送", "公布"))):
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
    return sum(listing.parts) > listing.high or len(listing.parts) > len(known.parts)


def _of_kinds(whole: Sentence) -> Iterator[Listing]:
    flat, at = _outside_brackets(whole.text)
    for total in _TOTAL.finditer(flat):
        if _NOT_OF_INFORMATION.search(flat, _begun(flat, total.start()), total.start("number")):
            continue
        pieces = _pieces(flat, at, total.start("sign"))
        items = _items(pieces, total["sign"], total["unit"])
        if len(items) < _LEAST or _counted_twice(whole.text, at[total.start()], items[-1].end):
            continue
        printed = whole.paragraph.text[whole.origin[at[total.start("number")]] : whole.origin[items[-1].end] + 1]
        _, place = whole.within(at[total.start("number")], items[-1].end + 1)
        value = Decimal(total["number"].replace(",", ""))
        doubts = [*whole.paragraph.doubts]
        if total["unit"] != "条次" and any(BY_MEDIA.search(item.name) for item in items):
            doubts.append("may-overlap")
        values = tuple(item.value for item in items)
        yield Listing("parts", value, Decimal(0), value, values, printed, printed, place, tuple(doubts))


_LEAST = 2


def _counted_twice(text: str, start: int, end: int) -> bool:
    """Whether the text says up to the end of its sentence that the same stands in several places."""
    return bool(_TWICE.search(text, start, max(end, text.find("。", end))))


def _begun(text: str, at: int) -> int:
    """Where the clause begins that stands around this place."""
    return max(text.rfind(sign, 0, at) for sign in ",;。") + 1


def _outside_brackets(text: str) -> tuple[str, Sequence[int]]:
    """The text without its brackets, and where each sign of it stands."""
    kept: list[range] = []
    depth = begun = 0
    for sign in _BRACKETS.finditer(text):
        if depth == 0 and sign.group() == "(":
            kept.append(range(begun, sign.start()))
        if depth == 1 and sign.group() == ")":
            begun = sign.end()
        depth = max(0, depth + (1 if sign.group() == "(" else -1))
    if depth == 0:
        kept.append(range(begun, len(text)))
    return "".join([text[run.start : run.stop] for run in kept]), [*chain.from_iterable(kept)]


_BRACKETS = re.compile("[()]")


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


def _items(pieces: Iterator[_Piece], sign: str, unit: str) -> list[_Item]:
    """The parts, up to where the list ends; none where nothing opens one."""
    first = _opened(pieces, sign)
    if first is None:
        return []
    found: list[_Item] = []
    name, nested, own_work = "", False, False
    piece: _Piece | None = first
    while piece is not None:
        if found and piece.before in (".", "。"):
            break
        nested = nested and piece.before != ";"
        if found and _NESTED.match(piece.text):
            nested = True
        said = name + _YEAR.sub("", piece.text)
        if _SHARE.search(said) and not nested:
            name = ""
        elif not re.search(r"\d", said):
            name = "" if nested else f"{said},"
        elif not nested:
            item = _ITEM.fullmatch(said)
            own_work = own_work or bool(_OWN_WORK.search(said))
            otherwise = _OTHERWISE.search(said) and not said.startswith(("其他", "其它"))
            if item is None or otherwise or (_REPOSTED.search(said) and not own_work):
                break
            name = ""
            if item["unit"] == unit or (unit == "条次" and item["unit"] == "条"):
                end = piece.at[piece.text.rfind(item["number"]) + len(item["number"]) - 1]
                found.append(_Item(item["name"], Decimal(item["number"].replace(",", "")), end))
        piece = next(pieces, None)
    return [found[position] for position in _tops([item.value for item in found])]


def _opened(pieces: Iterator[_Piece], sign: str) -> _Piece | None:
    """The first piece of the list that a total opens: after its colon, after 其中, or after words that say what it is about."""
    between = 0
    for piece in pieces:
        opening = _OPENS.match(piece.text)
        if opening and (between == 0 or piece.text.startswith(("其中", "在", "公开的", "从"))):
            rest = replace(piece, text=piece.text[opening.end() :], at=piece.at[opening.end() :], before="")
            return rest if rest.text else next(pieces, None)
        if sign == ":":
            return piece
        between += len(piece.text)
        numbers = re.sub(r"率[为达到]{0,2}(?:100%|百分之百)", "", _YEAR.sub("", piece.text))
        if re.search(r"\d", numbers) or between > _MOST_BETWEEN or _TWICE.search(piece.text):
            return None
    return None


def _without_their_parts(values: Sequence[Decimal]) -> list[Decimal]:
    """The list without runs that are exactly the part before them: 动态类215条，更新要闻93条，更新简报122条."""
    return [values[position] for position in _tops(values)]


def _tops(values: Sequence[Decimal]) -> Iterator[int]:
    position = 0
    while position < len(values):
        yield position
        position += 1 + _run(values, position)


# 预决算2条，工作计划1条，工作总结1条 make the number before them by chance.
_NO_CHANCE = 30


def _run(values: Sequence[Decimal], at: int) -> int:
    summed = Decimal(0)
    if values[at] < _NO_CHANCE:
        return 0
    for count, value in enumerate(values[at + 1 :], 1):
        summed += value
        if summed >= values[at]:
            return count if summed == values[at] and count > 1 else 0
    return 0
