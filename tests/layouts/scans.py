"""Scans made from PDFs: each page rendered, spoiled as scanners spoil paper, and put into a PDF as an image."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import hypot
from typing import Any

import cv2
import numpy as np
import pypdfium2
from PIL import Image

RED = (200, 30, 40)
WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Spoiling:
    """What scanner and paper do to a page. `stamps` are centres of red seals as shares of the page's width and height.

    `skew` is in degrees counter-clockwise, `turn` in quarter turns of it, `noise` and `blur` are standard deviations in grey
    levels and pixels, `shade` the darkening towards one corner as a share, `bend` the height in pixels by which the middle sags.
    """

    skew: float = 0.0
    noise: float = 0.0
    blur: float = 0.0
    jpeg: int = 92
    paper: tuple[int, int, int] = WHITE
    shade: float = 0.0
    bend: float = 0.0
    turn: int = 0
    stamps: tuple[tuple[int, float, float], ...] = ()
    grey: bool = False


CLEAN = Spoiling()
DIRTY = Spoiling(skew=1.5, noise=9, blur=0.6, jpeg=60)
FILTHY = Spoiling(skew=-2.0, noise=14, blur=0.9, jpeg=35, paper=(228, 224, 205), shade=0.25)


def scanned(pdf: bytes, dpi: int = 200, spoiling: Spoiling = CLEAN, seed: int = 1, pages: Sequence[int] | None = None) -> bytes:
    """A PDF whose pages are images of the pages of this one, of those numbered `pages` from 1 where given."""
    return pdf_of_images(images_of(pdf, dpi, spoiling, seed, pages), dpi)


def images_of(
    pdf: bytes, dpi: int = 200, spoiling: Spoiling = CLEAN, seed: int = 1, pages: Sequence[int] | None = None
) -> list[Image.Image]:
    """The pages as images, each spoiled in its own way."""
    random = np.random.default_rng(seed)
    document = pypdfium2.PdfDocument(pdf)
    try:
        chosen = pages or range(1, len(document) + 1)
        return [_spoiled(_rendered(document[n - 1], dpi), _of_page(spoiling, n), dpi, random) for n in chosen]
    finally:
        document.close()


def pdf_of_images(images: Iterable[Image.Image], dpi: int, quality: int = 92) -> bytes:
    """A PDF with one image a page, each as large as its page."""
    out = io.BytesIO()
    first, *others = images
    first.save(out, "PDF", resolution=dpi, save_all=True, append_images=others, quality=quality)
    return out.getvalue()


def mixed(pdf: bytes, images: bytes, numbers: Sequence[int]) -> bytes:
    """The first PDF with its pages of these numbers taken from the second."""
    out = pypdfium2.PdfDocument.new()
    with io.BytesIO() as file:
        plain, scans = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(images)
        for number in range(1, len(plain) + 1):
            out.import_pages(scans if number in numbers else plain, [number - 1])
        out.save(file)
        return file.getvalue()


def _of_page(spoiling: Spoiling, number: int) -> Spoiling:
    return replace(spoiling, stamps=tuple(stamp for stamp in spoiling.stamps if stamp[0] == number))


def _rendered(page: Any, dpi: int) -> np.ndarray[Any, Any]:
    bitmap = page.render(scale=dpi / 72)
    return np.ascontiguousarray(np.asarray(bitmap.to_pil().convert("RGB")))


def _spoiled(page: np.ndarray[Any, Any], how: Spoiling, dpi: int, random: np.random.Generator) -> Image.Image:
    for _, x, y in how.stamps:
        page = _stamped(page, x, y, dpi)
    ink = page.astype(np.float32) / 255
    if how.blur:
        ink = cv2.GaussianBlur(ink, (0, 0), how.blur)
    if how.bend:
        ink = _bent(ink, how.bend)
    if how.skew:
        ink = _turned(ink, how.skew)
    ink *= np.array(how.paper, np.float32)
    if how.shade:
        ink *= _shade(ink.shape[0], ink.shape[1], how.shade)[:, :, None]
    if how.noise:
        ink += random.normal(0, how.noise, ink.shape[:2]).astype(np.float32)[:, :, None]
    made = np.rot90(np.clip(ink, 0, 255).astype(np.uint8), how.turn)
    return _as_jpeg(Image.fromarray(np.ascontiguousarray(made)).convert("L" if how.grey else "RGB"), how.jpeg)


def _as_jpeg(image: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue()))


def _turned(page: np.ndarray[Any, Any], degrees: float) -> np.ndarray[Any, Any]:
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(1.0, 1.0, 1.0))


def _bent(page: np.ndarray[Any, Any], depth: float) -> np.ndarray[Any, Any]:
    """The page as it lies in a scanner that does not press it flat."""
    height, width = page.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    return cv2.remap(page, x, y - depth * np.sin(np.pi * x / width), cv2.INTER_CUBIC, borderValue=(1.0, 1.0, 1.0))


def _shade(height: int, width: int, depth: float) -> np.ndarray[Any, Any]:
    down, across = np.linspace(0, 1, height, dtype=np.float32), np.linspace(0, 1, width, dtype=np.float32)
    return 1 - depth * (down[:, None] * across[None, :])


def _stamped(page: np.ndarray[Any, Any], x: float, y: float, dpi: int) -> np.ndarray[Any, Any]:
    """The page under a round red seal of four centimetres with a star, its ink laid over what is printed."""
    height, width = page.shape[:2]
    centre, radius = (int(x * width), int(y * height)), int(0.79 * dpi)
    seal = np.full_like(page, 255)
    cv2.circle(seal, centre, radius, RED, max(2, dpi // 40), cv2.LINE_AA)
    points = [(0.32, k * 0.4 * np.pi - np.pi / 2) for k in (0, 2, 4, 1, 3)]
    star = np.array([(centre[0] + r * radius * np.cos(a), centre[1] + r * radius * np.sin(a)) for r, a in points], np.int32)
    cv2.polylines(seal, [star], True, RED, max(2, dpi // 60), cv2.LINE_AA)
    for k in range(9):
        angle = np.pi * (0.85 + 0.1625 * k)
        spot = np.array([centre[0] + 0.75 * radius * np.cos(angle), centre[1] + 0.75 * radius * np.sin(angle)])
        half = hypot(radius, radius) * 0.06
        cv2.rectangle(seal, tuple((spot - half).astype(int)), tuple((spot + half).astype(int)), RED, max(1, dpi // 100), cv2.LINE_AA)
    return np.minimum(page, seal)
