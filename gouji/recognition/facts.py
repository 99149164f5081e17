"""Title, dates and statistics period, as the text states them."""

import re
from collections.abc import Sequence
from datetime import date

from gouji.document.model import Paragraph
from gouji.place import Place
from gouji.recognition.normal import compact, plain
from gouji.report import Period

_REPORT = r"(?:政府|政务)?信息公开.{0,6}(?:年度)?.{0,4}(?:报告|年报)"
TITLE = re.compile(
    rf"^(?:关于)?(?P<before>[^。；]{{0,40}}?)(?:关于)?(?P<year>20\d\d)年(?:度)?(?P<after>[^。；]{{0,30}}?)(?:年度)?{_REPORT}(?:[(（【].*)?$"
)
_YEARLESS = re.compile(rf"^(?P<before>[^。；\d]{{2,40}}?){_REPORT}(?:[(（【].*)?$")
_LONGEST_TITLE = 70
_DATE = r"(20\d\d)年(\d{1,2})月(\d{1,2})日"
_PERIOD = re.compile(rf"(?:自|从|为|:|由)?{_DATE}(?:起)?,?(?:至|到|—|–|-|~|～|──)+(?:(20\d\d)年)?(\d{{1,2}})月(\d{{1,2}})日")
_PERIOD_WORDS = re.compile("统计|数据|期限|时限|起至|期间|截止|涵盖")
_SIGNED = re.compile(rf"^(?P<name>[^\d。；:]{{0,40}}?){_DATE}$")
_LONGEST_NAME = 40


def find_title(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The document's title, which may stand on two or three lines; with a year where there is one."""
    for pattern in (TITLE, _YEARLESS):
        for index in range(len(paragraphs)):
            for length in (1, 2, 3):
                joined = _joined(paragraphs[index : index + length])
                if joined and len(joined.text) <= _LONGEST_TITLE and pattern.match(plain(joined.text)):
                    return joined
    return None


def _joined(lines: Sequence[Paragraph]) -> Paragraph | None:
    if not lines or any(len(line.text) > _LONGEST_TITLE for line in lines):
        return None
    return Paragraph("".join(line.text for line in lines), lines[0].place, lines[0].level)


def title_parts(text: str) -> tuple[str, int | None]:
    """The body named in a title, as printed there without blanks, and the year."""
    flat = plain(text)
    match = TITLE.match(flat) or _YEARLESS.match(flat)
    if not match:
        return "", None
    groups = match.groupdict()
    return (groups["before"] or groups.get("after") or "").strip("《"), int(groups["year"]) if groups.get("year") else None


def find_period(paragraphs: Sequence[Paragraph]) -> Period | None:
    """The statistics period: the first span of days in a sentence that speaks of the figures."""
    for paragraph in paragraphs:
        flat = compact(paragraph.text)
        for match in _PERIOD.finditer(flat.text):
            if _PERIOD_WORDS.search(_sentence_around(flat.text, match.start(), match.end())) and (days := _days(match)):
                start, end = flat.span(match.start(1), match.end())
                return Period(*days, paragraph.text[start:end], spot(paragraph.place, start, end))
    return None


def _sentence_around(text: str, start: int, end: int) -> str:
    return text[text.rfind("。", 0, start) + 1 : (text.find("。", end) + 1) or len(text)]


def _days(match: re.Match[str]) -> tuple[date, date] | None:
    year, month, day, end_year, end_month, end_day = match.groups()
    start = day_of(year, month, day)
    end = day_of(end_year or year, end_month, end_day)
    return (start, end) if start and end else None


def day_of(year: str, month: str, day: str) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def find_signature(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph | None, date | None, Place | None]:
    """The body and day under the report (落款), with the day's place; the name may stand on the line before."""
    tail = [p for p in paragraphs if p.text.strip()][-6:]
    for index in range(len(tail) - 1, -1, -1):
        match = _SIGNED.match(plain(tail[index].text))
        if not match:
            continue
        own = Paragraph(match["name"], tail[index].place) if match["name"] else None
        before = tail[index - 1] if index and _is_name(tail[index - 1].text) else None
        return own or before, day_of(*match.groups()[1:4]), tail[index].place
    return None, None, None


def _is_name(text: str) -> bool:
    flat = plain(text)
    return 3 <= len(flat) <= _LONGEST_NAME and not re.search(r"[。；:,，、\d]", flat)


def spot(place: Place, start: int, end: int) -> Place:
    """A place within a paragraph: characters start to end, counted from 1."""
    return Place(page=place.page, bbox=place.bbox, line=place.line, paragraph=place.paragraph, start=start + 1, end=end)
