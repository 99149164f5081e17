"""From the bytes of an older or foreign Office document to a Document, by way of DOCX or XLSX."""

import hashlib
from dataclasses import replace
from typing import Protocol

from gouji.document.container import Container
from gouji.document.docx import read_docx
from gouji.document.doubts import FRAME, joined
from gouji.document.model import Document
from gouji.document.office.programs import CALC, WRITER
from gouji.document.office.soffice import Conversion, converted
from gouji.document.sheet import read_xlsx
from gouji.errors import UnreadableDocument
from gouji.words import words


class Reader(Protocol):
    """What reads the converted document."""

    def __call__(self, data: bytes, name: str, *, recalculated: bool) -> Document: ...


MOST_BYTES = 50 * 2**20
# The filters are named, because LibreOffice left to itself makes a document of any bytes. Which Word wrote a DOC, only trying tells.
_DOC = Conversion(WRITER, "doc", ("MS Word 97", "MS WinWord 6.0"))
_RTF = Conversion(WRITER, "rtf", ("Rich Text Format",))
_ODT = Conversion(WRITER, "odt", ("writer8",))
_XLS = Conversion(CALC, "xls", ("MS Excel 97", "MS Excel 95"))
_ODS = Conversion(CALC, "ods", ("calc8",))
_FODT = Conversion(WRITER, "fodt", ("OpenDocument Text Flat XML",))
_FODS = Conversion(CALC, "fods", ("OpenDocument Spreadsheet Flat XML",))
_OBJECT = b"<draw:object"


def read_doc(data: bytes, name: str) -> Document:
    """The document in these bytes, which Word before 2007 or WPS wrote."""
    return _read(data, name, _DOC, read_docx)


def read_rtf(data: bytes, name: str) -> Document:
    """The document in these bytes of RTF."""
    return _read(data, name, _RTF, read_docx)


def read_odt(data: bytes, name: str) -> Document:
    """The document in these bytes of OpenDocument text."""
    document = _read(data, name, _ODT, read_docx)
    return _with_objects(document) if _OBJECT in Container(data)["content.xml"] else document


def read_fodt(data: bytes, name: str) -> Document:
    """The document in these bytes of OpenDocument text that is one XML file."""
    document = _read(data, name, _FODT, read_docx)
    return _with_objects(document) if _OBJECT in data else document


def read_xls(data: bytes, name: str) -> Document:
    """The tables in these bytes, which Excel before 2007 or WPS wrote."""
    return _read(data, name, _XLS, read_xlsx)


def read_ods(data: bytes, name: str) -> Document:
    """The tables in these bytes of an OpenDocument spreadsheet."""
    return _read(data, name, _ODS, read_xlsx)


def read_fods(data: bytes, name: str) -> Document:
    """The tables in these bytes of an OpenDocument spreadsheet that is one XML file."""
    return _read(data, name, _FODS, read_xlsx)


def _with_objects(document: Document) -> Document:
    """The document, knowing that objects stand in it: one that is only linked is lost on the way."""
    return replace(document, unread=joined(document.unread, (FRAME,)))


def _read(data: bytes, name: str, conversion: Conversion, read: Reader) -> Document:
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=len(data) >> 20, limit=MOST_BYTES >> 20))
    document = read(converted(data, conversion), name, recalculated=True)  # LibreOffice does so with fields and formulas
    return replace(document, sha256=hashlib.sha256(data).hexdigest(), format=conversion.format)
