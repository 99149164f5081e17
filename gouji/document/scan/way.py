"""The way back from a page lying straight to the page as shown."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from gouji.document.pdf.frame import Box
from gouji.document.scan.pixels import Matrix3


class Step(Protocol):
    """Where pixels of one picture lie on the one that it was made from."""

    def back(self, xs: Matrix3, ys: Matrix3) -> tuple[Matrix3, Matrix3]: ...


@dataclass(frozen=True, slots=True)
class Straight:
    """A step that leaves straight lines straight: it moves, turns, or tilts."""

    matrix: Matrix3

    def back(self, xs: Matrix3, ys: Matrix3) -> tuple[Matrix3, Matrix3]:
        (a, b, c), (d, e, f), (g, h, i) = self.matrix.tolist()
        far = g * xs + h * ys + i
        return (a * xs + b * ys + c) / far, (d * xs + e * ys + f) / far


@dataclass(frozen=True, slots=True)
class Way:
    """The steps from a pixel of a leaf to the page as shown, in the order in which they are taken. `scale` is pixels a point."""

    scale: float
    steps: tuple[Step, ...]

    def after(self, *steps: Step) -> "Way":
        """The way of a picture from which these steps lead back, to what this is the way of."""
        return Way(self.scale, (*steps, *self.steps))

    def as_shown(self, box: Box) -> Box:
        """The rectangle of the page as shown around a box in points of the leaf, to a tenth of its unit."""
        x0, top, x1, bottom = (side * self.scale for side in box)
        xs, ys = np.array([x0, x1, x0, x1]), np.array([top, top, bottom, bottom])
        for step in self.steps:
            xs, ys = step.back(xs, ys)
        return round(float(xs.min()), 1), round(float(ys.min()), 1), round(float(xs.max()), 1), round(float(ys.max()), 1)
