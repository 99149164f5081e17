"""Scans of printed reports: pages rendered, turned a little, dirtied, and kept as JPEG in a PDF without any text."""

import io
from collections.abc import Sequence
from functools import partial
from random import Random

import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks.corpus.content import Content
from benchmarks.corpus.libreoffice import from_word
from benchmarks.corpus.making import by_turns, fitting
from benchmarks.corpus.printed import printed

_PRINTED = fitting(by_turns(printed, partial(from_word, ending="pdf")))


def scans(contents: Sequence[Content], family: str, dpi: int, dirty: bool = False) -> list[bytes]:
    """Each printed by the browser or by LibreOffice, then scanned."""
    pdfs = _PRINTED(contents, family)
    return [scanned(pdf, dpi, Random(f"{family} {content.seed}"), dirty) for pdf, content in zip(pdfs, contents, strict=True)]


def scanned(pdf: bytes, dpi: int, random: Random, dirty: bool = False) -> bytes:
    """The PDF's pages as images of this resolution; a dirty scan is crooked, noisy and blurred."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    document = pypdfium2.PdfDocument(pdf)
    skew, quality = (random.uniform(-1.5, 1.5), random.randint(50, 75)) if dirty else (random.uniform(-0.2, 0.2), random.randint(75, 92))
    for page in document:
        image = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        image = image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
        if dirty:
            image = _dirtied(image, random)
        width, height = page.get_size()
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(_jpeg(image, quality)), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _dirtied(image: Image.Image, random: Random) -> Image.Image:
    noise = Image.effect_noise(image.size, random.uniform(10, 30))
    return Image.blend(image.filter(ImageFilter.GaussianBlur(random.uniform(0.2, 0.7))), noise, 0.12)


def _jpeg(image: Image.Image, quality: int) -> io.BytesIO:
    found = io.BytesIO()
    image.save(found, "JPEG", quality=quality)
    found.seek(0)
    return found
