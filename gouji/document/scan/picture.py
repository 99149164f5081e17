"""One page as a picture in colours, with what is known of its size and its own resolution."""

import math
from dataclasses import dataclass

from gouji.document.scan.pixels import Colours

MOST_PIXELS = 12_000_000  # A3 at 240 dots an inch
DPI = 200.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as shown. `scale` is pixels a point; `unit` is what places count in for a point, across and down: 1, or the image's pixels.

    `dpi` is the resolution that the page was scanned in, or rendered in where that is lower: what is finer was never seen.
    """

    number: int
    pixels: Colours
    scale: float
    dpi: float
    unit: tuple[float, float] = (1.0, 1.0)


def scale_for(width: float, height: float, dpi: float = DPI) -> float:
    """Pixels a point for a page of this size in points, fewer where the page would be too big."""
    return min(dpi / 72, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))
