"""What of a page's object is painted: nothing outside of its clip."""

from ctypes import byref, c_float, c_void_p

from gouji.document.pdf import calls
from gouji.document.pdf.frame import Box, Matrix, moved

_MOST_CORNERS = 100_000


def has_clip(item: c_void_p) -> bool:
    """Whether the object is painted within a path only."""
    return bool(calls.clip_count(c_void_p(calls.clip_path(item))) > 0)


def clip_of(item: c_void_p, around: Matrix) -> Box | None:
    """The rectangle outside of which nothing of the object is painted; its path is written in the space of the form around it."""
    path = c_void_p(calls.clip_path(item))
    count = calls.clip_count(path)
    if count <= 0:
        return None
    boxes = []
    x, y = c_float(), c_float()
    for number in range(count):
        points = []
        for index in range(min(calls.clip_segments(path, number), _MOST_CORNERS)):
            calls.segment_point(c_void_p(calls.clip_segment(path, number, index)), byref(x), byref(y))
            points.append(moved(around, x.value, y.value))
        if points:
            xs, ys = zip(*points, strict=True)
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    if not boxes:
        return None
    return max(b[0] for b in boxes), max(b[1] for b in boxes), min(b[2] for b in boxes), min(b[3] for b in boxes)
