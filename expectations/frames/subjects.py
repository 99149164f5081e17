"""One row a subject that the report should speak of: the words by which it does, none where it does not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from expectations.frames.fees import fee_parts, of_fees
from expectations.frames.kind import TEXT, Case, Cell, NotJudged, Record, Told, text
from expectations.rule import Rule
from gouji.data import data_file
from gouji.document.model import Paragraph
from gouji.finding import Words
from gouji.narrative.sentence.sentences import Sentence
from gouji.recognition.days import DATE
from gouji.recognition.normal import plain
from gouji.report import Report
from gouji.words import words
from gouji.words.places import in_a_row, paragraph_in_words, section_number

_LONGEST_EXCERPT = 40
# Only these must report on assessment, review and accountability (条例 第五十条第四项: 各级人民政府).
_GOVERNMENTS = ("省", "设区的市", "县", "乡镇")
_LONG = 500  # signs before the first heading: an overview that has lost its own
_ATTACHED = re.compile("附件|附表|见附")
_CODES = {"aspect": "overview-aspect-missing", "problem": "problems-missing"}
_DAY = re.compile(rf"{DATE}[(（)）]?$")


@dataclass(frozen=True, slots=True)
class _Subjects:
    """The subjects of one kind, by the pattern of their words, and the sections in which they are looked for."""

    parts: tuple[int, ...]
    names: dict[str, re.Pattern[str]]


class SubjectsFrame:
    name = "subjects"
    columns = {"what": TEXT, "name": TEXT, "printed": TEXT, "section": TEXT}
    offers = frozenset({"where", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        for what, subjects in _subjects().items():
            yield from self._of(case, what, subjects)
        yield "signature", "signature", _signature(case.report), None
        yield from fee_parts(case)

    def _of(self, case: Case, what: str, subjects: _Subjects) -> Iterator[tuple[Cell, ...] | NotJudged]:
        if what == "assessment" and (reason := _no_government(case)):
            yield NotJudged("assessment-missing", reason)
            return
        said = of_fees(case) if what == "fee" else _said(case, subjects.parts)
        if what in _CODES and not said:
            yield NotJudged(_CODES[what], "no-text-there")
            return
        section = str(subjects.parts[0]) if subjects.parts[0] else None
        for name, pattern in subjects.names.items():
            found = pattern.search(said)
            yield what, name, found.group() if found else None, section

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        return ()

    def section(self, record: Record) -> int | None:
        return int(text(record, "section")) if record["section"] else None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [*case.report.doubts, *case.report.unread]
        what = records[0]["what"]
        if what in ("aspect", "problem") and _told_elsewhere(case.report, records):
            found.append("text-elsewhere")
        if what == "assessment" and not case.report.agency.sure:
            found.append("agency")
        if what in ("signature", "fee") and any(_ATTACHED.search(p.text) for p in _last(case.report)):
            found.append("attachment-named")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        """A page that names body and day in its own data needs no signature to be dated."""
        return "page-dated" if records[0]["what"] == "signature" and case.report.published_on else None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        what = text(records[0], "what")
        missing = in_a_row(words(f"judging.subject-{record['name']}") for record in records)
        values: dict[str, object] = {"expected": missing, "where": words("place.report"), "printed": _seen(case, what)}
        section = self.section(records[0])
        place = None
        if section:
            place = next((s.place for s in case.report.sections if s.number == section), None)
            values["where"] = words("place.section", number=section_number(section))
        if what == "fee-part" and (paragraph := _speakingof_fees(case.report)):
            place = paragraph.place
            values["where"] = paragraph_in_words(case.report, place)
        spot = "|".join(str(record["name"]) for record in records)
        return Told(values, missing.zh, None, (place,) if place else (), spot=spot)


def _said(case: Case, parts: Sequence[int]) -> str:
    """What the report says in these sections, for patterns; everywhere for 0."""
    return "\n".join(s.text for s in _sentences(case, parts))


def _sentences(case: Case, parts: Sequence[int]) -> Iterator[Sentence]:
    """The sentences of these sections, headings of sub-parts among them; all for 0."""
    if 0 in parts:
        yield from (s for s in case.sentences if s.part in ("preamble", "text"))
        return
    current: int | None = None
    for sentence in case.sentences:
        if sentence.part == "heading":
            current = sentence.section or current
            if sentence.section is None and current in parts:
                yield sentence
        elif sentence.part == "text" and current in parts:
            yield sentence


def _no_government(case: Case) -> str | None:
    agency = case.dossier.agency
    if agency is None or agency.kind is None:
        return "kind-not-sure"
    return None if agency.kind in _GOVERNMENTS else "no-government"


def _told_elsewhere(report: Report, records: Sequence[Record]) -> bool:
    """Whether what is missing stands before the first heading or in another section: headings may have moved in reading."""
    what = str(records[0]["what"])
    subjects = _subjects()[what]
    if what == "aspect":
        before = "\n".join(plain(p.text) for p in report.preamble)
        return len(before) > _LONG and all(subjects.names[str(r["name"])].search(before) for r in records)
    return sum(s.number == 5 for s in report.sections) > 1


def _signature(report: Report) -> str | None:
    """The body's name or a day standing alone in the last paragraphs, or under the title."""
    if report.signed_on:
        return report.signed_on.isoformat()
    sign = next((s for s in report.agency.signs if s.kind == "signature"), None)
    if sign:
        return sign.printed
    body = plain(report.agency.value or "")
    lines = [plain(p.text) for p in (*_last(report), *report.preamble[:3])]
    return next((line for line in lines if len(line) <= _LONGEST_EXCERPT and (_DAY.search(line) or (body and body in line))), None)


def _last(report: Report) -> list[Paragraph]:
    return [p for p in report.narrative() if p.text.strip()][-8:]


def _speakingof_fees(report: Report) -> Paragraph | None:
    pattern = _subjects()["fee"].names["fee"]
    return next((p for p in report.narrative() if pattern.search(plain(p.text))), None)


def _seen(case: Case, what: str) -> Words:
    """What stands there instead."""
    report = case.report
    match what:
        case "aspect":
            said = _said(case, (1,))
            names = [name for name, pattern in _subjects()["aspect"].names.items() if pattern.search(said)]
            return in_a_row(words(f"judging.subject-{name}") for name in names) if names else words("judging.nothing")
        case "problem":
            return _excerpt("".join(s.printed for s in _sentences(case, (5,))))
        case "fee-part":
            paragraph = _speakingof_fees(report)
            return _excerpt(paragraph.text) if paragraph else words("judging.nothing")
        case "signature":
            last = _last(report)
            return _excerpt(last[-1].text) if last else words("judging.nothing")
        case _:
            return words("judging.nothing")


def _excerpt(printed: str) -> Words:
    """The beginning of a text, its signs as printed, without blanks."""
    line = "".join(printed.split())
    short = line if len(line) <= _LONGEST_EXCERPT else f"{line[:_LONGEST_EXCERPT]}…"
    return Words(short, short) if short else words("judging.nothing")


@cache
def _subjects() -> dict[str, _Subjects]:
    found = data_file("expectations.frames", "subjects.yaml")
    return {
        what: _Subjects(tuple(entry["parts"]), {name: re.compile(pattern) for name, pattern in entry["names"].items()})
        for what, entry in found.items()
    }
