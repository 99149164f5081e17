"""Scans of black and white alone, as copiers compress them into PDFs: CCITT Group 4 and JBIG2."""

import io
from collections.abc import Callable
from struct import pack

import pytest
from PIL import Image

from gouji.document import read
from tests.layouts.paper import Paper, seven

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from tests.layouts.scans import images_of

ROW = "0 1 10 11 119 7730.28 1,250"
STRIP_OFFSETS, STRIP_BYTES, ROWS_PER_STRIP, PHOTOMETRIC = 273, 279, 278, 262


def page(dpi: int) -> Image.Image:
    paper = seven(100, "一、本年新收申请数量", ROW, Paper().write(70, 70, "三、收到和处理申请情况", 14))
    [image] = images_of(paper.pdf(), dpi)
    return image.convert("L").point(lambda grey: 255 * (grey > 150)).convert("1")


def group_4(image: Image.Image) -> bytes:
    """The image as T.6 codes it, black being what is coded."""
    out = io.BytesIO()
    image.save(out, "TIFF", compression="group4", tiffinfo={ROWS_PER_STRIP: image.height, PHOTOMETRIC: 0})
    tags = Image.open(io.BytesIO(out.getvalue())).tag_v2  # type: ignore[attr-defined]  # only TIFF has them
    [start], [length] = tags[STRIP_OFFSETS], tags[STRIP_BYTES]
    return out.getvalue()[start : start + length]


def ccitt(image: Image.Image) -> tuple[bytes, str]:
    return group_4(image), f"/CCITTFaxDecode/DecodeParms<</K -1/Columns {image.width}/Rows {image.height}>>"


def jbig2(image: Image.Image) -> tuple[bytes, str]:
    """A page and one region of it, the region coded as T.6."""
    size = pack(">II", image.width, image.height)
    parts = [(48, size + pack(">IIBH", 0, 0, 0x40, 0)), (38, size + pack(">IIBB", 0, 0, 0, 1) + group_4(image))]
    segments = (pack(">IBBBI", number, kind, 0, 1, len(data)) + data for number, (kind, data) in enumerate(parts))
    return b"".join(segments), "/JBIG2Decode"


def pdf_of(data: bytes, coding: str, image: Image.Image, dpi: int) -> bytes:
    width, height = image.width * 72 / dpi, image.height * 72 / dpi
    content = f"q {width} 0 0 {height} 0 0 cm /I Do Q".encode()
    picture = f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}/ColorSpace/DeviceGray/BitsPerComponent 1"
    box = f"/MediaBox[0 0 {width} {height}]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"<</Type/Page/Parent 2 0 R{box}>>".encode(),
        f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream",
        f"<<{picture}/Filter{coding}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream",
    ]
    body = b"".join(f"{number} 0 obj\n".encode() + one + b"\nendobj\n" for number, one in enumerate(objects, 1))
    return b"%PDF-1.5\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize("coded", [ccitt, jbig2])
@pytest.mark.parametrize("dpi", [200, 300])
def test_a_page_of_black_and_white_is_read_however_it_is_coded(coded: Callable[[Image.Image], tuple[bytes, str]], dpi: int) -> None:
    image = page(dpi)
    found = read(pdf_of(*coded(image), image, dpi), "scan.pdf")
    [grid] = found.grids()
    cells = grid.row(0)[1:]
    assert [cell.text for cell in cells] == ROW.split()
    assert not any(cell.doubts for cell in cells)
    assert [paragraph.text for paragraph in found.paragraphs()] == ["三、收到和处理申请情况"]
