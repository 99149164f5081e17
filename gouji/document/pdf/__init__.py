"""PDF with a text layer: characters and rules from PDFium, cells from pdfplumber's TableFinder, lines and joins of our own."""

from gouji.document.pdf.file import read_pdf

__all__ = ["read_pdf"]
