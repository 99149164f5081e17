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
    """PDFs all of whose text stands on the page: in a layout that cuts a table off nobody could read it. Such a one is set anew."""

    def made(contents: Sequence[Content], family: str) -> list[bytes]:
        files = make(contents, family)
        for attempt in range(_ATTEMPTS):
            cut = [number for number, data in enumerate(files) if not fits(data)]
            if not cut:
                return files
            again = make([contents[number] for number in cut], f"{family} {attempt}")
            for number, data in zip(cut, again, strict=True):
                files[number] = data
        raise ValueError(f"{family}: no layout holds all of {[contents[number].seed for number in cut]}")

    return made


def fits(pdf: bytes) -> bool:
    """Whether every character stands on its page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return all(_holds(page) for page in document)
    finally:
        document.close()


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
