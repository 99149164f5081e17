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

# 网站70条，微信公众号60条: the same may be put in both places.
BY_MEDIA = re.compile(
    "网站|门户|媒体|微信|公众号|微博|抖音|客户端|头条|视频号|报刊|报纸|日报|公报|电视|广播|公开栏|公示栏|信息屏|平台|(?:政务|服务|信息|公开|政府)网|官网|订阅号"
)
# 网站公开115条，其中公告30条、文件10条；通过信用平台公示行政许可306条: put elsewhere, beside the whole.
PUT_ELSEWHERE = re.compile(f"公布|发布|推送|上传|报送|编发|刊发|投稿|张贴|通过|利用|依托|借助|另|{BY_MEDIA.pattern}")
THROUGH = re.compile(rf"(?:通过|利用|依托|借助)[^\d]{{0,8}}(?:{BY_MEDIA.pattern})")
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


def nearly(values: Sequence[Decimal], whole: Decimal) -> bool:
    """Whether parts make a little more than the whole: so near to it that they were meant to make it."""
    return 0 < sum(values) - whole <= whole / _LITTLE


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
