"""Where a ruled table begins above its first row of figures, seen on the page's picture."""

from PIL import Image

from gouji.place import BBox

_DARK = 200
_USUAL = 70.0  # points of heads where no line leads up to their top
_BREAK = 4  # pixels that a line may be missing: hairlines come out grey, and cross others
_BESIDE = 3


def top_of_heads(page: Image.Image, scale: float, first: BBox, unit: float) -> float:
    """The top of the table, by the farthest that one of the upright lines beside the first row goes up."""
    grey = page.convert("L")
    start = min(int(first[1] * scale), grey.height - 1)
    reached = [_up(grey, round(x * scale), start) for x in (first[0], first[2])]
    highest = min(reached)
    if start - highest < 8:
        return max(0.0, first[1] - _USUAL * unit)
    return highest / scale


def _up(grey: Image.Image, x: int, start: int) -> int:
    """The row up to which a dark line goes on upwards from here."""
    left, right = max(0, x - _BESIDE), min(grey.width, x + _BESIDE + 1)
    if right <= left:
        return start
    column = grey.crop((left, 0, right, start + 1))
    width, pixels = column.width, column.tobytes()
    last = start
    for y in range(start, -1, -1):
        if min(pixels[y * width : (y + 1) * width]) < _DARK:
            last = y
        elif last - y > _BREAK:
            break
    return last
