"""Where in a text the parts stand that hold its tables."""

from collections.abc import Iterator

from gouji.document.model import Block, Document, Paragraph
from gouji.form import form
from gouji.recognition.outline import headings_of


def parts_of(document: Document) -> Iterator[tuple[str, int, int]]:
    """The parts of the report in which a table must stand: the table, the line of the part's heading, that of the next heading."""
    used = form("2021")  # the parts are the same in both forms
    headings = headings_of(document.blocks, used)
    numbered = [(heading.number, line_of(document.blocks[i])) for i, heading in headings.items() if heading.number]
    for table in used.tables:
        starts = [line for number, line in numbered if number == table.section]
        stops = [line for number, line in numbered if starts and number > table.section and line > starts[0]]
        if len(starts) == 1 and stops:
            yield table.id, starts[0], min(stops)


def line_of(block: Block) -> int:
    """The line on which this paragraph begins; 0 where it has none."""
    return (block.place.line or 0) if isinstance(block, Paragraph) else 0
