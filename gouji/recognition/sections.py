"""The report's six parts, by their headings; everything before the first is the preamble."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from gouji.document.model import Block, Grid, Paragraph
from gouji.form.model import Form, FormSection
from gouji.recognition.normal import bare, plain
from gouji.report import Section

_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]{1,2}[、.．]|\d{1,2}[、.．])")
_SUB_HEADING = re.compile(r"^[(（][一二三四五六七八九十\d]{1,2}[)）]")
_LONGEST_HEADING = 45
_SENTENCE = re.compile("[。；;]")


@dataclass(slots=True)
class _Open:
    number: int | None
    heading: Paragraph
    paragraphs: list[Paragraph] = field(default_factory=list)
    grids: list[int] = field(default_factory=list)

    def closed(self) -> Section:
        return Section(self.number, self.heading.text, self.heading.place, tuple(self.paragraphs), tuple(self.grids))


def split_sections(blocks: Sequence[Block], form: Form) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """The paragraphs before the first heading, and the sections in the order they stand."""
    preamble: list[Paragraph] = []
    sections: list[_Open] = []
    for block in blocks:
        if isinstance(block, Grid):
            if sections:
                sections[-1].grids.append(block.number)
        elif opened := _opened(block, form, bool(sections)):
            sections.append(opened)
        else:
            (sections[-1].paragraphs if sections else preamble).append(block)
    return tuple(preamble), tuple(section.closed() for section in sections)


def _opened(paragraph: Paragraph, form: Form, inside: bool) -> _Open | None:
    """A section that begins with this paragraph; one that the form does not know only where others came before it."""
    text = plain(paragraph.text)
    if len(text) > _LONGEST_HEADING or _SENTENCE.search(text) or _SUB_HEADING.match(text):
        return None
    numbered = bool(_NUMBERED.match(text))
    section = _section(_NUMBERED.sub("", text), form, numbered)
    if section:
        return _Open(section.number, paragraph)
    if numbered and inside and not text[0].isdigit():
        return _Open(None, paragraph)
    return None


def _section(words: str, form: Form, numbered: bool) -> FormSection | None:
    """The form's section that these words head: by its keywords where numbered, else only by (nearly) the whole heading."""
    for section in form.sections:
        if any(fuzz.ratio(bare(words), bare(name)) >= 92 for name in (section.heading, *section.aliases)):
            return section
    if not numbered:
        return None
    fitting = [s for s in form.sections if all(any(word in words for word in group) for group in s.keywords)]
    return max(fitting, key=lambda s: fuzz.ratio(words, s.heading), default=None)
