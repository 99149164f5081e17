"""Image files into pages."""

import hashlib
import io
import struct
from collections.abc import Iterator, Sequence
from dataclasses import replace
from warnings import catch_warnings, simplefilter

import numpy as np
from PIL import Image, ImageOps

from gouji.document.model import Document
from gouji.document.pdf.file import MOST_BYTES, MOST_PAGES, blocks_of, placed_on
from gouji.document.scan.page import ScannedPage, read_page
from gouji.document.scan.picture import DPI, MOST_PIXELS, Picture
from gouji.document.scan.pixels import Colours
from gouji.errors import UnreadableDocument
from gouji.patience import SECONDS_A_PAGE, more_time
from gouji.words import words

_MOST_IN_FILE = 100_000_000  # pixels; A4 at 1,000 dots an inch
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
# What Pillow raises for damaged files, by experience.
_DAMAGE = (OSError, EOFError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError, struct.error)
_LONGEST_SIDE = (5.0, 25.0)  # inches; a stated resolution that makes a page smaller or larger is not the scanner's
_A4 = 11.69


def read_images(data: bytes, name: str) -> Document:
    """The document whose pages are the images in this file."""
    return document_of(pages_in(data), name, hashlib.sha256(data).hexdigest())


def pages_in(data: bytes, first: int = 1) -> list[ScannedPage]:
    """The pages that are the images in this file, numbered from `first`."""
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=len(data) >> 20, limit=MOST_BYTES >> 20))
    return [read_page(replace(picture, number=picture.number + first - 1)) for picture in _pictures(data)]


def document_of(pages: Sequence[ScannedPage], name: str, sha256: str) -> Document:
    """The document of these pages."""
    shown = {page.number: placed_on(page.number, page.as_shown) for page in pages}
    blocks = tuple(blocks_of([(list(page.slices), page.sheet) for page in pages], shown))
    if not blocks:
        raise UnreadableDocument(words("reading.scan-no-text"))
    return Document(name, sha256, "image", blocks, pages=len(pages), pictured=True)


def _pictures(data: bytes) -> Iterator[Picture]:
    image = _opened(data)
    count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1  # elsewhere several images are a film
    if count > MOST_PAGES:
        raise UnreadableDocument(words("reading.image-pages", pages=count, limit=MOST_PAGES))
    for number in range(1, count + 1):
        more_time(SECONDS_A_PAGE)
        yield _picture(image, number)


def _opened(data: bytes) -> Image.Image:
    try:
        with catch_warnings():
            simplefilter("ignore", Image.DecompressionBombWarning)  # the size is looked at page by page
            return Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise UnreadableDocument(words("reading.image-too-big", limit=_MOST_IN_FILE // 1_000_000)) from error
    except _DAMAGE as error:
        raise UnreadableDocument(words("reading.image-damaged")) from error


def _picture(image: Image.Image, number: int) -> Picture:
    """The image of this number as shown, in colours and at the resolution that is read."""
    try:
        image.seek(number - 1)
        if image.width * image.height > _MOST_IN_FILE:
            raise UnreadableDocument(words("reading.image-too-big", limit=_MOST_IN_FILE // 1_000_000))
        shown = ImageOps.exif_transpose(image)
        across, down = _dpi(shown, turned=shown.width != image.width)
        inches = shown.width / across, shown.height / down
        dpi = min(DPI, (MOST_PIXELS / (inches[0] * inches[1])) ** 0.5)
        size = max(round(inches[0] * dpi), 1), max(round(inches[1] * dpi), 1)
        pixels: Colours = np.asarray(_in_colours(shown).resize(size, Image.Resampling.BICUBIC))
    except _DAMAGE as error:
        raise UnreadableDocument(words("reading.image-damaged")) from error
    return Picture(number, pixels, dpi / 72, min(across, down, dpi), unit=(across / 72, down / 72))


def _dpi(image: Image.Image, *, turned: bool) -> tuple[float, float]:
    """The resolution across and down that the image states, where it makes a page of it; else that of an A4 page of so many pixels.

    A fax has twice as many dots across as down. `turned`: the image was laid on its side since that was stated.
    """
    stated = [float(value or 0) for value in image.info.get("dpi", (0, 0))]
    across, down = reversed(stated) if turned else stated
    sides = [pixels / dots for pixels, dots in zip(image.size, (across, down), strict=True) if dots > 0]
    least, most = _LONGEST_SIDE
    if len(sides) == len(stated) and least <= max(sides) <= most:
        return across, down
    return max(image.size) / _A4, max(image.size) / _A4


def _in_colours(image: Image.Image) -> Image.Image:
    """The image in red, green and blue, on white where it is transparent."""
    if image.mode.startswith("I"):  # 16 bits of grey
        return Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).astype(np.uint8)).convert("RGB")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", clear.size, (255, 255, 255, 255)), clear).convert("RGB")
    return image.convert("RGB")
