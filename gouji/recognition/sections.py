"""The report's six parts, by their headings; everything before the first is the preamble."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gouji.document.model import Block, Grid, Paragraph
from gouji.form.model import Form
from gouji.recognition.headings import Heading
from gouji.recognition.outline import headings_of
from gouji.report import Section


@dataclass(slots=True)
class _Open:
    heading: Heading
    first: Paragraph
    paragraphs: list[Paragraph] = field(default_factory=list)
    grids: list[int] = field(default_factory=list)

    def closed(self) -> Section:
        return Section(self.heading.number, self.heading.text, self.first.place, tuple(self.paragraphs), tuple(self.grids))


def split_sections(blocks: Sequence[Block], form: Form, body: int = 0) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """The paragraphs before the first heading, and the sections in the order they stand; blocks before `body` head nothing."""
    preamble: list[Paragraph] = []
    sections: list[_Open] = []
    headings = headings_of(blocks, form)
    index = 0
    while index < len(blocks):
        block = blocks[index]
        heading = headings.get(index) if index >= body else None
        if isinstance(block, Grid):
            if sections:
                sections[-1].grids.append(block.number)
        elif heading and _opens(heading, sections):
            sections.append(_Open(heading, block, [block] if heading.runs_on else []))
            index += heading.lines - 1
        else:
            (sections[-1].paragraphs if sections else preamble).append(block)
        index += 1
    return tuple(preamble), tuple(_by_place(sections))


def _by_place(sections: Sequence[_Open]) -> Iterator[Section]:
    """The sections; one under a heading with half of a part's words, its numeral and its place between its neighbours, is that part."""
    found = [section.heading.number for section in sections]
    for index, section in enumerate(sections):
        part = section.heading.half
        if part is not None and part not in found:
            before = max((number for number in found[:index] if number), default=0)
            after = min((number for number in found[index + 1 :] if number), default=part + 1)
            found[index] = part if before == part - 1 and after > part else None
        yield replace(section.closed(), number=found[index])


def _opens(heading: Heading, sections: Sequence[_Open]) -> bool:
    """A part that the form does not know only where others came before it; a part does not begin again inside itself."""
    if not sections:
        return heading.number is not None
    return heading.number is None or heading.number != sections[-1].heading.number
