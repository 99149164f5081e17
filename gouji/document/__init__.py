"""Reading a file: whatever its format, a Document comes out, or a sentence saying why not."""

from collections.abc import Callable, Mapping

from gouji.document.formats import EMPTY, HTML, PDF, TEXT, UNKNOWN, format_of
from gouji.document.html import read_html
from gouji.document.model import Document
from gouji.document.pdf import read_pdf
from gouji.document.text import read_text
from gouji.errors import UnreadableDocument
from gouji.words import words

_READERS: Mapping[str, Callable[[bytes, str], Document]] = {PDF: read_pdf, HTML: read_html, TEXT: read_text}


def read(data: bytes, name: str) -> Document:
    """The document in these bytes; its format is told from them and not from the name."""
    found = format_of(data)
    if found in _READERS:
        return _READERS[found](data, name)
    if found in (EMPTY, UNKNOWN):
        raise UnreadableDocument(words(f"reading.{found}"))
    raise UnreadableDocument(words("reading.not-yet", format=words(f"reading.format-{found}")))
