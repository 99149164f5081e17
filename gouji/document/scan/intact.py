"""Whether print that comes close to the rule of its cell is whole: rules are taken away with the soft edge around them."""

import cv2
import numpy as np

from gouji.document.scan.pixels import Mask, Pixels
from gouji.document.scan.strokes import STRICTER

_BEYOND = 3.0  # points around the cell: the thickest rule lies in them


def is_intact(page: Pixels, clean: Pixels, region: tuple[slice, slice], ink: Mask, scale: float) -> bool:
    """Whether no dark pixel of the signs in this region was taken away with a rule or lies outside, beyond a lighter gap between both.

    `clean` is the page without its rules, `ink` the print of the region.
    """
    beyond = round(_BEYOND * scale)
    top, left = max(region[0].start - beyond, 0), max(region[1].start - beyond, 0)
    around = slice(top, region[0].stop + beyond), slice(left, region[1].stop + beyond)
    dark = (page[around] < 255 - STRICTER[-1]).astype(np.uint8)
    labels = cv2.connectedComponents(dark, connectivity=8)[1]
    own = np.zeros(labels.shape, np.bool_)
    rows, columns = (slice(part.start - first, part.stop - first) for part, first in zip(region, (top, left), strict=True))
    own[rows, columns] = ink
    signs = np.isin(labels, np.unique(labels[own & (dark > 0)]))
    lost = clean[around] != page[around]
    lost[:, : columns.start] = lost[:, columns.stop :] = lost[: rows.start] = lost[rows.stop :] = True
    return bool(signs.any() and not (signs & lost).any())
