"""PDFium's functions without the types of their arguments: looking at those costs more than most of the calls.

Handles go in as `handle(...)`, references as `byref(...)`; what comes out of a function that gives an object is its address.
"""

from collections.abc import Callable
from ctypes import c_void_p, cast
from typing import Any

import pypdfium2.raw as pdfium

_Call = Callable[..., Any]


def _plain(name: str) -> _Call:
    typed: Any = getattr(pdfium, name)
    plain: Any = type(typed)(cast(typed, c_void_p).value)
    plain.restype = c_void_p if hasattr(typed.restype, "contents") else typed.restype
    call: _Call = plain
    return call


def handle(thing: Any) -> c_void_p:
    """The handle of one of pypdfium2's raw objects, or of an address."""
    return c_void_p(thing) if isinstance(thing, int) else cast(thing, c_void_p)


char_code = _plain("FPDFText_GetUnicode")
char_unmapped = _plain("FPDFText_HasUnicodeMapError")
char_object = _plain("FPDFText_GetTextObject")
char_box = _plain("FPDFText_GetCharBox")
char_origin = _plain("FPDFText_GetCharOrigin")
char_angle = _plain("FPDFText_GetCharAngle")
text_mode = _plain("FPDFTextObj_GetTextRenderMode")
text_font = _plain("FPDFTextObj_GetFont")
fill_colour = _plain("FPDFPageObj_GetFillColor")
stroke_colour = _plain("FPDFPageObj_GetStrokeColor")
clip_path = _plain("FPDFPageObj_GetClipPath")
clip_count = _plain("FPDFClipPath_CountPaths")
clip_segments = _plain("FPDFClipPath_CountPathSegments")
clip_segment = _plain("FPDFClipPath_GetPathSegment")
page_objects = _plain("FPDFPage_CountObjects")
page_object = _plain("FPDFPage_GetObject")
form_objects = _plain("FPDFFormObj_CountObjects")
form_object = _plain("FPDFFormObj_GetObject")
object_type = _plain("FPDFPageObj_GetType")
object_matrix = _plain("FPDFPageObj_GetMatrix")
object_bounds = _plain("FPDFPageObj_GetBounds")
is_transparent = _plain("FPDFPageObj_HasTransparency")
draw_mode = _plain("FPDFPath_GetDrawMode")
path_segments = _plain("FPDFPath_CountSegments")
path_segment = _plain("FPDFPath_GetPathSegment")
segment_point = _plain("FPDFPathSegment_GetPoint")
segment_type = _plain("FPDFPathSegment_GetType")
segment_closes = _plain("FPDFPathSegment_GetClose")
