"""Numbers as sentences write them: digits, thousands, 万, 余 and 约, and Chinese numerals."""

import re
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_STEPS = {"十": 10, "百": 100, "千": 1000}
# A whole number in digits, with or without its thousands.
WHOLE = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+"
_UNITS = "|".join(
    [
        "件次",
        "条次",
        "人次",
        "场次",
        "个百分点",
        "个工作日",
        "个自然日",
        "个小时",
        "个月",
        "百分点",
        "万元",
        "件",
        "起",
        "宗",
        "份",
        "封",
        "条",
        "项",
        "个",
        "例",
        "次",
        "部(?![分门委长队署])",
        "篇",
        "本",
        "%",
        "倍",
        "成",
        "元",
        "人",
        "名",
        "家",
        "场",
        "期",
        "年",
        "月",
        "日",
        "号",
        "天",
        "款",
        "时",
        "岁",
        "米",
        "周",
        "届",
        "点",
        "处(?![理罚室置级长于以在])",
    ]
)
# A Chinese numeral is a number only with a unit after it: 一 is in many words.
NUMBER = (
    rf"(?P<about>约为|大约|将近|接近|约|近|超过|超|逾|不足|不到)?"
    rf"(?:(?P<digits>(?:{WHOLE})(?:\.\d+)?)|(?P<numeral>[零〇一二两三四五六七八九十百千]{{1,9}})(?=[余多万]{{0,2}}(?:{_UNITS})))"
    rf"(?P<many>万|亿)?(?P<more>余|多)?(?P<unit>{_UNITS})?(?P<near>左右|上下|以上(?![述各])|以下|以内)?"
)
# The same without a unit after the numeral, for where other words tell that a number stands there: 申请数为六.
SPOKEN = re.compile(NUMBER.replace(rf"(?=[余多万]{{0,2}}(?:{_UNITS}))", ""))
COUNTED = frozenset(["件次", "件", "起", "宗", "份", "封", "条", "项", "个", "例", "次", "部"])
_ABOUT = Decimal("0.05")
UNBOUNDED = Decimal(10) ** 12


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number of the text may truly be, at least and at most. `step` is the worth of its last printed digit."""

    value: Decimal
    low: Decimal
    high: Decimal
    step: Decimal
    unit: str = ""
    about: bool = False
    many: bool = False
    # What 万 or 亿 makes of one.
    times: int = 1

    @property
    def exact(self) -> bool:
        return self.low == self.high


def amount(match: re.Match[str]) -> Amount | None:
    """The number in a match of NUMBER, with the room its words leave: 余 upwards, 约 by 5 % or half its round unit."""
    value = _value(match)
    if value is None:
        return None
    printed, times = match["digits"] or "", {"万": 10_000, "亿": 100_000_000}.get(match["many"] or "", 1)
    step = Decimal(1).scaleb(-len(printed.partition(".")[2])) * times
    value *= times
    low, high = _room(value, step, match)
    return Amount(value, low, high, step, match["unit"] or "", bool(match["about"] or match["more"] or match["near"]), times > 1, times)


def _room(value: Decimal, step: Decimal, match: re.Match[str]) -> tuple[Decimal, Decimal]:
    if not value:
        return value, value  # 0万元 is none
    match match["about"] or match["near"]:
        case "以上":
            return value, UNBOUNDED
        case "以下" | "以内":
            return Decimal(0), value
        case "超过" | "超" | "逾":
            return value, UNBOUNDED
        case "不足" | "不到":
            return Decimal(0), value
        case _ if match["more"]:
            return value, value + _round_unit(value) - 1
        case None:
            # Rounded or cut at its last digit: 1.2万 is 11,500 to 13,000.
            return (value - step / 2, value + step - 1) if match["many"] else (value, value)
        case "近" | "将近" | "接近":
            # Up to the next round number: 近170 is said of 161.
            below = max(value * _ABOUT, min(_round_unit(value), value * _ABOUT * 2))
            return value - below, value + value * _ABOUT
        case _:
            room = max(value * _ABOUT, min(_round_unit(value) / 2, value * _ABOUT * 2))
            return value - room, value + room


def room(amount: Amount) -> tuple[Decimal, Decimal]:
    """What a printed number may truly be: rounded or cut at its last digit; 约 leaves one more."""
    more = amount.step if amount.about else Decimal(0)
    value = amount.value
    if amount.about and amount.low != amount.value:
        return min(amount.low, value - amount.step - more), max(amount.high, value + amount.step + more)
    return value - amount.step / 2 - more, value + amount.step + more


def _value(match: re.Match[str]) -> Decimal | None:
    return whole_number(match["digits"]) if match["digits"] else _chinese(match["numeral"])


def _chinese(text: str) -> Decimal | None:
    """Numerals up to 9999: 一百二十三, 十五, 二〇二三; None where the signs are no numeral (二三十, 百十一百)."""
    if len(text) > 1 and not any(sign in _STEPS for sign in text):
        return Decimal("".join(str(_DIGITS[sign]) for sign in text)) if "〇" in text or "零" in text else None
    total, digit, last = 0, None, 10_000
    for sign in text:
        if sign in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[sign]
        else:
            step = _STEPS[sign]
            if step >= last or (digit is None and step > 10):
                return None
            total, digit, last = total + (1 if digit is None else digit) * step, None, step
    return Decimal(total + (digit or 0))


def _round_unit(value: Decimal) -> Decimal:
    """One more of the last digit that is not 0: 1200余 is below 1300."""
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** zeros if int(value) else Decimal(1)


def whole_number(digits: str) -> Decimal:
    """The value of digits that may have thousands: 1,234."""
    return Decimal(digits.replace(",", ""))
