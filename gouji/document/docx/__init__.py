"""Word documents, as a person who has accepted every tracked change sees them."""

from gouji.document.docx.file import read_docx

__all__ = ["read_docx"]
