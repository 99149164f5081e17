"""Print that is hardly darker than its paper: a scanner's light set too low, worn toner, grey paper."""

import cv2
import numpy as np

from gouji.document.scan.pixels import Colours

_INK = 40  # grey levels below the paper: what is looked at
_DARKEST = 5  # in a hundred of it: the middle of the strokes
_BLACK = 90  # the print of most pages is darker than 70 at its darkest, small print included
_SEEN = 170  # what is paler at its darkest shines through from the back of the sheet
_FEWEST = 2000  # pixels
_EVERY = 2


def in_full_contrast(white: Colours) -> Colours:
    """The page on white, with its darkest ink as dark as print is; one with dark ink is left as it is."""
    dark = white[::_EVERY, ::_EVERY].min(axis=2)
    ink = dark[dark < 255 - _INK]
    if ink.size < _FEWEST:
        return white
    darkest = float(np.percentile(ink, _DARKEST))
    if not _BLACK < darkest <= _SEEN:
        return white
    deeper: Colours = 255 - cv2.convertScaleAbs(255 - white, alpha=255 / (255 - darkest))
    return deeper
