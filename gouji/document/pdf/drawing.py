"""What is drawn on a page: lines, filled areas, images and other ink, and in which order."""

from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int, c_void_p
from dataclasses import dataclass, field
from struct import Struct
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gouji.document.pdf import calls
from gouji.document.pdf.clips import clip_of
from gouji.document.pdf.colours import Colours, is_seen, is_white
from gouji.document.pdf.frame import IDENTITY, Box, Matrix, moved, times
from gouji.errors import UnreadableDocument
from gouji.words import words

Point = tuple[float, float]

MOST_OBJECTS = 100_000  # objects, and segments of paths; an honest page has some thousands
OFF_PAGE = 1.0
_MARGIN = 0.15  # of the page's height; printers' margins are at most an inch
_DEEPEST_FORM = 8
_FLAT = 0.5
_OPAQUE = 255
_CORNERS = 5
_THIN = 3.0  # such a shape is a rule
_LARGEST_SIGN = 16.0
_POINT, _BOUNDS = Struct("2f"), Struct("4f")


class Area(NamedTuple):
    """A filled shape or an image. `item` is PDFium's object, and `around` the matrix of the forms around it.

    `is_solid` is false for areas that are no rectangle and for transparent paint: what lies under them may be seen.
    """

    box: Box
    white: bool
    is_solid: bool
    order: int
    item: c_void_p
    around: Matrix


@dataclass(slots=True)
class Drawing:
    """In user space. `segments` are stroked straight lines; `fills` and `images` come in the order painted.

    `ink` has the boxes of what is neither a straight line nor a rectangle: outlines of letters, say.
    `windows` are the clips that cut lines of the page's margins off: `OFF_PAGE` behind their edge stands what lies further out.
    `order` says for each text object, by address, when it is painted; `around` has the matrices of the forms around those in forms.
    """

    segments: list[Box] = field(default_factory=list)
    fills: list[Area] = field(default_factory=list)
    images: list[Area] = field(default_factory=list)
    ink: list[Box] = field(default_factory=list)
    windows: set[Box] = field(default_factory=set)
    order: dict[int, int] = field(default_factory=dict)
    around: dict[int, Matrix] = field(default_factory=dict)
    objects: int = 0

    @property
    def has_image(self) -> bool:
        return bool(self.images)

    @property
    def widest_image(self) -> float:
        return max((max(image.box[2] - image.box[0], 0.0) for image in self.images), default=0.0)


def read_drawing(page: Any, number: int) -> Drawing:
    """Everything drawn on the page, the insides of form objects too."""
    height = page.get_height()
    walk = _Walk(number, (_MARGIN * height, (1 - _MARGIN) * height))
    walk.through(calls.handle(page.raw), calls.page_objects, calls.page_object, IDENTITY, 0)
    return walk.drawing


class _Walk:
    """Goes over the objects of a page in the order painted."""

    def __init__(self, number: int, middle: tuple[float, float]) -> None:
        self.drawing = Drawing()
        self._number = number
        self._paths = _Paths(self.drawing, middle)
        self._order = 0

    def through(self, holder: c_void_p, count: Callable[..., Any], get: Callable[..., Any], around: Matrix, depth: int) -> None:
        """Notes the objects of a page or a form; `around` and `depth` are the matrix and number of the forms around them."""
        order_of, object_type = self.drawing.order, calls.object_type
        for index in range(min(count(holder), 2 * MOST_OBJECTS + 1)):
            address = get(holder, index)
            item = c_void_p(address)
            kind = object_type(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                order_of[address] = self._order
                if depth:
                    self.drawing.around[address] = around
            else:
                self._note(item, kind, around)
            if self.drawing.objects > MOST_OBJECTS or self._order > 2 * MOST_OBJECTS:
                raise UnreadableDocument(words("reading.pdf-crowded", page=self._number, limit=MOST_OBJECTS))
            self._order += 1
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                self.through(item, calls.form_objects, calls.form_object, times(_matrix(item), around), depth + 1)

    def _note(self, item: c_void_p, kind: int, around: Matrix) -> None:
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self.drawing.objects += self._paths.add(item, around, self._order, MOST_OBJECTS - self.drawing.objects)
            return
        self.drawing.objects += 1
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.drawing.images.append(_image(item, around, self._order))


def _matrix(item: c_void_p) -> Matrix:
    m = pdfium.FS_MATRIX()
    calls.object_matrix(item, byref(m))
    return m.a, m.b, m.c, m.d, m.e, m.f


def _image(item: c_void_p, around: Matrix, order: int) -> Area:
    matrix = times(_matrix(item), around)
    box = _around([moved(matrix, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))])
    return Area(box, False, not calls.is_transparent(item), order, item, around)


class _Paths:
    """Takes paths apart into a drawing; what the calls write into is made once. In the page's `middle` no clip is asked for."""

    def __init__(self, drawing: Drawing, middle: tuple[float, float]) -> None:
        self._drawing = drawing
        self._lowest, self._highest = middle
        self._colours = Colours()
        self._fill, self._stroke = c_int(), c_int()
        self._point = (c_float * 2)()
        self._point_refs = byref(self._point), byref(self._point, 4)
        self._bounds = (c_float * 4)()
        self._bounds_refs = tuple(byref(self._bounds, 4 * index) for index in range(4))

    def add(self, path: c_void_p, around: Matrix, order: int, most: int) -> int:
        """Adds the path unless it has more than `most` segments; how much work that was, one for a border or a dot."""
        calls.draw_mode(path, byref(self._fill), byref(self._stroke))
        stroked = bool(self._stroke.value) and is_seen(self._colours.of(path, calls.stroke_colour))
        paint = self._colours.of(path, calls.fill_colour) if self._fill.value else None
        filled = bool(self._fill.value) and not (paint and paint[3] == 0)
        if not (stroked or filled):
            return 1
        segments: int = calls.path_segments(path)
        white = bool(paint and is_white(paint))
        opaque = paint is not None and paint[3] == _OPAQUE
        if not stroked and segments <= _CORNERS and (box := self._bounds_of(path, around)) and (white or _is_thin(box)):
            (x0, y0), (x1, y1) = self._within_clip(path, around, [box[:2], box[2:]])
            self._drawing.fills.append(Area((x0, y0, x1, y1), white, opaque, order, path, around))
            return 1
        if segments > most:
            return segments
        for points, curved in self._subpaths(path, times(_matrix(path), around), closing=stroked):
            straight = not curved and all(abs(a[0] - b[0]) <= _FLAT or abs(a[1] - b[1]) <= _FLAT for a, b in _sides(points))
            if straight:
                points = self._within_clip(path, around, points)
            box = _around(points)
            if stroked and (straight or not _is_of_a_letter(box)):
                self._drawing.segments.extend((*a, *b) for a, b in _sides(points))
            if filled:
                solid = opaque and straight and len(points) in (4, 5)
                self._drawing.fills.append(Area(box, white, solid, order, path, around))
            if not straight and (stroked or not white):
                self._drawing.ink.append(box)
        return segments

    def _within_clip(self, path: c_void_p, around: Matrix, points: list[Point]) -> list[Point]:
        """The points, none further above or below the path's clip than `OFF_PAGE`.

        Qt draws a table that goes on whole on each of its pages and clips it to the page's margins (met in wkhtmltopdf's).
        """
        if all(self._lowest <= y <= self._highest for _, y in points):
            return points
        clip = clip_of(path, around)
        if clip is None or all(clip[1] - OFF_PAGE <= y <= clip[3] + OFF_PAGE for _, y in points):
            return points
        self._drawing.windows.add(clip)
        return [(x, min(max(y, clip[1] - OFF_PAGE), clip[3] + OFF_PAGE)) for x, y in points]

    def _bounds_of(self, path: c_void_p, around: Matrix) -> Box:
        """The box of a filled path: one call instead of twenty."""
        calls.object_bounds(path, *self._bounds_refs)
        x0, y0, x1, y1 = _BOUNDS.unpack(self._bounds)
        return (x0, y0, x1, y1) if around == IDENTITY else _around([moved(around, x, y) for x in (x0, x1) for y in (y0, y1)])

    def _subpaths(self, path: c_void_p, matrix: Matrix, *, closing: bool) -> Iterator[tuple[list[Point], bool]]:
        """The corners of each subpath, and whether it has curves; those count with their control points."""
        points: list[Point] = []
        curved = False
        a, b, c, d, e, f = matrix
        for index in range(calls.path_segments(path)):
            segment = c_void_p(calls.path_segment(path, index))
            calls.segment_point(segment, *self._point_refs)
            kind = calls.segment_type(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
                yield points, curved
                points, curved = [], False
            curved |= kind == pdfium.FPDF_SEGMENT_BEZIERTO
            x, y = _POINT.unpack(self._point)
            points.append((a * x + c * y + e, b * x + d * y + f))
            if closing and calls.segment_closes(segment):
                points.append(points[0])
        if points:
            yield points, curved


def _is_of_a_letter(box: Box) -> bool:
    """Whether a shape with curves or slopes is no larger than a sign: its straight sides are strokes of the sign (cairo's bold letters)."""
    return max(box[2] - box[0], box[3] - box[1]) <= _LARGEST_SIGN


def _is_thin(box: Box) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= _THIN


def _sides(points: list[Point]) -> Iterator[tuple[Point, Point]]:
    return zip(points, points[1:], strict=False)


def _around(points: list[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
