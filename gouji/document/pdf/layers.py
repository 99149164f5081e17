"""What lies over a point of the page, and what under it."""

from collections import defaultdict

from gouji.document.pdf import calls
from gouji.document.pdf.clips import clip_of
from gouji.document.pdf.drawing import Area, Drawing
from gouji.document.pdf.frame import Box

_BAND = 24.0
_LEAF = 300.0  # a picture so high and wide is a scanned page: what is set in white upon it is a guess at its print, which nobody sees


class Layers:
    """The areas of a page by height, so that few are looked at for a character. Only as long as the page is open."""

    def __init__(self, drawing: Drawing) -> None:
        self._bands: dict[int, list[Area]] = defaultdict(list)
        self._solid: dict[int, list[Area]] = defaultdict(list)  # the last painted first
        self._clips: dict[int, Box | None] = {}
        self._leaves = {image.order for image in drawing.images if _is_leaf(image)}
        self.last_solid = -1
        for area in sorted([*drawing.fills, *drawing.images], key=lambda area: area.order):
            if area.is_solid:
                self.last_solid = area.order
            first, last = int(area.box[1] // _BAND), int(area.box[3] // _BAND)
            for band in range(max(first, -1000), min(last, 1000) + 1):
                self._bands[band].append(area)
        for band, areas in self._bands.items():
            self._solid[band] = [area for area in reversed(areas) if area.is_solid]

    def is_covered(self, x: float, y: float, order: int) -> bool:
        """Whether something opaque was painted here after this."""
        for area in self._solid.get(int(y // _BAND), ()):
            if area.order <= order:
                return False
            x0, y0, x1, y1 = area.box
            if x0 <= x <= x1 and y0 <= y <= y1 and self._shows(area, x, y) and not calls.is_transparent(area.item):
                return True
        return False

    def is_on_colour(self, x: float, y: float, order: int) -> bool:
        """Whether the area painted here last before this is not white: white letters on a coloured header are seen."""
        for area in reversed(self._bands.get(int(y // _BAND), ())):
            if area.order < order and self._shows(area, x, y):
                return not area.white and area.order not in self._leaves
        return False

    def _shows(self, area: Area, x: float, y: float) -> bool:
        x0, y0, x1, y1 = area.box
        if not (x0 <= x <= x1 and y0 <= y <= y1):
            return False
        if area.order not in self._clips:
            self._clips[area.order] = clip_of(area.item, area.around)
        clip = self._clips[area.order]
        return clip is None or (clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3])


def _is_leaf(image: Area) -> bool:
    x0, y0, x1, y1 = image.box
    return min(x1 - x0, y1 - y0) >= _LEAF
