"""Dates and statistics period, as the text states them."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gouji.document.model import Paragraph
from gouji.place import Place
from gouji.recognition.days import DATE, DAY, MONTH, SHORT_DATE, YEAR, day_of
from gouji.recognition.normal import compact, plain
from gouji.report import Period

_TO = "(?:至|到|—|–|-|~|～|─)+"
_HOUR = r"(?:\d{1,2}(?:时|:00))?"
_PERIOD = re.compile(rf"(?:自|从|为|:|由)?{DATE}{_HOUR}(?:起|开始)?,?{_TO}(?:{YEAR}年)?{MONTH}月{DAY}日")
_SHORT_PERIOD = re.compile(rf"{SHORT_DATE}(?:起)?{_TO}{SHORT_DATE}")
_MONTHS = re.compile(rf"{YEAR}年{MONTH}月(?:份)?(?:起)?{_TO}(?:{YEAR}年)?{MONTH}月(?!\d|[一二三四五六七八九十])")
_WHOLE_YEAR = re.compile(rf"(?:统计期限?|统计时限|统计时间|报告期限?)(?:为|是|:){YEAR}年(?:度|全年)?(?=[。,;]|$)")
_PERIOD_WORDS = re.compile("统计|数据|期限|时限|起至|期间|截止|涵盖|报告期")
_SIGNED = re.compile(rf"^(?:日期:|时间:)?(?P<name>[^\d。；:]{{0,40}}?)(?:{DATE}|{SHORT_DATE})$")
_SEAL = re.compile("[(（](?:盖章|公章|印章|章)[)）]$")
_LABEL = re.compile("^(?:落款|单位|报告单位|编制单位)[:：]")
_LONGEST_NAME = 40
_UNDER_TITLE = 3
_UNDER = re.compile(rf"[(（]?{DATE}[)）]?")


def find_period(paragraphs: Sequence[Paragraph]) -> Period | None:
    """The statistics period: the first span of days in a sentence that speaks of the figures."""
    for paragraph in paragraphs:
        flat = compact(paragraph.text)
        for match in _spans(flat.text):
            if _PERIOD_WORDS.search(_sentence_around(flat.text, match.start(), match.end())) and (days := _days(match)):
                start, end = flat.span(match.start(1), match.end())
                return Period(*days, paragraph.text[start:end], spot(paragraph.place, start, end))
    return None


def _spans(text: str) -> list[re.Match[str]]:
    return [match for shape in (_PERIOD, _SHORT_PERIOD, _MONTHS, _WHOLE_YEAR) for match in shape.finditer(text)]


def _sentence_around(text: str, start: int, end: int) -> str:
    return text[text.rfind("。", 0, start) + 1 : (text.find("。", end) + 1) or len(text)]


def _days(match: re.Match[str]) -> tuple[date, date] | None:
    if match.re in (_MONTHS, _WHOLE_YEAR):
        year, month, end_year, end_month = match.groups() if match.re is _MONTHS else (match[1], "1", None, "12")
        start, end = day_of(year, month, "1"), day_of(end_year or year, end_month, "1")
        return (start, end.replace(day=monthrange(end.year, end.month)[1])) if start and end else None
    year, month, day, end_year, end_month, end_day = match.groups()
    start, end = day_of(year, month, day), day_of(end_year or year, end_month, end_day)
    return (start, end) if start and end else None


def find_signature(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph | None, date | None, Place | None]:
    """The body and day under the report (落款), with the day's place; the name may stand on the line before, or after."""
    tail = [p for p in paragraphs if p.text.strip()][-6:]
    for index in range(len(tail) - 1, -1, -1):
        match = _SIGNED.match(_SEAL.sub("", plain(tail[index].text)))
        if not match:
            continue
        own = Paragraph(match["name"], tail[index].place) if match["name"] else None
        beside = (tail[i] for i in (index - 1, index + 1) if 0 <= i < len(tail) and _is_name(tail[i].text))
        name = own or next(beside, None)
        day = [group for group in match.groups()[1:] if group]
        # A bare 2024-01-15 may be anything on a page; under a name it is the day.
        if name or "年" in plain(tail[index].text):
            return _unsealed(name), day_of(*day), tail[index].place
    return None, None, None


def find_day_under_title(preamble: Sequence[Paragraph]) -> tuple[date | None, Place | None]:
    """The day that stands alone on one of the first lines under the title, in brackets or without."""
    for paragraph in preamble[:_UNDER_TITLE]:
        if match := _UNDER.fullmatch(plain(paragraph.text)):
            return day_of(*match.groups()), paragraph.place
    return None, None


def _unsealed(name: Paragraph | None) -> Paragraph | None:
    """The name without what stands for a seal or says that it is the body's."""
    if name is None:
        return None
    text = _LABEL.sub("", _SEAL.sub("", name.text.strip()))
    return Paragraph(text, name.place, name.level, name.doubts)


def _is_name(text: str) -> bool:
    flat = _LABEL.sub("", plain(text))
    return 3 <= len(flat) <= _LONGEST_NAME and not re.search(r"[。；:,，、\d]", flat)


def spot(place: Place, start: int, end: int) -> Place:
    """A place within a paragraph: characters start to end, counted from 1."""
    return replace(place, table=None, row=None, column=None, start=start + 1, end=end)
