"""One row a section of the report: its heading as printed beside the form's, its place in the order, what follows it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from expectations.frames.headings import asked_for, converted, likeness_of_meaning, wording
from expectations.frames.kind import NUMBER, TEXT, Case, Cell, NotJudged, Record, Told, text, value
from expectations.rule import Rule
from gouji.document.model import Paragraph
from gouji.finding import Words
from gouji.narrative.overview import of_the_preamble
from gouji.recognition.normal import plain
from gouji.report import Report, Section
from gouji.words import words
from gouji.words.places import section_number, spot_in_words, table_in_words, with_spot

_TABLES = {2: "disclosure", 3: "applications", 4: "proceedings"}
# Years, days and hours are no figures of the year's work; nor are the numbers of paragraphs and decrees.
_DATES = re.compile(r"^\d+[.、]|\d+(?:年度?|月份?|日|时|号|[.]\s*(?=[^\d]))|第\d+[号条款项届次]|[(〔\[]\d+[)〕\]]")
_NUMBERS = re.compile(r"\d+(?:\.\d+)?%?|[一二两三四五六七八九十百千万]{1,6}(?=[余多]?[次场件条篇期个名人份万项起宗部批家期册])")
_PROBLEMS = re.compile("问题|不足")
# More text than this before the first heading is more than a preamble.
_LONG_PREAMBLE = 500


@dataclass(frozen=True, slots=True)
class _Part:
    """All that stands under one number of the form: sub-parts that the form does not know among it."""

    section: Section
    paragraphs: tuple[Paragraph, ...]
    grids: int


class SectionsFrame:
    name = "sections"
    columns = {
        "number": TEXT, "section": NUMBER, "before": NUMBER, "heading": TEXT, "due": TEXT,
        "content": NUMBER, "characters": NUMBER, "least": NUMBER, "most": NUMBER, "figures": NUMBER,
    }  # fmt: skip
    offers = frozenset({"where", "printed", "expected", "number"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        parts = _parts(case.report)
        before: float | None = None
        for part in parts:
            number = part.section.number or 0
            yield str(number), float(number), before, *_heading(case, part.section), *_content(case, parts, part)
            before = float(number)
        yield from _not_judged(case, parts)

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return int(text(record, "number"))

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        report = case.report
        found = list(report.doubts)
        match rule.name:
            case "section-heading":
                found += [doubt for record in records for doubt in _doubts_of_heading(record)]
            case "section-order":
                found += ["heading-twice"] if _twice(report) else []
            case "section-empty" | "section-empty-text":
                found += [*report.unread, *_moved(case, records)]
            case _:
                found += report.unread
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """Whether a heading says the same in other words: those of the Regulations' Article 50, or of the trial form."""
        pairs = [(record["heading"], record["due"]) for record in records]
        same = all(isinstance(h, str) and isinstance(d, str) and likeness_of_meaning(h, d) for h, d in pairs)
        return "same-meaning" if same else None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        part = _part_of(case.report, records[0])
        number = int(text(records[0], "number"))
        values: dict[str, object] = {"number": section_number(number), "where": _where(number, part.section)}
        match rule.name:
            case "section-order":
                values |= {"where": words("place.report"), **_order(case.report)}
            case "section-heading":
                heading = next(s.heading for s in case.form.sections if s.number == number)
                values |= {"printed": part.section.heading.strip(), "expected": heading}
            case "section-empty" | "section-empty-text":
                expected = table_in_words(_TABLES[number]) if number in _TABLES else words("judging.text")
                values |= {"printed": part.section.heading.strip(), "expected": expected}
            case "no-figures-in-text":
                values |= {"printed": _count(records[0], "characters"), "expected": words("judging.figures-of-the-work")}
            case _:
                bound = "most" if rule.name == "overview-too-long" else "least"
                values |= {"printed": _count(records[0], "characters"), "expected": _count(records[0], bound)}
        said = {key: _zh(values.get(key)) for key in ("expected", "printed")}
        return Told(values, said["expected"], said["printed"], (part.section.place,), spot=f"{number}|{plain(part.section.heading)}")


def _parts(report: Report) -> list[_Part]:
    """The form's sections as they stand; what stands under a heading that the form does not know belongs to the one before."""
    parts: list[_Part] = []
    for section in report.sections:
        if section.number is not None:
            parts.append(_Part(section, section.paragraphs, len(section.grids)))
        elif parts:
            last = parts[-1]
            own = (Paragraph(section.heading, section.place), *section.paragraphs)
            parts[-1] = _Part(last.section, (*last.paragraphs, *own), last.grids + len(section.grids))
    return parts


def _part_of(report: Report, record: Record) -> _Part:
    number, before = value(record, "section"), value(record, "before")
    last: float | None = None
    for part in _parts(report):
        if part.section.number == number and last == before:
            return part
        last = float(part.section.number or 0)
    raise TypeError("a row of sections without its section")


def _heading(case: Case, section: Section) -> tuple[Cell, ...]:
    """The heading's words, and those of the form's wordings that are most like them."""
    printed = wording(section.heading)
    return printed, max(asked_for(case, section.number or 0), key=lambda due: fuzz.ratio(printed, due))


def _content(case: Case, parts: Sequence[_Part], part: _Part) -> tuple[Cell, ...]:
    """How much follows, wherever the section's table stands; the preamble that stands in section one is no content of it."""
    number = part.section.number or 0
    same = [p for p in parts if p.section.number == number]
    said = [paragraph.text for p in same for paragraph in p.paragraphs]
    own = [flat for t in said if not of_the_preamble(flat := plain(t))] if number == 1 else ["".join(t.split()) for t in said]
    tables = sum(p.grids for p in same) + (_TABLES.get(number) in case.report.tables)
    characters = float(sum(map(len, own)))
    limits = case.dossier.limits
    least = float(limits.get("overview-too-short", _LEAST)) if number == 1 and characters else None
    most = float(limits["overview-too-long"]) if number == 1 and "overview-too-long" in limits else None
    enough = number == 1 and characters >= _LEAST
    figures = float(sum(len(_NUMBERS.findall(_DATES.sub("", t))) for t in own)) if enough else None
    return characters + tables, characters, least, most, figures


# Our own measure: no notice states a least length.
_LEAST = 150


def _not_judged(case: Case, parts: Sequence[_Part]) -> Iterator[NotJudged]:
    if len(parts) < 2:
        yield NotJudged("section-order", "no-two-headings")
    overview = any(part.section.number == 1 for part in parts)
    if not overview:
        yield from (NotJudged(rule, "no-section-one") for rule in ("overview-too-short", "no-figures-in-text"))
    if "overview-too-long" not in case.dossier.limits:
        yield NotJudged("overview-too-long", "no-local-limit")


def _doubts_of_heading(record: Record) -> Iterator[str]:
    """A heading of which a part is missing or that runs into other words may have been cut in reading."""
    printed, due = text(record, "heading"), text(record, "due")
    if due.startswith(printed) or due.endswith(printed) or printed.startswith(due):
        yield "heading-cut"
    if converted(printed):
        yield "converted-script"


def _twice(report: Report) -> bool:
    """Whether a section begins twice under different words: one of the two may be a sub-heading that reads alike."""
    counts = Counter(section.number for section in report.sections if section.number)
    for number in (n for n, count in counts.items() if count > 1):
        headings = {wording(s.heading) for s in report.sections if s.number == number}
        if len(headings) > 1 or report.format == "pdf":
            return True
    return False


def _moved(case: Case, records: Sequence[Record]) -> Iterator[str]:
    """Why the section's text may stand elsewhere, or be taken for something else."""
    report = case.report
    counts = Counter(section.number for section in report.sections if section.number)
    if any(count > 1 for count in counts.values()):
        yield "heading-twice"
    for record in records:
        number = record["number"]
        inside = [p for p in _part_of(report, record).paragraphs if p.text.strip()]
        long = sum(len(p.text) for p in report.preamble) > _LONG_PREAMBLE
        if number == "1" and (inside or long):
            yield "only-the-preamble"
        if number == "5" and any(_PROBLEMS.search(s.text) for s in report.sections if s.number not in (1, 5)):
            yield "text-elsewhere"


def _order(report: Report) -> dict[str, object]:
    numbers = [part.section.number or 1 for part in _parts(report)]
    printed, due = (
        Words("".join(section_number(n).zh for n in found), " ".join(map(str, found))) for found in (numbers, sorted(set(numbers)))
    )
    return {"printed": _parted(printed), "expected": _parted(due)}


def _parted(found: Words) -> Words:
    return Words("、".join(found.zh), ", ".join(found.en.split()))


def _where(number: int, section: Section) -> Words:
    subject = words("place.section", number=section_number(number))
    return with_spot(subject, section.place) if spot_in_words(section.place) else subject


def _count(record: Record, name: str) -> int:
    return int(value(record, name) or 0)


def _zh(said: object) -> str | None:
    return said.zh if isinstance(said, Words) else None if said is None else str(said)
