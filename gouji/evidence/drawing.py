"""The evidence of one document, made inside a process of its own: a hostile file may crash it and nothing else."""

import json
from collections.abc import Iterator

import pypdfium2
from PIL import Image

from gouji.codec import from_json
from gouji.document import read
from gouji.document.formats import BOUND, IMAGE, PDF, format_of
from gouji.document.model import Document
from gouji.errors import UnreadableDocument
from gouji.evidence.model import Evidence, Excerpt, Request, Wanted
from gouji.evidence.pages import draw_pages
from gouji.evidence.redrawing import excerpts
from gouji.evidence.svg import as_svg
from gouji.words import words


def draw(data: bytes, request: str) -> tuple[Evidence, ...]:
    """The evidence that the request, JSON, asks for. Any other text asks for nothing: readers are loaded so before the first fork."""
    if not request.startswith("{"):
        read(data, request)
        return ()
    asked = from_json(json.loads(request), Request)
    if format_of(data) in (PDF, IMAGE, BOUND):
        return _cut(data, asked)
    return tuple(_redrawn(read(data, "document") if _has_marks(asked) else None, asked))


def _cut(data: bytes, asked: Request) -> tuple[Evidence, ...]:
    try:
        return tuple(draw_pages(data, asked))
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(words("reading.pdf-damaged")) from error
    except (OSError, EOFError, SyntaxError, Image.DecompressionBombError) as error:  # as Pillow says that a file is damaged
        raise UnreadableDocument(words("pages.picture-damaged")) from error


def _has_marks(asked: Request) -> bool:
    return any(wanted.marks for wanted in asked.wanted)


def _redrawn(document: Document | None, asked: Request) -> Iterator[Evidence]:
    for wanted in asked.wanted:
        tables = tuple(found for name in _tables(wanted) for found in _excerpts(document, wanted, name, asked))
        if tables or wanted.quotes:
            drawn = as_svg(tables, wanted.quotes, tone=wanted.tone)
            yield Evidence(wanted.fingerprint, wanted.tone, drawn.data, "svg", drawn.width, drawn.height, tables, wanted.quotes)


def _tables(wanted: Wanted) -> list[str]:
    return list(dict.fromkeys(mark.table for mark in wanted.marks))


def _excerpts(document: Document | None, wanted: Wanted, table: str, asked: Request) -> list[Excerpt]:
    if document is None:
        return []
    return excerpts(document.grids(), [mark for mark in wanted.marks if mark.table == table], asked.bands[table])
