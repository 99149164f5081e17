"""When parts that make more than their whole may be right all the same: counted in several places, or parts of parts.

Of the published reports whose sentences sets r, s, t and u follow (docs/claims.md) nobody corrected any. Lists in them, by whether
the parts make exactly the whole, less or more:

    parts named by                         exactly   less   more
    media (网站…条，微信…条) after 其中             29      2      2
    kinds (动态…条，公告…条) after 其中            145     42      3
    either, without 其中                           25      1      0

The five that make more go on after the whole is full (其他方式590条，规范性文件17条) or name parts of parts: no list exceeds its whole.
So what is counted is counted once, as a rule, and a little too much is a mistake; but an older form of the report counts what stands in
several places in each (共113条，网站71条，微信63条), and what a platform repeats of another is most of what it publishes.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from gouji.narrative.sentence.numbers import NUMBER, amount

# 网站70条，微信公众号60条: the same may be put in both places.
BY_MEDIA = re.compile(
    "网站|门户|媒体|微信|公众号|微博|抖音|客户端|头条|视频号|报刊|报纸|日报|公报|电视|广播|公开栏|公示栏|信息屏|平台|(?:政务|服务|信息|公开|政府)网|官网|订阅号"
)
# 网站公开115条，其中公告30条、文件10条；通过信用平台公示行政许可306条: put elsewhere, beside the whole.
_PUT_ELSEWHERE = re.compile(f"公布|发布|推送|上传|报送|编发|刊发|投稿|张贴|通过|利用|依托|借助|另|{BY_MEDIA.pattern}")
_THROUGH = re.compile(rf"(?:通过|利用|依托|借助)[^\d]{{0,8}}(?:{BY_MEDIA.pattern})")
# 公开其他信息, 其余政府信息网站发布, 政府应主动公开的其他信息 are what is left; 其他部门, 其他镇街 are others.
THE_REST = re.compile(
    "(?:主动|公开|发布|推送|通过|以及|和|及|在|各类)*(?:(?:政府|行政机关|依法|依规|按规定|法定)*(?:应当?|需要?)(?:主动)?公开的)?(?:其[他它余]|余下|剩余)(?!(?:途径|渠道|方式)(?:获取|获得|查询|查阅|办理|解决|反映|救济|了解)|的?(?:部门|单位|机关|机构|地区|行政|县|市|区|镇|乡|街道|省|国家))"
)
# 其他文件196条: what the rest is of, said more closely than 其他信息.
_REST_OF = re.compile(
    "[^\\d]*?其[他它余](?:的|各类|类)*(?!的|类|各类|信息|内容|方面|类别|事项|情况|栏目|方式|途径|渠道|平台|形式|工作)(?P<noun>[^\\d,;、:()的]{2})"
)
_NUMBER = re.compile(NUMBER)
# 其中许可115条，处罚4条；公开招标采购信息23条；公开土地征收信息83条
_PUBLISHED_TOO = re.compile("(?:主动|集中|及时|另|还|同时|共|累计)*(?:公开|公示|更新|印发|制发|出台)")
_BY_FAR = 4
_LITTLE = 50
_REPEATED = 4


def may_overlap(values: Sequence[Decimal], whole: Decimal) -> bool:
    """Whether what stands in several places may have been counted in each, so that the parts are rightly more than the whole.

    Not where one of them alone is more, nor where they hardly share anything: at most two in a hundred of the whole and a quarter of
    the smallest part. Nor where they are less: what was counted twice would make even fewer.
    """
    over = sum(values) - whole
    shared = min((value for value in values if value), default=Decimal(0))
    return over > 0 and max(values) <= whole and not (over <= whole / _LITTLE and over <= shared / _REPEATED)


def told_behind(text: str, number: str, lacking: Decimal) -> bool:
    """Whether what a list lacks stands in the next sentence: 其中：……，机构信息16条。财政信息3。; `number` is that of its last part."""
    if lacking <= 0:
        return False
    behind = rf"{number}[^\d,，;；。]{{0,6}}[。;；][^\d,，;；。:：]{{2,14}}{int(lacking)}(?:条|件|个|份|项|篇)?(?=[。;；,，、]|$)"
    return re.search(behind, text) is not None


def nearly(values: Sequence[Decimal], whole: Decimal) -> bool:
    """Whether parts make a little more than the whole: so near to it that they were meant to make it."""
    return 0 < sum(values) - whole <= whole / _LITTLE


def told_beside(names: Sequence[str], values: Sequence[Decimal], apart: Sequence[bool], whole: Decimal, *, colon: bool) -> int:
    """How many parts a list has before what was put elsewhere, where with that they are more than the whole; 0 for all of them.

    It stands `apart` behind a semicolon, or through a medium, or alone is more than the whole; behind a colon never right after the first.
    The first semicolon after several parts told with commas begins other things, unless the rest is told there, where what follows has
    a verb of its own, or with it the whole is exceeded by far.
    """
    if sum(values) <= whole or nearly(values, whole):
        return 0
    count = next((n for n in range(1, len(values)) if apart[n] or values[n] > whole or _THROUGH.search(names[n])), 0)
    if not count or (count == 1 and colon) or all(map(BY_MEDIA.search, names[:count])):
        return 0
    anew = _PUBLISHED_TOO.match(names[count]) is not None or sum(values) - whole > whole / _BY_FAR
    if count > 1 and apart[count] and anew and sum(values[:count]) <= whole and not any(map(THE_REST.match, names[count:])):
        return count
    return count if _PUT_ELSEWHERE.search(names[count]) and not THE_REST.match(names[count]) else 0


# 其中重点领域信息1334条，政务动态2476条，目录信息1898条: what matters most is of several kinds.
_OF_ALL_KINDS = re.compile("(?:重点|民生)(?:领域|工作|信息)|重点民生")


def of_several_kinds(names: Sequence[str], values: Sequence[Decimal], whole: Decimal) -> bool:
    """Whether one part is what mattered most, which the others may hold too: without it they are not more than the whole."""
    first = next((n for n, name in enumerate(names) if _OF_ALL_KINDS.search(name)), None)
    over = sum(values) - whole
    parted = not names or THE_REST.match(names[-1]) is not None  # ……，其他动态类487条: the rest ends a list of kinds that share nothing
    return first is not None and 0 < over <= values[first] <= whole and not nearly(values, whole) and not parted


# 备案公文175件，其中规范性文件1件，主动公开175件: how much of all was made public.
_MADE_PUBLIC = re.compile("(?:均|都|全部|已|属于|属)*(?:主动|对外|依法)*公开(?:了|的|公文|文件|率)*")


def divided_anew(names: Sequence[str], values: Sequence[Decimal], whole: Decimal) -> bool:
    """Whether parts are of two ways to divide the whole: by kind, and how much of it was made public."""
    public = [_MADE_PUBLIC.fullmatch(name) is not None for name in names]
    return sum(values) > whole and any(public) and not all(public) and len(names) > 1 and not any("不" in n or "依申请" in n for n in names)


def is_of_one_before(text: str, total: int, made: Decimal) -> bool:
    """公文386件，其中规范性文件4件，主动公开212件、不予公开174件: whether parts that make so many are of a number before their total."""
    before = _NUMBER.finditer(text, text.rfind("。", 0, total) + 1, total)
    return any((counted := amount(one)) is not None and counted.value == made for one in before)


def filled_by(values: Sequence[Decimal], whole: Decimal) -> int:
    """How many of the first numbers, two at least, make exactly the whole; 0 for none."""
    summed = Decimal(0)
    for count, value in enumerate(values, 1):
        summed += value
        if count > 1 and summed == whole:
            return count
    return 0


def without_parts(values: Sequence[Decimal], least: Decimal = Decimal(0)) -> Sequence[int]:
    """Where the numbers stand that are no parts of one before them, of at least so many: 0 and 3 of 4, 2, 2, 3, 1, 2."""
    found, at = [], 0
    while at < len(values):
        found.append(at)
        at += 1 + (_run(values, at) if values[at] >= least else 0)
    return found


def _run(values: Sequence[Decimal], at: int) -> int:
    """How many of the numbers after this one, two at least, are exactly it together; 0 for none."""
    summed = Decimal(0)
    for count, value in enumerate(values[at + 1 :], 1):
        summed += value
        if summed >= values[at]:
            return count if summed == values[at] and count > 1 else 0
    return 0


def rest_of_one_kind(names: Sequence[str], whole: str) -> bool:
    """信息914条，其中规范性文件566条、其他文件196条: the last is the rest of the papers alone, where papers are no word of the whole."""
    rest = _REST_OF.match(names[-1])
    return rest is not None and rest["noun"] not in whole and any(rest["noun"] in name for name in names[:-1])
