"""Where a page shows something that is not in its text: filled form fields, text boxes, stamps, drawings laid over it."""

from collections.abc import Iterator
from ctypes import byref, c_ushort
from typing import Any

import pypdfium2.raw as pdfium

from gouji.document.pdf.frame import Box

_MOST = 2000
_MOST_BYTES = 1 << 16
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
# Links, and what marks or comments on text that is read anyway.
_SILENT = frozenset(
    (
        pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_FILEATTACHMENT, pdfium.FPDF_ANNOT_SOUND,
        pdfium.FPDF_ANNOT_MOVIE, pdfium.FPDF_ANNOT_SCREEN, pdfium.FPDF_ANNOT_PRINTERMARK, pdfium.FPDF_ANNOT_TRAPNET,
    )
)  # fmt: skip


def annotations_of(page: Any) -> Iterator[Box]:
    """The boxes, in user space, of the annotations that print something."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            if _is_ink(annotation):
                rect = pdfium.FS_RECTF()
                pdfium.FPDFAnnot_GetRect(annotation, byref(rect))
                yield min(rect.left, rect.right), min(rect.bottom, rect.top), max(rect.left, rect.right), max(rect.bottom, rect.top)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _is_ink(annotation: Any) -> bool:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind in _SILENT or pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
        return False
    if kind != pdfium.FPDF_ANNOT_WIDGET:
        return True
    return bool(_value(annotation)) or any(shows in _appearance(annotation) for shows in ("Tj", "TJ", " Do"))


def _value(annotation: Any) -> str:
    return _string(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"V", buffer, size))


def _appearance(annotation: Any) -> str:
    return _string(lambda buffer, size: pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, buffer, size))


def _string(read: Any) -> str:
    size = min(read(None, 0), _MOST_BYTES)
    buffer = (c_ushort * (size // 2 + 1))()
    read(buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00")
