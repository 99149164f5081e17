"""Reading a file: whatever its format, a Document comes out, or a sentence saying why not."""

from collections.abc import Callable, Mapping
from importlib import import_module

from gouji.document.formats import ARCHIVE, BOUND, BROKEN_ZIP, EMPTY, HTML, IMAGE, LOCKED, MHT, PDF, PHOTO, TEXT, UNKNOWN, ZIP, format_of
from gouji.document.model import Document
from gouji.errors import UnreadableDocument
from gouji.words import words

Reader = Callable[[bytes, str], Document]

# Named and not imported: whatever holds a report imports this package, and little of it ever reads a file.
_READERS: Mapping[str, tuple[str, str]] = {
    PDF: ("gouji.document.pdf", "read_pdf"),
    HTML: ("gouji.document.html", "read_html"),
    MHT: ("gouji.document.html", "read_mht"),
    TEXT: ("gouji.document.text", "read_text"),
    IMAGE: ("gouji.document.scan.file", "read_image"),
    BOUND: ("gouji.document.bound.file", "read_bound"),
    "docx": ("gouji.document.docx", "read_docx"),
    "xlsx": ("gouji.document.sheet", "read_xlsx"),
    "doc": ("gouji.document.office", "read_doc"),
    "rtf": ("gouji.document.office", "read_rtf"),
    "odt": ("gouji.document.office", "read_odt"),
    "xls": ("gouji.document.office", "read_xls"),
    "ods": ("gouji.document.office", "read_ods"),
    "fodt": ("gouji.document.office", "read_fodt"),
    "fods": ("gouji.document.office", "read_fods"),
}

_SHEETS = ("xlsb", "excelml")  # which Excel itself saves as one that is read
_REFUSED = (EMPTY, UNKNOWN, LOCKED, ZIP, BROKEN_ZIP, ARCHIVE, PHOTO)  # each with a sentence of its own; the rest is named


def read(data: bytes, name: str) -> Document:
    """The document in these bytes; its format is told from them and not from the name."""
    found = format_of(data)
    if found in _READERS:
        return _reader(*_READERS[found])(data, name)
    if found in _REFUSED:
        raise UnreadableDocument(words(f"reading.{found}"))
    reason = "not-yet-sheet" if found in _SHEETS else "not-yet"
    raise UnreadableDocument(words(f"reading.{reason}", format=words(f"reading.format-{found}")))


def _reader(module: str, function: str) -> Reader:
    reader: Reader = getattr(import_module(module), function)
    return reader
