"""Days as documents write them: in figures, in Chinese numerals, with points or dashes."""

import re
from datetime import date

from gouji.recognition.numerals import chinese_number

_ZERO = "〇零○O0"
YEAR = rf"(20\d\d|二[{_ZERO}][{_ZERO}一二三四五六七八九]{{2}})"
MONTH = r"(\d{1,2}|元|[一二三四五六七八九十]{1,2})"
DAY = r"(\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE = rf"{YEAR}年{MONTH}月{DAY}日"
# Without 年 and 月 only figures are a day: 2024-01-15, 2024.1.15.
SHORT_DATE = r"(20\d\d)[-./](\d{1,2})[-./](\d{1,2})"


def day_of(year: str, month: str, day: str) -> date | None:
    """The day, or None where the calendar has no such day."""
    parts = [number_of(text) for text in (year, month, day)]
    try:
        return date(*(part for part in parts if part is not None))
    except (TypeError, ValueError):
        return None


def number_of(text: str) -> int | None:
    """A year's, month's or day's number; 元月 is January."""
    if text.isdecimal():
        return int(text)
    return 1 if text == "元" else chinese_number(re.sub(f"[{_ZERO}]", "〇", text))
