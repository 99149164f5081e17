"""Ways to make many documents: by one of two tools, and once more where a page does not hold what it prints."""

from collections.abc import Callable, Sequence
from ctypes import byref, c_double

import pypdfium2
import pypdfium2.raw as pdfium

from benchmarks.corpus.content import Content

Make = Callable[[Sequence[Content], str], list[bytes]]
_ATTEMPTS = 6
_SLACK = 1.0


def by_turns(first: Make, second: Make) -> Make:
    """Even seeds made by the first, odd ones by the second: a document depends on its own seed alone."""

    def make(contents: Sequence[Content], family: str) -> list[bytes]:
        even, odd = [c for c in contents if c.seed % 2 == 0], [c for c in contents if c.seed % 2]
        found = {c.seed: data for which, cs in ((first, even), (second, odd)) for c, data in zip(cs, which(cs, family), strict=True)}
        return [found[content.seed] for content in contents]

    return make


def fitting(make: Make) -> Make:
    """PDFs all of whose text stands on the page: in a layout that cuts a table off nobody could read it. Such a one is set anew.

    LibreOffice leaves rows of some tables out of the file altogether; then fewer digits stand in it than are printed.
    """

    def made(contents: Sequence[Content], family: str) -> list[bytes]:
        files = make(contents, family)
        for attempt in range(_ATTEMPTS):
            cut = [number for number, (data, content) in enumerate(zip(files, contents, strict=True)) if not fits(data, content)]
            if not cut:
                return files
            again = make([contents[number] for number in cut], f"{family} {attempt}")
            for number, data in zip(cut, again, strict=True):
                files[number] = data
        raise ValueError(f"{family}: no layout holds all of {[contents[number].seed for number in cut]}")

    return made


def fits(pdf: bytes, content: Content) -> bool:
    """Whether every character stands on its page, and every digit of the report in the file."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        printed = sum(_digits(page.get_textpage().get_text_bounded()) for page in document)
        return printed >= _digits_of(content) and all(_holds(page) for page in document)
    finally:
        document.close()


def _digits_of(content: Content) -> int:
    """How many digits the report has at least: page numbers come on top."""
    sample = content.sample
    cells = [cell.text for grid in content.tables.values() for cell in grid.cells]
    prose = [sample.title, *sample.preamble, *(text for part in sample.parts for text in (part.heading, *part.paragraphs))]
    return sum(map(_digits, (*cells, *prose)))


def _digits(text: str) -> int:
    return sum(sign.isdecimal() for sign in text)


def _holds(page: pypdfium2.PdfPage) -> bool:
    left, bottom, right, top = page.get_mediabox()
    text = page.get_textpage()
    edges = [c_double() for _ in range(4)]
    for number in range(pdfium.FPDFText_CountChars(text.raw)):
        if pdfium.FPDFText_IsGenerated(text.raw, number) == 1 or pdfium.FPDFText_GetUnicode(text.raw, number) <= 32:
            continue
        pdfium.FPDFText_GetCharBox(text.raw, number, *map(byref, edges))
        x0, x1, y0, y1 = (edge.value for edge in edges)
        if x0 < left - _SLACK or x1 > right + _SLACK or y0 < bottom - _SLACK or y1 > top + _SLACK:
            return False
    return True
