"""Entries of the corpus as reports in which nothing but their sentence can be at fault."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gouji.document.model import Paragraph
from gouji.dossier import Dossier
from gouji.place import Place
from gouji.report import Report, Section
from tests.builders import agency, figure, sound_report
from tests.narrative_corpus.corpus import Entry
from tests.narrative_corpus.template import surroundings

_AROUND = surroundings()


def dossier(entry: Entry) -> Dossier:
    """The entry's report with its agency and, where it names one, last year's report."""
    previous = _report(entry, entry.year - 1, entry.previous, None) if entry.previous else None
    makes_regulations = entry.body_kind == "设区的市"
    body = agency(entry.body, kind=entry.body_kind, makes_regulations=makes_regulations)
    return Dossier(_report(entry, entry.year, entry.figures, entry.text), body, previous=previous)


def silent(entry: Entry) -> Dossier:
    """The same without the sentence: a report of which nothing is to be said."""
    whole = dossier(entry)
    return replace(whole, report=_report(entry, entry.year, entry.figures, None))


def _report(entry: Entry, year: int, figures: Mapping[str, int], text: str | None) -> Report:
    report = sound_report(year=year, agency=entry.body)
    printed = {name: figure(name, figures[name], old.place) for name, old in report.figures.items()}
    apart = entry.kind in ("scoped", "unrelated") and not figures["disclosure.fees.amount"]
    sections = tuple(_section(section, year, text if section.number == entry.section else None, apart) for section in report.sections)
    return replace(report, figures=printed, sections=sections)


def _section(section: Section, year: int, text: str | None, apart: bool) -> Section:
    """The section with the sentence where such a sentence stands: in section one under the second aspect, else alone.

    What is told `apart` from the fees takes the place of no statement on them.
    """
    neutral = _neutral(section.number, year)
    if text is None:
        said = neutral
    elif section.number == 1:
        said = [*neutral[:2], text, *neutral[2:]]
    else:
        said = [*neutral, text] if section.number == 6 and apart else [text]
    first = 100 * (section.number or 0)
    return replace(section, paragraphs=tuple(Paragraph(t, Place(paragraph=first + n)) for n, t in enumerate(said, 1)))


def _neutral(number: int | None, year: int) -> Sequence[str]:
    match number:
        case 1:
            return list(_AROUND["section_one"])
        case 4:
            return [_AROUND["section_four"]]
        case 5:
            return [_AROUND["section_five"][year % 2]]
        case 6:
            return [_AROUND["section_six"]]
    return []
