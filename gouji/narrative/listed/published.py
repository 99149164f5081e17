"""Information made public and the kinds that a list names of it: 公开信息1263条。其中：部门文件111条，机构设置及人事信息22条，……"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from gouji.narrative.claim import Listing
from gouji.narrative.listed.beginning import INCLUDED
from gouji.narrative.listed.lists import BY_FORM_AND_BY_WHOM
from gouji.narrative.listed.members import SO_FAR
from gouji.narrative.listed.named import names_each
from gouji.narrative.listed.overlap import (
    BY_MEDIA,
    THE_REST,
    divided_anew,
    filled_by,
    is_of_one_before,
    may_overlap,
    nearly,
    of_several_kinds,
    rest_of_one_kind,
    told_behind,
    told_beside,
    without_parts,
)
from gouji.narrative.listed.published_items import POINTS, TWICE, UNIT, Item, begun_at, items_of, pieces, sum_of, value_of
from gouji.narrative.sentence.numbers import NUMBER, WHOLE, amount
from gouji.narrative.sentence.sentences import Sentence

# 主动公开组织机构、部门文件、工作动态、部门预决算等栏目的政府信息共264条
_OF_MANY = r"[^,;。.:\d]{2,40}、[^,;。.:\d]{2,16}等[^,;。.:\d]{0,10}信息[^,;。.:\d]{0,6}"
_TOTAL = re.compile(
    rf"(?:公开|发布|制作|更新|推送|公布|上传|录入|解读|类信息)(?:[^,;。.:\d]{{0,24}}|{_OF_MANY})(?<![\d.约近超逾])(?P<number>{WHOLE})(?P<more>[余多])?(?P<unit>{UNIT})"
    r"(?:(?:各类|主动|公开|政府|政务|的)*信息)?(?P<sign>[,:。;.])"
)
_NEXT_POINT = re.compile("。(?=[二三四五六七八九十]是)")
# Nor is a part the total of what follows: 公开1305条，其中网站公开531条，其中解读2份，部门信息774条.
_NOT_OF_INFORMATION = re.compile(
    "其中|包括|包含|含|申请|受理|收到|办结|答复|复议|诉讼|争议|纠纷|处罚|许可|强制|规范性文件|解读|留言|规章|提案|建议|约|余条"
)
_EXPLAINED = "解读"
_NUMBER = re.compile(NUMBER)


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
    flat = _NEXT_POINT.sub(";", flat) if POINTS.search(flat) else flat
    for total in _TOTAL.finditer(flat):
        begun = begun_at(flat, total.start())
        if total.group().startswith("类信息") and begun and flat[begun - 1] != "。":
            continue  # 政策类信息4条；工作类信息11条，其中动态3条、公告8条；民生类信息88条: a part of a list
        if INCLUDED.match(flat, total.end()):
            continue
        unlike = _NOT_OF_INFORMATION.search(flat, begun, total.start("number"))
        if unlike and unlike.group() != _EXPLAINED:
            continue
        value, high = value_of(total), _at_most(total)
        told = _without_those_beside(items_of(pieces(flat, at, total.start("sign")), total, flat), total["sign"], high)
        items = _reading(told, value)
        if unlike and not all(_EXPLAINED in item.name for item in items):
            continue  # 解读文件782个，其中图片解读741个、动漫解读44个 is a list all the same
        if (
            not items
            or _counted_twice(whole.text, at[total.start()], items[-1].end)
            or is_of_one_before(flat, total.start("number"), sum_of(items))
            or (sum_of(items) > high and BY_FORM_AND_BY_WHOM.search(whole.text, at[total.end()], items[-1].end + 1))
            or divided_anew([item.name for item in items], [item.value for item in items], high)
        ):
            continue
        if sum_of(items) > high and total["sign"] in "。;" and _COUNTED.search(flat, flat.rfind("。", 0, total.start()) + 1, total.start()):
            continue  # 网站公开754条，其他方式公开54条。其中微信1205条: of all that was counted
        alone = len(told) == 1 and not _COUNTED.search(flat, flat.rfind("。", 0, total.start()) + 1, total.start("number"))
        if len(items) < _LEAST and not (alone and _more_alone(whole.text[at[total.start("sign")] : items[0].end], items[0], high)):
            continue
        printed = whole.paragraph.text[whole.origin[at[total.start("number")]] : whole.origin[items[-1].end] + 1]
        _, place = whole.within(at[total.start("number")], items[-1].end + 1)
        doubts = [*whole.paragraph.doubts]
        values, names = tuple(item.value for item in items), [item.name for item in items]
        times = total["unit"] == "条次" or whole.text.startswith("(次)", at[total.end("unit") - 1] + 1)
        if not times and _counted_in_each(items, high):
            doubts.append("may-overlap")
        rest = (
            high == value
            and len(items) == len(told)
            and _told_to_the_rest(items, flat[begun : total.start("number")], flat[total.end("number") :], value)
        )
        named = high == value and len(items) == len(told) and names_each(flat[begun : total.start("number")], names)
        closed = rest or named or (high == value and _told_one_by_one(whole.text[at[total.start("sign")] :], items, told))
        low = value if closed and not told_behind(whole.paragraph.text, str(values[-1]), value - sum(values)) else Decimal(0)
        yield Listing("parts", value, low, high, values, printed, printed, place, tuple(doubts))


def _without_those_beside(items: list[Item], sign: str, whole: Decimal) -> list[Item]:
    """The parts up to what was put elsewhere."""
    alike = [item for item in items if item.alike]
    count = told_beside([i.name for i in alike], [i.value for i in alike], [i.apart for i in alike], whole, colon=sign == ":")
    return items[: items.index(alike[count])] if count else items


def _reading(items: Sequence[Item], whole: Decimal) -> Sequence[Item]:
    """The parts that are meant: those that make the whole, or nearly; else those of its unit without the parts of these."""
    alike = [item for item in items if item.alike]
    tops = [alike[at] for at in without_parts([item.value for item in alike], _NO_CHANCE)]
    if not alike:
        return items if _of_another_word(items, whole) else ()
    if sum_of(tops) == whole:
        return tops
    count = filled_by([item.value for item in alike], whole)
    by_media = 2 * sum(BY_MEDIA.search(item.name) is not None for item in alike) >= len(alike)
    beyond = all(_PUT_THERE.search(item.name) for item in alike[count:])
    beyond = beyond or (count > 0 and _done_otherwise(items, alike, count, whole))
    if count and (_OF_THE_REST.search(alike[count - 1].name) or by_media or beyond or _parted(alike, count)):
        return alike[:count]  # 网站公开957条，其他方式590条，规范性文件17条: the last is of something else
    for several in (alike, items):
        if sum_of(alike) != whole and nearly([item.value for item in several], whole):
            return several
    return tops


def _done_otherwise(items: Sequence[Item], alike: Sequence[Item], count: int, whole: Decimal) -> bool:
    """政策40条，公告60条，另报送信息20条; …，公报3期，解读20条: whether what follows the parts that make the whole is of another kind."""
    if whole < _NO_CHANCE or count == len(alike) or nearly([item.value for item in alike], whole):
        return False
    acts = [_ACT.match(item.name) is not None for item in alike]
    return (all(acts[count:]) and not any(acts[1:count])) or items[items.index(alike[count]) - 1] is not alike[count - 1]


_ACT = re.compile(
    "(?:另外?|还|同时|并|此外|以及|主动|依法|及时|网上|[:,])*(?:公开|公示|公布|发布|报送|推送|更新|制作|办理|上传|编[发印写]|解答|印发|转|回应|答复|维护|上报|撰写|出台|修订|另)"
)


def _parted(items: Sequence[Item], count: int) -> bool:
    """目录信息399条；解读信息8条: whether the first semicolon stands right behind the parts that make the whole."""
    return next((at for at, item in enumerate(items) if item.apart), len(items)) == count < len(items)


_OF_THE_REST = re.compile("其[他它余]")
# 微信公众号发布8条, beside 政府网站年度报告1条, which is a kind.
_PUT_THERE = re.compile(rf"(?:{BY_MEDIA.pattern})[^\d]{{0,12}}(?:发布|公开|推送|更新|刊[登发])")
_ANOTHER_WORD = Decimal("0.05")


def _of_another_word(items: Sequence[Item], whole: Decimal) -> bool:
    """124件。内容涉及动态123篇，公告2篇，预算3篇: papers of another measure word that make nearly the whole, or a little more.

    A little less where the rest ends the list.
    """
    values = [item.value for item in items]
    lacking = nearly([whole], sum(values, Decimal(0))) and bool(_OF_THE_REST.search(items[-1].name))
    return len(values) > _LEAST and (whole <= sum(values) <= whole * (1 + _ANOTHER_WORD) or lacking)


def _more_alone(between: str, item: Item, whole: Decimal) -> bool:
    """945条。其中，通过网站公开948条: one part of the whole that is more than it."""
    return item.alike and item.value > whole and "其中" in between and not SO_FAR.search(between)


def _told_to_the_rest(items: Sequence[Item], said: str, after: str, whole: Decimal) -> bool:
    """Whether a list names all, since the rest ends it: 其中公告60条，其他类26条; of several units where they nearly make the whole.

    80 of 83 such lists in true sentences of published reports make exactly their whole; of the three, one counts parts of a part
    and one things of another unit, which make no such list here.
    """
    values = [item.value for item in items]
    alike = all(item.alike for item in items) or nearly(values, whole) or nearly([whole], sum(values, Decimal(0)))
    rest = THE_REST.match(items[-1].name) or _AND_THE_REST.search(items[-1].name)
    if _OF_THE_BODY.match(items[-1].name) or rest_of_one_kind([item.name for item in items], said):
        return nearly([whole], sum(values, Decimal(0)))  # 部门其他文件5项, perhaps only the rest of the papers
    return alike and bool(rest) and not after.startswith(("余", "多"))


# 法规信息、政策问答等其他相关信息138条
_OF_THE_BODY = re.compile("(?:部门|机关|单位|[本我][局委办镇乡院])(?:的)?其[他它]")
_AND_THE_REST = re.compile(r"等其[他它][^\d]{0,12}$")
_ONE_BY_ONE = re.compile(r"[,:;。.][^\d,;。:]{0,12}?(?:分别|具体|依次)[为是]")


def _told_one_by_one(after: str, items: Sequence[Item], told: Sequence[Item]) -> bool:
    """公开41734条，具体为网站855条、…和其他平台721条。: words that lead to all parts, up to the end of the sentence."""
    if len(items) < len(told) or not all(item.alike for item in items) or not _ONE_BY_ONE.match(after):
        return False
    said = after[1:].split("。")[0]
    return "等" not in said and len(re.findall(r"\d+", said)) == len(items)


_LEAST = 2


def _counted_twice(text: str, start: int, end: int) -> bool:
    """Whether the text says up to the end of its sentence that the same stands in several places."""
    return bool(TWICE.search(text, start, max(end, text.find("。", end))))


_PAPERS = ("报告", "年报", "指南", "制度")  # 政府网站年度报告1条 is a kind
_COUNTED = re.compile(rf"\d(?:{UNIT})")


def _counted_in_each(items: Sequence[Item], whole: Decimal) -> bool:
    """Whether parts that are more than the whole may stand in several media, or be of several kinds."""
    values = [item.value for item in items]
    by_media = may_overlap(values, whole) and sum_of(items) - whole <= _by_media(items)
    return by_media or of_several_kinds([item.name for item in items], values, whole)


def _by_media(items: Sequence[Item]) -> Decimal:
    """How much of it stands in some medium: no more can have been counted twice."""
    return sum_of([item for item in items if BY_MEDIA.search(item.name) and not item.name.endswith(_PAPERS)])


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
    if depth:  # 公开195条，(其中：……: never closed
        opened = text.rfind("(", begun)
        kept = [*(run for run in kept if run.stop <= opened), range(opened + 1, len(text))]
    else:
        kept.append(range(begun, len(text)))
    return "".join([text[run.start : run.stop] for run in kept]), [*chain.from_iterable(kept)]


_BRACKETS = re.compile("[()]")
# 基础信息（507条）、决策信息（604条）
_ONLY_COUNTED = re.compile(rf"((?:{WHOLE})(?:{UNIT}))\)")


def _at_most(total: re.Match[str]) -> Decimal:
    """760余条 may be up to the next round number."""
    spoken = _NUMBER.fullmatch(total["number"] + (total["more"] or "") + "件")
    counted = amount(spoken) if spoken else None
    return counted.high if counted else value_of(total)


# 预决算2条，工作计划1条，工作总结1条 make the number before them by chance.
_NO_CHANCE = Decimal(30)


def _without_their_parts(values: Sequence[Decimal]) -> list[Decimal]:
    """The list without runs that are exactly the part before them: 动态类215条，更新要闻93条，更新简报122条."""
    return [values[position] for position in without_parts(values, _NO_CHANCE)]
