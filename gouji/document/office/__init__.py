"""Formats that LibreOffice reads for us: it makes Word or Excel documents of them, which our own readers then read."""

from gouji.document.office.file import read_doc, read_fods, read_fodt, read_ods, read_odt, read_rtf, read_xls

__all__ = ["read_doc", "read_fods", "read_fodt", "read_ods", "read_odt", "read_rtf", "read_xls"]
