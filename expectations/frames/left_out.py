"""Requests that the text counts and the tables do not, or the other way about, told beside them: 收到45件，5件不符合要件，实际受理40件."""

import re
from collections.abc import Iterator
from decimal import Decimal

from expectations.frames.kind import Case
from expectations.frames.meant import flat
from expectations.frames.tabled import Quantity, tabled
from gouji.narrative.claim import Claim
from gouji.narrative.context.head import WHOLES
from gouji.narrative.sentence.numbers import COUNTED, NUMBER, amount

# What was counted and not registered, or registered besides; the number of them must be the difference.
_APART = re.compile(
    "(?:未|没有|不|无需)(?:再|予|予以|作)?(?:登记|受理|计入|纳入|统计|列入|提交)|不符合|不属于?(?:政府信息公开|信息公开|依申请公开|受理)"
    "|剔除|排除|扣除|除去|去除|减去|重复(?:提交|寄送|登记|件|申请)|误投|误寄|退回|退件|测试|咨询|信访|补充(?:提交|递交|材料)|补正后|合并(?:登记|办理|计)|转[交送办]|移[交送]|无效"
    "|加上(?!上|去|结|转结)|加上上级|其他机关|其他单位"
)
# 有效申请40件, 实际受理40件, 登记办理40件: how many of them the tables count.
_AT_LAST = re.compile("(?:有效|实际|实有|正式|最终|净|登记办理|登记)[^,;。\\d]{0,8}$|按$")
_NUMBER = re.compile(NUMBER)


def left_out(case: Case, claim: Claim, quantity: Quantity, text: str) -> bool:
    """Whether its sentence, in one shape, tells by how many a number differs from one that the tables give."""
    if not claim.exact:
        return False
    sums = {found.value for names in quantity.all if (found := tabled(case, names)) is not None and found.whole}
    if any(one in sums for one in _but_for(claim, text)):
        return True
    if claim.quantity not in WHOLES:
        return False
    if any(_told_in_full(claim.value, one, text) for one in sums):
        return True
    return any(claim.value - one in sums or claim.value + one in sums for one in _apart(text)) or any(
        one in sums and one < claim.value for one in _at_last(text)
    )


# 34件（含县政府文件4件）, 34件（不含联合发文2件）
_BEHIND = re.compile(r"[,(](?:其中)?(?P<not>不|未)?(?:含|包括|包含|计|计入)[^)\d,;。]{0,24}(?P<number>\d+)")


def _but_for(claim: Claim, text: str) -> Iterator[Decimal]:
    """What a number would be without those that the text right behind it says it contains, or with those that it does not."""
    printed = flat(claim.printed)
    at = text.find(printed)
    match = _BEHIND.match(text, at + len(printed)) if at >= 0 else None
    if match is not None:
        yield claim.value + Decimal(match["number"]) * (1 if match["not"] else -1)


# 接收35件，经审核4件系信访事项，其余31件均纳入办理
_OTHERS = re.compile("其余|其他|剩余|余下|另外|剩下")


def _told_in_full(said: Decimal, due: Decimal, text: str) -> bool:
    """Whether a sentence names what is left out and then the rest, which the tables give."""
    rest = _OTHERS.search(text)
    if rest is None or said <= due:
        return False
    before, after = ([c.value for m in _NUMBER.finditer(part) if (c := amount(m))] for part in (text[: rest.start()], text[rest.start() :]))
    return said in before and said - due in before and due in after[:1]


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
