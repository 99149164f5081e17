"""One row a run of numbered sub-headings within a section: the numerals as printed, and as they would run on."""

import re
from collections.abc import Iterator, Sequence

from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, text, value
from expectations.rule import Rule
from gouji.document.model import Paragraph
from gouji.finding import Words
from gouji.recognition.normal import plain
from gouji.recognition.numerals import chinese_number
from gouji.report import Section
from gouji.words import words
from gouji.words.places import section_number, with_spot

_NUMBERED = re.compile("^[(（]([一二三四五六七八九十]{1,2})[)）]")
_NUMERALS = "〇一二三四五六七八九"


class NumberingFrame:
    name = "numbering"
    columns = {"section": NUMBER, "paragraph": NUMBER, "printed": TEXT, "due": TEXT}
    offers = frozenset({"where", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        for index, section in enumerate(case.report.sections):
            for first, run in _runs(section.paragraphs):
                yield float(index), float(first), _said(run), _said(range(1, len(run) + 1))

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [*case.report.doubts]
        for record in records:
            section = _section(case, record)
            said = "".join(plain(p.text) for p in section.paragraphs)
            run = [_number(numeral) for numeral in text(record, "printed").split("、")]
            absent = set(range(1, max(run) + 1)) - set(run)
            if section.number is None or any(f"({_numeral(n)})" in said for n in absent):
                found.append("numeral-joined")
            if run.count(1) > 1:
                found.append("list-begins-anew")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        record, section = records[0], _section(case, records[0])
        place = section.paragraphs[int(value(record, "paragraph") or 0)].place
        subject = words("place.section", number=section_number(section.number)) if section.number else words("place.narrative")
        printed, due = text(record, "printed"), text(record, "due")
        values = {"where": with_spot(subject, place), "printed": Words(printed, printed), "expected": Words(due, due)}
        return Told(values, due, printed, (place,), spot=f"{section.number}|{printed}")


def _section(case: Case, record: Record) -> Section:
    return case.report.sections[int(value(record, "section") or 0)]


def _runs(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, list[int]]]:
    """The numerals that open paragraphs, with the first one's paragraph; a list that begins anew after two items is another."""
    first, run = 0, list[int]()
    for index, paragraph in enumerate(paragraphs):
        number = _number_of(paragraph)
        if number is None:
            continue
        if number == 1 and len(run) > 1:
            yield first, run
            run = []
        first = first if run else index
        run.append(number)
    # A single numeral, or a run that does not begin with the first, may have lost its beginning to a conversion.
    if len(run) > 1:
        yield first, run


def _number_of(paragraph: Paragraph) -> int | None:
    if not paragraph.text.lstrip().startswith(("(", "（")):
        return None
    match = _NUMBERED.match(plain(paragraph.text[:12]))
    return chinese_number(match[1]) if match else None


def _said(numbers: Sequence[int]) -> str:
    return "、".join(_numeral(number) for number in numbers)


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return ten + (_NUMERALS[ones] if ones or not tens else "")


def _number(numeral: str) -> int:
    return chinese_number(numeral) or 0
