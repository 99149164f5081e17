"""Requests that the text counts and the tables do not, or the other way about, told beside them: 收到45件，5件不符合要件，实际受理40件."""

import re
from collections.abc import Iterator
from decimal import Decimal

from expectations.frames.kind import Case
from expectations.frames.tabled import Quantity, tabled
from gouji.narrative.claim import Claim
from gouji.narrative.context.head import WHOLES
from gouji.narrative.sentence.numbers import COUNTED, NUMBER, amount

# What was counted and not registered, or registered besides; the number of them must be the difference.
_APART = re.compile(
    "(?:未|没有|不|无需)(?:再|予|予以|作)?(?:登记|受理|计入|纳入|统计|列入|提交)|不符合|不属于?(?:政府信息公开|信息公开|依申请公开|受理)"
    "|剔除|排除|扣除|除去|去除|减去|重复(?:提交|寄送|登记|件|申请)|误投|误寄|退回|退件|测试|咨询|信访|合并(?:登记|办理|计)|转[交送办]|移[交送]|无效"
    "|加上(?!上|去|结|转结)|加上上级|其他机关|其他单位"
)
# 有效申请40件, 实际受理40件, 登记办理40件: how many of them the tables count.
_AT_LAST = re.compile("(?:有效|实际|实有|正式|最终|净|登记办理|登记)[^,;。\\d]{0,8}$|按$")
_NUMBER = re.compile(NUMBER)


def left_out(case: Case, claim: Claim, quantity: Quantity, text: str) -> bool:
    """Whether its sentence, in one shape, tells by how many a number differs from one that the tables give."""
    if claim.quantity not in WHOLES or not claim.exact:
        return False
    sums = {found.value for names in quantity.all if (found := tabled(case, names)) is not None and found.whole}
    return any(claim.value - one in sums or claim.value + one in sums for one in _apart(text)) or any(
        one in sums and one < claim.value for one in _at_last(text)
    )


def _apart(text: str) -> Iterator[Decimal]:
    """The numbers of those that were left out or added, by the words of their own clause up to the next number."""
    found = [(match, counted.value) for match in _NUMBER.finditer(text) if (counted := amount(match)) and counted.unit in COUNTED]
    following = [*(match.start() for match, _ in found), len(text)][1:]
    for (match, value), next_one in zip(found, following, strict=True):
        begun = max(text.rfind(sign, 0, match.start()) for sign in ",;。:(")
        ended = _CLOSES.search(text, match.end(), next_one)
        if value and (
            _APART.search(text, match.end(), ended.start() if ended else next_one) or _APART.search(text, begun + 1, match.start())
        ):
            yield value


# 答复6件，不予受理5件: what is said of the five is not said of the six
_CLOSES = re.compile("[,;。:)]")


def _at_last(text: str) -> Iterator[Decimal]:
    for match in _NUMBER.finditer(text):
        counted = amount(match)
        if counted and counted.unit in COUNTED and _AT_LAST.search(text, 0, match.start()):
            yield counted.value
