"""Numbers of persons on a page's picture made black, all but their first three and last two signs."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw
from pypdfium2 import raw

from gouji.evidence.model import Secrets
from gouji.place import BBox
from gouji.privacy.masking import hidden_of
from gouji.privacy.numbers import Candidate, candidates

_MOST_CHARACTERS = 100_000
_WIDER = 0.5  # points: ink may reach over its own box


@dataclass(frozen=True, slots=True)
class _Found:
    digits: str
    boxes: tuple[BBox, ...]


def blackened(picture: Image.Image, boxes: Sequence[BBox], scale: float) -> Image.Image:
    """The picture with these places of the page black."""
    pen = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in boxes:
        pen.rectangle(((x0 - _WIDER) * scale, (y0 - _WIDER) * scale, (x1 + _WIDER) * scale, (y1 + _WIDER) * scale), fill="black")
    return picture


def boxes_on_page(page: Any, number: int, secrets: Secrets) -> list[BBox]:
    """What to make black on a page of a PDF: the middle signs of each number, whole the place of one whose signs are not found there."""
    found = list(_found(page, secrets))
    seen = {one.digits for one in found}
    return [*(box for one in found for box in one.boxes), *boxes_of_places(number, secrets, seen)]


def boxes_of_places(number: int, secrets: Secrets, seen: set[str] | frozenset[str] = frozenset()) -> list[BBox]:
    """The whole places, on this page, of the numbers that were not seen sign by sign."""
    return [
        place.bbox
        for secret in secrets.hidden
        for place in (secret.place,)
        if secret.digits not in seen and place is not None and place.page == number and place.bbox is not None
    ]


def _found(page: Any, secrets: Secrets) -> Iterator[_Found]:
    with closing(page.get_textpage()) as text:
        count = min(text.count_chars(), _MOST_CHARACTERS)
        signs = "".join(_sign(raw.FPDFText_GetUnicode(text, index)) for index in range(count))
        for one in candidates(signs):
            if _is_secret(one, secrets):
                yield _Found(one.digits, tuple(_as_shown(page, text.get_charbox(spot)) for spot in hidden_of(one.spots)))


def _sign(code: int) -> str:
    """One sign a place, whatever the file says; halves of signs and none at all are stand-ins."""
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"


def _is_secret(one: Candidate, secrets: Secrets) -> bool:
    """As the report has it, where the same digits were read there; on the page a line's end may part a number from its words."""
    if any(one.digits == secret.digits for secret in secrets.hidden):
        return True
    return one.personal and one.digits not in secrets.public


def _as_shown(page: Any, box: BBox) -> BBox:
    """The box on the page as shown: turned as the page is, from the top."""
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    x0, y0, x1, y1 = box[0] - left, top - box[3], box[2] - left, top - box[1]
    match page.get_rotation():
        case 90:
            return height - y1, x0, height - y0, x1
        case 180:
            return width - x1, height - y1, width - x0, height - y0
        case 270:
            return y0, width - x1, y1, width - x0
        case _:
            return x0, y0, x1, y1
