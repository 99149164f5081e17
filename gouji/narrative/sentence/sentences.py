"""The report's text sentence by sentence, each with the part that it stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from gouji.document.model import Paragraph
from gouji.place import Place
from gouji.recognition.facts import spot
from gouji.recognition.normal import Compact, compact
from gouji.report import Report

Part = Literal["title", "preamble", "heading", "text", "label"]

# A sentence's end inside brackets or quotation marks ends nothing; brackets that never close end with the paragraph.
_PIECES = re.compile("[^。;!?]+[。;!?]?|[。;!?]")
# Labels of the form hold none of these.
_INSTRUCTING = re.compile("[【［\\[{×_]|[XxＸ]{2}|[(（]指|填|宋体|字号|加粗|名称")
_OPENING = "([{《〈“‘「"
_BRACKET = re.compile("[][(){}《》〈〉“”‘’「」]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` is in compatibility form without blanks, for patterns; `printed` as it stands; `section` the form's number, if any."""

    part: Part
    section: int | None
    text: str
    printed: str
    place: Place
    paragraph: Paragraph
    origin: tuple[int, ...]

    def within(self, start: int, end: int) -> tuple[str, Place]:
        """What text[start:end] prints, and where that stands."""
        first, last = self.origin[start], self.origin[end - 1] + 1
        return self.paragraph.text[first:last], spot(self.paragraph.place, first, last)


def joined(several: Sequence[Sentence]) -> Sentence:
    """Sentences of one paragraph as one, which keeps what the first prints."""
    if len(several) == 1:
        return several[0]
    text, origin = "".join([one.text for one in several]), tuple(chain.from_iterable([one.origin for one in several]))
    return replace(several[0], text=text, origin=origin)


def sentences(report: Report) -> Iterator[Sentence]:
    """All sentences in the report's order: title, preamble, then each section's heading and text."""
    if report.title:
        yield from _sentences("title", None, report.title)
    for paragraph in report.preamble:
        yield from _sentences("preamble", None, paragraph)
    for section in report.sections:
        yield from _sentences("heading", section.number, Paragraph(section.heading, section.place))
        for paragraph in section.paragraphs:
            yield from _sentences("text", section.number, paragraph)


def labels(report: Report) -> Iterator[Sentence]:
    """The labels of the statutory tables that hold a sign or word of an instruction, each as a sentence of its own."""
    for table in report.tables.values():
        for label in dict.fromkeys((*table.rows.values(), *table.columns.values(), *table.strangers)):
            if _INSTRUCTING.search(label):
                yield from _sentences("label", None, Paragraph(label, table.place or Place()))


def _sentences(part: Part, section: int | None, paragraph: Paragraph) -> Iterator[Sentence]:
    flat = _unbracketed(compact(paragraph.text))
    for start, end in _spans(flat.text):
        first, last = flat.span(start, end)
        place = spot(paragraph.place, first, last)
        yield Sentence(part, section, flat.text[start:end], paragraph.text[first:last], place, paragraph, flat.origin[start:end])


# 共（1293）件，其中主办（351）件: the number filled into a form; a point （1）件件有回音 stands at no word's end.
_FILLED_IN = re.compile(
    r"[(](?<=[\u4e00-\u9fff][(])\d+[)](?=件(?!件)|条(?![例款目件])|篇|份(?!额)|宗(?![旨教])|起(?![草诉来])|场(?![地所馆])|期(?![间限])|次(?!数))"
)


def _unbracketed(flat: Compact) -> Compact:
    """The text with brackets taken off that hold nothing but the number before its measure word."""
    if "(" not in flat.text or not (filled := [*_FILLED_IN.finditer(flat.text)]):
        return flat
    signs = {at for match in filled for at in (match.start(), match.end() - 1)}
    kept = [at for at in range(len(flat.text)) if at not in signs]
    return Compact("".join([flat.text[at] for at in kept]), tuple(flat.origin[at] for at in kept))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    pieces: Sequence[re.Match[str]] = list(_PIECES.finditer(text))
    start, depth, brackets = 0, 0, bool(_BRACKET.search(text))
    for piece in pieces:
        if brackets:
            depth = max(0, depth + sum(1 if sign in _OPENING else -1 for sign in _BRACKET.findall(text, *piece.span())))
        if depth == 0 or piece is pieces[-1]:
            yield start, piece.end()
            start = piece.end()
