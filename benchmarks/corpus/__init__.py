"""A corpus of documents whose truth is known, over all formats, in layouts that no reader was told of. Nothing of it is kept in files.

A document is made of a family and a seed: the seed says what is printed, the family and the seed how.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from benchmarks.corpus.browser import browser_here
from benchmarks.corpus.content import Content, content
from benchmarks.corpus.flat import barred, exported, laid_out, poppler_here, tabbed
from benchmarks.corpus.libreoffice import from_pages, from_word, libreoffice_here
from benchmarks.corpus.making import Make, by_turns, fitting
from benchmarks.corpus.pages import flat_pages, pages
from benchmarks.corpus.plain import own_pdfs, word_files
from benchmarks.corpus.printed import printed
from benchmarks.corpus.scan import scans
from benchmarks.corpus.sheet import sheets

__all__ = ["FAMILIES", "Content", "Family", "Made", "content", "corpus"]

Tool = Callable[[], str | None]


@dataclass(frozen=True, slots=True)
class Family:
    """Documents of one format made by one tool.

    `foreign` says that a tool which is not ours wrote the layout, `cells` that the format keeps a table's cells apart.
    """

    name: str
    format: str
    ending: str
    make: Make
    foreign: bool = True
    cells: bool = True
    needs: tuple[Tool, ...] = ()

    @property
    def here(self) -> bool:
        """Whether the programs that make it are installed."""
        return not self.lacks

    @property
    def lacks(self) -> list[str]:
        """The programs that it needs and that are not installed."""
        return [tool.__name__.removesuffix("_here") for tool in self.needs if not tool()]


@dataclass(frozen=True, slots=True)
class Made:
    """One document of the corpus."""

    family: Family
    content: Content
    data: bytes

    @property
    def name(self) -> str:
        return f"{self.family.name}-{self.content.seed}.{self.family.ending}"


def corpus(families: Iterable[str], seeds: Sequence[int]) -> list[Made]:
    """The documents of these families and seeds; a family whose programs are not installed has none."""
    contents = [content(seed) for seed in seeds]
    found = [FAMILIES[name] for name in families]
    return [
        Made(family, printed, data)
        for family in found
        if family.here
        for printed, data in zip(contents, family.make(contents, family.name), strict=True)
    ]


def _either(ending: str) -> Make:
    """LibreOffice's file of this format, made from a page or from a Word file."""
    return by_turns(partial(from_pages, ending=ending), partial(from_word, ending=ending))


_BROWSER, _OFFICE, _POPPLER = (browser_here,), (libreoffice_here,), (browser_here, poppler_here)

_ALL = (
    Family("html-portal", "html", "html", pages, foreign=False),
    Family("html-flat", "html", "html", flat_pages, foreign=False, cells=False),
    Family("html-libreoffice", "html", "html", partial(from_word, ending="html"), needs=_OFFICE),
    Family("pdf-own", "pdf", "pdf", own_pdfs, foreign=False),
    Family("pdf-chromium", "pdf", "pdf", fitting(printed), needs=_BROWSER),
    Family("pdf-libreoffice", "pdf", "pdf", fitting(_either("pdf")), needs=_OFFICE),
    Family("docx-word", "docx", "docx", word_files),
    Family("docx-libreoffice", "docx", "docx", partial(from_pages, ending="docx"), needs=_OFFICE),
    Family("doc-libreoffice", "doc", "doc", _either("doc"), needs=_OFFICE),
    Family("rtf-libreoffice", "rtf", "rtf", _either("rtf"), needs=_OFFICE),
    Family("odt-libreoffice", "odt", "odt", _either("odt"), needs=_OFFICE),
    Family("xlsx-openpyxl", "xlsx", "xlsx", sheets),
    Family("text-tabs", "text", "txt", tabbed, foreign=False, cells=False),
    Family("text-bars", "text", "md", barred, foreign=False, cells=False),
    Family("text-libreoffice", "text", "txt", exported, cells=False, needs=_OFFICE),
    Family("text-pdftotext", "text", "txt", laid_out, cells=False, needs=_POPPLER),
    Family("scan-200", "scan", "pdf", partial(scans, dpi=200), needs=(*_BROWSER, *_OFFICE)),
    Family("scan-150", "scan", "pdf", partial(scans, dpi=150), needs=(*_BROWSER, *_OFFICE)),
    Family("scan-dirty", "scan", "pdf", partial(scans, dpi=200, dirty=True), needs=(*_BROWSER, *_OFFICE)),
)
FAMILIES: Mapping[str, Family] = {family.name: family for family in _ALL}
