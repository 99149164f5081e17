"""What a document is in which no statutory table was found: perhaps no annual report at all."""

import re
from collections.abc import Iterator, Sequence

from gouji.finding import Words
from gouji.recognition.normal import plain
from gouji.recognition.titles import is_title
from gouji.report import Report
from gouji.words import words
from gouji.words.doubts import doubt_words
from gouji.words.places import in_a_row

# What the last words of a title say of the document.
_KINDS = {
    "notice": "通知|公告|通告|通报|公示|批复|复函|函|决定|办法|规定|意见",
    "plan": "工作计划|工作要点|计划|要点|方案|工作安排|分工|规划",
    "list": "目录|清单|一览表|名单|台账|指南|汇总表|登记表|申请表",
}
_ENDS = {name: re.compile(rf"(?:{ends})$") for name, ends in _KINDS.items()}
_ABOUT = {name: re.compile(rf"^[^。；]{{0,30}}关于[^。；]{{2,60}}?的(?:{ends})") for name, ends in _KINDS.items()}
_ASIDE = re.compile(r"[(（【\[〔][^)）】\]〕]*[)）】\]〕]$")
_LONGEST_TITLE = 70
_OPENING = 8
_PARTS = 2
_SENTENCE = re.compile("[。；！？]|[.!?](?:\\s|$)")
# What every annual report speaks of, however its headings were read.
_SUBJECTS = ("主动公开", "申请公开", "行政复议", "行政诉讼", "监督保障", "信息管理", "问题及改进")
_NAMED = re.compile("年报|报告|信息公开")
_MOST_SUBJECTS = 1


def why_no_table(report: Report) -> Words:
    """Why nothing was judged, and what was seen and left unread (hidden sheets, pictures), for the tables may be there."""
    reason, left = _reason(report), [doubt_words(code) for code in sorted(_left_unread(report))]
    return words("check.no-table-unread", reason=reason, what=in_a_row(left, "、", ", ")) if left else reason


def _reason(report: Report) -> Words:
    """Another kind of paper by its title, no report by anything in it, no more than a title, or no table."""
    if sum(section.number is not None for section in report.sections) >= _PARTS:
        return words("check.no-table")
    openings = [plain(paragraph.text) for paragraph in (*((report.title,) if report.title else ()), *report.narrative()[:_OPENING])]
    if found := next(_other_kinds(openings), None):
        name, of_itself = found
        return words(f"check.no-report-{name}", title=of_itself)
    title = next((text for text in openings if is_title(text)), None)
    if title is None:
        return words("check.no-report")
    return words("check.no-text", title=title) if _only_titled(report) else words("check.no-table")


def surely_no_report(report: Report, name: str) -> bool:
    """Whether a document that was read whole has nothing of an annual report: no table, part or title, nor its subjects or its `name`.

    What links files, was not surely read or has no sentence (a page that a script fills) may still be one.
    """
    lines = [plain(paragraph.text) for paragraph in report.narrative()]
    if report.readable or report.title or report.sections or report.attachments or report.doubts or _left_unread(report):
        return False
    if _NAMED.search(name) or any(map(is_title, lines)) or not any(map(_SENTENCE.search, lines)):
        return False
    text = "".join(lines)
    return sum(subject in text for subject in _SUBJECTS) <= _MOST_SUBJECTS


def _left_unread(report: Report) -> set[str]:
    return set(report.unread) - {"text-ends-early"}


def _only_titled(report: Report) -> bool:
    """Whether there is no sentence, no linked file, and nothing seen and left unread; words of a menu or a footer may be there."""
    return not (
        any("。" in paragraph.text for paragraph in report.narrative()) or report.sections or report.attachments or _left_unread(report)
    )


def _other_kinds(openings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The kind of paper that each of the first lines names, with the title that says so."""
    for text in openings:
        for name in _KINDS:
            if about := _ABOUT[name].match(text):
                yield name, about[0]
            elif 4 <= len(text) <= _LONGEST_TITLE and _ENDS[name].search(_ASIDE.sub("", text)):
                yield name, text
