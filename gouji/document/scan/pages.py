"""Pages of a PDF rendered and read as pictures."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from ctypes import byref, c_float, c_uint
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from gouji.document.scan.page import ScannedPage, read_page
from gouji.document.scan.picture import DPI, Picture, scale_for
from gouji.patience import SECONDS_A_PAGE, more_time

_COVERED = 0.5  # of the page; less is a picture in a text
_LARGE = 0.05  # of the page; smaller images are stamps and emblems, or strips of noise
_TABLE = 0.08  # of the page; a letterhead or a chart's legend is smaller
_FEW = 30  # characters: a printed page number, a stamp's text, a name
_MOST_OBJECTS = 20_000


@dataclass(frozen=True, slots=True)
class _Image:
    """An image on a page: the share of the page that it covers, its resolution, and how many text objects come after it."""

    share: float
    dpi: float
    texts_after: int


def read_pages(
    data: bytes, pictured: Sequence[int], muddled: Sequence[int], characters: Mapping[int, int], written: Mapping[int, bool]
) -> dict[int, ScannedPage]:
    """By number, those of these pages whose text is a picture, and all that are muddled.

    `pictured` pages hold a wide image, `characters` counts what is seen on each, `written` says whether it has tables of text.
    """
    found: dict[int, ScannedPage] = {}
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        for number in sorted({*pictured, *muddled}):
            with closing(pdf[number - 1]) as page:
                images = list(_images(page)) if number in pictured else []
                is_scan = _is_scan(images, characters[number])
                if not (is_scan or number in muddled or _may_show_table(images, written[number])):
                    continue
                dpi = max((image.dpi for image in images if image.share >= _LARGE), default=DPI)
                read = read_page(_picture(page, number, dpi if is_scan or number not in muddled else DPI))
                if is_scan or number in muddled or read.slices:  # else a picture that shows no table, in a text that is read exactly
                    found[number] = read
    return found


def _is_scan(images: Sequence[_Image], characters: int) -> bool:
    """Whether the page is an image, whatever text lies under it; text over an image is print on coloured paper."""
    large = [image for image in images if image.share >= _LARGE]
    if sum(image.share for image in images) < _COVERED:
        return False
    return characters < _FEW or not large or min(image.texts_after for image in large) == 0


def _may_show_table(images: Sequence[_Image], written: bool) -> bool:
    """Whether a table may have been put in as a picture: none is written out, and an image is high enough for one."""
    return not written and any(image.share >= _TABLE for image in images)


def _images(page: Any) -> Iterator[_Image]:
    width, height = page.get_size()
    kinds = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        kinds.append((pdfium.FPDFPageObj_GetType(item), item))
    texts = sum(kind == pdfium.FPDF_PAGEOBJ_TEXT for kind, _ in kinds)
    for kind, item in kinds:
        texts -= kind == pdfium.FPDF_PAGEOBJ_TEXT
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from (_image(inner, item, width * height, texts) for inner in _images_in(item, 0))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield _image(item, None, width * height, texts)


def _images_in(form: Any, depth: int) -> Iterator[Any]:
    for index in range(min(pdfium.FPDFFormObj_CountObjects(form), _MOST_OBJECTS)):
        item = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield item
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 3:
            yield from _images_in(item, depth + 1)


def _image(item: Any, form: Any, area: float, texts_after: int) -> _Image:
    """The image measured; inside of a form by the form's box, which is as large as what it shows."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(form or item, byref(left), byref(bottom), byref(right), byref(top))
    width, height = abs(right.value - left.value), abs(top.value - bottom.value)
    across, down = c_uint(), c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(item, byref(across), byref(down))
    sides = sorted((across.value, down.value)), sorted((width, height))  # a page may be shown turned
    dpi = 72 * min(pixels / max(points, 1.0) for pixels, points in zip(*sides, strict=True))
    return _Image(min(width * height / max(area, 1.0), 1.0), dpi, texts_after)


def _picture(page: Any, number: int, dpi: float) -> Picture:
    """The page as shown, in colours."""
    more_time(SECONDS_A_PAGE)
    scale = scale_for(*page.get_size())
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    pixels = np.ascontiguousarray(bitmap.to_numpy()[:, :, :3])
    return Picture(number, pixels, scale, min(dpi, scale * 72))
