"""The document's title: which lines it stands on, and the body and the year that it names."""

import re
from collections.abc import Iterator, Sequence

from gouji.document.model import Paragraph
from gouji.recognition.days import YEAR, number_of
from gouji.recognition.normal import plain

_SUBJECT = r"(?:政府|政务)?信息公开"
_END = r"(?:报告|年报)"
_REPORT = rf"{_SUBJECT}.{{0,6}}(?:年度)?.{{0,4}}{_END}"
# The year may want its 年 where the report's name follows at once.
_IN_YEAR = rf"(?P<year>{YEAR[1:-1]})(?:年(?:度)?|(?={_SUBJECT}))"
_AFTER = r"(?:[(（【〔].*)?(?:20\d\d年\d{1,2}月\d{1,2}日)?$"
TITLE = re.compile(rf"^(?:关于)?(?P<before>[^。；]{{0,40}}?)(?:关于)?{_IN_YEAR}(?P<after>[^。；]{{0,30}}?)(?:年度)?{_REPORT}{_AFTER}")
# 信息公开工作2023年度报告, 信息公开年度报告（2023年度）
_YEAR_INSIDE = re.compile(
    rf"^(?:关于)?(?P<before>[^。；\d]{{0,40}}?){_SUBJECT}(?:工作|情况)?{_IN_YEAR}(?:的|度|年)*(?:工作)?{_END}{_AFTER}"
)
_YEAR_BEHIND = re.compile(rf"^(?P<before>[^。；\d]{{0,40}}?){_REPORT}[(（【〔](?P<year>{YEAR[1:-1]})年?度?[)）】〕]$")
_YEARLESS = re.compile(rf"^(?P<before>[^。；\d]{{2,40}}?){_REPORT}{_AFTER}")
_SHAPES = (TITLE, _YEAR_INSIDE, _YEAR_BEHIND, _YEARLESS)
_ASIDE_BEFORE = re.compile(r"^(?:[(（【](?:图解|文字版|图文|一图读懂)[)）】])")
# A trail of links (首页 > 年报 > 2023年) and what a page says beside its title.
_NO_TITLE = re.compile(r"[>»→|]|首页|当前位置|发布时间|来源:")
_LONGEST_TITLE = 70
# A name typed twice over (青禾县水务局青禾县水务局), or its place; no body's own name begins so.
_TWICE = re.compile(r"^(.{3,})\1")


def find_title(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The document's title, which may stand on two or three lines: the first that names year and body, or as much of them as any."""
    return max(_candidates(paragraphs), key=lambda found: found[0], default=(None, None))[1]


def is_title(text: str) -> bool:
    """Whether this, brought to one shape, is the title of an annual report."""
    return any(shape.match(text) for shape in _SHAPES)


def _candidates(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[tuple[bool, bool, int], Paragraph]]:
    """What could be the title, each with how much it tells: its year, its body, and in how few lines."""
    for index in range(len(paragraphs)):
        for length in (1, 2, 3):
            joined = _joined(paragraphs[index : index + length]) if index + length <= len(paragraphs) else None
            if joined and _match(plain(joined.text)):
                body, year = title_parts(joined.text)
                yield (year is not None, bool(body), -length), joined


def _joined(lines: Sequence[Paragraph]) -> Paragraph | None:
    text = "".join(line.text for line in lines)
    if len(text) > _LONGEST_TITLE or _NO_TITLE.search(plain(text)) or (len(lines) > 1 and any(map(_is_sentence, lines))):
        return None
    return Paragraph(text, lines[0].place, lines[0].level)


def _is_sentence(line: Paragraph) -> bool:
    return not line.text.strip() or bool(re.search("[:。;,]", plain(line.text)))


def title_parts(text: str) -> tuple[str, int | None]:
    """The body named in a title, as printed there without blanks and once where it stands there twice, and the year."""
    match = _match(plain(text))
    if not match:
        return "", None
    groups = match.groupdict()
    body = groups["before"] or groups.get("after") or ""
    year = number_of(groups["year"]) if groups.get("year") else None
    return "" if body in ("政府", "政务", "关于") else _TWICE.sub(r"\1", body.strip("《")), year


def _match(flat: str) -> re.Match[str] | None:
    """The title in one of its shapes, without the brackets of a name around it or what kind of page it is before it."""
    title = _ASIDE_BEFORE.sub("", flat)
    title = title[1:-1] if title.startswith("《") and title.endswith("》") else title
    return next((match for shape in _SHAPES if (match := shape.match(title))), None)
