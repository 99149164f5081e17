"""The pages of a document as pictures, each drawn once and only when it is asked for."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from typing import Any, Protocol

import pypdfium2
from PIL import Image, ImageOps

from gouji.document import formats
from gouji.document.bound.binding import unbound
from gouji.document.formats import format_of
from gouji.evidence.blackening import blackened, boxes_of_places, boxes_on_page
from gouji.evidence.model import NOTHING, Secrets
from gouji.evidence.phrases import boxes_of
from gouji.place import BBox

WIDTH = 1200  # pixels of a page; about 145 to the inch on A4, at which the smallest print of the form can be read
_MOST_PIXELS = 6_000_000  # of a page drawn: one that is a strip of paper a mile long is drawn smaller
_MOST_IN_FILE = 100_000_000  # of an image file's page
_A4 = 595.0  # points across
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")


class Sheets(Protocol):
    """Pages by number, from 1."""

    def __len__(self) -> int: ...

    def image(self, number: int) -> Image.Image:
        """The page as shown."""

    def scale(self, number: int) -> float:
        """Pixels of the picture for each unit in which the document's places are given."""

    def unit(self, number: int) -> float:
        """Units of the document's places for each point."""

    def phrase(self, number: int, box: BBox, phrase: str) -> list[BBox]:
        """Where the phrase of a paragraph stands, line by line; the paragraph's box where that is not known."""

    def close(self) -> None: ...


@contextmanager
def sheets_of(data: bytes, secrets: Secrets = NOTHING) -> Iterator[Sheets]:
    """The pages of a PDF or of an image file or several, what is secret on them black."""
    with closing(_opened(data, secrets)) as sheets:
        yield sheets


def _opened(data: bytes, secrets: Secrets) -> Sheets:
    match format_of(data):
        case formats.PDF:
            return PdfSheets(data, secrets)
        case formats.BOUND:
            return BoundSheets(data, secrets)
        case _:
            return ImageSheets(data, secrets)


class PdfSheets:
    """Places are in points of the page as shown."""

    def __init__(self, data: bytes, secrets: Secrets = NOTHING) -> None:
        self._secrets = secrets
        self._pdf = pypdfium2.PdfDocument(data)
        self.drawn: dict[int, Image.Image] = {}

    def __len__(self) -> int:
        return len(self._pdf)

    def close(self) -> None:
        self._pdf.close()

    def image(self, number: int) -> Image.Image:
        if number not in self.drawn:
            page: Any = self._pdf[number - 1]
            with closing(page):
                scale = _scale(*page.get_size())
                picture = page.render(scale=scale).to_pil().convert("RGB")
                self.drawn[number] = blackened(picture, boxes_on_page(page, number, self._secrets), scale)
        return self.drawn[number]

    def scale(self, number: int) -> float:
        page: Any = self._pdf[number - 1]
        with closing(page):
            return _scale(*page.get_size())

    def unit(self, number: int) -> float:
        return 1.0

    def phrase(self, number: int, box: BBox, phrase: str) -> list[BBox]:
        page: Any = self._pdf[number - 1]
        with closing(page):
            return boxes_of(page, box, phrase)


class ImageSheets:
    """Places are in pixels of the image as shown; of a file with many images each is a page where it is TIFF.

    `before` counts the pages of the document that are not in this file: numbers are the document's.
    """

    def __init__(self, data: bytes, secrets: Secrets = NOTHING, before: int = 0) -> None:
        self._secrets, self._before = secrets, before
        self._file = Image.open(BytesIO(data), formats=_FORMATS)
        self._drawn: dict[int, tuple[Image.Image, float]] = {}

    def __len__(self) -> int:
        return int(getattr(self._file, "n_frames", 1)) if self._file.format == "TIFF" else 1

    def close(self) -> None:
        self._file.close()

    def image(self, number: int) -> Image.Image:
        return self._page(number)[0]

    def scale(self, number: int) -> float:
        return self._page(number)[1]

    def unit(self, number: int) -> float:
        image, scale = self._page(number)
        return image.width / scale / _A4

    def phrase(self, number: int, box: BBox, phrase: str) -> list[BBox]:
        return [box]

    def _page(self, number: int) -> tuple[Image.Image, float]:
        if number not in self._drawn:
            self._file.seek(number - self._before - 1)
            if self._file.width * self._file.height > _MOST_IN_FILE:
                raise Image.DecompressionBombError(f"page {number}")
            shown = ImageOps.exif_transpose(self._file).convert("RGB")
            scale = min(1.0, _scale(*shown.size))
            size = max(1, round(shown.width * scale)), max(1, round(shown.height * scale))
            # Sign by sign nobody knows where the ink stands: the whole line goes.
            boxes = boxes_of_places(number, self._secrets)
            self._drawn[number] = blackened(shown.resize(size), boxes, scale), scale
        return self._drawn[number]


class BoundSheets:
    """Several image files, whose pages follow each other."""

    def __init__(self, data: bytes, secrets: Secrets = NOTHING) -> None:
        self._files: list[ImageSheets] = []
        self._pages: list[ImageSheets] = []
        for picture in unbound(data).pictures:
            self._files.append(ImageSheets(picture.data, secrets, len(self._pages)))
            self._pages += [self._files[-1]] * len(self._files[-1])

    def __len__(self) -> int:
        return len(self._pages)

    def close(self) -> None:
        for file in self._files:
            file.close()

    def image(self, number: int) -> Image.Image:
        return self._pages[number - 1].image(number)

    def scale(self, number: int) -> float:
        return self._pages[number - 1].scale(number)

    def unit(self, number: int) -> float:
        return self._pages[number - 1].unit(number)

    def phrase(self, number: int, box: BBox, phrase: str) -> list[BBox]:
        return self._pages[number - 1].phrase(number, box, phrase)


def _scale(width: float, height: float) -> float:
    """By how much a page of this size is drawn larger or smaller."""
    wide = WIDTH / max(width, 1)
    pixels = max(width, 1) * max(height, 1) * wide**2
    return wide if pixels <= _MOST_PIXELS else wide * float(_MOST_PIXELS / pixels) ** 0.5
