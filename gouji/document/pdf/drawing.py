"""What is drawn on a page: lines, filled areas, images, and where its text objects stand."""

from collections.abc import Callable, Iterator
from ctypes import addressof, byref, c_float, c_int
from dataclasses import dataclass, field
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium

from gouji.document.pdf.colours import Colours, is_seen, is_white
from gouji.document.pdf.frame import IDENTITY, Box, Matrix, moved, times
from gouji.errors import UnreadableDocument
from gouji.words import words

Point = tuple[float, float]

MOST_OBJECTS = 100_000  # objects, and segments of paths; an honest page has some thousands
_DEEPEST_FORM = 8


@dataclass(slots=True)
class Drawing:
    """In user space. `segments` are stroked straight lines; `fills` come in the order painted, with whether they look white.

    `texts` has, by address, the text objects inside of forms, with the matrices of those.
    """

    segments: list[Box] = field(default_factory=list)
    fills: list[tuple[Box, bool]] = field(default_factory=list)
    texts: dict[int, Matrix] = field(default_factory=dict)
    has_image: bool = False
    widest_image: float = 0.0
    objects: int = 0


def read_drawing(page: Any, number: int) -> Drawing:
    """Everything drawn on the page, the insides of form objects too."""
    drawing, colours = Drawing(), Colours()
    for item, kind, matrix in _objects(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, IDENTITY, 0):
        drawing.objects += 1 if kind != pdfium.FPDF_PAGEOBJ_PATH else pdfium.FPDFPath_CountSegments(item)
        if drawing.objects > MOST_OBJECTS:
            raise UnreadableDocument(words("reading.pdf-crowded", page=number, limit=MOST_OBJECTS))
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(drawing, item, matrix, colours)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            drawing.texts[addressof(item.contents)] = matrix
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            a, b, *_ = times(_matrix(item), matrix)
            drawing.has_image, drawing.widest_image = True, max(drawing.widest_image, hypot(a, b))
    return drawing


def _objects(
    holder: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any], matrix: Matrix, depth: int
) -> Iterator[tuple[Any, int, Matrix]]:
    """Objects with the matrix of the forms around them, the page's own text objects left out."""
    for index in range(min(count(holder), MOST_OBJECTS + 1)):
        item = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind != pdfium.FPDF_PAGEOBJ_TEXT or depth:  # WPS makes a text object of every character
            yield item, kind, matrix
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inside = times(_matrix(item), matrix)
            yield from _objects(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inside, depth + 1)


def _matrix(item: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, byref(m))
    return m.a, m.b, m.c, m.d, m.e, m.f


def _add_path(drawing: Drawing, path: Any, around: Matrix, colours: Colours) -> None:
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    stroked = bool(stroke.value) and is_seen(colours.of(path, pdfium.FPDFPageObj_GetStrokeColor))
    paint = colours.of(path, pdfium.FPDFPageObj_GetFillColor) if fill.value else None
    filled = bool(fill.value) and not (paint and paint[3] == 0)
    if not (stroked or filled):
        return
    for points in _subpaths(path, times(_matrix(path), around)):
        if stroked:
            drawing.segments.extend((*a, *b) for a, b in zip(points, points[1:], strict=False))
        if filled:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            drawing.fills.append(((min(xs), min(ys), max(xs), max(ys)), bool(paint and is_white(paint))))


def _subpaths(path: Any, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each subpath; curves count as their control points, which are never axis-parallel for long."""
    points: list[Point] = []
    x, y = c_float(), c_float()
    x_ref, y_ref = byref(x), byref(y)
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x_ref, y_ref)
        if points and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield points
            points = []
        points.append(moved(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points
