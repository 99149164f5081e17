"""Grids that are none: what a page was photographed on has a grain, in which rules are seen and hardly a sign is read."""

import re

from gouji.document.doubts import OCR, UNREADABLE
from gouji.document.pdf.slices import Slice

_WORDS = re.compile("[\u4e00-\u9fff]")


def is_grain(part: Slice) -> bool:
    """Whether nothing in this grid was surely read, no word at all, and more than digits."""
    read = [square for square in part.squares if square.text.strip()]
    unsure = all({OCR, UNREADABLE}.intersection(square.doubts) for square in read)
    strange = any(not any(sign.isdigit() for sign in square.text) for square in read)
    return unsure and strange and not any(_WORDS.search(square.text) for square in read)
