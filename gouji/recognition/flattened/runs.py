"""Paragraphs that can be the cells of a table, those that follow each other together."""

from collections.abc import Iterator, Sequence

from gouji.document.model import Block, Paragraph
from gouji.form.model import Form
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.flattened.vocabulary import names
from gouji.recognition.normal import bare, plain
from gouji.recognition.ordinals import ordinal_of
from gouji.recognition.tokens import tokens_of

_LONGEST_LABEL = 60
_LONGEST_HEADING = 45

Run = list[Paragraph]


def runs_of(blocks: Sequence[Block], used: Form) -> Iterator[Run | Block]:
    """Paragraphs that can be cells, those that follow each other together; everything else as it is."""
    run: Run = []
    for block in blocks:
        if isinstance(block, Paragraph) and _can_be_cells(block, used):
            run.append(block)
            continue
        if run:
            yield run
            run = []
        yield block
    if run:
        yield run


def _can_be_cells(paragraph: Paragraph, used: Form) -> bool:
    text = paragraph.text
    if "|" in text:
        cells = [token.text for token in tokens_of(paragraph) if token.text]
        return len(cells) != 1 or bare(cells[0]) in names() or not _heads_section(cells[0], used)
    tokens = tokens_of(paragraph)
    if len(tokens) == 1 and not looks_like_figure(text):
        short = len(text) <= _LONGEST_LABEL and not text.endswith(tuple("。；;"))
        return short and (label_of(paragraph) in names() or not _heads_section(text, used))
    return len(tokens[0].text) <= _LONGEST_LABEL


def _heads_section(text: str, used: Form) -> bool:
    """Whether this is the heading of one of the form's parts."""
    flat = plain(text)
    ordinal = ordinal_of(flat)
    words = bare(ordinal.words if ordinal else flat)
    if len(flat) > _LONGEST_HEADING:
        return False
    if any(words == bare(name) for section in used.sections for name in (section.heading, *section.aliases)):
        return True
    numbered = ordinal is not None and not ordinal.loose
    return numbered and any(all(any(word in words for word in group) for group in section.keywords) for section in used.sections)


def label_of(paragraph: Paragraph) -> str:
    """The words that the paragraph has before any figure, bare of signs."""
    text = paragraph.text
    return bare(tokens_of(paragraph)[0].text) if text and len(text) <= 4 * _LONGEST_LABEL else ""
