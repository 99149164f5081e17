"""Numbers as sentences write them: digits, thousands, 万, 余 and 约, and the small Chinese numerals."""

import re
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_CHINESE = "[零〇一二两三四五六七八九十百]{1,6}"
NUMBER = rf"(?:(?P<about>约|近|大约)?(?P<number>\d[\d,]*(?:\.\d+)?|{_CHINESE})(?P<many>万)?(?P<more>余|多)?)"


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number of the text may truly be, at least and at most."""

    value: Decimal
    low: Decimal
    high: Decimal


def quantity(match: re.Match[str]) -> Quantity | None:
    """The number in a match of NUMBER, with the room its words leave: 余 upwards, 约 by 5 %, 万 half a printed unit."""
    value = _value(match["number"])
    if value is None:
        return None
    unit = _last_unit(match["number"])
    if match["many"]:
        value, unit = value * 10_000, unit * 10_000
    if match["more"]:
        return Quantity(value, value, value + _round_unit(value) - 1)
    if match["about"]:
        return Quantity(value, value * Decimal("0.95"), value * Decimal("1.05"))
    if match["many"]:
        return Quantity(value, value - unit / 2, value + unit / 2)
    return Quantity(value, value, value)


def _value(text: str) -> Decimal | None:
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    return _chinese(text)


def _chinese(text: str) -> Decimal | None:
    """Numerals up to 999: 一百二十三, 十五, 二十; None where the signs are no numeral (一十一百)."""
    total = digit = 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
    return Decimal(total + digit)


def _last_unit(text: str) -> Decimal:
    """The worth of the last printed digit: 2.7 gives 0.1."""
    decimals = text.partition(".")[2]
    return Decimal(1).scaleb(-len(decimals))


def _round_unit(value: Decimal) -> Decimal:
    """One more of the last digit that is not 0: 1200余 is below 1300."""
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** zeros if int(value) else Decimal(1)
