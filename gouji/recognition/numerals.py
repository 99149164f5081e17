"""Chinese numerals: 十二, 一百零五, and digit by digit as in 二〇二四."""

import re

_DIGITS = {sign: n for n, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
# The ring ○ is typed for 〇 in dates; it is a numeral only among others.
CHINESE = "[零〇○一二两三四五六七八九十百千万]"
_GROUP = re.compile(
    r"(?:(?P<千>[一二两三四五六七八九])千(?P<a>零)?)?(?:(?P<百>[一二两三四五六七八九])百(?P<b>零)?)?(?:(?P<十>[一二三四五六七八九]?)十)?(?P<个>[一二两三四五六七八九])?"
)


def chinese_number(text: str) -> int | None:
    """The number that these signs write, or None where they write none (一十一百, 千, nothing at all)."""
    if text in ("零", "〇"):
        return 0
    if len(text) > 1 and all(sign in _DIGITS and sign != "两" for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    high, many, low = text.partition("万") if "万" in text else ("", "", text)
    parts = [_below_ten_thousand(high) if many else 0, _below_ten_thousand(low.removeprefix("零")) if low else 0]
    if not text or (many and not high) or None in parts:
        return None
    return sum(part * worth for part, worth in zip(parts, (10_000, 1), strict=True) if part is not None)


def _below_ten_thousand(text: str) -> int | None:
    match = _GROUP.fullmatch(text)
    if not match or not text:
        return None
    total = _DIGITS[match["个"]] if match["个"] else 0
    for sign, worth in _UNITS.items():
        if match[sign] is not None:
            total += worth * (_DIGITS[match[sign]] if match[sign] else 1)
    return total
